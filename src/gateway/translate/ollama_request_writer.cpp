// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/json_view.h"
#include "gateway/translate/ollama_request.h"
#include "gateway/translate/request_writer.h"
#include "gateway/translate/rest_members.h"
#include "gateway/wire/json_writer.h"

#include <algorithm>
#include <array>

namespace gatehouse::translate {

namespace {

constexpr std::array<std::string_view, 14> refusals {"audio", "logit_bias", "logprobs", "modalities", "n", "parallel_tool_calls",
    "prediction", "prompt_cache_key", "prompt_cache_retention", "safety_identifier", "service_tier", "top_logprobs", "verbosity",
    "web_search_options"};

// Members that stand beside the messages; whatever else has no common meaning is an option of the model's runner.
constexpr std::array<std::string_view, 5> topLevel {"format", "keep_alive", "shift", "think", "truncate"};

template <std::size_t N> bool isOneOf(const std::array<std::string_view, N> &names, std::string_view name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

class Writer : RequestWriter
{
public:
    Writer(const Conversation &conversation, const Target &target)
        : RequestWriter(conversation, target)
    {
    }

    Result<ProviderRequest> write();

private:
    Result<> writeMessages();
    Result<> writeTools();
    Result<> writeRest();
    bool isOffered(const Tool &tool) const;
    void writeOptions();
    void writeFormat();
    void writeThink();
    std::string thinkWord() const;

    Members m_options;
};

Result<ProviderRequest> Writer::write()
{
    if (auto done = take(*this, {&Writer::writeMessages, &Writer::writeTools, &Writer::writeRest}); !done)
        return Failure {std::move(done).error()};
    writeFormat();
    writeThink();
    writeOptions();
    return std::move(m_result);
}

Result<> Writer::writeMessages()
{
    auto messages = writeOllamaMessages(m_conversation, m_target);
    if (!messages)
        return Failure {std::move(messages).error()};
    out().set("messages", std::move(*messages));
    return {};
}

// Ollama cannot be told whether to call a tool; but what is not offered is not called.
bool Writer::isOffered(const Tool &tool) const
{
    const auto &choice = m_conversation.toolChoice;
    if (!choice)
        return true;
    return choice->kind != ToolChoice::Kind::None && (choice->kind != ToolChoice::Kind::Named || choice->name == tool.name);
}

Result<> Writer::writeTools()
{
    const auto tools = functionTools(m_conversation, m_target);
    if (!tools)
        return Failure {tools.error()};
    wire::JsonWriter json;
    json.beginArray();
    bool any = false;
    for (const Tool *tool : *tools) {
        if (!isOffered(*tool))
            continue;
        beginFunction(json, *tool);
        if (tool->strict)
            json.key("strict").boolean(*tool->strict);
        json.endObject().endObject();
        any = true;
    }
    if (any)
        out().set("tools", json.endArray().take());
    return {};
}

Result<> Writer::writeRest()
{
    auto rest = restFor(m_conversation, m_target);
    if (!rest)
        return Failure {std::move(rest).error()};
    std::vector<Members::Member> beside, options;
    std::string_view given;
    for (const Members::Member &each : *rest) {
        if (each.name == "options")
            given = each.raw;
        else
            (isOneOf(topLevel, each.name) ? beside : options).push_back(each);
    }
    if (!given.empty() && !isObject(given))
        return Failure {Error {Fault::BadRequest, "options must be an object"}};
    out().offerAll(beside);
    m_options = Members(given);
    m_options.offerAll(options);
    return {};
}

void Writer::writeOptions()
{
    setNumber(m_options, "num_predict", m_conversation.maxTokens);
    setNumber(m_options, "temperature", m_conversation.temperature);
    setNumber(m_options, "top_p", m_conversation.topP);
    setNumber(m_options, "top_k", m_conversation.topK);
    setTexts(m_options, "stop", m_conversation.stop);
    if (m_options.empty())
        return;
    wire::JsonWriter json;
    json.beginObject();
    for (const auto &[name, raw] : m_options)
        json.key(name).raw(raw);
    out().set("options", json.endObject().take());
}

void Writer::writeFormat()
{
    const Members format(m_conversation.responseFormatJson);
    const std::string_view type = innerOf(format.find("type"));
    const std::string_view schema = member(format.find("json_schema"), "schema");
    if (type == "json_schema" && isObject(schema))
        out().set("format", std::string(schema));
    else if (type == "json_object" || type == "json_schema")
        out().set("format", "\"json\"");
}

// What "think" is to be, as JSON; empty where nothing was said. Only gpt-oss knows how hard; the others think or do not.
std::string Writer::thinkWord() const
{
    const std::string_view word = m_conversation.reasoningEffort;
    const std::string_view type = innerOf(member(m_conversation.thinkingJson, "type"));
    if (type == "disabled" || word == "none" || word == "disable")
        return "false";
    if (word.empty())
        return type.empty() ? "" : "true";
    if (m_target.model.find("gpt-oss") == m_target.model.npos)
        return "true";
    return word == "minimal" || word == "low" ? "\"low\"" : word == "medium" ? "\"medium\"" : "\"high\"";
}

void Writer::writeThink()
{
    if (std::string word = thinkWord(); !word.empty())
        out().set("think", std::move(word));
}

} // namespace

Result<> fitToOllama(Members &members, const Target &target)
{
    members.erase("user"); // who asks is none of its parameters, and not worth an error
    // What says no more than what happens anyway.
    if (members.find("n") == "1")
        members.erase("n");
    if (members.find("parallel_tool_calls") == "true")
        members.erase("parallel_tool_calls");
    return refuse(members, target, refusals);
}

Result<ProviderRequest> writeOllamaRequest(const Conversation &conversation, const Target &target)
{
    return Writer(conversation, target).write();
}

} // namespace gatehouse::translate
