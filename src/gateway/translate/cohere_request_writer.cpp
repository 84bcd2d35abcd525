// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/cohere_messages_writer.h"
#include "gateway/translate/cohere_request.h"
#include "gateway/translate/json_view.h"
#include "gateway/translate/request_writer.h"
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
    void writeToolChoice();
    void writeSampling();
    void writeResponseFormat();
    Result<std::optional<std::int64_t>> budget() const;
    Result<> writeThinking();
    Result<> writeRest();
    bool isOffered(const Tool &tool) const;

    std::vector<std::string> m_documents;
};

Result<ProviderRequest> Writer::write()
{
    if (auto done = take(*this, {&Writer::writeMessages, &Writer::writeTools, &Writer::writeThinking, &Writer::writeRest}); !done)
        return Failure {std::move(done).error()};
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
    const auto tools = functionTools(m_conversation, m_target);
    if (!tools)
        return Failure {tools.error()};
    wire::JsonWriter json;
    json.beginArray();
    bool any = false, allStrict = true;
    for (const Tool *tool : *tools) {
        if (!isOffered(*tool))
            continue;
        beginFunction(json, *tool);
        json.endObject().endObject();
        any = true;
        allStrict = allStrict && tool->strict.value_or(false);
    }
    if (!any)
        return {};
    out().set("tools", json.endArray().take());
    if (allStrict) // one switch for all of them, not one for each
        out().set("strict_tools", "true");
    writeToolChoice();
    return {};
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
    setNumber(out(), "max_tokens", m_conversation.maxTokens);
    setNumber(out(), "temperature", m_conversation.temperature);
    setNumber(out(), "p", m_conversation.topP);
    setNumber(out(), "k", m_conversation.topK);
    setTexts(out(), "stop_sequences", m_conversation.stop);
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
