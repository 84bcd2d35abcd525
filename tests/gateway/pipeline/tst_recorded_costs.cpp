// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/bill.h"
#include "gateway/pipeline/snapshot.h"
#include "gateway/translate/usage_tap.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::pipeline;

namespace {

/// An answer as a provider sent it, and what it costs, worked out by hand from the provider's price list.
struct Recorded {
    const char *name, *model, *answer;
    std::int64_t nanos; ///< the sum, with the arithmetic beside it: tokens times nano-dollars a token
};

const Recorded recorded[] {
    // 3 read at 3000, 50 written to the cache at 3750, 200 read from it at 300, 8 out at 15000:
    // 9000 + 187500 + 60000 + 120000. (LiteLLM 1.98.1 told 0.000189: it left the written ones out, whose kinds are told as 0.)
    {"anthropic", "anthropic/claude-sonnet-4-5-20250929",
        R"({"type":"message","usage":{"input_tokens":3,"cache_creation_input_tokens":50,"cache_read_input_tokens":200,)"
        R"("cache_creation":{"ephemeral_5m_input_tokens":0,"ephemeral_1h_input_tokens":0},"output_tokens":8,"service_tier":"standard"}})",
        376500},
    // 14 in, 8 of them from the cache: 6 at 2500, 8 at 1250; 12 out at 10000, of which 3 were thought: 15000 + 10000 + 120000.
    {"openai, cached", "openai/gpt-4o",
        R"({"object":"chat.completion","usage":{"prompt_tokens":14,"completion_tokens":12,"total_tokens":26,"prompt_tokens_details":)"
        R"({"cached_tokens":8,"audio_tokens":0},"completion_tokens_details":{"reasoning_tokens":3,"audio_tokens":0}},"service_tier":"default"})",
        145000},
    // 14 at 1250, 80 at 10000, of which 64 were thought: 17500 + 800000.
    {"openai, reasoning", "openai/gpt-5",
        R"({"object":"chat.completion","usage":{"prompt_tokens":14,"completion_tokens":80,"total_tokens":94,"prompt_tokens_details":)"
        R"({"cached_tokens":0,"audio_tokens":0},"completion_tokens_details":{"reasoning_tokens":64,"audio_tokens":0}},"service_tier":"default"})",
        817500},
    // 14 at 300; 8 and 20 thoughts at 2500: 4200 + 20000 + 50000.
    {"gemini", "gemini/gemini-2.5-flash",
        R"({"candidates":[],"usageMetadata":{"promptTokenCount":14,"candidatesTokenCount":8,"totalTokenCount":42,)"
        R"("promptTokensDetails":[{"modality":"TEXT","tokenCount":14}],"thoughtsTokenCount":20},"modelVersion":"gemini-2.5-flash"})",
        74200},
    // 14 at 3000, 200 from the cache at 300, 50 to it at 3750, 8 at 15000: 42000 + 60000 + 187500 + 120000.
    {"bedrock", "bedrock/anthropic.claude-sonnet-4-20250514-v1:0",
        R"({"output":{"message":{"role":"assistant","content":[{"text":"Hi"}]}},"stopReason":"end_turn","usage":{"inputTokens":14,)"
        R"("outputTokens":8,"totalTokens":272,"cacheReadInputTokens":200,"cacheWriteInputTokens":50}})",
        409500},
    // 10 at 140, 4 from the cache at 2.8 = 11.2, which is 11; 8 at 280: 1400 + 11 + 2240.
    {"deepseek", "deepseek/deepseek-chat",
        R"({"object":"chat.completion","usage":{"prompt_tokens":14,"completion_tokens":8,"total_tokens":22,"prompt_cache_hit_tokens":4,)"
        R"("prompt_cache_miss_tokens":10},"service_tier":"default"})",
        3651},
    // 14 at 500, 8 at 1500: 7000 + 12000.
    {"mistral", "mistral/mistral-large-latest",
        R"({"object":"chat.completion","usage":{"prompt_tokens":14,"completion_tokens":8,"total_tokens":22},"service_tier":"default"})",
        19000},
    // 14 at 150, 8 at 600: 2100 + 4800.
    {"groq", "groq/openai/gpt-oss-120b",
        R"({"object":"chat.completion","usage":{"prompt_tokens":14,"completion_tokens":8,"total_tokens":22,"prompt_tokens_details":)"
        R"({"cached_tokens":0,"audio_tokens":0},"completion_tokens_details":{"reasoning_tokens":0}},"service_tier":"default"})",
        6900},
    // 14 at 2500, 8 at 10000: 35000 + 80000.
    {"azure", "azure/gpt-4o",
        R"({"object":"chat.completion","usage":{"prompt_tokens":14,"completion_tokens":8,"total_tokens":22,"prompt_tokens_details":)"
        R"({"cached_tokens":0,"audio_tokens":0},"completion_tokens_details":{"reasoning_tokens":0}},"service_tier":"default"})",
        115000},
};

} // namespace

/// What recorded answers of eight providers cost, to the nano-dollar, at the prices of the built-in table.
class TestRecordedCosts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aRecordedAnswerCostsWhatItsProviderAsks_data()
    {
        QTest::addColumn<int>("index");
        for (int i = 0; i < int(std::size(recorded)); ++i)
            QTest::newRow(recorded[i].name) << i;
    }

    void aRecordedAnswerCostsWhatItsProviderAsks()
    {
        QFETCH(int, index);
        const Recorded &each = recorded[index];
        const auto environment = [](const std::string &) { return std::optional<std::string>(); };
        const auto snapshot =
            compile(config::parse("model_list: [{model_name: m, litellm_params: {model: '" + std::string(each.model)
                    + "', api_key: k, api_base: 'http://127.0.0.1:1', aws_access_key_id: a, aws_secret_access_key: b, "
                      "aws_region_name: us-east-1}}]\n",
                "test.yaml", environment));
        QCOMPARE(snapshot->router.deployments().size(), std::size_t(1));
        translate::UsageTap tap("application/json");
        tap.feed(each.answer);
        Receipt receipt;
        receipt.usage = tap.usage();
        QVERIFY(receipt.usage.reported);
        wire::Call call;
        call.body = *wire::JsonObject::parse("{}");
        const auto cost = costOf(receipt, call, snapshot->router.deployments().front(), snapshot->catalogue);
        QVERIFY(cost);
        QCOMPARE(cost->total.nanoDollars, each.nanos);
        Money lines;
        for (const CostLine &line : cost->lines)
            lines = lines + line.cost;
        QCOMPARE(lines.nanoDollars, each.nanos); // nothing is charged that no line tells of
        const CostParts parts = partsOf(*cost);
        QCOMPARE((parts.input + parts.output + parts.cachedRead + parts.cacheWrite).nanoDollars, each.nanos);
    }
};

QTEST_GUILESS_MAIN(TestRecordedCosts)
#include "tst_recorded_costs.moc"
