// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/metrics/registry.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <set>

using namespace gatehouse::observe::metrics;

class TestRegistry : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void thePageInTheDocumentsIsWhatTheTableSays()
    {
        QFile file(QStringLiteral(GATEHOUSE_SOURCE_DIR "/docs/metrics-table.md"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(file.readAll().toStdString() == page(), "write it anew: gatehouse metrics > docs/metrics-table.md");
    }

    void noNameStandsTwice()
    {
        std::set<std::string> names;
        for (const Metric &metric : registry())
            QVERIFY2(names.insert(shownName(metric)).second, metric.name.data());
        for (const Alias &alias : aliases())
            QVERIFY2(names.insert(std::string(alias.name)).second, alias.name.data());
    }

    void aMetricHasAHelpAndWhatFeedsIt()
    {
        for (const Metric &metric : registry()) {
            QVERIFY2(!metric.help.empty(), metric.name.data());
            const bool isFed = metric.event == Event::Call || metric.event == Event::Attempt || metric.event == Event::Guardrail;
            QVERIFY2(isFed == (metric.feed != nullptr), metric.name.data());
            QVERIFY2(metric.type != Type::Untyped, metric.name.data());
        }
    }

    void anAliasLeadsToAMetric()
    {
        QCOMPARE(aliases().size(), std::size_t(7));
        for (const Alias &alias : aliases())
            QVERIFY2(findMetric(alias.origin), alias.name.data());
        QCOMPARE(findMetric("litellm_overhead_latency_ms"), findMetric("litellm_overhead_latency_metric"));
    }

    void aCounterIsFoundUnderBothSpellings()
    {
        QCOMPARE(findMetric("litellm_spend_metric_total"), findMetric("litellm_spend_metric"));
        QVERIFY(findMetric("litellm_spend_metric"));
        QVERIFY(!findMetric("litellm_deployment_state_total"));
        QVERIFY(!findMetric("litellm_spent_metric"));
        QVERIFY(!findMetric("_total"));
        QVERIFY(!findMetric(""));
    }

    void theGatewaysOwnNamesAreWhatPrometheusAdvises()
    {
        for (const Metric &metric : registry()) {
            const QString name = QString::fromStdString(shownName(metric));
            QVERIFY(QRegularExpression(QStringLiteral("^[a-z][a-z0-9_]*$")).match(name).hasMatch());
            if (isOwn(metric))
                QVERIFY(!name.contains(QRegularExpression(QStringLiteral("_(ms|hours|metric)$"))));
        }
    }

    void everyLabelHasItsName()
    {
        QCOMPARE(toString(Label::EndUser), std::string_view("end_user"));
        QCOMPARE(toString(Label::StatusCode), std::string_view("status_code"));
        QCOMPARE(toString(Label::ModelId), std::string_view("model_id"));
        QCOMPARE(toString(Label::LitellmModelName), std::string_view("litellm_model_name"));
        QCOMPARE(toString(Label::Stage), std::string_view("stage"));
        QCOMPARE(toString(Label::Version), std::string_view("version"));
        QCOMPARE(static_cast<std::size_t>(Label::Version) + 1, labelCount);
    }
};

QTEST_APPLESS_MAIN(TestRegistry)
#include "tst_registry.moc"
