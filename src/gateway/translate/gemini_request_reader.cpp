// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/dialects.h"
#include "gateway/translate/gemini_door.h"
#include "gateway/translate/google_names.h"
#include "gateway/translate/google_schema.h"
#include "gateway/translate/json_view.h"
#include "gateway/translate/reasoning_models.h"
#include "gateway/translate/request_reader.h"

#include <algorithm>
#include <array>

namespace gatehouse::translate {

namespace {

constexpr std::array<std::string_view, 5> readElsewhere {
    "contents", "systemInstruction", "tools", "toolConfig", "generationConfig"};
// They steer what only Google has: its filters, its bills, its logs. "model" and "stream" are said by the address.
constexpr std::array<std::string_view, 5> leftOut {"safetySettings", "labels", "serviceTier", "model", "stream"};

template <typename Names> bool isOneOf(const Names &names, std::string_view written)
{
    return std::any_of(names.begin(), names.end(), [&](std::string_view name) { return isName(written, name); });
}

class Reader : RequestReader
{
public:
    explicit Reader(const Members &members)
        : m_members(members)
        , m_config(findIn(members, "generationConfig"))
    {
    }

    Result<Conversation> read()
    {
        if (!readContents() || !readTools() || !readToolConfig() || !readSampling() || !readFormat() || !readThinking()
            || !refuseGooglesOwn() || !readRest())
            return Failure {*m_error};
        return std::move(m_result);
    }

private:
    bool readContents();
    bool readTools();
    bool readTool(const Members &tool);
    bool readDeclaration(std::string_view raw);
    bool readToolConfig();
    void keepOnly(const std::vector<std::string> &names);
    bool readSampling();
    bool readFormat();
    bool readThinking();
    void think(std::int64_t budget);
    bool refuseGooglesOwn();
    bool readRest();
    bool googleOnly(std::string_view name, std::string_view what);

    const Members &m_members;
    const Members m_config;
    Conversation m_result;
};

bool Reader::readContents()
{
    auto messages = readGeminiContents(findIn(m_members, "contents"), findIn(m_members, "systemInstruction"));
    if (messages)
        m_result.messages = std::move(*messages);
    else
        m_error = std::move(messages).error();
    return !m_error;
}

bool Reader::readTools()
{
    return eachOf(m_members, "tools", [this](std::string_view raw) { return readTool(Members(raw)); });
}

bool Reader::readTool(const Members &tool)
{
    for (const auto &[name, raw] : tool) {
        if (wire::jsonIsNull(raw))
            continue;
        if (!isName(name, "functionDeclarations")) {
            Tool hosted;
            hosted.name = name;
            hosted.otherJson = wire::JsonWriter().beginObject().key(name).raw(raw).endObject().text();
            m_result.tools.push_back(std::move(hosted));
            continue;
        }
        if (!isList(tool, name))
            return false;
        m_place.parts = "functionDeclarations";
        m_place.part = 0;
        for (JsonWalk walk(raw); walk.next(); ++m_place.part) {
            if (!readDeclaration(walk.raw()))
                return false;
        }
        m_place.part = -1;
    }
    return true;
}

bool Reader::readDeclaration(std::string_view raw)
{
    const Members declaration(raw);
    Tool tool;
    std::string schema;
    if (!requiredText(declaration, "name", tool.name) || !text(declaration, "description", tool.description)
        || !object(declaration, "parameters", schema)
        || !object(declaration, nameIn(declaration, "parametersJsonSchema"), tool.schemaJson))
        return false;
    if (tool.schemaJson.empty() && !schema.empty())
        tool.schemaJson = jsonSchemaOf(schema);
    m_result.tools.push_back(std::move(tool));
    return true;
}

bool Reader::readToolConfig()
{
    const Members config(findIn(m_members, "toolConfig"));
    const Members calling(findIn(config, "functionCallingConfig"));
    std::string mode;
    std::vector<std::string> names;
    m_place = {"toolConfig.functionCallingConfig", -1};
    if (!text(calling, "mode", mode) || !texts(calling, nameIn(calling, "allowedFunctionNames"), names))
        return false;
    std::transform(mode.begin(), mode.end(), mode.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    if (mode.empty() || mode == "MODE_UNSPECIFIED") {
        m_place = {};
        return true;
    }
    ToolChoice choice;
    if (mode == "NONE")
        choice.kind = ToolChoice::Kind::None;
    else if (mode == "ANY")
        choice.kind = names.size() == 1 ? ToolChoice::Kind::Named : ToolChoice::Kind::Required;
    else if (mode != "AUTO" && mode != "VALIDATED")
        return fail("mode", "must be AUTO, ANY, VALIDATED or NONE");
    if (choice.kind == ToolChoice::Kind::Named)
        choice.name = names.front();
    else if (choice.kind != ToolChoice::Kind::None && !names.empty())
        keepOnly(names);
    m_result.toolChoice = std::move(choice);
    m_place = {};
    return true;
}

// Several names that may be called: nobody else can be told so, but what is not offered is not called.
void Reader::keepOnly(const std::vector<std::string> &names)
{
    std::erase_if(m_result.tools, [&](const Tool &tool) {
        return tool.otherJson.empty() && std::find(names.begin(), names.end(), tool.name) == names.end();
    });
}

bool Reader::readSampling()
{
    std::string ignored;
    if (!object(m_members, nameIn(m_members, "generationConfig"), ignored))
        return false;
    m_place = {"generationConfig", -1};
    const auto named = [this](std::string_view name) { return nameIn(m_config, name); };
    const bool ok = integer(m_config, named("maxOutputTokens"), m_result.maxTokens)
        && number(m_config, "temperature", m_result.temperature) && number(m_config, named("topP"), m_result.topP)
        && integer(m_config, named("topK"), m_result.topK) && texts(m_config, named("stopSequences"), m_result.stop);
    if (!ok)
        return false;
    std::optional<double> value;
    for (const auto &[google, openAi] : {std::pair {"seed", "seed"}, std::pair {"presencePenalty", "presence_penalty"},
             std::pair {"frequencyPenalty", "frequency_penalty"}}) {
        value.reset();
        if (!number(m_config, named(google), value))
            return false;
        if (value)
            m_result.rest.emplace_back(openAi, m_config.find(named(google)));
    }
    m_place = {};
    return true;
}

bool Reader::readFormat()
{
    m_place = {"generationConfig", -1};
    std::string type, schema, google;
    const bool isOldName = wire::jsonIsNull(findIn(m_config, "responseJsonSchema"));
    const std::string_view jsonSchema = isOldName ? "_responseJsonSchema" : nameIn(m_config, "responseJsonSchema");
    if (!text(m_config, nameIn(m_config, "responseMimeType"), type) || !object(m_config, jsonSchema, schema)
        || !object(m_config, nameIn(m_config, "responseSchema"), google))
        return false;
    if (!type.empty() && type != "text/plain" && type != "application/json")
        return fail("responseMimeType", "must be text/plain or application/json; only Google's own models answer in others");
    if (schema.empty() && !google.empty())
        schema = jsonSchemaOf(google);
    if (!schema.empty())
        m_result.responseFormatJson = R"({"type":"json_schema","json_schema":{"name":"response","schema":)" + schema + "}}";
    else if (type == "application/json")
        m_result.responseFormatJson = R"({"type":"json_object"})";
    m_place = {};
    return true;
}

// In OpenAI's words, and as Anthropic says it where a budget is set. A caller who wants to see thoughts wants some.
bool Reader::readThinking()
{
    const Members config(findIn(m_config, "thinkingConfig"));
    std::optional<bool> shows;
    std::optional<std::int64_t> budget;
    std::string level;
    m_place = {"generationConfig.thinkingConfig", -1};
    if (!boolean(config, nameIn(config, "includeThoughts"), shows) || !integer(config, nameIn(config, "thinkingBudget"), budget)
        || !text(config, nameIn(config, "thinkingLevel"), level))
        return false;
    m_place = {};
    for (char &c : level)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if (!level.empty() && level != "thinking_level_unspecified")
        m_result.reasoningEffort = level;
    else if (budget)
        think(*budget);
    else if (shows.value_or(false))
        m_result.reasoningEffort = "medium";
    return true;
}

void Reader::think(std::int64_t budget)
{
    constexpr std::int64_t smallest = 1024; // that Anthropic takes
    if (budget < 0) {                       // as much as the model likes
        m_result.reasoningEffort = "medium";
    } else if (budget == 0) {
        m_result.thinkingJson = R"({"type":"disabled"})";
    } else {
        m_result.reasoningEffort = budget >= 10000 ? "high" : budget >= 5000 ? "medium" : budget >= 2000 ? "low" : "minimal";
        m_result.thinkingJson = R"({"type":"enabled","budget_tokens":)" + std::to_string(std::max(smallest, budget)) + '}';
    }
}

bool Reader::googleOnly(std::string_view name, std::string_view what)
{
    return fail(name, std::string(what) + ": only Google's own models can be asked for it");
}

bool Reader::refuseGooglesOwn()
{
    if (!wire::jsonIsNull(findIn(m_members, "cachedContent")))
        return googleOnly("cachedContent", "is kept by Google");
    m_place = {"generationConfig", -1};
    std::optional<std::int64_t> candidates;
    if (!integer(m_config, nameIn(m_config, "candidateCount"), candidates))
        return false;
    if (candidates.value_or(1) > 1)
        return googleOnly("candidateCount", "must be 1 here");
    if (findIn(m_config, "responseLogprobs") == "true")
        return googleOnly("responseLogprobs", "cannot be translated");
    for (JsonItems modality(findIn(m_config, "responseModalities")); modality.next();) {
        if (!wire::sameName(innerOf(modality.raw()), "text"))
            return googleOnly("responseModalities", "must be TEXT here");
    }
    m_place = {};
    return true;
}

bool Reader::readRest()
{
    for (const auto &[name, raw] : m_members) {
        if (!isOneOf(readElsewhere, name) && !isOneOf(leftOut, name) && !wire::jsonIsNull(raw))
            m_result.rest.emplace_back(name, raw);
    }
    return true;
}

} // namespace

Result<Conversation> readGeminiRequest(const Members &members)
{
    return Reader(members).read();
}

Result<> concedeGemini(Conversation &conversation, const Target &target)
{
    const bool isOpenAi = target.deployment.provider.quirks.has(Quirk::OpenAiModels);
    if (isOpenAi)
        conversation.topK.reset();
    if (isClaude(target.model) && !claudeModel(target.model).thinks()) {
        conversation.reasoningEffort.clear();
        conversation.thinkingJson.clear();
    }
    const auto fit = row(target.dialect).fit;
    if (!fit)
        return {}; // OpenAI's dialect sees to it itself, last
    Members rest;
    for (const auto &[name, raw] : conversation.rest)
        rest.offer(name, raw);
    if (auto fitted = fit(rest, target); !fitted)
        return fitted;
    std::vector<std::pair<std::string, std::string>> kept;
    for (const auto &[name, raw] : rest)
        kept.emplace_back(name, raw);
    conversation.rest = std::move(kept);
    return {};
}

} // namespace gatehouse::translate
