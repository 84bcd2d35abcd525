// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/gemini_extras.h"

#include "gateway/translate/json_view.h"
#include "gateway/wire/json_writer.h"

#include <array>

namespace gatehouse::translate {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 4> besides {{
    {"groundingMetadata", "vertex_ai_grounding_metadata"},
    {"urlContextMetadata", "vertex_ai_url_context_metadata"},
    {"safetyRatings", "vertex_ai_safety_results"},
    {"citationMetadata", "vertex_ai_citation_metadata"},
}};

// No page needs more sources, and a hostile answer could name each of many sources in each of many passages.
constexpr std::size_t mostAnnotations = 4096;

std::vector<std::string_view> itemsOf(std::string_view array)
{
    std::vector<std::string_view> items;
    JsonItems walk(array);
    while (walk.next())
        items.push_back(walk.raw());
    return items;
}

void writeAnnotation(wire::JsonWriter &json, std::string_view segment, std::string_view web)
{
    json.beginObject().key("type").string("url_citation").key("url_citation").beginObject();
    json.key("start_index").number(countOf(member(segment, "startIndex")));
    json.key("end_index").number(countOf(member(segment, "endIndex")));
    json.key("url").raw(soundString(member(web, "uri"))).key("title").raw(soundString(member(web, "title")));
    json.endObject().endObject();
}

std::string_view numberOr0(std::string_view raw)
{
    return raw.empty() || isString(raw) || raw == "null" ? std::string_view("0") : raw;
}

void writeToken(wire::JsonWriter &json, std::string_view candidate)
{
    json.key("token").raw(soundString(member(candidate, "token")));
    json.key("logprob").raw(numberOr0(member(candidate, "logProbability"))).key("bytes").null();
}

} // namespace

bool isCodeOfGemini(std::string_view part)
{
    return isObject(member(part, "executableCode")) || isObject(member(part, "codeExecutionResult"));
}

std::string annotationsOfGemini(std::string_view grounding)
{
    const std::vector<std::string_view> sources = itemsOf(member(grounding, "groundingChunks"));
    wire::JsonWriter json;
    json.beginArray();
    std::size_t count = 0;
    JsonItems supports(member(grounding, "groundingSupports"));
    while (supports.next()) {
        JsonItems indices(member(supports.raw(), "groundingChunkIndices"));
        while (indices.next() && count < mostAnnotations) {
            const auto index = static_cast<std::size_t>(countOf(indices.raw()));
            const std::string_view web = index < sources.size() ? member(sources[index], "web") : std::string_view();
            if (!isObject(web))
                continue;
            writeAnnotation(json, member(supports.raw(), "segment"), web);
            ++count;
        }
    }
    json.endArray();
    return count > 0 ? json.take() : std::string();
}

std::string logprobsOfGemini(std::string_view result)
{
    const std::vector<std::string_view> chosen = itemsOf(member(result, "chosenCandidates"));
    if (chosen.empty())
        return {};
    const std::vector<std::string_view> top = itemsOf(member(result, "topCandidates"));
    wire::JsonWriter json;
    json.beginObject().key("content").beginArray();
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        json.beginObject();
        writeToken(json, chosen[i]);
        json.key("top_logprobs").beginArray();
        JsonItems others(i < top.size() ? member(top[i], "candidates") : std::string_view());
        while (others.next()) {
            json.beginObject();
            writeToken(json, others.raw());
            json.endObject();
        }
        json.endArray().endObject();
    }
    return json.endArray().endObject().take();
}

std::vector<std::pair<std::string, std::string>> besidesOfGemini(std::string_view candidates)
{
    std::vector<std::pair<std::string, std::string>> result;
    for (const auto &[theirs, ours] : besides) {
        wire::JsonWriter json;
        json.beginArray();
        JsonItems each(candidates);
        while (each.next()) {
            const bool isAnswer = isObject(member(each.raw(), "content")); // LiteLLM says nothing beside those that are none
            if (const std::string_view raw = member(each.raw(), theirs); isAnswer && saysSomething(raw))
                json.raw(raw);
        }
        if (json.endArray().text() != "[]")
            result.emplace_back(ours, json.take());
    }
    return result;
}

} // namespace gatehouse::translate
