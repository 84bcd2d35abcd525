// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/words.h"

#include "gateway/translate/json_view.h"

#include <algorithm>
#include <array>
#include <utility>

namespace gatehouse::translate {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 9> finishWords {{
    {"end_turn", "stop"},
    {"stop_sequence", "stop"},
    {"pause_turn", "stop"},
    {"max_tokens", "length"},
    {"model_context_window_exceeded", "length"},
    {"compaction", "length"},
    {"tool_use", "tool_calls"},
    {"refusal", "content_filter"},
    {"", ""},
}};

constexpr std::array<std::pair<std::string_view, std::string_view>, 5> stopWords {{
    {"stop", "end_turn"},
    {"length", "max_tokens"},
    {"tool_calls", "tool_use"},
    {"function_call", "tool_use"},
    {"content_filter", "refusal"},
}};

template <typename Table> std::string translated(const Table &table, std::string_view word)
{
    const auto row = std::find_if(table.begin(), table.end(), [&](const auto &pair) { return pair.first == word; });
    return std::string(row == table.end() ? word : row->second);
}

void take(std::string_view raw, std::int64_t &into)
{
    if (!raw.empty() && raw != "null")
        into = countOf(raw);
}

void take(std::string_view object, std::string_view name, std::int64_t &into)
{
    take(member(object, name), into);
}

/// The first member of each name, or empty: one walk for all of them.
template <std::size_t Count>
std::array<std::string_view, Count> members(std::string_view object, const std::string_view (&names)[Count])
{
    std::array<std::string_view, Count> found;
    for (JsonMembers each(object); each.next();) {
        const auto name = std::find(std::begin(names), std::end(names), each.name());
        const auto place = static_cast<std::size_t>(name - std::begin(names));
        if (place < Count && found[place].empty())
            found[place] = each.raw();
    }
    return found;
}

} // namespace

std::string finishReasonOf(std::string_view stopReason)
{
    return translated(finishWords, stopReason);
}

std::string stopReasonOf(std::string_view finishReason, bool refused)
{
    return refused ? "refusal" : translated(stopWords, finishReason);
}

Usage readOpenAiUsage(std::string_view raw)
{
    Usage usage;
    if (!isObject(raw))
        return usage;
    usage.reported = true;
    const auto [input, output, hits, written, ofInput, ofOutput, total] = members(raw,
        {"prompt_tokens", "completion_tokens", "prompt_cache_hit_tokens", "cache_creation_input_tokens", "prompt_tokens_details",
            "completion_tokens_details", "total_tokens"});
    usage.input = countOf(input);
    usage.output = countOf(output);
    take(hits, usage.cachedRead);    // DeepSeek
    take(written, usage.cacheWrite); // gateways in front of Anthropic
    const auto [cached, audioIn] = members(ofInput, {"cached_tokens", "audio_tokens"});
    take(cached, usage.cachedRead);
    take(audioIn, usage.audioInput);
    const auto [reasoning, audioOut] = members(ofOutput, {"reasoning_tokens", "audio_tokens"});
    take(reasoning, usage.reasoning);
    take(audioOut, usage.audioOutput);
    // xAI counts reasoning beside the completion; its total tells.
    if (usage.reasoning > 0 && countOf(total) == usage.input + usage.output + usage.reasoning)
        usage.output += usage.reasoning;
    return usage;
}

void readAnthropicUsage(std::string_view raw, Usage &usage)
{
    if (!isObject(raw))
        return;
    usage.reported = true;
    std::int64_t fresh = std::max<std::int64_t>(0, usage.input - usage.cachedRead - usage.cacheWrite);
    take(raw, "input_tokens", fresh);
    take(raw, "output_tokens", usage.output);
    take(raw, "cache_read_input_tokens", usage.cachedRead);
    take(raw, "cache_creation_input_tokens", usage.cacheWrite);
    const std::string_view creation = member(raw, "cache_creation");
    take(creation, "ephemeral_5m_input_tokens", usage.cacheWrite5m);
    take(creation, "ephemeral_1h_input_tokens", usage.cacheWrite1h);
    usage.input = fresh + usage.cachedRead + usage.cacheWrite;
}

void writeOpenAiUsage(wire::JsonWriter &json, const Usage &usage)
{
    json.beginObject()
        .key("prompt_tokens")
        .number(usage.input)
        .key("completion_tokens")
        .number(usage.output)
        .key("total_tokens")
        .number(usage.input + usage.output);
    json.key("prompt_tokens_details").beginObject().key("cached_tokens").number(usage.cachedRead);
    if (usage.audioInput)
        json.key("audio_tokens").number(usage.audioInput);
    if (usage.cacheWrite) {
        json.key("cache_creation_tokens").number(usage.cacheWrite).key("cache_creation_token_details").beginObject();
        json.key("ephemeral_5m_input_tokens").number(usage.cacheWrite5m);
        json.key("ephemeral_1h_input_tokens").number(usage.cacheWrite1h).endObject();
    }
    json.endObject();
    if (usage.reasoning || usage.audioOutput) {
        json.key("completion_tokens_details").beginObject().key("reasoning_tokens").number(usage.reasoning);
        if (usage.audioOutput)
            json.key("audio_tokens").number(usage.audioOutput);
        json.endObject();
    }
    if (usage.cacheWrite || usage.cachedRead) {
        json.key("cache_creation_input_tokens").number(usage.cacheWrite);
        json.key("cache_read_input_tokens").number(usage.cachedRead);
    }
}

void writeAnthropicUsage(wire::JsonWriter &json, const Usage &usage)
{
    const std::int64_t fresh = std::max<std::int64_t>(0, usage.input - usage.cachedRead - usage.cacheWrite);
    json.beginObject().key("input_tokens").number(fresh).key("output_tokens").number(usage.output);
    if (usage.cacheWrite)
        json.key("cache_creation_input_tokens").number(usage.cacheWrite);
    if (usage.cachedRead)
        json.key("cache_read_input_tokens").number(usage.cachedRead);
    json.endObject();
}

} // namespace gatehouse::translate
