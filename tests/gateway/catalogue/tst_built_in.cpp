// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/catalogue/built_in.h"
#include "gateway/catalogue/cost.h"
#include "gateway/catalogue/load.h"

#include <QRegularExpression>
#include <QTest>

#include <set>

using namespace gatehouse;
using namespace gatehouse::catalogue;

namespace {

const Catalogue &table()
{
    static const Catalogue table = builtIn();
    return table;
}

const Entry *find(const char *name)
{
    const std::string_view text(name);
    return table().find(text.substr(0, text.find('/')), text.substr(text.find('/') + 1));
}

} // namespace

/// The table that is part of the program, resources/models/.
class TestBuiltIn : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyFileIsAPriceMap()
    {
        QVERIFY(builtInTexts().size() > 20);
        for (const std::string_view text : builtInTexts()) {
            const auto entries = entriesFrom(std::string(text));
            QVERIFY2(entries, entries ? "" : entries.error().message.c_str());
        }
    }

    void everyModelSaysWhereItsFiguresStandAndWhenTheyHeld()
    {
        QVERIFY(table().entries().size() > 1000);
        static const QRegularExpression day(QStringLiteral("^20\\d\\d-[01]\\d-[0-3]\\d$"));
        std::set<std::string> names;
        for (const Entry &entry : table().entries()) {
            const char *name = entry.name.c_str();
            QVERIFY2(names.insert(entry.name).second, name);
            QVERIFY2(!entry.provider.empty() && !entry.facts.mode.empty(), name);
            QVERIFY2(entry.source.starts_with("https://"), name);
            QVERIFY2(day.match(QString::fromStdString(entry.date)).hasMatch(), name);
        }
    }

    // A slip of the decimal point would stand out.
    void pricesAreWhatPricesAre()
    {
        constexpr std::int64_t dearest = 700'000'000'000; // 700 $ a million tokens
        for (const Entry &entry : table().entries()) {
            const char *name = entry.name.c_str();
            for (const auto &[key, price] : entry.prices.rows())
                QVERIFY2(key.charge > Charge::Citation || price.femtoDollars <= dearest, name);
            const auto input = entry.prices.find({Charge::Input});
            const auto cached = entry.prices.find({Charge::CachedRead});
            const auto written = entry.prices.find({Charge::CacheWrite});
            const auto hour = entry.prices.find({Charge::CacheWrite1h});
            QVERIFY2(!input || !cached || cached->femtoDollars <= input->femtoDollars, name);
            QVERIFY2(!written || !hour || written->femtoDollars <= hour->femtoDollars, name);
            QVERIFY2(entry.facts.maxOutputTokens <= 1'100'000 && entry.facts.maxInputTokens <= 11'000'000, name);
        }
    }

    void whatARecordedCallCostIsWhatItCostsHere_data()
    {
        QTest::addColumn<QByteArray>("model");
        QTest::addColumn<int>("input");
        QTest::addColumn<int>("output");
        QTest::addColumn<QByteArray>("cost");
        // x-litellm-response-cost of LiteLLM 1.98.1, without its binary noise.
        const auto row = [](const char *model, int input, int output, const char *cost) {
            QTest::newRow(model) << QByteArray(model) << input << output << QByteArray(cost);
        };
        row("anthropic/claude-sonnet-4-5-20250929", 14, 8, "0.000162");
        row("anthropic/claude-3-7-sonnet-20250219", 14, 8, "0.000162");
        row("azure/gpt-4o", 14, 8, "0.000115");
        row("bedrock/converse/anthropic.claude-sonnet-4-20250514-v1:0", 14, 8, "0.000162");
        row("bedrock/us.amazon.nova-pro-v1:0", 14, 8, "3.68e-05");
        row("bedrock/amazon.titan-embed-text-v2:0", 2, 0, "4e-08");
        row("cohere_chat/command-a-03-2025", 80, 8, "0.00028");
        row("gemini/gemini-2.5-flash", 14, 8, "2.42e-05");
        row("gemini/gemini-3-pro-preview", 14, 8, "0.000124");
        row("gemini/gemini-embedding-001", 1, 0, "1.5e-07");
        row("groq/openai/gpt-oss-120b", 14, 8, "6.9e-06");
        row("mistral/mistral-large-latest", 14, 8, "1.9e-05");
        row("mistral/mistral-embed", 5, 0, "5e-07");
        row("ollama_chat/llama3.1", 14, 8, "0.0");
        row("openai/gpt-4o", 14, 8, "0.000115");
        row("openai/gpt-4o-mini", 14, 8, "6.9e-06");
        row("openai/gpt-4.1-nano", 14, 8, "4.6e-06");
        row("openai/gpt-5", 14, 80, "0.0008175");
        row("openai/text-embedding-3-small", 5, 0, "1e-07");
        row("text-completion-openai/gpt-3.5-turbo-instruct", 14, 8, "3.7e-05");
    }

    void whatARecordedCallCostIsWhatItCostsHere()
    {
        QFETCH(QByteArray, model);
        QFETCH(int, input);
        QFETCH(int, output);
        QFETCH(QByteArray, cost);
        const Entry *entry = find(model.constData());
        QVERIFY(entry);
        Consumption consumption;
        consumption.usage.input = input;
        consumption.usage.output = output;
        const auto bill = catalogue::cost(consumption, entry->prices);
        QVERIFY(bill);
        QCOMPARE(QByteArray::fromStdString(dollars(bill->total)), cost);
    }

    void cachedAndWrittenTokensCostWhatTheRecordSays()
    {
        Consumption consumption;
        consumption.usage.input = 253;
        consumption.usage.output = 8;
        consumption.usage.cachedRead = 200;
        consumption.usage.cacheWrite = 50;
        consumption.usage.cacheWrite5m = 30;
        consumption.usage.cacheWrite1h = 20;
        const Entry *claude = find("anthropic/claude-sonnet-4-5-20250929");
        QCOMPARE(dollars(cost(consumption, claude->prices)->total), std::string("0.0004215"));
    }

    // Anthropic refuses a request without max_tokens, so these limits are sent.
    void claudesLimitsAreKnownUnderAllTheirNames_data()
    {
        QTest::addColumn<int>("limit");
        QTest::newRow("anthropic/claude-3-haiku-20240307") << 4096;
        QTest::newRow("anthropic/claude-3-5-sonnet-20241022") << 8192;
        QTest::newRow("anthropic/claude-3-7-sonnet-20250219") << 64000;
        QTest::newRow("anthropic/claude-sonnet-4-20250514") << 64000;
        QTest::newRow("anthropic/claude-opus-4-1-20250805") << 32000;
        QTest::newRow("anthropic/claude-haiku-4-5") << 64000;
        QTest::newRow("anthropic/claude-opus-4-6") << 128000;
        QTest::newRow("anthropic/claude-sonnet-4-6") << 128000;
        QTest::newRow("anthropic/claude-opus-5-5") << 128000;
        QTest::newRow("anthropic/Claude-Haiku-4-5-20251001") << 64000;
        QTest::newRow("bedrock/invoke/us.anthropic.claude-opus-4-6-v1:0") << 128000;
        QTest::newRow("bedrock/eu.anthropic.claude-sonnet-4-5-20250929-v1:0") << 64000;
        QTest::newRow("vertex_ai/claude-sonnet-4-5@20250929") << 64000;
        QTest::newRow("vertex_ai/claude-haiku-5-5@default") << 128000;
        QTest::newRow("azure_ai/claude-sonnet-4-5") << 64000;
    }

    void claudesLimitsAreKnownUnderAllTheirNames()
    {
        QFETCH(int, limit);
        const Entry *entry = find(QTest::currentDataTag());
        QVERIFY(entry);
        QCOMPARE(entry->facts.maxOutputTokens, limit);
    }

    void everyKindOfModelIsThere()
    {
        std::set<std::string> modes;
        for (const Entry &entry : table().entries())
            modes.insert(entry.facts.mode);
        for (const char *mode : {"chat", "completion", "responses", "embedding", "rerank", "moderation", "image_generation",
                 "audio_speech", "audio_transcription", "realtime"})
            QVERIFY2(modes.count(mode), mode);
        for (const char *provider :
            {"openai", "azure", "anthropic", "gemini", "vertex_ai", "bedrock", "cohere", "mistral", "groq", "deepseek", "xai",
                "together_ai", "fireworks_ai", "openrouter", "perplexity", "cerebras", "voyage", "jina_ai"})
            QVERIFY2(!table().namesOf(provider).empty(), provider);
    }
};

QTEST_GUILESS_MAIN(TestBuiltIn)
#include "tst_built_in.moc"
