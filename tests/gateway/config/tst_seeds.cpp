// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/config/config.h"
#include "said.h"

#include <QDir>
#include <QTest>

using namespace gatehouse::config;

namespace {

Config seed(const char *name, std::map<std::string, std::string> variables = {{"LITELLM_MASTER_KEY", "sk-master"}})
{
    return load(std::string(GATEHOUSE_SOURCE_DIR "/tests/fixtures/seeds/") + name, said::environment(std::move(variables)));
}

} // namespace

/// The samples of the articles users of LiteLLM learn from, with nothing in the environment but the master key.
class TestSeeds : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everySampleLoads_data()
    {
        QTest::addColumn<QString>("path");
        const QDir folder(QStringLiteral(GATEHOUSE_SOURCE_DIR "/tests/fixtures/seeds"));
        for (const QString &name : folder.entryList({QStringLiteral("*.yaml")}))
            QTest::newRow(qPrintable(name)) << folder.filePath(name);
    }
    void everySampleLoads()
    {
        QFETCH(QString, path);
        const Config config = load(path.toStdString(), said::environment({{"LITELLM_MASTER_KEY", "sk-master"}}));
        QVERIFY2(config.ok() && !said::has(config, "unknown key"), said::all(config).constData());
        QVERIFY(!config.get("general_settings.master_key").isNull());
    }

    void failoverSampleSaysWhatIsMissing()
    {
        const Config config = seed("failover-and-load-balancing-1.yaml");
        QCOMPARE(config.models().size(), std::size_t(4));
        QCOMPARE(said::count(config, "is not set"), 5);
        QVERIFY(said::has(config, "'litellm_settings.stream' is known, but has no effect"));
        QVERIFY(said::has(config, "'num_retries' also stands in router_settings"));
        QCOMPARE(config.setting("num_retries").asInt(), std::int64_t(2));
        QCOMPARE(config.fallbacks().toJson(), std::string("{\"gpt-4o\":[\"gpt-4o\"]}"));
    }

    void fragmentsKeepTheirMeaning()
    {
        const auto aliases = seed("failover-and-load-balancing-2.yaml").aliases();
        QCOMPARE(aliases.at(0).targets.at(0).model, std::string("azure/gpt-4o"));
        QCOMPARE(aliases.at(0).targets.at(1).weight, 0.3);
        QCOMPARE(seed("failover-and-load-balancing-3.yaml").get("general_settings.master_key").asString(),
            std::string("sk-your-master-key"));
        QCOMPARE(seed("failover-and-load-balancing-4.yaml").get("litellm_settings.cache_params.ttl").asInt(), std::int64_t(3600));
        QCOMPARE(seed("failover-and-load-balancing-5.yaml").get("litellm_settings.success_callback").asStrings().size(),
            std::size_t(2));
        QCOMPARE(seed("failover-and-load-balancing-6.yaml").guardrails().at(0).find("guardrail_name").asString(),
            std::string("content-filter"));
        QCOMPARE(
            seed("litellm-lesson-2.yaml").environment("LANGFUSE_HOST").value_or(""), std::string("https://cloud.langfuse.com"));
    }

    void productionSampleReadsItsNumbersAndVariables()
    {
        const Config config = seed("litellm-lesson-3.yaml",
            {{"LITELLM_MASTER_KEY", "sk-master"}, {"ANTHROPIC_API_KEY_2", "sk-2"}, {"LANGFUSE_PUBLIC_KEY", "pk"}});
        QCOMPARE(config.models().at(1).find("litellm_params").find("tpm").asInt(), std::int64_t(200000));
        QCOMPARE(config.models().at(1).find("litellm_params").find("api_key").asString(), std::string("sk-2"));
        QCOMPARE(config.environment("LANGFUSE_PUBLIC_KEY").value_or(""), std::string("pk"));
        QCOMPARE(config.fallbacks().toJson(), std::string("{\"claude-primary\":[\"openai-fallback\"]}"));
        QVERIFY(said::has(config, "REDIS_URL is not set"));
        QVERIFY(!seed("litellm-lesson-3.yaml", {}).ok());
    }

    void configurationsOfTheRecordedCasesLoad()
    {
        const QDir folder(QStringLiteral(GATEHOUSE_SOURCE_DIR "/../shared/captures"));
        const QStringList names = folder.entryList({QStringLiteral("*.yaml")});
        if (names.isEmpty())
            QSKIP("no recorded cases beside this checkout");
        for (const QString &name : names) {
            const Config config = load(folder.filePath(name).toStdString(), said::environment());
            QVERIFY2(config.ok() && !said::has(config, "unknown key"), said::all(config).constData());
            QVERIFY(!config.models().empty());
        }
    }
};

QTEST_APPLESS_MAIN(TestSeeds)
#include "tst_seeds.moc"
