// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/openai_messages_writer.h"
#include "gateway/translate/openai_request.h"
#include "gateway/translate/reasoning_models.h"
#include "gateway/translate/request_writer.h"
#include "gateway/translate/rest_members.h"
#include "gateway/wire/json_writer.h"

#include <algorithm>
#include <optional>

namespace gatehouse::translate {

namespace {

class Writer
{
public:
    Writer(const Conversation &conversation, const Target &target)
        : m_conversation(conversation)
        , m_target(target)
        , m_isClaude(isClaude(target.model))
    {
    }

    Result<Members> write();

private:
    void writeTools();
    void writeTool(const Tool &tool);
    void writeHostedTool(const Tool &tool);
    void writeToolChoice();
    void writeSampling();
    void writeThinkingParameter();
    void writeRest();
    void fail(Error error);

    const Conversation &m_conversation;
    const Target &m_target;
    const bool m_isClaude; // Claude behind an OpenAI face understands more than OpenAI's words
    Members m_members;
    wire::JsonWriter m_json;
    std::optional<Error> m_error;
};

void Writer::fail(Error error)
{
    if (!m_error)
        m_error = std::move(error);
}

Result<Members> Writer::write()
{
    auto messages = writeOpenAiMessages(m_conversation, m_target);
    if (!messages)
        return Failure {messages.error()};
    m_members.set("messages", std::move(*messages));
    writeTools();
    writeToolChoice();
    writeSampling();
    writeThinkingParameter();
    writeRest();
    if (m_error)
        return Failure {*m_error};
    return std::move(m_members);
}

void Writer::writeTools()
{
    m_json.beginArray();
    for (const Tool &tool : m_conversation.tools)
        tool.otherJson.empty() ? writeTool(tool) : writeHostedTool(tool);
    if (m_json.text() != "[")
        m_members.set("tools", m_json.endArray().take());
    m_json = {};
}

void Writer::writeTool(const Tool &tool)
{
    m_json.beginObject().key("type").string("function").key("function").beginObject().key("name").string(tool.name);
    if (!tool.schemaJson.empty())
        m_json.key("parameters").raw(tool.schemaJson);
    if (!tool.description.empty())
        m_json.key("description").string(tool.description);
    if (tool.strict)
        m_json.key("strict").boolean(*tool.strict);
    m_json.endObject();
    if (m_isClaude && !tool.cacheControlJson.empty())
        m_json.key("cache_control").raw(tool.cacheControlJson);
    m_json.endObject();
}

// A tool that Anthropic runs itself. OpenAI's search models have one like it; nothing else can be served elsewhere.
void Writer::writeHostedTool(const Tool &tool)
{
    const bool isSearch = wire::jsonString(Members(tool.otherJson).find("type")).value_or("").starts_with("web_search");
    if (isSearch && m_target.model.find("search") != std::string_view::npos)
        m_members.set("web_search_options", "{}");
    else if (!m_target.dropParams)
        fail(hostedToolRefused(tool, m_target));
}

void Writer::writeToolChoice()
{
    if (!m_members.has("tools"))
        return;
    if (m_conversation.parallelToolCalls)
        m_members.set("parallel_tool_calls", *m_conversation.parallelToolCalls ? "true" : "false");
    if (!m_conversation.toolChoice)
        return;
    switch (m_conversation.toolChoice->kind) {
    case ToolChoice::Kind::Auto: m_members.set("tool_choice", "\"auto\""); break;
    case ToolChoice::Kind::None: m_members.set("tool_choice", "\"none\""); break;
    case ToolChoice::Kind::Required: m_members.set("tool_choice", "\"required\""); break;
    case ToolChoice::Kind::Named: {
        wire::JsonWriter json;
        json.beginObject().key("type").string("function").key("function").beginObject();
        json.key("name").string(m_conversation.toolChoice->name).endObject().endObject();
        m_members.set("tool_choice", json.take());
        break;
    }
    }
}

void Writer::writeSampling()
{
    setNumber(m_members, "max_tokens", m_conversation.maxTokens);
    setNumber(m_members, "temperature", m_conversation.temperature);
    setNumber(m_members, "top_p", m_conversation.topP);
    if (m_target.deployment.provider.quirks.has(Quirk::OpenAiModels) && m_conversation.topK && !m_target.dropParams && !m_error)
        m_error = unsupported({"top_k"}, m_target);
    else if (!m_target.deployment.provider.quirks.has(Quirk::OpenAiModels))
        setNumber(m_members, "top_k", m_conversation.topK);
    if (!m_conversation.user.empty())
        m_members.set("user", wire::JsonWriter().string(fittedUser(m_conversation.user, m_target)).text());
    setTexts(m_members, "stop", m_conversation.stop);
    if (!m_conversation.responseFormatJson.empty())
        m_members.set("response_format", m_conversation.responseFormatJson);
}

void Writer::writeThinkingParameter()
{
    if (m_isClaude && !m_conversation.thinkingJson.empty())
        m_members.set("thinking", m_conversation.thinkingJson);
    else if (!m_conversation.reasoningEffort.empty() && reasons(m_target))
        m_members.set("reasoning_effort", wire::JsonWriter().string(effortFor(m_conversation, m_target)).text());
}

void Writer::writeRest()
{
    auto rest = restFor(m_conversation, m_target);
    if (!rest)
        return fail(std::move(rest).error());
    m_members.offerAll(*rest);
}

} // namespace

Result<ProviderRequest> writeOpenAiRequest(const Conversation &conversation, const Target &target)
{
    auto members = Writer(conversation, target).write();
    if (!members)
        return Failure {std::move(members).error()};
    if (auto fitted = relayOpenAiRequest(*members, target); !fitted)
        return Failure {std::move(fitted).error()};
    return ProviderRequest {std::move(*members)};
}

} // namespace gatehouse::translate
