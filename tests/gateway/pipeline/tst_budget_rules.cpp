// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/snapshot.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::pipeline;

namespace {

std::shared_ptr<const Snapshot> snapshotOf(const std::string &yaml)
{
    const auto environment = [](const std::string &name) {
        return name == "LIMIT" ? std::optional<std::string>("7.5") : std::nullopt;
    };
    return compile(config::parse(yaml, "test.yaml", environment));
}

std::shared_ptr<const Snapshot> withProviders(const std::string &budgets)
{
    return snapshotOf("model_list: [{model_name: gpt, litellm_params: {model: openai/gpt-4o, api_key: k}}]\n"
                      "router_settings: {provider_budget_config: "
        + budgets + "}\n");
}

std::string notesOf(const Snapshot &snapshot)
{
    std::string text;
    for (const config::Diagnostic &note : snapshot.notes)
        text += note.message + "\n";
    return text;
}

} // namespace

class TestBudgetRules : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aProvidersBudgetIsReadInBothSpellings_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<qint64>("nanoDollars");
        QTest::addColumn<QByteArray>("shown");
        const auto row = [](const char *yaml, qint64 nano, const char *shown) {
            QTest::newRow(yaml) << QByteArray(yaml) << nano << QByteArray(shown);
        };
        row("{budget_limit: 100, time_period: 1d}", 100000000000, "100.0");
        row("{max_budget: 0.25, budget_duration: 1d}", 250000000, "0.25");
        row("{budget_limit: 0.000000000001, time_period: 1d}", 1, "1e-12");
        row("{budget_limit: \"12.5\", time_period: 1d}", 12500000000, "12.5");
        row("{budget_limit: os.environ/LIMIT, time_period: 1d}", 7500000000, "7.5");
        row("{budget_limit: 0, time_period: 1d}", 0, "0.0");
        row("{budget_limit: 1000000, time_period: 1d}", 1000000000000000, "1000000.0");
    }

    void aProvidersBudgetIsReadInBothSpellings()
    {
        QFETCH(QByteArray, yaml);
        QFETCH(qint64, nanoDollars);
        QFETCH(QByteArray, shown);
        const auto snapshot = withProviders("{openai: " + yaml.toStdString() + "}");
        const auto &rules = snapshot->router.budgets().providers;
        QCOMPARE(rules.size(), std::size_t(1));
        const routing::BudgetRule &rule = rules.at("openai");
        QCOMPARE(qint64(rule.limit.nanoDollars), nanoDollars);
        QCOMPARE(QByteArray::fromStdString(rule.limitText), shown);
        QVERIFY(rule.period == periodFrom("1d"));
        QCOMPARE(notesOf(*snapshot), std::string());
    }

    void aDeploymentsBudgetStandsUnderItsId()
    {
        const auto snapshot =
            snapshotOf("model_list:\n"
                       "  - {model_name: gpt, litellm_params: {model: openai/gpt-4o, api_key: k, max_budget: 5, "
                       "budget_duration: 30d}, model_info: {id: a}}\n"
                       "  - {model_name: gpt, litellm_params: {model: openai/gpt-4o, api_key: k}, model_info: {id: b}}\n");
        const auto &rules = snapshot->router.budgets().deployments;
        QCOMPARE(rules.size(), std::size_t(1));
        QCOMPARE(rules.at("a").limitText, std::string("5.0"));
        QVERIFY(rules.at("a").period == periodFrom("30d"));
        // It is the gateway's business and not a parameter of requests.
        QVERIFY(snapshot->router.deployments().front().defaults.empty());
    }

    void whatCannotBeABudgetIsSaid_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QByteArray>("word");
        QTest::addColumn<bool>("isKept");
        QTest::newRow("a negative limit") << QByteArray("{openai: {budget_limit: -1, time_period: 1d}}")
                                          << QByteArray("no amount of dollars") << false;
        QTest::newRow("no limit") << QByteArray("{openai: {time_period: 1d}}") << QByteArray("no budget_limit") << false;
        QTest::newRow("no time") << QByteArray("{openai: {budget_limit: 1}}") << QByteArray("begins anew") << true;
        QTest::newRow("no time to speak of")
            << QByteArray("{openai: {budget_limit: 1, time_period: 0d}}") << QByteArray("begins anew") << true;
        QTest::newRow("nobody's name") << QByteArray("{opnai: {budget_limit: 1, time_period: 1d}}")
                                       << QByteArray("no provider has that name") << true;
    }

    void whatCannotBeABudgetIsSaid()
    {
        QFETCH(QByteArray, yaml);
        QFETCH(QByteArray, word);
        QFETCH(bool, isKept);
        const auto snapshot = withProviders(yaml.toStdString());
        QVERIFY2(notesOf(*snapshot).find(word.toStdString()) != std::string::npos, notesOf(*snapshot).c_str());
        QCOMPARE(!snapshot->router.budgets().providers.empty(), isKept);
    }
};

QTEST_GUILESS_MAIN(TestBudgetRules)
#include "tst_budget_rules.moc"
