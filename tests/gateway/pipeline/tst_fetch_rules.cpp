// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/fetch_rules.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::pipeline;

/// What a configuration says of fetching.
class TestFetchRules : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theRulesAreRead();
};

void TestFetchRules::theRulesAreRead()
{
    const auto rules = [](const char *text, const char *variable = nullptr) {
        return fetchRules(config::parse(text, "test", [variable](const std::string &name) {
            return variable && name == "MAX_IMAGE_URL_DOWNLOAD_SIZE_MB" ? std::optional<std::string>(variable) : std::nullopt;
        }));
    };
    const FetchRules usual = rules("general_settings: {master_key: sk-1}");
    QVERIFY(usual.checksPlaces && usual.hosts.empty());
    QCOMPARE(usual.largest, std::size_t(50 * 1024 * 1024));
    const FetchRules given =
        rules("general_settings: {user_url_allowed_hosts: ['Files.Example.', 'a:80'], max_image_url_download_size_mb: 2}\n"
              "litellm_settings: {user_url_allowed_hosts: ['[::1]'], user_url_validation: false}",
            "7");
    QVERIFY(!given.checksPlaces);
    QCOMPARE(given.hosts, (std::set<std::string, std::less<>> {"files.example", "a:80", "[::1]"}));
    QCOMPARE(given.largest, std::size_t(2 * 1024 * 1024));
    QCOMPARE(rules("general_settings: {master_key: sk-1}", "7").largest, std::size_t(7 * 1024 * 1024));
    QCOMPARE(rules("general_settings: {master_key: sk-1}", "0").largest, std::size_t(0));
    QCOMPARE(rules("general_settings: {master_key: sk-1}", "much").largest, std::size_t(50 * 1024 * 1024));
}

QTEST_GUILESS_MAIN(TestFetchRules)
#include "tst_fetch_rules.moc"
