// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/continued_call.h"

#include "gateway/translate/blank_text.h"
#include "gateway/translate/google_names.h"
#include "gateway/translate/json_view.h"
#include "gateway/translate/members.h"
#include "gateway/wire/json_writer.h"

#include <algorithm>
#include <array>

namespace gatehouse::translate {

namespace {

constexpr std::string_view instruction =
    "The connection broke while you were answering, and only the part above arrived. Go on from its last character: write what "
    "comes next, as if there had been no break, with the space or line break that belongs there. Write nothing of it a second "
    "time, do not begin anew, and say nothing about the break.";

constexpr std::string_view isSeveral = "several answers are asked for at once";
constexpr std::string_view isMedia = "more than text is asked for";
constexpr std::string_view isWeighed = "the weights of its tokens are asked for";

bool isMoreThanOne(std::string_view raw)
{
    return countOf(raw) > 1;
}

bool wantsJson(std::string_view format)
{
    const std::string_view type = innerOf(member(format, "type"));
    return isObject(format) && type != "text";
}

bool wantsMore(std::string_view modalities)
{
    for (JsonItems each(modalities); each.next();) {
        if (const std::string_view word = innerOf(each.raw()); word != "text" && word != "TEXT")
            return true;
    }
    return false;
}

// ---- what stands in the way, by dialect

std::string_view chatObstacle(const Members &members)
{
    if (isMoreThanOne(members.find("n")))
        return isSeveral;
    if (wantsMore(members.find("modalities")) || saysSomething(members.find("audio")))
        return isMedia;
    if (members.find("logprobs") == "true")
        return isWeighed;
    return wantsJson(members.find("response_format")) ? jsonObstacle : "";
}

std::string_view textObstacle(const Members &members)
{
    if (isMoreThanOne(members.find("n")) || isMoreThanOne(members.find("best_of")))
        return isSeveral;
    if (members.has("logprobs"))
        return isWeighed;
    if (members.find("echo") == "true")
        return "the prompt is repeated in the answer";
    JsonItems prompts(members.find("prompt"));
    const bool isOne = isString(members.find("prompt")) || (prompts.next() && isString(prompts.raw()) && !prompts.next());
    return isOne ? "" : "the prompt is not one text";
}

std::string_view anthropicObstacle(const Members &members)
{
    const std::string_view format = member(members.find("output_config"), "format");
    return wantsJson(format) || wantsJson(members.find("output_format")) ? jsonObstacle : "";
}

std::string_view responsesObstacle(const Members &members)
{
    if (members.find("background") == "true")
        return "the answer is made in the background";
    if (isMoreThanOne(members.find("top_logprobs")))
        return isWeighed;
    return wantsJson(member(members.find("text"), "format")) ? jsonObstacle : "";
}

std::string_view geminiObstacle(const Members &members)
{
    const Members config(findIn(members, "generationConfig"));
    if (isMoreThanOne(findIn(config, "candidateCount")))
        return isSeveral;
    if (wantsMore(findIn(config, "responseModalities")))
        return isMedia;
    if (findIn(config, "responseLogprobs") == "true")
        return isWeighed;
    const std::string_view type = innerOf(findIn(config, "responseMimeType"));
    return type.empty() || type == "text/plain" ? "" : jsonObstacle;
}

// ---- what was said, by dialect

std::string turn(std::string_view role, std::string_view text)
{
    return wire::JsonWriter().beginObject().key("role").string(role).key("content").string(text).endObject().take();
}

std::string googleTurn(std::string_view role, std::string_view text)
{
    wire::JsonWriter json;
    json.beginObject().key("role").string(role).key("parts").beginArray();
    return json.beginObject().key("text").string(text).endObject().endArray().endObject().take();
}

std::string turns(std::string (*turn)(std::string_view, std::string_view), std::string_view speaker, const SaidSoFar &said)
{
    std::string items = turn(speaker, said.text);
    if (said.prompting == Prompting::Instruction)
        items.append(",").append(turn("user", instruction));
    return items;
}

std::string withItems(std::string_view array, std::string_view items)
{
    std::string result = "[";
    if (JsonItems(array).next())
        result.assign(array.substr(0, array.rfind(']'))).append(",");
    return result.append(items).append("]");
}

void addToMessages(Members &members, const SaidSoFar &said, Dialect)
{
    members.set("messages", withItems(members.find("messages"), turns(turn, "assistant", said)));
}

void addToInput(Members &members, const SaidSoFar &said, Dialect)
{
    const std::string_view input = members.find("input");
    const std::string items = turns(turn, "assistant", said);
    if (isString(input))
        members.set("input", R"([{"role":"user","content":)" + std::string(input) + "}," + items + "]");
    else
        members.set("input", withItems(input, items));
}

void addToContents(Members &members, const SaidSoFar &said, Dialect)
{
    const std::string_view contents = members.find("contents");
    const std::string list = isObject(contents) ? '[' + std::string(contents) + ']' : std::string(contents);
    members.set("contents", withItems(list, turns(googleTurn, "model", said)));
}

// A model that completes goes on by itself; one that converses must be told what is its own.
void addToPrompt(Members &members, const SaidSoFar &said, Dialect to)
{
    std::string_view raw = members.find("prompt");
    JsonItems prompts(raw);
    if (prompts.next())
        raw = prompts.raw();
    std::string prompt = textOf(raw);
    if (to == Dialect::OpenAiText)
        prompt += said.text;
    else
        prompt.append("\n\n---\n").append(said.text).append("\n---\n").append(instruction);
    members.set("prompt", wire::JsonWriter().string(prompt).take());
}

// ---- how much may still be said

struct Limit {
    std::string_view name;
    std::int64_t least = 1;
};

void lower(Members &members, const Limit &limit, std::int64_t tokens)
{
    const std::int64_t allowed = countOf(members.find(limit.name));
    if (allowed > limit.least)
        members.set(limit.name, std::to_string(std::max(limit.least, allowed - tokens)));
}

// What may be thought must stay below what may be said.
void lowerLimits(Members &members, std::int64_t tokens)
{
    const std::int64_t thoughts = countOf(member(members.find("thinking"), "budget_tokens"));
    for (const std::string_view name : {"max_tokens", "max_completion_tokens"})
        lower(members, {name, thoughts + 1}, tokens);
    lower(members, {"max_output_tokens", 16}, tokens); // OpenAI takes no less
}

void lowerGoogleLimits(Members &members, std::int64_t tokens)
{
    const std::string_view name = nameIn(members, "generationConfig");
    if (!isObject(members.find(name)))
        return;
    Members config(members.find(name));
    lower(config, {nameIn(config, "maxOutputTokens")}, tokens);
    members.set(name, config.text());
}

/// A dialect that callers speak.
struct CallerRow {
    Dialect dialect;
    std::string_view (*obstacle)(const Members &);
    void (*add)(Members &, const SaidSoFar &, Dialect to);
    void (*lowerLimits)(Members &, std::int64_t tokens);
};
constexpr std::array callers {
    CallerRow {Dialect::OpenAiChat, chatObstacle, addToMessages, lowerLimits},
    CallerRow {Dialect::OpenAiText, textObstacle, addToPrompt, lowerLimits},
    CallerRow {Dialect::AnthropicMessages, anthropicObstacle, addToMessages, lowerLimits},
    CallerRow {Dialect::OpenAiResponses, responsesObstacle, addToInput, lowerLimits},
    CallerRow {Dialect::GeminiGenerate, geminiObstacle, addToContents, lowerGoogleLimits},
};

const CallerRow *callerRow(Dialect dialect)
{
    const auto found = std::find_if(callers.begin(), callers.end(), [&](const CallerRow &row) { return row.dialect == dialect; });
    return found == callers.end() ? nullptr : &*found;
}

// A model that is to think cannot be given the beginning of its answer.
bool mayThink(const wire::Call &call, const Deployment &deployment)
{
    static constexpr std::array<std::string_view, 3> words {"thinking", "reasoning_effort", "reasoning"};
    const Members members(call.body);
    const bool isAsked = std::any_of(words.begin(), words.end(), [&](std::string_view word) { return members.has(word); });
    const Members config(findIn(members, "generationConfig"));
    return isAsked || !wire::jsonIsNull(findIn(config, "thinkingConfig"))
        || std::any_of(deployment.defaults.begin(), deployment.defaults.end(),
            [](const auto &each) { return std::find(words.begin(), words.end(), each.first) != words.end(); });
}

} // namespace

std::string_view obstacleTo(const wire::Call &call)
{
    const CallerRow *row = callerRow(call.dialect);
    if (!row || call.operation != Operation::Chat || !call.stream)
        return "it is no streamed conversation";
    return row->obstacle(Members(call.body));
}

Prompting promptingOf(const wire::Call &call, const Addressee &to)
{
    const bool hasPlace = to.dialect == Dialect::AnthropicMessages || to.dialect == Dialect::BedrockConverse;
    const bool isAble = to.deployment.facts.supports(Capability::AssistantPrefill).value_or(false);
    const bool isPrompt = call.dialect == Dialect::OpenAiText;
    return hasPlace && isAble && !isPrompt && !mayThink(call, to.deployment) ? Prompting::Prefill : Prompting::Instruction;
}

Result<wire::Call> continuedCall(const wire::Call &call, const SaidSoFar &said, Dialect to)
{
    SaidSoFar shown = said;
    if (shown.prompting == Prompting::Prefill)
        shown.text = withoutTrailingSpace(shown.text);
    const CallerRow *row = callerRow(call.dialect);
    Members members(call.body);
    row->add(members, shown, to);
    row->lowerLimits(members, said.tokens);
    auto body = wire::JsonObject::parse(members.text());
    if (!body)
        return Failure {std::move(body).error()};
    wire::Call continued = call;
    continued.body = std::move(*body);
    return continued;
}

std::int64_t instructionTokens()
{
    return roughTokens(instruction.size());
}

} // namespace gatehouse::translate
