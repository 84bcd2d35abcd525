// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/anthropic_messages_writer.h"
#include "gateway/translate/anthropic_request.h"
#include "gateway/translate/bedrock_invoke.h"
#include "gateway/translate/files.h"
#include "gateway/translate/foreign_thoughts.h"
#include "gateway/translate/gateway_fields.h"
#include "gateway/translate/json_walk.h"
#include "gateway/translate/reasoning_models.h"
#include "gateway/translate/rest_members.h"
#include "gateway/translate/vertex_claude.h"
#include "gateway/wire/json_writer.h"

#include <algorithm>
#include <array>
#include <optional>

namespace gatehouse::translate {

namespace {

constexpr std::string_view emptySchema = R"({"type":"object","properties":{}})";
constexpr std::string_view dummyTool =
    R"({"name":"dummy_tool","input_schema":{"type":"object","properties":{}},"type":"custom","description":"This is a dummy tool call"})";
constexpr std::string_view structuredOutputs = "structured-outputs-2025-11-13";

// Tools that Anthropic runs or defines itself and that stand behind a beta header.
struct HostedTool {
    std::string_view typePrefix, beta;
};
constexpr std::array hostedTools {
    HostedTool {"computer_20241022", "computer-use-2024-10-22"},
    HostedTool {"computer_20250124", "computer-use-2025-01-24"},
    HostedTool {"code_execution_", "code-execution-2025-08-25"},
    HostedTool {"web_fetch_", "web-fetch-2025-09-10"},
    HostedTool {"memory_", "context-management-2025-06-27"},
};

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

// How often the model may search, by search_context_size.
int searches(std::string_view contextSize)
{
    return contextSize == "\"low\"" ? 1 : contextSize == "\"high\"" ? 10 : 5;
}

// Of another provider: Anthropic's own tools have a type, or at least a name.
bool isForeign(const Tool &tool)
{
    const Members members(tool.otherJson);
    return !members.has("type") && !members.has("name");
}

class Writer
{
public:
    Writer(const Conversation &conversation, const Target &target)
        : m_conversation(conversation)
        , m_target(target)
        , m_model(claudeModel(target.model))
    {
    }

    Result<ProviderRequest> write();

private:
    void writeTools();
    std::string tool(const Tool &tool);
    std::string hostedTool(std::string_view raw);
    std::string searchTool(std::string_view options) const;
    void writeToolChoice();
    void writeThinking();
    void writeResponseFormat();
    void writeMaxTokens();
    void writeSampling();
    void writeRest();
    void addBeta(std::string_view beta);
    Members &out() { return m_result.members; }

    const Conversation &m_conversation;
    const Target &m_target;
    const ClaudeModel m_model;
    ProviderRequest m_result;
    std::optional<Error> m_error;
    bool m_usesTools = false; // in the history
    bool m_hasTools = false;  // declared
    bool m_thinks = false;
    std::optional<std::int64_t> m_budget; // of thinking
};

Result<ProviderRequest> Writer::write()
{
    auto messages = writeAnthropicMessages(m_conversation, m_target);
    if (!messages)
        return Failure {messages.error()};
    m_usesTools = messages->usesTools;
    if (messages->usesFiles)
        addBeta("files-api-2025-04-14");
    out().set("messages", std::move(messages->messages));
    if (!messages->system.empty())
        out().set("system", std::move(messages->system));
    writeThinking();
    writeTools();
    writeToolChoice();
    writeResponseFormat();
    writeSampling();
    writeMaxTokens();
    writeRest();
    if (m_error)
        return Failure {*m_error};
    return std::move(m_result);
}

void Writer::addBeta(std::string_view beta)
{
    auto &betas = m_result.betas;
    if (std::find(betas.begin(), betas.end(), beta) == betas.end())
        betas.emplace_back(beta);
}

void Writer::writeTools()
{
    wire::JsonWriter json;
    json.beginArray();
    bool any = false;
    for (const Tool &item : m_conversation.tools) {
        if (!item.otherJson.empty() && isForeign(item)) {
            if (!m_target.dropParams)
                m_error = hostedToolRefused(item, m_target);
            continue;
        }
        json.raw(tool(item));
        any = true;
    }
    for (const auto &[name, raw] : m_conversation.rest) {
        if (name == "web_search_options") {
            json.raw(searchTool(raw));
            any = true;
        }
    }
    m_hasTools = any;
    // A history with tool calls is refused when the request declares no tools.
    if (!any && m_usesTools)
        json.raw(dummyTool);
    if (any || m_usesTools)
        out().set("tools", json.endArray().take());
}

std::string Writer::tool(const Tool &tool)
{
    if (!tool.otherJson.empty())
        return hostedTool(tool.otherJson);
    std::string schema = tool.schemaJson;
    if (Members(schema).empty())
        schema = emptySchema;
    else if (!Members(schema).has("type")) // Anthropic wants it said
        schema.insert(1, R"("type":"object",)");
    wire::JsonWriter json;
    json.beginObject().key("name").string(tool.name).key("input_schema").raw(schema).key("type").string("custom");
    if (!tool.description.empty())
        json.key("description").string(tool.description);
    if (!tool.cacheControlJson.empty())
        json.key("cache_control").raw(tool.cacheControlJson);
    return json.endObject().take();
}

std::string Writer::hostedTool(std::string_view raw)
{
    const Members members(raw);
    const std::string type = wire::jsonString(members.find("type")).value_or("");
    for (const HostedTool &row : hostedTools) {
        if (type.starts_with(row.typePrefix))
            addBeta(row.beta);
    }
    const Members function(members.find("function"));
    if (function.empty())
        return std::string(raw);
    // OpenAI's clothes around a hosted tool: its parameters belong one level up.
    wire::JsonWriter json;
    json.beginObject().key("type").string(type);
    if (function.has("name"))
        json.key("name").raw(function.find("name"));
    const Members parameters(function.find("parameters"));
    for (const auto &member : parameters) {
        if (member.name != "type" && member.name != "name")
            json.key(member.name).raw(member.raw);
    }
    if (members.has("cache_control"))
        json.key("cache_control").raw(members.find("cache_control"));
    return json.endObject().take();
}

std::string Writer::searchTool(std::string_view options) const
{
    const Members members(options);
    wire::JsonWriter json;
    json.beginObject().key("type").string("web_search_20250305").key("name").string("web_search");
    const Members location(members.find("user_location"));
    const Members approximate(location.find("approximate"));
    if (!location.empty()) {
        json.key("user_location").beginObject().key("type").string("approximate");
        for (const auto &member : approximate.empty() ? location : approximate) {
            if (member.name != "type")
                json.key(member.name).raw(member.raw);
        }
        json.endObject();
    }
    json.key("max_uses").number(std::int64_t(searches(members.find("search_context_size"))));
    return json.endObject().take();
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

void Writer::writeThinking()
{
    if (!m_conversation.thinkingJson.empty()) {
        const Members thinking(m_conversation.thinkingJson);
        m_thinks = thinking.find("type") != "\"disabled\"";
        if (const auto budget = wire::jsonNumber(thinking.find("budget_tokens")); m_thinks && budget)
            m_budget = static_cast<std::int64_t>(std::clamp(*budget, 0.0, 1e9));
        out().set("thinking", m_conversation.thinkingJson);
        return;
    }
    const std::string &word = m_conversation.reasoningEffort;
    if (word.empty() || word == "none" || word == "disable")
        return;
    const ClaudeEffort *effort = claudeEffort(word);
    if (!effort) {
        m_error = Error {Fault::BadRequest, "reasoning_effort must be none, minimal, low, medium or high"};
        return;
    }
    const ModelFacts &facts = m_target.deployment.facts;
    if (facts.supports(Capability::AdaptiveThinking).value_or(m_model.thinksAdaptively())) {
        m_thinks = true;
        out().set("thinking", R"({"type":"adaptive"})");
        out().set("output_config", R"({"effort":")" + std::string(adaptiveEffort(*effort, facts)) + R"("})");
        return;
    }
    // Both limits count the thinking; where there is no room for it beside an answer, there is none.
    std::int64_t budget = effort->budget;
    if (m_conversation.maxTokens && *m_conversation.maxTokens <= budget)
        budget = std::max(leastThinking, *m_conversation.maxTokens / 2);
    if (m_conversation.maxTokens && *m_conversation.maxTokens <= budget)
        return;
    m_thinks = true;
    m_budget = budget;
    out().set("thinking", R"({"type":"enabled","budget_tokens":)" + std::to_string(budget) + '}');
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
    const auto set = [this](std::string_view name, const auto &value) {
        if (value)
            out().set(name, wire::JsonWriter().number(*value).text());
    };
    // While it thinks, the model takes none but 1.
    const bool isMended = m_target.dropParams || m_target.modifyParams;
    if (!m_thinks || !isMended || m_conversation.temperature == 1.0)
        set("temperature", m_conversation.temperature);
    set("top_p", m_conversation.topP);
    set("top_k", m_conversation.topK);
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
