// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "calls.h"

#include "gateway/observe/sinks/otel_account.h"
#include "gateway/observe/sinks/otel_meter.h"
#include "gateway/observe/sinks/vendors.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace gatehouse;
using namespace gatehouse::observe;
using namespace gatehouse::observe::sinks;

namespace {

const Clock::Wall since(std::chrono::seconds(1'700'000'000)), now(std::chrono::seconds(1'700'000'060));

std::string valueOf(const otlp::HistogramPoint &point, const char *name)
{
    for (const otlp::Attribute &attribute : point.attributes) {
        if (attribute.name == name)
            return std::get<std::string>(attribute.value);
    }
    return {};
}

/// The points of one histogram after some calls.
std::vector<otlp::HistogramPoint> pointsOf(const std::vector<Receipt> &receipts, const std::string &name, const Terms &terms = {})
{
    OtelMeter meter(terms, since);
    for (const Receipt &receipt : receipts)
        meter.add(receipt);
    for (otlp::Histogram &histogram : meter.histograms(now)) {
        if (histogram.name == name)
            return histogram.points;
    }
    return {};
}

bool isNear(double value, double wanted)
{
    return std::abs(value - wanted) < 1e-9;
}

} // namespace

class TestOtelMeter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aCallIsInEachHistogram()
    {
        Receipt streamed = answered();
        streamed.stream = true;
        const auto durations = pointsOf({answered(), streamed}, "gen_ai.client.operation.duration");
        QCOMPARE(durations.size(), std::size_t(1));
        QCOMPARE(durations[0].count, std::uint64_t(2));
        QVERIFY(isNear(durations[0].sum, 1.44));
        QCOMPARE(durations[0].buckets[7], std::uint64_t(2)); // up to 1.28 s
        QCOMPARE(durations[0].buckets.size(), std::size_t(15));
        QCOMPARE(durations[0].start, std::uint64_t(1'700'000'000'000'000'000));
        QCOMPARE(durations[0].end, std::uint64_t(1'700'000'060'000'000'000));
        QCOMPARE(valueOf(durations[0], "gen_ai.operation.name"), std::string("chat"));
        for (const char *name : {"gen_ai.provider.name", "gen_ai.system"})
            QCOMPARE(valueOf(durations[0], name), std::string("openai"));
        QCOMPARE(valueOf(durations[0], "gen_ai.request.model"), std::string("gpt"));
        QCOMPARE(valueOf(durations[0], "gen_ai.response.model"), std::string("gpt-4o"));
        QCOMPARE(valueOf(durations[0], "metadata.user_api_key_team_id"), std::string("t-1"));
        QCOMPARE(valueOf(durations[0], "metadata.user_api_key_team_alias"), std::string("red"));
        const auto tokens = pointsOf({answered()}, "gen_ai.client.token.usage");
        QCOMPARE(tokens.size(), std::size_t(2));
        for (const auto &point : tokens)
            QVERIFY(isNear(point.sum, valueOf(point, "gen_ai.token.type") == "input" ? 10 : 5));
        QVERIFY(isNear(pointsOf({answered()}, "gen_ai.client.token.cost").at(0).sum, 0.0025));
        QVERIFY(pointsOf({answered()}, "gen_ai.client.response.time_to_first_token").empty());
        QVERIFY(isNear(pointsOf({streamed}, "gen_ai.client.response.time_to_first_token").at(0).sum, 0.21));
        QVERIFY(isNear(pointsOf({streamed}, "gen_ai.client.response.time_per_output_token").at(0).sum, 0.51 / 5));
        QVERIFY(isNear(pointsOf({answered()}, "gen_ai.client.response.time_per_output_token").at(0).sum, 0.7 / 5));
        QVERIFY(isNear(pointsOf({answered()}, "gen_ai.client.response.duration").at(0).sum, 0.7));
    }

    void aFailureIsInOneWithItsKind()
    {
        const auto durations = pointsOf({failed(Fault::RateLimit)}, "gen_ai.client.operation.duration");
        QCOMPARE(valueOf(durations.at(0), "error.type"), std::string("RateLimitError"));
        QVERIFY(valueOf(durations.at(0), "gen_ai.response.model").empty());
        for (const char *name : {"gen_ai.client.response.duration", "gen_ai.client.token.usage", "gen_ai.client.token.cost"})
            QVERIFY(pointsOf({failed(Fault::RateLimit)}, name).empty());
        QVERIFY2(pointsOf({refused("no-such")}, "gen_ai.client.operation.duration").empty(), "no provider was asked");
    }

    void namesThatAreMadeUpMakeNoPoints()
    {
        std::vector<Receipt> receipts;
        for (int i = 0; i < 20; ++i) {
            receipts.push_back(failed(Fault::BadRequest));
            receipts.back().model = "made-up-" + std::to_string(i);
        }
        const auto points = pointsOf(receipts, "gen_ai.client.operation.duration");
        QCOMPARE(points.size(), std::size_t(1));
        QCOMPARE(valueOf(points[0], "gen_ai.request.model"), std::string("gpt"));
    }

    void thereIsABoundAndSumsStayRight()
    {
        std::vector<Receipt> receipts;
        for (std::size_t i = 0; i < OtelMeter::mostPoints + 50; ++i) {
            receipts.push_back(answered());
            receipts.back().model = "m" + std::to_string(i);
        }
        const auto points = pointsOf(receipts, "gen_ai.client.operation.duration");
        QCOMPARE(points.size(), OtelMeter::mostPoints + 1);
        std::uint64_t count = 0;
        for (const auto &point : points)
            count += point.count;
        QCOMPARE(count, std::uint64_t(receipts.size()));
        const auto other = std::find_if(
            points.begin(), points.end(), [](const auto &each) { return valueOf(each, "gen_ai.request.model") == "other"; });
        QVERIFY(other != points.end() && other->count == 50);
    }

    void whoAskedIsLeftOutOnDemand()
    {
        Terms terms;
        terms.hidesCaller = true;
        const auto points = pointsOf({answered()}, "gen_ai.client.operation.duration", terms);
        for (const char *name : {"metadata.user_api_key_team_id", "metadata.user_api_key_team_alias"})
            QVERIFY(valueOf(points.at(0), name).empty());
    }

    void longNamesAreCut()
    {
        Receipt receipt = answered();
        receipt.model = std::string(1000, 'm');
        QCOMPARE(valueOf(pointsOf({receipt}, "gen_ai.client.operation.duration").at(0), "gen_ai.request.model").size(),
            std::size_t(256));
    }

    void whatTookNoTokensHasNoPointOfThem()
    {
        Receipt receipt = answered();
        receipt.usage.output = 0;
        QCOMPARE(pointsOf({receipt}, "gen_ai.client.token.usage").size(), std::size_t(1));
        QVERIFY(pointsOf({receipt}, "gen_ai.client.response.time_per_output_token").empty());
    }

    void aValueAtABoundBelongsToIt()
    {
        Receipt receipt = answered();
        receipt.usage.input = 64;
        receipt.usage.output = 65;
        for (const auto &point : pointsOf({receipt}, "gen_ai.client.token.usage"))
            QCOMPARE(point.buckets[valueOf(point, "gen_ai.token.type") == "input" ? 3 : 4], std::uint64_t(1));
    }

    void addressesFollowTheConvention_data()
    {
        QTest::addColumn<QByteArray>("variable");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("url");
        const auto add = [](const char *variable, const char *value, const char *url) {
            QTest::addRow("%s=%s", variable, value) << QByteArray(variable) << QByteArray(value) << QByteArray(url);
        };
        add("OTEL_EXPORTER_OTLP_ENDPOINT", "http://h/", "http://h/v1/metrics");
        add("OTEL_ENDPOINT", "http://h/v1/traces", "http://h/v1/metrics");
        add("OTEL_ENDPOINT", "http://h/v1/metrics/", "http://h/v1/metrics");
        add("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", "http://h/own", "http://h/own");
        add("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "http://h/a/v1/traces", "http://h/a/v1/metrics");
    }
    void addressesFollowTheConvention()
    {
        QFETCH(QByteArray, variable);
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, url);
        const Variables variables {{variable.toStdString(), Secret(value.toStdString())}};
        const Terms terms;
        QCOMPARE(otelAccount({variables, terms}, "metrics").url, url.toStdString());
    }

    void oneReportWaitsAtATime()
    {
        const Variables variables {{"OTEL_ENDPOINT", Secret("http://h")}, {"OTEL_METRIC_EXPORT_INTERVAL", Secret("250")}};
        const Terms terms;
        const auto sink = makeOtelMetrics({variables, terms});
        QCOMPARE(sink->habits().interval, std::chrono::milliseconds(250));
        QVERIFY(!sink->report(answered()).empty());
        QVERIFY(sink->report(answered()).empty());
        const std::string first = sink->post({}, now).body;
        QVERIFY2(sink->post({}, now).body == first, "what is sent again is not counted again");
        QVERIFY(!sink->report(answered()).empty());
        QVERIFY(sink->post({}, now).body != first);
    }
};

QTEST_GUILESS_MAIN(TestOtelMeter)
#include "tst_otel_meter.moc"
