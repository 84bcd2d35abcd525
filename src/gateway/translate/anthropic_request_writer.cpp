// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/anthropic_messages_writer.h"
#include "gateway/translate/anthropic_request.h"
#include "gateway/translate/anthropic_tools_writer.h"
#include "gateway/translate/bedrock_invoke.h"
#include "gateway/translate/files.h"
#include "gateway/translate/foreign_thoughts.h"
#include "gateway/translate/gateway_fields.h"
#include "gateway/translate/reasoning_models.h"
#include "gateway/translate/request_writer.h"
#include "gateway/translate/vertex_claude.h"
#include "gateway/wire/json_writer.h"

#include <algorithm>
#include <optional>

namespace gatehouse::translate {

namespace {

constexpr std::string_view dummyTool =
    R"({"name":"dummy_tool","input_schema":{"type":"object","properties":{}},"type":"custom","description":"This is a dummy tool call"})";
constexpr std::string_view structuredOutputs = "structured-outputs-2025-11-13";

// Anthropic wants a limit; this much every model it ever had can write.
constexpr std::int64_t unknownLimit = 4096;

// The gateway does not tell Anthropic who its callers are by e-mail or phone, which Anthropic refuses as an id.
bool looksPersonal(std::string_view user)
{
    const std::size_t at = user.find('@');
    if (at != user.npos && at > 0 && user.find('@', at + 1) == user.npos && user.find('.', at) != user.npos
        && user.find(' ') == user.npos)
        return true;
    const std::string_view digits = user.starts_with('+') ? user.substr(1) : user;
    return digits.size() >= 7 && digits.find_first_not_of("0123456789 ()-") == digits.npos;
}

class Writer : RequestWriter
{
public:
    Writer(const Conversation &conversation, const Target &target)
        : RequestWriter(conversation, target)
        , m_model(claudeModel(target.model))
    {
    }

    Result<ProviderRequest> write();

private:
    Result<> writeMessages();
    Result<> writeThinking();
    Result<> writeTools();
    Result<> writeEffort();
    void writeToolChoice();
    void writeResponseFormat();
    void writeMaxTokens();
    void writeSampling();
    void writeRest();
    void addBeta(std::string_view beta);

    const ClaudeModel m_model;
    bool m_usesTools = false; // in the history
    bool m_hasTools = false;  // declared
    bool m_thinks = false;
    std::optional<std::int64_t> m_budget; // of thinking
};

Result<ProviderRequest> Writer::write()
{
    if (auto done = take(*this, {&Writer::writeMessages, &Writer::writeThinking, &Writer::writeTools}); !done)
        return Failure {std::move(done).error()};
    writeToolChoice();
    writeResponseFormat();
    writeSampling();
    writeMaxTokens();
    writeRest();
    return std::move(m_result);
}

Result<> Writer::writeMessages()
{
    auto messages = writeAnthropicMessages(m_conversation, m_target);
    if (!messages)
        return Failure {std::move(messages).error()};
    m_usesTools = messages->usesTools;
    if (messages->usesFiles)
        addBeta("files-api-2025-04-14");
    out().set("messages", std::move(messages->messages));
    if (!messages->system.empty())
        out().set("system", std::move(messages->system));
    return {};
}

void Writer::addBeta(std::string_view beta)
{
    auto &betas = m_result.betas;
    if (std::find(betas.begin(), betas.end(), beta) == betas.end())
        betas.emplace_back(beta);
}

Result<> Writer::writeTools()
{
    auto tools = writeAnthropicTools(m_conversation, m_target);
    if (!tools)
        return Failure {std::move(tools).error()};
    m_hasTools = !tools->json.empty();
    for (const std::string_view beta : tools->betas)
        addBeta(beta);
    if (m_hasTools)
        out().set("tools", std::move(tools->json));
    else if (m_usesTools) // a history with tool calls is refused when the request declares no tools
        out().set("tools", '[' + std::string(dummyTool) + ']');
    return {};
}

void Writer::writeToolChoice()
{
    const bool isNone = m_conversation.toolChoice && m_conversation.toolChoice->kind == ToolChoice::Kind::None;
    if (!out().has("tools") || (!m_conversation.toolChoice && !m_conversation.parallelToolCalls))
        return;
    const ToolChoice choice = m_conversation.toolChoice.value_or(ToolChoice {});
    wire::JsonWriter json;
    json.beginObject().key("type");
    switch (choice.kind) {
    case ToolChoice::Kind::Auto: json.string("auto"); break;
    case ToolChoice::Kind::None: json.string("none"); break;
    case ToolChoice::Kind::Required: json.string("any"); break;
    case ToolChoice::Kind::Named: json.string("tool").key("name").string(choice.name); break;
    }
    if (m_conversation.parallelToolCalls && !isNone)
        json.key("disable_parallel_tool_use").boolean(!*m_conversation.parallelToolCalls);
    out().set("tool_choice", json.endObject().take());
}

Result<> Writer::writeThinking()
{
    if (m_conversation.thinkingJson.empty())
        return writeEffort();
    const Members thinking(m_conversation.thinkingJson);
    m_thinks = thinking.find("type") != "\"disabled\"";
    if (const auto budget = wire::jsonNumber(thinking.find("budget_tokens")); m_thinks && budget)
        m_budget = static_cast<std::int64_t>(std::clamp(*budget, 0.0, 1e9));
    out().set("thinking", m_conversation.thinkingJson);
    return {};
}

Result<> Writer::writeEffort()
{
    const std::string &word = m_conversation.reasoningEffort;
    if (word.empty() || word == "none" || word == "disable")
        return {};
    const ClaudeEffort *effort = claudeEffort(word);
    if (!effort)
        return Failure {Error {Fault::BadRequest, "reasoning_effort must be none, minimal, low, medium or high"}};
    const ModelFacts &facts = m_target.deployment.facts;
    if (facts.supports(Capability::AdaptiveThinking).value_or(m_model.thinksAdaptively())) {
        m_thinks = true;
        out().set("thinking", R"({"type":"adaptive"})");
        out().set("output_config", R"({"effort":")" + std::string(adaptiveEffort(*effort, facts)) + R"("})");
        return {};
    }
    // Both limits count the thinking; where there is no room for it beside an answer, there is none.
    std::int64_t budget = effort->budget;
    if (m_conversation.maxTokens && *m_conversation.maxTokens <= budget)
        budget = std::max(leastThinking, *m_conversation.maxTokens / 2);
    if (m_conversation.maxTokens && *m_conversation.maxTokens <= budget)
        return {};
    m_thinks = true;
    m_budget = budget;
    out().set("thinking", R"({"type":"enabled","budget_tokens":)" + std::to_string(budget) + '}');
    return {};
}

void Writer::writeResponseFormat()
{
    const Members format(m_conversation.responseFormatJson);
    const Members jsonSchema(format.find("json_schema"));
    const std::string_view schema = jsonSchema.has("schema") ? jsonSchema.find("schema") : format.find("response_schema");
    if (wire::jsonKind(schema) != 'o')
        return; // "text", and "json_object", for which Anthropic has nothing
    if (m_model.takesOutputFormat() && !isInvoked(m_target)) {
        out().set("output_format", R"({"type":"json_schema","schema":)" + std::string(schema) + '}');
        addBeta(structuredOutputs);
        return;
    }
    m_result.jsonTool = true;
    const std::string tool = R"({"name":"json_tool_call","input_schema":)" + std::string(schema) + '}';
    const std::string_view others = m_hasTools ? out().find("tools") : std::string_view();
    out().set("tools", others.empty() ? '[' + tool + ']' : std::string(others.substr(0, others.size() - 1)) + ',' + tool + ']');
    if (!m_thinks) // a forced tool and thinking exclude each other
        out().set("tool_choice", R"({"name":"json_tool_call","type":"tool"})");
}

void Writer::writeMaxTokens()
{
    const Deployment &deployment = m_target.deployment;
    std::int64_t tokens = 0;
    if (m_conversation.maxTokens)
        tokens = *m_conversation.maxTokens;
    else if (m_budget)
        tokens = *m_budget + answerBesideThinking;
    else
        tokens = deployment.maxOutputTokens > 0 ? deployment.maxOutputTokens : unknownLimit;
    out().set("max_tokens", std::to_string(tokens));
}

void Writer::writeSampling()
{
    // While it thinks, the model takes none but 1.
    const bool isMended = m_target.dropParams || m_target.modifyParams;
    if (!m_thinks || !isMended || m_conversation.temperature == 1.0)
        setNumber(out(), "temperature", m_conversation.temperature);
    setNumber(out(), "top_p", m_conversation.topP);
    setNumber(out(), "top_k", m_conversation.topK);
    if (!m_conversation.user.empty() && !looksPersonal(m_conversation.user))
        out().set("metadata", wire::JsonWriter().beginObject().key("user_id").string(m_conversation.user).endObject().text());
    wire::JsonWriter stops;
    stops.beginArray();
    for (const std::string &stop : m_conversation.stop) {
        // Anthropic refuses a stop of white space alone.
        if (!m_target.dropParams || stop.find_first_not_of(" \t\r\n") != stop.npos)
            stops.string(stop);
    }
    if (stops.text() != "[")
        out().set("stop_sequences", stops.endArray().take());
}

void Writer::writeRest()
{
    std::vector<Members::Member> rest;
    for (const auto &[name, raw] : m_conversation.rest) {
        if (name != "web_search_options" && name != "system")
            rest.push_back({name, raw});
    }
    out().offerAll(rest);
}

} // namespace

Result<ProviderRequest> writeAnthropicRequest(const Conversation &conversation, const Target &target)
{
    return Writer(conversation, target).write();
}

Result<> relayAnthropicRequest(Members &members, const Target &target)
{
    // Defaults that are no words of Anthropic's are for other providers and stay away.
    for (const auto &[name, raw] : target.deployment.defaults) {
        if (!isOpenAiOnly(name) && !isGatewayField(name, Dialect::OpenAiChat))
            members.offer(name, raw);
    }
    if (auto messages = withoutForeignThoughts(members.find("messages")))
        members.set("messages", std::move(*messages));
    if (target.files && (isInvoked(target) || isClaudeOnVertex(target))) {
        if (auto messages = withFiles(members.find("messages"), *target.files))
            members.set("messages", std::move(*messages));
    }
    if (members.has("max_tokens"))
        return {};
    Error error {Fault::InvalidRequest, "max_tokens: Field required"};
    error.param = "max_tokens";
    return Failure {std::move(error)};
}

} // namespace gatehouse::translate
