// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/metrics_rules.h"
#include "gateway/pipeline/snapshot.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::pipeline;

namespace {

std::shared_ptr<const Snapshot> snapshotOf(const std::string &settings)
{
    const auto environment = [](const std::string &) { return std::optional<std::string>(); };
    return compile(config::parse("model_list: [{model_name: gpt, litellm_params: {model: openai/gpt-4o, api_key: k}}]\n"
                                 "router_settings: {model_group_alias: {nick: gpt}}\nlitellm_settings:\n"
            + settings,
        "test.yaml", environment));
}

std::string errorsOf(const Snapshot &snapshot)
{
    std::string text;
    for (const config::Diagnostic &note : snapshot.notes) {
        if (note.level == config::Diagnostic::Level::Error)
            text += config::toString(note) + "\n";
    }
    return text;
}

} // namespace

class TestMetricsRules : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aMetricThatThereIsNoneOfRefusesTheConfiguration()
    {
        const auto snapshot =
            snapshotOf("  prometheus_metrics_config: [{group: a, metrics: [litellm_spend_metric, litellm_spent]}]\n");
        QVERIFY(!snapshot->ok());
        QVERIFY(errorsOf(*snapshot).find("there is no metric 'litellm_spent'") != std::string::npos);
        QVERIFY(errorsOf(*snapshot).find("test.yaml:4") != std::string::npos);
    }

    void aLabelThatTheMetricDoesNotHaveIsAnErrorToo()
    {
        const auto snapshot = snapshotOf(
            "  prometheus_metrics_config: [{group: a, metrics: [litellm_spend_metric], include_labels: [team, route]}]\n");
        QVERIFY(!snapshot->ok());
        QVERIFY(errorsOf(*snapshot).find("litellm_spend_metric has no label 'route'") != std::string::npos);
        QVERIFY(errorsOf(*snapshot).find("'team'") == std::string::npos);
    }

    void groupsOfMetricsAddUp()
    {
        const auto snapshot = snapshotOf("  custom_prometheus_tags: [prod]\n"
                                         "  prometheus_metrics_config:\n"
                                         "    - {group: a, metrics: [litellm_spend_metric_total], include_labels: [team]}\n"
                                         "    - {group: b, metrics: [litellm_spend_metric], include_labels: [tag_prod]}\n"
                                         "    - {group: c, metrics: [litellm_deployment_state]}\n");
        QVERIFY2(snapshot->ok(), errorsOf(*snapshot).c_str());
        const auto &chosen = *snapshot->settings.observe->metrics.shape.chosen;
        QCOMPARE(chosen.size(), std::size_t(2));
        QCOMPARE(*chosen.at("litellm_spend_metric"), (std::set<std::string> {"tag_prod", "team"}));
        QVERIFY(!chosen.at("litellm_deployment_state"));
    }

    void labelsOfOnesOwnAreReadAndSpelledAsPrometheusMay()
    {
        const auto snapshot =
            snapshotOf("  custom_prometheus_metadata_labels: [metadata.foo, metadata.a-b.c, a-b.d, metadata.x.api_key]\n"
                       "  custom_prometheus_tags: [\"User-Agent: *\", prod, prod]\n");
        QVERIFY(snapshot->ok());
        const auto &shape = snapshot->settings.observe->metrics.shape;
        QCOMPARE(shape.metadata.size(), std::size_t(3));
        QCOMPARE(shape.metadata[0].name, std::string("metadata_foo"));
        QCOMPARE(shape.metadata[0].path, (std::vector<std::string> {"foo"}));
        QCOMPARE(shape.metadata[1].name, std::string("metadata_a_b_c"));
        QCOMPARE(shape.metadata[1].path, (std::vector<std::string> {"a-b", "c"}));
        QCOMPARE(snapshot->settings.people.labelMembers, (std::vector<std::string> {"foo", "a-b"}));
        QVERIFY(snapshot->notes.front().message.find("named for a credential") != std::string::npos);
        QCOMPARE(shape.tags.size(), std::size_t(2));
        QCOMPARE(shape.tags[0].name, std::string("tag_User_Agent___"));
    }

    void namesOfModelsAreKnown()
    {
        const auto settings = snapshotOf("  drop_params: true\n")->settings.observe->metrics;
        QCOMPARE(settings.models, (std::set<std::string, std::less<>> {"gpt", "nick"}));
        QVERIFY(!settings.isOpen);
        QVERIFY(settings.showsAliases);
    }

    void theRestIsReadAsItStands()
    {
        const auto settings = snapshotOf("  require_auth_for_metrics_endpoint: false\n"
                                         "  enable_end_user_cost_tracking_prometheus_only: true\n"
                                         "  prometheus_initialize_budget_metrics: true\n"
                                         "  prometheus_alias_names: false\n"
                                         "  prometheus_max_label_values: 7\n"
                                         "  prometheus_max_series: 70\n"
                                         "  service_callback: [prometheus_system]\n")
                                  ->settings.observe->metrics;
        QVERIFY(settings.isOpen && settings.showsAllBudgets && !settings.showsAliases);
        QVERIFY(settings.shape.showsCustomers && settings.shape.showsSystem);
        QCOMPARE(settings.shape.mostValues, std::size_t(7));
        QCOMPARE(settings.shape.mostSeries, std::size_t(70));
    }
};

QTEST_APPLESS_MAIN(TestMetricsRules)
#include "tst_metrics_rules.moc"
