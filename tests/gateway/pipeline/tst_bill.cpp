// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/bill.h"
#include "gateway/pipeline/snapshot.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::pipeline;

namespace {

std::shared_ptr<const Snapshot> snapshotOf(const std::string &params, const std::string &name = "m")
{
    const auto environment = [](const std::string &) { return std::optional<std::string>(); };
    return compile(config::parse("model_list: [{model_name: \"" + name + "\", litellm_params: {api_key: k, " + params + "}}]\n",
        "test.yaml", environment));
}

wire::Call callOf(const std::string &body, Operation operation = Operation::Chat)
{
    wire::Call call;
    call.operation = operation;
    call.body = *wire::JsonObject::parse(body);
    return call;
}

Receipt receiptOf(std::int64_t input, std::int64_t output)
{
    Receipt receipt;
    receipt.usage.input = input;
    receipt.usage.output = output;
    receipt.usage.reported = true;
    return receipt;
}

/// "dear" at ten times the prices of "cheap", one that is paid by the second, and one whose prices nobody knows.
std::shared_ptr<const Snapshot> fourDeployments()
{
    const auto environment = [](const std::string &) { return std::optional<std::string>(); };
    return compile(config::parse(
        "model_list:\n"
        "  - {model_name: m, litellm_params: {model: openai/mine, api_key: k, input_cost_per_token: 0.001, "
        "output_cost_per_token: 0.002}, model_info: {id: cheap}}\n"
        "  - {model_name: m, litellm_params: {model: openai/mine, api_key: k, input_cost_per_token: 0.01, "
        "output_cost_per_token: 0.02}, model_info: {id: dear}}\n"
        "  - {model_name: m, litellm_params: {model: openai/mine, api_key: k, input_cost_per_second: 0.001}, model_info: {id: "
        "timed}}\n"
        "  - {model_name: m, litellm_params: {model: openai/mine, api_key: k}, model_info: {id: unknown}}\n",
        "test.yaml", environment));
}

AttemptRecord attemptAt(const std::string &deployment, std::int64_t input, std::int64_t output)
{
    AttemptRecord attempt;
    attempt.deployment = deployment;
    attempt.usage = receiptOf(input, output).usage;
    return attempt;
}

std::string totalOfAll(Receipt &receipt)
{
    const auto snapshot = fourDeployments();
    const auto cost = costOfAll(receipt, callOf("{}"), *snapshot, snapshot->router.deployments().front());
    return cost ? dollars(cost->total) : "unknown";
}

std::string costOfAttempt(const Receipt &receipt, std::size_t index)
{
    const auto &cost = receipt.attempts[index].cost;
    return cost ? dollars(*cost) : "nothing";
}

/// "unknown", or dollars.
std::string total(const Receipt &receipt, const wire::Call &call, const Snapshot &snapshot)
{
    const auto cost = costOf(receipt, call, snapshot.router.deployments().front(), snapshot.catalogue);
    return cost ? dollars(cost->total) : "unknown";
}

} // namespace

class TestBill : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aCallCostsWhatItUsed_data()
    {
        QTest::addColumn<QByteArray>("params");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("dollars");
        const auto row = [](const char *name, const char *params, const char *body, const char *dollars) {
            QTest::newRow(name) << QByteArray(params) << QByteArray(body) << QByteArray(dollars);
        };
        row("a listed model", "model: anthropic/claude-sonnet-4-5-20250929", "{}", "0.000162");
        row("prices of its own", "model: openai/mine, input_cost_per_token: 0.001, output_cost_per_token: 0.002", "{}", "0.03");
        row("a model nobody knows", "model: openai/mine", "{}", "unknown");
        row("a model that is free", "model: openai/mine, input_cost_per_token: 0, output_cost_per_token: 0", "{}", "0.0");
        row("an urgent request", "model: openai/gpt-4.1", R"({"service_tier":"priority"})", "0.000161");
        row("the same without hurry", "model: openai/gpt-4.1", R"({"service_tier":"default"})", "9.2e-05");
        row("by the second", "model: openai/mine, input_cost_per_second: 0.001", "{}", "0.0015");
    }

    void aCallCostsWhatItUsed()
    {
        QFETCH(QByteArray, params);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, dollars);
        Receipt receipt = receiptOf(14, 8);
        receipt.upstreamTime = std::chrono::milliseconds(1500);
        const std::string cost = total(receipt, callOf(body.toStdString()), *snapshotOf(params.toStdString()));
        QCOMPARE(QByteArray::fromStdString(cost), dollars);
    }

    void aWildcardCostsWhatItStoodFor()
    {
        const auto snapshot = snapshotOf("model: anthropic/*", "claude-*");
        Receipt receipt = receiptOf(14, 8);
        receipt.upstreamModel = "claude-sonnet-4-5-20250929";
        QCOMPARE(total(receipt, callOf("{}"), *snapshot), std::string("0.000162"));
        receipt.upstreamModel = "claude-of-tomorrow";
        QCOMPARE(total(receipt, callOf("{}"), *snapshot), std::string("unknown"));
    }

    void tokensThatWereNotCountedAreNotFree()
    {
        Receipt receipt;
        receipt.upstreamTime = std::chrono::milliseconds(1500);
        const std::string params = "model: openai/mine, input_cost_per_token: 0.001, input_cost_per_second: 0.001";
        QCOMPARE(total(receipt, callOf("{}"), *snapshotOf(params)), std::string("unknown"));
    }

    void otherOperationsHaveUnitsOfTheirOwn_data()
    {
        QTest::addColumn<QByteArray>("params");
        QTest::addColumn<int>("operation");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("dollars");
        const auto row = [](const char *name, const char *params, Operation operation, const std::string &body,
                             const char *dollars) {
            QTest::newRow(name) << QByteArray(params) << int(operation) << QByteArray::fromStdString(body) << QByteArray(dollars);
        };
        row("characters, and not bytes", "model: openai/mine, input_cost_per_character: 0.001", Operation::Speech,
            "{\"input\":\"H\xc3\xa4\\u00e4\"}", "0.003");
        row("a query", "model: cohere/mine, input_cost_per_query: 0.002", Operation::Rerank, R"({"documents":["a","b"]})",
            "0.002");
        std::string many = R"({"documents":["a")";
        for (int i = 0; i < 100; ++i)
            many += R"(,"b")";
        row("a long query", "model: cohere/mine, input_cost_per_query: 0.002", Operation::Rerank, many + "]}", "0.004");
        row("an image", "model: openai/mine, output_cost_per_image: 0.04", Operation::ImageGeneration, "{}", "0.04");
        row("images", "model: openai/mine, output_cost_per_image: 0.04", Operation::ImageGeneration, R"({"n":3})", "0.12");
        row("an absurd count", "model: openai/mine, output_cost_per_image: 0.04", Operation::ImageGeneration, R"({"n":1e300})",
            "40.0");
        row("a recording of unknown length", "model: openai/whisper-1", Operation::Transcription, "{}", "unknown");
        row("counting", "model: openai/mine, input_cost_per_second: 0.002", Operation::CountTokens, "{}", "unknown");
    }

    void otherOperationsHaveUnitsOfTheirOwn()
    {
        QFETCH(QByteArray, params);
        QFETCH(int, operation);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, dollars);
        const auto call = callOf(body.toStdString(), Operation(operation));
        Receipt receipt;
        receipt.upstreamTime = std::chrono::milliseconds(1500);
        QCOMPARE(QByteArray::fromStdString(total(receipt, call, *snapshotOf(params.toStdString()))), dollars);
    }

    void eachAttemptIsBilledAtItsOwnPrices()
    {
        Receipt receipt;
        receipt.attempts = {attemptAt("cheap", 10, 1), attemptAt("dear", 10, 1)};
        QCOMPARE(totalOfAll(receipt), std::string("0.132"));
        QCOMPARE(costOfAttempt(receipt, 0), std::string("0.012"));
        QCOMPARE(costOfAttempt(receipt, 1), std::string("0.12"));
        const auto snapshot = fourDeployments();
        const auto cost = costOfAll(receipt, callOf("{}"), *snapshot, snapshot->router.deployments().front());
        QCOMPARE(cost->lines.size(), std::size_t(4)); // input and output of each
    }

    void aCopyThatWasGivenUpIsBilledByEstimate()
    {
        Receipt receipt;
        AttemptRecord givenUp = attemptAt("dear", 10, 0);
        givenUp.isCopy = givenUp.isGivenUp = givenUp.isEstimate = true;
        givenUp.usage.reported = false; // the provider had no time to say
        receipt.attempts = {givenUp, attemptAt("cheap", 10, 1)};
        QCOMPARE(totalOfAll(receipt), std::string("0.112"));
        QCOMPARE(costOfAttempt(receipt, 0), std::string("0.1"));
    }

    void aFailedAttemptCostsNothing()
    {
        Receipt receipt;
        AttemptRecord failed = attemptAt("timed", 0, 0);
        failed.usage = {};
        failed.duration = std::chrono::seconds(2);
        failed.fault = Fault::RateLimit;
        receipt.attempts = {failed, attemptAt("cheap", 10, 1)};
        QCOMPARE(totalOfAll(receipt), std::string("0.012"));
        QCOMPARE(costOfAttempt(receipt, 0), std::string("nothing"));
        receipt.attempts = {failed};
        QCOMPARE(totalOfAll(receipt), std::string("unknown"));
    }

    void whatABrokenStreamHasUsedIsPaid()
    {
        Receipt receipt;
        AttemptRecord broken = attemptAt("dear", 10, 1);
        broken.fault = Fault::ApiConnection;
        receipt.attempts = {broken};
        QCOMPARE(totalOfAll(receipt), std::string("0.12"));
    }

    void whoIsNotKnownAnyMoreOrHasNoPricesAddsNothing()
    {
        Receipt receipt;
        receipt.attempts = {attemptAt("unknown", 10, 1), attemptAt("removed", 10, 1), attemptAt("cheap", 10, 1)};
        QCOMPARE(totalOfAll(receipt), std::string("0.012"));
        QCOMPARE(costOfAttempt(receipt, 0), std::string("nothing"));
        receipt.attempts.pop_back();
        QCOMPARE(totalOfAll(receipt), std::string("unknown"));
    }
};

QTEST_GUILESS_MAIN(TestBill)
#include "tst_bill.moc"
