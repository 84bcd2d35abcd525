// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/json_view.h"
#include "gateway/translate/reasoning_models.h"
#include "gateway/translate/request_writer.h"
#include "gateway/translate/responses_items_writer.h"
#include "gateway/translate/responses_request.h"
#include "gateway/translate/responses_tools_writer.h"
#include "gateway/translate/rest_members.h"
#include "gateway/translate/translate.h"
#include "gateway/wire/json_writer.h"

#include <algorithm>
#include <array>

namespace gatehouse::translate {

namespace {

// Chat completions' parameters without a counterpart.
constexpr std::array<std::string_view, 11> refusals {"audio", "frequency_penalty", "logit_bias", "logprobs", "modalities", "n",
    "prediction", "presence_penalty", "seed", "stop", "top_logprobs"};

// The API takes no smaller limit.
constexpr std::int64_t leastOutput = 16;

bool isRefused(std::string_view name)
{
    return std::find(refusals.begin(), refusals.end(), name) != refusals.end();
}

// The name means something else to Anthropic, whose word for it no other provider knows; what it calls "auto" happens anyway.
bool isOpenAisTier(std::string_view tier)
{
    return saysSomething(tier) && tier != R"("auto")" && tier != R"("standard_only")";
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
    Result<> writeInput();
    Result<> writeTools();
    Result<> writeSampling();
    Result<> writeRest();
    void writeToolChoice();
    void writeReasoning();
    void writeText();
    std::string_view rest(std::string_view name) const;
};

Result<ProviderRequest> Writer::write()
{
    if (auto done = take(*this, {&Writer::writeInput, &Writer::writeTools, &Writer::writeSampling, &Writer::writeRest}); !done)
        return Failure {std::move(done).error()};
    writeReasoning();
    writeText();
    return std::move(m_result);
}

Result<> Writer::writeInput()
{
    auto input = writeResponsesInput(m_conversation, m_target);
    if (!input)
        return Failure {std::move(input).error()};
    out().set("input", std::move(input->items));
    if (!input->instructions.empty())
        out().set("instructions", wire::JsonWriter().string(input->instructions).text());
    return {};
}

Result<> Writer::writeTools()
{
    auto tools = writeResponsesTools(m_conversation, m_target);
    if (!tools)
        return Failure {std::move(tools).error()};
    if (tools->items.empty())
        return {};
    out().set("tools", std::move(tools->items));
    if (tools->mostCalls > 0)
        out().set("max_tool_calls", std::to_string(tools->mostCalls));
    if (m_conversation.parallelToolCalls)
        out().set("parallel_tool_calls", *m_conversation.parallelToolCalls ? "true" : "false");
    writeToolChoice();
    return {};
}

void Writer::writeToolChoice()
{
    if (!m_conversation.toolChoice)
        return;
    const ToolChoice &choice = *m_conversation.toolChoice;
    wire::JsonWriter json;
    switch (choice.kind) {
    case ToolChoice::Kind::Auto: json.string("auto"); break;
    case ToolChoice::Kind::None: json.string("none"); break;
    case ToolChoice::Kind::Required: json.string("required"); break;
    case ToolChoice::Kind::Named:
        json.beginObject().key("type").string("function").key("name").string(choice.name).endObject();
        break;
    }
    out().set("tool_choice", json.take());
}

// The rules of a model are the same whichever way it is asked; they are written for chat completions' words.
Result<> Writer::writeSampling()
{
    Members sampling;
    const auto number = [](const auto &value) { return wire::JsonWriter().number(value).take(); };
    if (m_conversation.temperature)
        sampling.set("temperature", number(*m_conversation.temperature));
    if (m_conversation.topP)
        sampling.set("top_p", number(*m_conversation.topP));
    if (!m_conversation.reasoningEffort.empty())
        sampling.set("reasoning_effort", wire::JsonWriter().string(effortFor(m_conversation, m_target)).take());
    if (!m_conversation.thinkingJson.empty() && !reasons(m_target))
        sampling.erase("reasoning_effort"); // Anthropic's clients ask every model to think
    if (auto fitted = fitToOpenAi(sampling, m_target); !fitted)
        return fitted;
    std::vector<std::string> lost;
    if (m_conversation.topK)
        lost.emplace_back("top_k");
    if (!m_conversation.stop.empty())
        lost.emplace_back("stop");
    if (!lost.empty() && !m_target.dropParams)
        return Failure {unsupported(lost, m_target)};
    if (m_conversation.maxTokens)
        out().set("max_output_tokens", number(std::max(leastOutput, *m_conversation.maxTokens)));
    for (const std::string_view name : {"temperature", "top_p"}) {
        if (sampling.has(name))
            out().set(name, std::string(sampling.find(name)));
    }
    if (sampling.has("reasoning_effort"))
        out().set("reasoning", R"({"effort":)" + std::string(sampling.find("reasoning_effort")) + '}');
    if (!m_conversation.user.empty())
        out().set("user", wire::JsonWriter().string(fittedUser(m_conversation.user, m_target)).take());
    return {};
}

std::string_view Writer::rest(std::string_view name) const
{
    const auto member = std::find_if(
        m_conversation.rest.begin(), m_conversation.rest.end(), [&](const auto &each) { return each.first == name; });
    return member == m_conversation.rest.end() ? std::string_view() : std::string_view(member->second);
}

Result<> Writer::writeRest()
{
    auto rest = restFor(m_conversation, m_target);
    if (!rest)
        return Failure {std::move(rest).error()};
    std::vector<std::string> lost;
    std::vector<Members::Member> others;
    for (const Members::Member &each : *rest) {
        if (isRefused(each.name))
            lost.emplace_back(each.name);
        else if (each.name != "verbosity" && each.name != "web_search_options" && each.name != "text" && each.name != "reasoning")
            others.push_back(each);
    }
    if (!lost.empty() && !m_target.dropParams)
        return Failure {unsupported(lost, m_target)};
    out().offerAll(others);
    if (isOpenAisTier(this->rest("service_tier")))
        out().set("service_tier", std::string(this->rest("service_tier")));
    return {};
}

// A caller who asked for Anthropic's thinking gets it back as it needs it for the next turn: whole, which here is encrypted.
void Writer::writeReasoning()
{
    const Members asked(m_conversation.thinkingJson);
    if (isObject(rest("reasoning")))
        out().set("reasoning", std::string(rest("reasoning")));
    if (asked.empty() || !out().has("reasoning"))
        return;
    Members reasoning(out().find("reasoning"));
    if (isString(asked.find("summary")))
        reasoning.offer("summary", asked.find("summary"));
    else if (m_target.summarizeReasoning)
        reasoning.offer("summary", R"("detailed")");
    out().set("reasoning", reasoning.text());
    out().set("include", R"(["reasoning.encrypted_content"])");
}

// {"type": "json_schema", "json_schema": {"name": …}} → {"type": "json_schema", "name": …}
std::string formatOf(std::string_view responseFormat)
{
    const Members format(responseFormat);
    if (innerOf(format.find("type")) != "json_schema")
        return std::string(responseFormat);
    wire::JsonWriter json;
    json.beginObject().key("type").string("json_schema");
    const Members schema(format.find("json_schema"));
    for (const auto &[name, raw] : schema) {
        if (name != "type")
            json.key(name).raw(raw);
    }
    return json.endObject().take();
}

void Writer::writeText()
{
    Members text(rest("text"));
    if (!m_conversation.responseFormatJson.empty())
        text.set("format", formatOf(m_conversation.responseFormatJson));
    if (!rest("verbosity").empty())
        text.offer("verbosity", rest("verbosity"));
    if (!text.empty())
        out().set("text", text.text());
}

} // namespace

Result<> fitToResponses(Members &members, const Target &target)
{
    // What says no more than what happens anyway.
    if (members.find("n") == "1")
        members.erase("n");
    if (members.find("logprobs") == "false")
        members.erase("logprobs");
    if (members.find("modalities") == R"(["text"])")
        members.erase("modalities");
    // LiteLLM's clients may say all of it in one.
    if (isObject(members.find("reasoning_effort"))) {
        members.set("reasoning", std::string(members.find("reasoning_effort")));
        members.erase("reasoning_effort");
    }
    return refuse(members, target, refusals);
}

Result<ProviderRequest> writeResponsesRequest(const Conversation &conversation, const Target &target)
{
    return Writer(conversation, target).write();
}

bool isWholeAsResponses(const wire::Call &call, const Deployment &deployment)
{
    const auto isLost = [](std::string_view name, std::string_view raw) {
        if (name == "max_tokens")
            return wire::jsonNumber(raw).value_or(leastOutput) < leastOutput;
        return isRefused(name == "stop_sequences" ? std::string_view("stop") : name) && saysSomething(raw);
    };
    for (const std::string_view name : {"stop_sequences", "max_tokens"}) {
        if (isLost(name, call.body.find(name)))
            return false;
    }
    return std::none_of(deployment.defaults.begin(), deployment.defaults.end(),
        [&](const auto &each) { return isLost(each.first, each.second); });
}

} // namespace gatehouse::translate
