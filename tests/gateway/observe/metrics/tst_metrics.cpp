// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "../calls.h"
#include "gateway/observe/metrics/metrics.h"
#include "page.h"

#include <QTest>

#include <chrono>

using namespace gatehouse;
using namespace gatehouse::observe;
using namespace gatehouse::observe::metrics;

namespace {

std::string pageOf(const Settings &settings, const std::vector<Receipt> &receipts)
{
    Metrics metrics;
    metrics.configure(settings);
    for (const Receipt &receipt : receipts)
        metrics.onReceipt(receipt);
    return metrics.page({});
}

Settings known()
{
    Settings settings;
    settings.models = {"gpt"};
    return settings;
}

} // namespace

class TestMetrics : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anAnsweredCallIsCounted()
    {
        Receipt streamed = answered();
        streamed.stream = true;
        const std::string page = pageOf(known(), {answered(), streamed});
        QCOMPARE(valueIn(page, "litellm_proxy_total_requests_metric_total",
                     {is("requested_model", "gpt"), is("status_code", "200"), is("hashed_api_key", "hash-1"),
                         is("api_key_alias", "alias"), is("team", "t-1"), is("team_alias", "red"), is("user", "ann"),
                         is("user_email", "ann@example.com"), is("route", "/v1/chat/completions"), is("client_ip", "10.0.0.1"),
                         is("user_agent", "curl/8"), is("model_id", "d-1"), is("end_user", "None")}),
            2.0);
        QCOMPARE(valueIn(page, "litellm_requests_metric_total", {is("model", "gpt-4o")}), 2.0);
        QCOMPARE(valueIn(page, "litellm_spend_metric_total"), 0.005);
        QCOMPARE(valueIn(page, "litellm_total_tokens_metric_total"), 30.0);
        QCOMPARE(valueIn(page, "litellm_input_tokens_metric_total"), 20.0);
        QCOMPARE(valueIn(page, "litellm_output_tokens_metric_total"), 10.0);
        QCOMPARE(valueIn(page, "litellm_llm_api_latency_metric_count"), 2.0);
        QCOMPARE(valueIn(page, "litellm_llm_api_time_to_first_token_metric_count"), 1.0);
        QCOMPARE(valueIn(page, "litellm_llm_api_latency_metric_bucket", {is("le", "0.5")}), 0.0);
        QCOMPARE(valueIn(page, "litellm_llm_api_latency_metric_bucket", {is("le", "1.0")}), 2.0);
        QCOMPARE(valueIn(page, "litellm_llm_api_latency_metric_bucket", {is("le", "+Inf")}), 2.0);
        QCOMPARE(valueIn(page, "litellm_llm_api_latency_metric_sum"), 1.4);
        QCOMPARE(
            valueIn(page, "litellm_overhead_latency_metric_sum", {is("model_group", "gpt"), is("api_provider", "openai")}), 0.04);
        QCOMPARE(valueIn(page, "litellm_deployment_success_responses_total",
                     {is("litellm_model_name", "gpt-4o"), is("api_base", "http://provider/v1")}),
            2.0);
        QCOMPARE(linesOf(page, "litellm_proxy_failed_requests_metric"), 0);
        QCOMPARE(linesOf(page, "litellm_deployment_failure_responses"), 0);
        QCOMPARE(valueIn(page, "gatehouse_stage_seconds_count", {is("stage", "upstream")}), 2.0);
        QCOMPARE(valueIn(page, "gatehouse_stage_seconds_sum", {is("stage", "queue")}), 0.00008);
    }

    void aFailureNamesItsClass()
    {
        const std::string page = pageOf(known(), {failed(Fault::RateLimit)});
        QCOMPARE(valueIn(page, "litellm_proxy_failed_requests_metric_total",
                     {is("exception_status", "429"), is("exception_class", "Openai.RateLimitError")}),
            1.0);
        QCOMPARE(valueIn(page, "litellm_llm_api_failed_requests_metric_total", {is("model", "gpt-4o")}), 1.0);
        QCOMPARE(valueIn(page, "litellm_deployment_failure_responses_total",
                     {is("exception_status", "429"), is("exception_class", "Openai.RateLimitError"), is("model_id", "d-1")}),
            1.0);
        QCOMPARE(linesOf(page, "litellm_requests_metric_total"), 0);
        QCOMPARE(linesOf(page, "litellm_request_total_latency_metric"), 0);
    }

    void aRefusalByTheGatewayNamesNoProvider()
    {
        const std::string page = pageOf(known(), {refused("gpt")});
        QCOMPARE(valueIn(page, "litellm_proxy_failed_requests_metric_total",
                     {is("exception_class", "BadRequestError"), is("model_id", "None"), is("requested_model", "gpt")}),
            1.0);
        QCOMPARE(linesOf(page, "litellm_llm_api_failed_requests_metric"), 0);
    }

    void aCallThatWentOnElsewhereTellsWhy()
    {
        Receipt receipt = answered("d-2");
        receipt.group = "backup";
        receipt.fallbacks = 1;
        receipt.attempts = {attemptAt("d-1", Fault::InternalServer), attemptAt("d-2", {}, "backup")};
        receipt.attempts.front().hasMadeRest = true;
        const std::string page = pageOf(known(), {receipt});
        QCOMPARE(valueIn(page, "litellm_deployment_successful_fallbacks_total",
                     {is("requested_model", "gpt"), is("fallback_model", "backup"), is("exception_status", "500"),
                         is("exception_class", "Openai.InternalServerError")}),
            1.0);
        QCOMPARE(
            valueIn(page, "litellm_deployment_cooled_down_total", {is("model_id", "d-1"), is("exception_status", "500")}), 1.0);
        QCOMPARE(valueIn(page, "litellm_deployment_total_requests_total", {is("model_id", "d-2")}), 1.0);
        receipt.outcome = Outcome::Failed;
        receipt.fault = Fault::RateLimit;
        receipt.status = 429;
        QCOMPARE(valueIn(pageOf(known(), {receipt}), "litellm_deployment_failed_fallbacks_total",
                     {is("fallback_model", "backup"), is("exception_status", "429")}),
            1.0);
    }

    void aCallerWhoLeftIsNoFailureOfAnybody()
    {
        Receipt receipt = failed(Fault::ClientGone);
        receipt.outcome = Outcome::Abandoned;
        const std::string page = pageOf(known(), {receipt});
        QCOMPARE(linesOf(page, "litellm_proxy_failed_requests_metric"), 0);
        QCOMPARE(linesOf(page, "litellm_deployment_failure_responses"), 0);
        QCOMPARE(valueIn(page, "gatehouse_calls_total", {is("outcome", "abandoned")}), 1.0);
    }

    void theProvidersOwnLimitsAreGauges()
    {
        Receipt first = answered(), second = answered();
        first.attempts.front().remainingRequests = 99;
        second.attempts.front().remainingRequests = 98;
        second.attempts.front().remainingTokens = 1234;
        const std::string page = pageOf(known(), {first, second});
        QCOMPARE(valueIn(page, "litellm_remaining_requests_metric"), 98.0);
        QCOMPARE(valueIn(page, "litellm_remaining_requests"), 98.0);
        QCOMPARE(valueIn(page, "litellm_remaining_tokens"), 1234.0);
    }

    void inventedModelsMakeNoSeries()
    {
        std::vector<Receipt> receipts;
        for (int i = 0; i < 500; ++i)
            receipts.push_back(refused("invented-" + std::to_string(i)));
        Receipt inPath = refused("invented");
        inPath.path = "/engines/invented/chat/completions";
        receipts.push_back(inPath);
        Receipt wildcard = failed(Fault::NotFound);
        wildcard.model = wildcard.upstreamModel = "openai/invented";
        receipts.push_back(wildcard);
        const std::string page = pageOf(known(), receipts);
        QCOMPARE(linesOf(page, "litellm_proxy_total_requests_metric_total{"), 3);
        QVERIFY(page.find("invented") == std::string::npos);
        QCOMPARE(
            valueIn(page, "litellm_proxy_failed_requests_metric_total",
                {is("requested_model", "other"), is("exception_class", "BadRequestError"), is("route", "/v1/chat/completions")}),
            500.0);
        Receipt works = answered();
        works.model = works.upstreamModel = "openai/new";
        QVERIFY(pageOf(known(), {works}).find(is("requested_model", "openai/new")) != std::string::npos);
    }

    void whatCallersFillIsBounded()
    {
        Settings settings = known();
        settings.shape.mostValues = 10;
        settings.shape.showsCustomers = true;
        std::vector<Receipt> receipts;
        for (int i = 0; i < 100; ++i) {
            receipts.push_back(answered());
            receipts.back().userAgent = "agent " + std::to_string(i);
            receipts.back().customer = "customer " + std::to_string(i);
        }
        const std::string page = pageOf(settings, receipts);
        QCOMPARE(linesOf(page, "litellm_requests_metric_total{"), 11);
        QCOMPARE(valueIn(page, "litellm_requests_metric_total", {is("user_agent", "other"), is("end_user", "other")}), 90.0);
        QCOMPARE(valueIn(page, "litellm_requests_metric_total", {is("user_agent", "agent 3")}), 1.0);
    }

    void allSeriesTogetherAreBoundedAndNothingIsLost()
    {
        Settings settings = known();
        settings.shape.mostSeries = 200;
        Metrics metrics;
        metrics.configure(settings);
        for (int i = 0; i < 100; ++i) {
            Receipt receipt = answered();
            receipt.principal =
                std::make_shared<const Principal>(Principal {"key-" + std::to_string(i), {}, {}, {}, {}, {}, {}, {}});
            metrics.onReceipt(receipt);
        }
        const std::string page = metrics.page({});
        double sum = 0;
        for (const QByteArray &line : QByteArray::fromStdString(page).split('\n')) {
            if (line.startsWith("litellm_spend_metric_total{"))
                sum += line.mid(line.lastIndexOf(' ') + 1).toDouble();
        }
        QVERIFY(std::abs(sum - 0.25) < 1e-9);
        QVERIFY(linesOf(page, "litellm_") < 200 + 1000); // and of each metric one for the others
        QVERIFY(*valueIn(page, "gatehouse_metrics_series") <= 200);
        QVERIFY(*valueIn(page, "gatehouse_metrics_folded_total") > 50);
        QCOMPARE(valueIn(page, "litellm_spend_metric_total", {is("hashed_api_key", "other")}).has_value(), true);
    }

    void labelValuesAreEscapedAndUtf8()
    {
        QCOMPARE(escaped("a\x22 b\\c\nd"), std::string("a\\\x22 b\\\\c\\nd"));
        QCOMPARE(escaped("f\xff g"), std::string("f\xef\xbf\xbd g"));
        QCOMPARE(escaped(std::string_view("nul\0!", 5)).size(), std::size_t(5));
        Receipt one = answered(), two = answered(), three = answered();
        one.userAgent = "x\xff";
        two.userAgent = "x\xfe"; // looks the same
        three.userAgent = "None";
        Receipt nobodys = answered();
        nobodys.userAgent.clear();
        const std::string page = pageOf(known(), {one, two, three, nobodys});
        QCOMPARE(linesOf(page, "litellm_requests_metric_total{"), 2);
        QCOMPARE(valueIn(page, "litellm_requests_metric_total", {is("user_agent", "None")}), 2.0);
    }

    void numbersAreWrittenSoThatTheyAreReadBack()
    {
        const auto text = [](double value) {
            std::string page;
            writeNumber(page, value);
            return page;
        };
        QCOMPARE(text(12), std::string("12"));
        QCOMPARE(text(0.1), std::string("0.1"));
        QCOMPARE(text(-3), std::string("-3"));
        QCOMPARE(text(std::numeric_limits<double>::infinity()), std::string("+Inf"));
        QCOMPARE(text(std::numeric_limits<double>::quiet_NaN()), std::string("NaN"));
        QCOMPARE(QByteArray::fromStdString(text(1e22)).toDouble(), 1e22);
    }

    void theConfigurationChoosesMetricsAndLabels()
    {
        Settings settings = known();
        settings.shape.chosen.emplace();
        settings.shape.chosen->emplace("litellm_spend_metric", std::set<std::string> {"team", "model"});
        settings.shape.chosen->emplace("litellm_deployment_success_responses", std::nullopt);
        const std::string page = pageOf(settings, {answered()});
        QVERIFY(page.find("litellm_spend_metric_total{" + is("team", "t-1") + "," + is("model", "gpt-4o") + "} 0.0025\n")
            != std::string::npos);
        QVERIFY(page.find("litellm_deployment_success_responses_total{") != std::string::npos);
        QVERIFY(page.find("\nlitellm_deployment_success_responses{") != std::string::npos);
        QCOMPARE(linesOf(page, "litellm_proxy_total_requests_metric"), 0);
        QVERIFY(page.find("gatehouse_stage_seconds_bucket") != std::string::npos);
    }

    void aRestByAHealthCheckIsCountedAsNoRequest()
    {
        Settings settings = known();
        settings.shape.tags = {{"tag_prod", "prod"}};
        Metrics metrics;
        metrics.configure(settings);
        Receipt receipt = answered();
        receipt.tags = {"prod"};
        metrics.onReceipt(receipt);
        AttemptRecord check = attemptAt("d-9", Fault::Authentication);
        check.hasMadeRest = true;
        metrics.onCheck(check);
        metrics.onCheck(attemptAt("d-9", {}));
        const std::string page = metrics.page({});
        QCOMPARE(valueIn(page, "litellm_deployment_cooled_down_total", {is("model_id", "d-9"), is("tag_prod", "false")}), 1.0);
        QCOMPARE(linesOf(page, "litellm_deployment_total_requests_total"), 1);
    }

    void theMetadataOfKeyAndTeamStandsAboveTheRequests()
    {
        Settings settings = known();
        settings.shape.metadata = {{"metadata_unit", {"unit"}}, {"metadata_deep_number", {"deep", "number"}}};
        settings.shape.mostValues = 4;
        Metrics metrics;
        metrics.configure(settings);
        Receipt receipt = answered();
        receipt.metadata = metadataOfUnit;
        auto who = std::make_shared<Principal>(*receipt.principal);
        who->labels = labelsOf("administered");
        receipt.principal = who;
        metrics.onReceipt(receipt);
        QCOMPARE(valueIn(metrics.page({}), "litellm_spend_metric_total",
                     {is("metadata_unit", "administered"), is("metadata_deep_number", "7")}),
            0.0025);
        for (int i = 0; i < 9; ++i) {
            who = std::make_shared<Principal>(*who);
            who->labels = labelsOf("u" + std::to_string(i));
            receipt.principal = who;
            metrics.onReceipt(receipt);
        }
        QVERIFY(valueIn(metrics.page({}), "litellm_spend_metric_total", {is("metadata_unit", "other")}));
        QCOMPARE(linesOf(metrics.page({}), "litellm_spend_metric_total"), 5);
    }

    void metadataAndTagsBecomeLabels()
    {
        Settings settings = known();
        settings.shape.metadata = {{"metadata_team_name", {"team_name"}}, {"metadata_deep_number", {"deep", "number"}}};
        settings.shape.tags = {{"tag_prod", "prod"}, {"tag_User_Agent__", "User-Agent: *"}};
        Receipt receipt = answered();
        receipt.metadata = metadataOfBlue;
        receipt.tags = {"prod", "User-Agent: curl"};
        const std::string page = pageOf(settings, {receipt, answered()});
        QCOMPARE(valueIn(page, "litellm_spend_metric_total",
                     {is("metadata_team_name", "blue \x5c\x22x\x5c\x22"), is("metadata_deep_number", "7"), is("tag_prod", "true"),
                         is("tag_User_Agent__", "true")}),
            0.0025);
        QCOMPARE(
            valueIn(page, "litellm_spend_metric_total", {is("metadata_team_name", "None"), is("tag_prod", "false")}), 0.0025);
    }

    void whatIsGatheredIsShown()
    {
        Metrics metrics;
        const std::string page =
            metrics.page({{"litellm_remaining_team_budget_metric", {{Label::Team, "t\x22 1"}, {Label::TeamAlias, ""}},
                              std::numeric_limits<double>::infinity()},
                {"process_cpu_seconds", {}, 1.5}});
        QVERIFY(page.find("litellm_remaining_team_budget_metric{" + is("team", "t\\\x22 1") + "," + is("team_alias", "None")
                    + "} +Inf\n")
            != std::string::npos);
        QVERIFY(page.find("# TYPE process_cpu_seconds_total counter\nprocess_cpu_seconds_total 1.5\n") != std::string::npos);
    }

    void countingBeginsAnewOnlyWhereTheShapeIsAnother()
    {
        Metrics metrics;
        metrics.configure(known());
        metrics.onReceipt(answered());
        Settings more = known();
        more.models.insert("more");
        metrics.configure(more);
        QCOMPARE(valueIn(metrics.page({}), "litellm_requests_metric_total"), 1.0);
        more.shape.tags = {{"tag_prod", "prod"}};
        metrics.configure(more);
        QCOMPARE(valueIn(metrics.page({}), "litellm_requests_metric_total"), std::nullopt);
        metrics.onReceipt(answered());
        QCOMPARE(valueIn(metrics.page({}), "litellm_requests_metric_total", {is("tag_prod", "false")}), 1.0);
    }

    // Printed, not judged: machines differ.
    void aReceiptTakesLittleTime()
    {
        Metrics metrics;
        metrics.configure(known());
        std::vector<Receipt> receipts;
        for (int i = 0; i < 64; ++i)
            receipts.push_back(answered("d-" + std::to_string(i % 4)));
        constexpr int rounds = 1000;
        const auto begin = std::chrono::steady_clock::now();
        for (int i = 0; i < rounds; ++i) {
            for (const Receipt &receipt : receipts)
                metrics.onReceipt(receipt);
        }
        const std::chrono::duration<double, std::nano> taken = std::chrono::steady_clock::now() - begin;
        qInfo("%.0f ns a receipt", taken.count() / (rounds * static_cast<double>(receipts.size())));
        QCOMPARE(valueIn(metrics.page({}), "gatehouse_calls_total"), 64.0 * rounds);
    }
};

QTEST_APPLESS_MAIN(TestMetrics)
#include "tst_metrics.moc"
