// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/bedrock_messages_writer.h"
#include "gateway/translate/bedrock_models.h"
#include "gateway/translate/bedrock_request.h"
#include "gateway/translate/bedrock_tools_writer.h"
#include "gateway/translate/json_view.h"
#include "gateway/translate/reasoning_models.h"
#include "gateway/translate/request_writer.h"
#include "gateway/translate/rest_members.h"
#include "gateway/wire/json_writer.h"

#include <algorithm>
#include <array>
#include <optional>

namespace gatehouse::translate {

namespace {

// Members of Converse's own request: what a client says in these words is passed on. Any other word is the model's.
constexpr std::array<std::string_view, 7> ownMembers {"guardrailConfig", "performanceConfig", "requestMetadata", "serviceTier",
    "additionalModelResponseFieldPaths", "promptVariables", "outputConfig"};

std::string objectOf(const Members &members)
{
    wire::JsonWriter json;
    json.beginObject();
    for (const auto &[name, raw] : members)
        json.key(name).raw(raw);
    return json.endObject().take();
}

class Writer : RequestWriter
{
public:
    Writer(const Conversation &conversation, const Target &target)
        : RequestWriter(conversation, target)
        , m_model(bedrockModel(target.model))
    {
        for (const Tool &tool : conversation.tools) {
            if (tool.otherJson.empty())
                m_names.add(tool.name);
        }
    }
    Result<ProviderRequest> write();

private:
    Result<> writeMessages();
    Result<> writeThinking();
    Result<> writeTools();
    Result<> writeRest();
    Result<> writeSampling();
    Result<> writeEffort();
    void thinkAtLeast(std::int64_t budget);
    void writeTopK();
    void writeParallel();
    void writeServiceTier();
    std::string_view restOf(std::string_view name) const;

    const BedrockModel m_model;
    BedrockToolNames m_names;
    Members m_inference, m_fields; // inferenceConfig, additionalModelRequestFields
    std::optional<std::int64_t> m_budget;
    bool m_thinks = false, m_usesTools = false;
};

Result<ProviderRequest> Writer::write()
{
    if (const std::string_view route = otherBedrockRoute(m_target.model); !route.empty())
        return Failure {Error {Fault::BadRequest,
            "the route bedrock/" + std::string(route) + "/… is not served; models are reached by Converse and InvokeModel"}};
    if (auto done = take(*this,
            {&Writer::writeMessages, &Writer::writeThinking, &Writer::writeTools, &Writer::writeSampling, &Writer::writeRest});
        !done)
        return Failure {std::move(done).error()};
    if (!m_inference.empty())
        out().set("inferenceConfig", objectOf(m_inference));
    if (!m_fields.empty())
        out().set("additionalModelRequestFields", objectOf(m_fields));
    return std::move(m_result);
}

std::string_view Writer::restOf(std::string_view name) const
{
    const auto &rest = m_conversation.rest;
    const auto found = std::find_if(rest.begin(), rest.end(), [&](const auto &pair) { return pair.first == name; });
    return found == rest.end() ? std::string_view() : std::string_view(found->second);
}

Result<> Writer::writeMessages()
{
    auto messages = writeBedrockMessages(m_conversation, m_target, {m_names, isObject(restOf("guardrailConfig"))});
    if (!messages)
        return Failure {std::move(messages).error()};
    m_usesTools = messages->usesTools;
    out().set("messages", std::move(messages->messages));
    if (!messages->system.empty())
        out().set("system", std::move(messages->system));
    return {};
}

Result<> Writer::writeThinking()
{
    const std::string &thinking = m_conversation.thinkingJson;
    if (thinking.empty() || !m_model.isClaude())
        return writeEffort();
    const std::string_view type = innerOf(member(thinking, "type"));
    m_thinks = type != "disabled";
    if (m_thinks && !member(thinking, "budget_tokens").empty())
        m_budget = countOf(member(thinking, "budget_tokens"));
    m_fields.set("thinking", thinking);
    // "medium" is what the reader of Anthropic's words says where the client says nothing.
    const std::string &effort = m_conversation.reasoningEffort;
    if (type == "adaptive" && !effort.empty() && effort != "medium")
        m_fields.set("output_config", wire::JsonWriter().beginObject().key("effort").string(effort).endObject().take());
    return {};
}

Result<> Writer::writeEffort()
{
    const std::string &word = m_conversation.reasoningEffort;
    if (word.empty() || word == "none" || word == "disable" || !m_model.takesReasoning)
        return {};
    const ClaudeEffort *effort = claudeEffort(word);
    if (!effort)
        return Failure {Error {Fault::BadRequest, "reasoning_effort must be none, minimal, low, medium or high"}};
    const std::string adaptive(adaptiveEffort(*effort, m_target.deployment.facts));
    if (m_model.isNova()) {
        const std::string level = adaptive == "max" ? "high" : adaptive;
        m_fields.set("reasoningConfig", R"({"type":"enabled","maxReasoningEffort":")" + level + R"("})");
    } else if (!m_model.isClaude()) {
        m_fields.set("reasoning_effort", wire::JsonWriter().string(word).take());
    } else if (claudeModel(m_target.model).thinksAdaptively()) {
        m_thinks = true;
        m_fields.set("thinking", R"({"type":"adaptive"})");
        m_fields.set("output_config", R"({"effort":")" + adaptive + R"("})");
    } else {
        thinkAtLeast(std::max(effort->budget, leastThinking));
    }
    return {};
}

void Writer::thinkAtLeast(std::int64_t budget)
{
    m_thinks = true;
    m_budget = budget;
    m_fields.set("thinking", R"({"type":"enabled","budget_tokens":)" + std::to_string(budget) + '}');
}

Result<> Writer::writeTools()
{
    auto tools = writeBedrockTools(m_conversation, m_target, {m_names, m_usesTools, m_thinks});
    if (!tools)
        return Failure {std::move(tools).error()};
    m_result.jsonTool = tools->jsonTool;
    m_result.betas = std::move(tools->betas);
    if (!tools->config.empty())
        out().set("toolConfig", std::move(tools->config));
    if (!tools->modelFields.empty())
        m_fields.set("tools", std::move(tools->modelFields));
    writeParallel();
    return {};
}

// Converse has no word for it; Claude is told in its own, which then also says what else is to be said of the choice.
void Writer::writeParallel()
{
    const auto &choice = m_conversation.toolChoice;
    const bool isForced = choice && choice->kind != ToolChoice::Kind::Auto;
    if (m_conversation.parallelToolCalls.value_or(true) || !m_model.isClaude() || !out().has("toolConfig") || isForced)
        return;
    m_fields.set("tool_choice", R"({"type":"auto","disable_parallel_tool_use":true})");
}

Result<> Writer::writeSampling()
{
    setNumber(m_inference, "temperature", m_conversation.temperature);
    setNumber(m_inference, "topP", m_conversation.topP);
    if (!m_conversation.maxTokens && m_budget)
        setNumber(m_inference, "maxTokens", std::optional(*m_budget + answerBesideThinking));
    setNumber(m_inference, "maxTokens", m_conversation.maxTokens);
    wire::JsonWriter stops;
    stops.beginArray();
    for (const std::string &stop : m_conversation.stop) {
        const bool isBlank = stop.find_first_not_of(" \t\r\n") == stop.npos;
        if (!stop.empty() && !(isBlank && m_target.dropParams))
            stops.string(stop);
    }
    if (stops.text() != "[")
        m_inference.set("stopSequences", stops.endArray().take());
    writeTopK();
    return {};
}

// Every maker calls it otherwise.
void Writer::writeTopK()
{
    if (!m_conversation.topK)
        return;
    const std::string number = std::to_string(*m_conversation.topK);
    if (m_model.isNova())
        m_fields.set("inferenceConfig", R"({"topK":)" + number + '}');
    else
        m_fields.set(m_model.family == BedrockModel::Family::Cohere ? "k" : "top_k", number);
}

void Writer::writeServiceTier()
{
    const std::string_view word = innerOf(restOf("service_tier"));
    if (word.empty() || out().has("serviceTier"))
        return;
    const bool isKnown = word == "priority" || word == "flex" || word == "reserved";
    out().set("serviceTier", R"({"type":")" + std::string(isKnown ? word : "default") + R"("})");
}

Result<> Writer::writeRest()
{
    auto rest = restFor(m_conversation, m_target);
    if (!rest)
        return Failure {std::move(rest).error()};
    std::vector<Members::Member> fields; // many at once: see Members::offerAll()
    for (const auto &[name, raw] : *rest) {
        if (std::find(ownMembers.begin(), ownMembers.end(), name) != ownMembers.end())
            out().offer(name, raw);
        else if (name == "inferenceConfig")
            m_inference.offerAll(Members(raw));
        else if (name == "additionalModelRequestFields")
            m_fields.offerAll(Members(raw));
        else if (name != "web_search_options" && name != "system")
            fields.push_back({name, raw});
    }
    m_fields.offerAll(fields);
    writeServiceTier();
    return {};
}

} // namespace

Result<ProviderRequest> writeBedrockRequest(const Conversation &conversation, const Target &target)
{
    return Writer(conversation, target).write();
}

} // namespace gatehouse::translate
