// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/cohere_messages_writer.h"
#include "gateway/translate/cohere_request.h"
#include "gateway/translate/json_view.h"
#include "gateway/translate/rest_members.h"
#include "gateway/wire/json_writer.h"

#include <algorithm>
#include <array>
#include <optional>

namespace gatehouse::translate {

namespace {

struct Effort {
    std::string_view word;
    std::int64_t budget; ///< tokens; 0 = no limit but the answer's own
};
constexpr std::int64_t noThinking = -1;
constexpr std::array efforts {
    Effort {"minimal", 512},
    Effort {"low", 1024},
    Effort {"medium", 4096},
    Effort {"high", 0},
    Effort {"xhigh", 0},
    Effort {"max", 0},
};

class Writer
{
public:
    Writer(const Conversation &conversation, const Target &target)
        : m_conversation(conversation)
        , m_target(target)
    {
    }

    Result<ProviderRequest> write();

private:
    Result<> writeMessages();
    Result<> writeTools();
    void writeTool(wire::JsonWriter &json, const Tool &tool);
    void writeToolChoice();
    void writeSampling();
    void writeResponseFormat();
    Result<std::optional<std::int64_t>> budget() const;
    Result<> writeThinking();
    Result<> writeRest();
    bool isOffered(const Tool &tool) const;
    Members &out() { return m_result.members; }

    const Conversation &m_conversation;
    const Target &m_target;
    ProviderRequest m_result;
    std::vector<std::string> m_documents;
};

Result<ProviderRequest> Writer::write()
{
    for (const auto step : {&Writer::writeMessages, &Writer::writeTools, &Writer::writeThinking, &Writer::writeRest}) {
        if (auto done = (this->*step)(); !done)
            return Failure {std::move(done).error()};
    }
    return std::move(m_result);
}

Result<> Writer::writeMessages()
{
    auto messages = writeCohereMessages(m_conversation, m_target);
    if (!messages)
        return Failure {std::move(messages).error()};
    out().set("messages", std::move(messages->messages));
    m_documents = std::move(messages->documents);
    writeSampling();
    writeResponseFormat();
    return {};
}

// Cohere can be told to call some tool, not which: so it is offered no other.
bool Writer::isOffered(const Tool &tool) const
{
    const auto &choice = m_conversation.toolChoice;
    return !choice || choice->kind != ToolChoice::Kind::Named || choice->name == tool.name;
}

Result<> Writer::writeTools()
{
    wire::JsonWriter json;
    json.beginArray();
    bool any = false, allStrict = true;
    for (const Tool &tool : m_conversation.tools) {
        if (!tool.otherJson.empty() && !m_target.dropParams)
            return Failure {hostedToolRefused(tool, m_target)};
        if (!tool.otherJson.empty() || !isOffered(tool))
            continue;
        writeTool(json, tool);
        any = true;
        allStrict = allStrict && tool.strict.value_or(false);
    }
    if (!any)
        return {};
    out().set("tools", json.endArray().take());
    if (allStrict) // one switch for all of them, not one for each
        out().set("strict_tools", "true");
    writeToolChoice();
    return {};
}

void Writer::writeTool(wire::JsonWriter &json, const Tool &tool)
{
    json.beginObject().key("type").string("function").key("function").beginObject().key("name").string(tool.name);
    if (!tool.description.empty())
        json.key("description").string(tool.description);
    json.key("parameters").raw(tool.schemaJson.empty() ? R"({"type":"object","properties":{}})" : tool.schemaJson);
    json.endObject().endObject();
}

void Writer::writeToolChoice()
{
    const auto &choice = m_conversation.toolChoice;
    if (!choice || choice->kind == ToolChoice::Kind::Auto)
        return;
    out().set("tool_choice", choice->kind == ToolChoice::Kind::None ? "\"NONE\"" : "\"REQUIRED\"");
}

void Writer::writeSampling()
{
    const auto set = [this](std::string_view name, const auto &value) {
        if (value)
            out().set(name, wire::JsonWriter().number(*value).text());
    };
    set("max_tokens", m_conversation.maxTokens);
    set("temperature", m_conversation.temperature);
    set("p", m_conversation.topP);
    set("k", m_conversation.topK);
    if (m_conversation.stop.empty())
        return;
    wire::JsonWriter stops;
    stops.beginArray();
    for (const std::string &stop : m_conversation.stop)
        stops.string(stop);
    out().set("stop_sequences", stops.endArray().take());
}

void Writer::writeResponseFormat()
{
    const Members format(m_conversation.responseFormatJson);
    const std::string_view type = innerOf(format.find("type"));
    if (type != "json_object" && type != "json_schema")
        return;
    std::string_view schema = member(format.find("json_schema"), "schema");
    for (const std::string_view name : {"schema", "response_schema"}) {
        if (!isObject(schema))
            schema = format.find(name);
    }
    wire::JsonWriter json;
    json.beginObject().key("type").string("json_object");
    if (isObject(schema))
        json.key("json_schema").raw(schema);
    out().set("response_format", json.endObject().take());
}

// Tokens to think with: see Effort. Nothing where nothing was said.
Result<std::optional<std::int64_t>> Writer::budget() const
{
    using Budget = std::optional<std::int64_t>;
    const Members thinking(m_conversation.thinkingJson);
    const std::string_view word = m_conversation.reasoningEffort;
    if (innerOf(thinking.find("type")) == "disabled" || word == "none" || word == "disable")
        return Budget(noThinking);
    for (const std::string_view name : {"token_budget", "budget_tokens"}) {
        if (thinking.has(name))
            return Budget(countOf(thinking.find(name)));
    }
    if (word.empty())
        return thinking.empty() ? Budget() : Budget(0);
    const auto effort = std::find_if(efforts.begin(), efforts.end(), [&](const Effort &row) { return row.word == word; });
    if (effort == efforts.end())
        return Failure {Error {Fault::BadRequest, "reasoning_effort must be none, minimal, low, medium or high"}};
    return Budget(effort->budget);
}

Result<> Writer::writeThinking()
{
    if (!thinksAtCohere(m_target))
        return {};
    const auto tokens = budget();
    if (!tokens)
        return Failure {tokens.error()};
    if (!*tokens)
        return {};
    wire::JsonWriter json;
    json.beginObject().key("type").string(**tokens == noThinking ? "disabled" : "enabled");
    if (**tokens > 0)
        json.key("token_budget").number(**tokens);
    out().set("thinking", json.endObject().take());
    return {};
}

Result<> Writer::writeRest()
{
    auto rest = restFor(m_conversation, m_target);
    if (!rest)
        return Failure {std::move(rest).error()};
    out().offerAll(*rest);
    if (m_documents.empty())
        return {};
    wire::JsonWriter json;
    json.beginArray();
    JsonItems given(out().find("documents"));
    while (given.next())
        json.raw(given.raw());
    for (const std::string &document : m_documents)
        json.raw(document);
    out().set("documents", json.endArray().take());
    return {};
}

} // namespace

Result<ProviderRequest> writeCohereRequest(const Conversation &conversation, const Target &target)
{
    return Writer(conversation, target).write();
}

} // namespace gatehouse::translate
