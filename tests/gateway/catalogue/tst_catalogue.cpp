// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/catalogue/catalogue.h"
#include "gateway/catalogue/fields.h"
#include "gateway/catalogue/load.h"
#include "gateway/catalogue/names.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::catalogue;

namespace {

Entry entry(const char *name, const char *provider)
{
    return {name, provider, {}, {}, {}, {}};
}

Catalogue sample()
{
    return Catalogue({entry("gpt-4o", "openai"), entry("gpt-4o-2024-08-06", "openai"), entry("ft:gpt-4o-2024-08-06", "openai"),
        entry("claude-sonnet-4-5", "anthropic"), entry("azure/gpt-4o", "azure"), entry("azure_ai/grok-4", "azure_ai"),
        entry("us.anthropic.claude-sonnet-4-5-20250929-v1:0", "bedrock_converse"),
        entry("anthropic.claude-sonnet-4-5-20250929-v1:0", "bedrock_converse"), entry("amazon.nova-pro-v1:0", "bedrock_converse"),
        entry("vertex_ai/claude-sonnet-4-5", "vertex_ai-anthropic_models"), entry("gemini/gemini-2.5-flash", "gemini"),
        entry("command-a-03-2025", "cohere_chat"), entry("groq/openai/gpt-oss-120b", "groq"),
        entry("openrouter/anthropic/claude-sonnet-4", "openrouter"), entry("together_ai/Qwen/Qwen3-8B", "together_ai"),
        entry("gpt-3.5-turbo-instruct", "text-completion-openai")});
}

std::string found(const char *provider, const char *model)
{
    static const Catalogue catalogue = sample();
    const Entry *entry = catalogue.find(provider, model);
    return entry ? entry->name : std::string("nothing");
}

// Outside the class: moc does not read raw strings with braces.
const char wholeEntry[] = R"({"sample_spec": {"max_tokens": "text, as LiteLLM explains itself"},
            "m": {"litellm_provider": "p", "mode": "chat", "max_input_tokens": 128000.0, "max_output_tokens": 16384,
                  "input_cost_per_token": 2.5e-06, "output_cost_per_token": 1e-05, "input_cost_per_token_flex": null,
                  "supports_vision": true, "supports_reasoning": false, "source": "https://example.org/\u00e4", "date": "2026-09-25",
                  "search_context_cost_per_query": {"search_context_size_low": 0.03, "comment": [1, {"a": "}"}]},
                  "tiered_pricing": [{"range": [0, 32000], "input_cost_per_token": 1e-06},
                                     {"range": [32000.0, 128000], "input_cost_per_token": 2e-06}, {"max_results_range": [0, 25]}],
                  "unknown": {"nested": [1, 2, {"input_cost_per_token": "x"}]}}})";

const char ownMap[] = R"({"only-this": {"litellm_provider": "openai", "max_output_tokens": 7}})";
const char brokenMap[] = R"({"gpt-x": {"input_cost_per_token": "much"}})";

struct BrokenMap {
    const char *what, *json, *words;
};
const BrokenMap brokenMaps[] = {
    BrokenMap {"nothing", "", "empty"},
    BrokenMap {"a list", "[]", "type"},
    BrokenMap {"an entry that is none", R"({"gpt-x": 5})", "'gpt-x'"},
    BrokenMap {"cut", R"({"gpt-x": {"mode": "chat")", ""},
    BrokenMap {"more behind", R"({"gpt-x": {"mode": "chat"}} {})", "behind"},
    BrokenMap {"a negative price", R"({"gpt-x": {"input_cost_per_token": -1}})", "input_cost_per_token of 'gpt-x'"},
    BrokenMap {"text for a price", R"({"gpt-x": {"output_cost_per_token_flex": "3"}})", "output_cost_per_token_flex of 'gpt-x'"},
    BrokenMap {"a price in a band", R"({"gpt-x": {"tiered_pricing": [{"range": [0], "input_cost_per_token": {}}]}})",
        "input_cost_per_token of 'gpt-x'"},
    BrokenMap {"no UTF-8", "{\"a\xff\": {}}", "UTF"},
    BrokenMap {"control characters", "{\"a\": {\"mode\": \x01}}", ""},
};

std::string complaint(const char *json)
{
    const auto entries = entriesFrom(json);
    return entries ? std::string("read") : entries.error().message;
}

Loaded loaded(const std::string &yaml, std::map<std::string, std::string> variables = {})
{
    const auto environment = [variables](const std::string &name) -> std::optional<std::string> {
        const auto place = variables.find(name);
        return place == variables.end() ? std::nullopt : std::optional(place->second);
    };
    return load(config::parse(yaml, "test.yaml", environment));
}

} // namespace

class TestCatalogue : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    std::string written(const char *name, const char *text)
    {
        QFile file(m_folder.filePath(QString::fromLatin1(name)));
        const bool isOpen = file.open(QIODevice::WriteOnly);
        Q_ASSERT(isOpen);
        file.write(text);
        return file.fileName().toStdString();
    }

private Q_SLOTS:
    void aModelIsFoundUnderItsName_data()
    {
        QTest::addColumn<QByteArray>("provider");
        QTest::addColumn<QByteArray>("model");
        QTest::addColumn<QByteArray>("name");
        const auto row = [](const char *what, const char *provider, const char *model, const char *name) {
            QTest::newRow(what) << QByteArray(provider) << QByteArray(model) << QByteArray(name);
        };
        row("bare", "openai", "gpt-4o", "gpt-4o");
        row("with the provider", "azure", "gpt-4o", "azure/gpt-4o");
        row("capitals", "openai", "GPT-4o", "gpt-4o");
        row("capitals in the table", "together_ai", "qwen/qwen3-8b", "together_ai/Qwen/Qwen3-8B");
        row("another provider's", "groq", "gpt-4o", "nothing");
        row("exact date", "openai", "gpt-4o-2024-08-06", "gpt-4o-2024-08-06");
        row("a date that is not listed", "openai", "gpt-4o-2031-01-01", "gpt-4o");
        row("Anthropic's dates", "anthropic", "claude-sonnet-4-5-20250929", "claude-sonnet-4-5");
        row("latest", "openai", "gpt-4o-latest", "gpt-4o");
        row("Vertex's versions", "vertex_ai", "claude-sonnet-4-5@20250929", "vertex_ai/claude-sonnet-4-5");
        row("fine-tuned", "openai", "ft:gpt-4o-2024-08-06:acme::abc", "ft:gpt-4o-2024-08-06");
        row("fine-tuned, base without a price", "openai", "ft:gpt-9:acme::abc", "nothing");
        row("a region's own", "bedrock", "us.anthropic.claude-sonnet-4-5-20250929-v1:0",
            "us.anthropic.claude-sonnet-4-5-20250929-v1:0");
        row("region without a price", "bedrock", "eu.anthropic.claude-sonnet-4-5-20250929-v1:0",
            "anthropic.claude-sonnet-4-5-20250929-v1:0");
        row("Bedrock's routes", "bedrock", "converse/us.amazon.nova-pro-v1:0", "amazon.nova-pro-v1:0");
        row("a region before a slash", "bedrock", "eu-west-1/amazon.nova-pro-v1:0", "amazon.nova-pro-v1:0");
        row("Azure's series", "azure", "o_series/gpt-4o", "azure/gpt-4o");
        row("slashes in the name", "openrouter", "anthropic/claude-sonnet-4", "openrouter/anthropic/claude-sonnet-4");
        row("a family of providers", "cohere", "command-a-03-2025", "command-a-03-2025");
        row("text completions", "openai", "gpt-3.5-turbo-instruct", "gpt-3.5-turbo-instruct");
        row("text completions by their name", "text-completion-openai", "gpt-3.5-turbo-instruct", "gpt-3.5-turbo-instruct");
        row("unknown", "openai", "my-own-model", "nothing");
        row("empty", "openai", "", "nothing");
    }

    void aModelIsFoundUnderItsName()
    {
        QFETCH(QByteArray, provider);
        QFETCH(QByteArray, model);
        QFETCH(QByteArray, name);
        QCOMPARE(QByteArray::fromStdString(found(provider.constData(), model.constData())), name);
    }

    void ofNamesThatDifferInCaseTheVeryOneIsTaken()
    {
        const Catalogue catalogue({entry("x/Model", "x"), entry("x/model", "x")});
        QCOMPARE(catalogue.named("x/model")->name, std::string("x/model"));
        QCOMPARE(catalogue.named("x/Model")->name, std::string("x/Model"));
        QVERIFY(catalogue.named("X/MODEL"));
    }

    void aProvidersModelsAreListedWithItsPrefix()
    {
        const std::vector<std::string> expected {
            "openai/ft:gpt-4o-2024-08-06", "openai/gpt-3.5-turbo-instruct", "openai/gpt-4o", "openai/gpt-4o-2024-08-06"};
        QCOMPARE(sample().namesOf("openai"), expected);
        QCOMPARE(sample().namesOf("azure"), std::vector<std::string> {"azure/gpt-4o"});
        QCOMPARE(sample().namesOf("vertex_ai"), std::vector<std::string> {"vertex_ai/claude-sonnet-4-5"});
        QVERIFY(sample().namesOf("nobody").empty());
    }

    void everyPriceHasAName()
    {
        for (const char *name : {"input_cost_per_token", "cache_read_input_token_cost_above_200k_tokens_priority",
                 "cache_creation_input_token_cost_above_1hr", "cache_creation_input_token_cost_above_1hr_above_200k_tokens",
                 "output_cost_per_token_batches", "input_cost_per_token_above_272k_tokens_flex", "input_cost_per_query"}) {
            const auto key = priceKey(name);
            QVERIFY2(key, name);
            QCOMPARE(priceName(*key), std::string(name));
        }
        QCOMPARE(priceKey("input_cost_per_token_above_128k_tokens")->aboveTokens, 128'000U);
        for (const char *name : {"", "cost", "input_cost_per_token_above_k_tokens",
                 "input_cost_per_token_above_9999999999k_tokens", "input_cost_per_token_sometimes", "_priority", "max_tokens"})
            QVERIFY2(!priceKey(name), name);
        for (const CapabilityName &row : capabilityNames())
            QVERIFY(capability(row.name) == row.capability); // they are searched as a sorted table
    }

    void anEntryIsReadWhole()
    {
        const auto entries = entriesFrom(wholeEntry);
        QVERIFY(entries);
        QCOMPARE(entries->size(), std::size_t(1));
        const Entry &read = entries->front();
        QCOMPARE(read.name, std::string("m"));
        QCOMPARE(read.provider, std::string("p"));
        QCOMPARE(read.facts.maxInputTokens, 128000);
        QCOMPARE(read.facts.maxOutputTokens, 16384);
        QCOMPARE(read.facts.supports(Capability::Vision), std::optional(true));
        QCOMPARE(read.facts.supports(Capability::Reasoning), std::optional(false));
        QVERIFY(!read.facts.supports(Capability::PdfInput));
        QCOMPARE(read.source, std::string("https://example.org/\xc3\xa4"));
        QCOMPARE(read.date, std::string("2026-09-25"));
        QCOMPARE(read.prices.find({Charge::Input})->femtoDollars, 1'000'000'000); // the first band is the plain price
        QCOMPARE(read.prices.find({Charge::Input, ServiceTier::Standard, 32'000})->femtoDollars, 2'000'000'000);
        QCOMPARE(read.prices.find({Charge::SearchesLow})->femtoDollars, 30'000'000'000'000);
        QCOMPARE(read.prices.rows().size(), std::size_t(4));
    }

    void aBrokenPriceMapSaysWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("words");
        for (const BrokenMap &map : brokenMaps)
            QTest::newRow(map.what) << QByteArray(map.json) << QByteArray(map.words);
    }

    void aBrokenPriceMapSaysWhatIsWrong()
    {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, words);
        const std::string said = complaint(json.constData());
        QVERIFY(said != "read");
        QVERIFY2(QString::fromStdString(said).contains(QString::fromLatin1(words), Qt::CaseInsensitive), said.c_str());
    }

    void aFileTakesTheTablesPlace()
    {
        const std::string path = written("map.json", ownMap);
        const auto byKey = loaded("litellm_settings: {model_cost_map_url: \"" + path + "\"}");
        QCOMPARE(byKey.catalogue.entries().size(), std::size_t(1));
        QCOMPARE(byKey.file, path);
        QVERIFY(byKey.diagnostics.empty());
        const auto byVariable = loaded("", {{"LITELLM_MODEL_COST_MAP_URL", "file://" + path}});
        QCOMPARE(byVariable.catalogue.entries().size(), std::size_t(1));
        const auto local = loaded("", {{"LITELLM_MODEL_COST_MAP_URL", path}, {"LITELLM_LOCAL_MODEL_COST_MAP", "True"}});
        QVERIFY(!local.catalogue.named("only-this"));
    }

    void withABrokenFileTheTableStays()
    {
        const std::string path = written("broken.json", brokenMap);
        for (const std::string &address : {path, m_folder.filePath(QStringLiteral("missing.json")).toStdString(),
                 m_folder.path().toStdString(), written("empty.json", "{}")}) {
            const auto map = loaded("litellm_settings: {model_cost_map_url: \"" + address + "\"}");
            QCOMPARE(map.diagnostics.size(), std::size_t(1));
            QCOMPARE(map.diagnostics.front().level, config::Diagnostic::Level::Error);
            QVERIFY(map.diagnostics.front().message.find(address) != std::string::npos);
            QCOMPARE(map.diagnostics.front().where.line, 1);
            QVERIFY(map.catalogue.named("claude-sonnet-4-5"));
        }
    }

    void nothingIsFetched()
    {
        const auto map = loaded("litellm_settings: {model_cost_map_url: \"https://example.org/map.json\"}");
        QCOMPARE(map.diagnostics.size(), std::size_t(1));
        QCOMPARE(map.diagnostics.front().level, config::Diagnostic::Level::Warning);
        QVERIFY(map.file.empty());
        QVERIFY(map.catalogue.named("claude-sonnet-4-5"));
    }
};

QTEST_GUILESS_MAIN(TestCatalogue)
#include "tst_catalogue.moc"
