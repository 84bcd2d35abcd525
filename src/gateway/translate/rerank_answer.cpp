// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/ids.h"
#include "gateway/translate/json_view.h"
#include "gateway/translate/provider_words.h"
#include "gateway/translate/rerank.h"
#include "gateway/wire/json_writer.h"

#include <algorithm>

namespace gatehouse::translate {

namespace {

/// One document's place.
struct Rank {
    std::int64_t index = 0;
    double score = 0;
    std::string_view scoreRaw;
    std::string document; ///< its text as a JSON string; empty = not told
};

Failure<Error> broken(std::string_view what, std::string_view body, const View &view)
{
    return {brokenAnswer(
        view, "Unable to get json response - " + std::string(what) + ", Original Response: " + std::string(body.substr(0, 500)))};
}

std::string_view firstOf(std::string_view object, std::initializer_list<std::string_view> names)
{
    for (const std::string_view name : names) {
        if (const std::string_view raw = member(object, name); !wire::jsonIsNull(raw))
            return raw;
    }
    return {};
}

bool readRank(std::string_view raw, Rank &rank)
{
    const std::string_view index = member(raw, "index");
    rank.scoreRaw = firstOf(raw, {"relevance_score", "score", "logit"});
    const auto score = wire::jsonNumber(rank.scoreRaw);
    if (!score || !wire::jsonNumber(index))
        return false;
    rank.index = countOf(index);
    rank.score = *score;
    if (const std::string_view document = firstOf(raw, {"document", "text"}); !document.empty())
        rank.document = documentText(document);
    return true;
}

// Bare scores, in the documents' order.
bool readScores(std::string_view scores, std::vector<Rank> &ranks)
{
    JsonItems items(scores);
    while (items.next()) {
        const std::string_view raw = items.raw();
        const auto score = wire::jsonNumber(raw);
        if (!score)
            return false;
        ranks.push_back({static_cast<std::int64_t>(ranks.size()), *score, raw, {}});
    }
    return !ranks.empty();
}

bool readRanks(std::string_view list, std::vector<Rank> &ranks)
{
    JsonItems items(list);
    while (items.next()) {
        Rank rank;
        if (!readRank(items.raw(), rank))
            return false;
        ranks.push_back(std::move(rank));
    }
    return isArray(list);
}

// What providers without these two do not do for the caller.
void finishRanks(std::vector<Rank> &ranks, const View &view)
{
    std::stable_sort(ranks.begin(), ranks.end(), [](const Rank &one, const Rank &other) { return one.score > other.score; });
    if (!view.request)
        return;
    const std::int64_t most = countOf(view.request->find("top_n"));
    if (most > 0 && most < static_cast<std::int64_t>(ranks.size()))
        ranks.resize(static_cast<std::size_t>(most));
    if (view.request->find("return_documents") != "true")
        return;
    std::vector<std::string> documents;
    JsonItems items(view.request->find("documents"));
    while (items.next())
        documents.push_back(documentText(items.raw()));
    for (Rank &rank : ranks) {
        if (rank.document.empty() && rank.index < static_cast<std::int64_t>(documents.size()))
            rank.document = documents[static_cast<std::size_t>(rank.index)];
    }
}

std::string written(const std::vector<Rank> &ranks, std::string_view id, std::int64_t tokens)
{
    wire::JsonWriter json;
    json.beginObject().key("id");
    if (isString(id))
        json.raw(id);
    else
        json.string(newId("rerank-"));
    json.key("results").beginArray();
    for (const Rank &rank : ranks) {
        json.beginObject().key("index").number(rank.index).key("relevance_score").raw(rank.scoreRaw);
        if (!rank.document.empty())
            json.key("document").beginObject().key("text").raw(rank.document).endObject();
        json.endObject();
    }
    json.endArray().key("meta").beginObject();
    json.key("billed_units").beginObject().key("total_tokens").number(tokens).endObject();
    json.key("tokens").beginObject().key("input_tokens").number(tokens).endObject().endObject();
    return json.endObject().take();
}

std::int64_t tokensOf(const wire::JsonObject &object)
{
    const std::string_view usage = object.find("usage");
    const std::string_view count = firstOf(usage, {"total_tokens", "prompt_tokens"});
    return countOf(count.empty() ? object.find("input_tokens") : count);
}

// Cohere's own answer stays as it is, but for what the record needs.
Answer relayed(const wire::JsonObject &object)
{
    Answer answer;
    const std::string_view meta = object.find("meta");
    answer.usage.input = countOf(member(meta, {"tokens", "input_tokens"}));
    answer.usage.reported = answer.usage.input > 0;
    answer.body = object.text();
    return answer;
}

} // namespace

Result<Answer> decodeRerank(std::string_view body, const View &view)
{
    // Text Embeddings Inference answers with a bare array, which is read as a member of an object.
    const bool isList = body.substr(0, 256).find_first_not_of(" \t\r\n") == body.find('[');
    auto object = wire::JsonObject::parse(isList ? "{\"results\":" + std::string(body) + "}" : std::string(body));
    if (!object)
        return broken(object.error().message, body, view);
    if (const std::string_view error = object->find("error"); saysSomething(error))
        return Failure {carriedError(view, error, object->text())};
    std::vector<Rank> ranks;
    const bool isBare = isArray(object->find("scores"));
    const std::string_view list = firstOf(object->text(), {"results", "data", "rankings"});
    if (isBare ? !readScores(object->find("scores"), ranks) : !readRanks(list, ranks))
        return broken("it holds no ranking", body, view);
    if (isArray(object->find("results")) && isObject(object->find("meta")))
        return relayed(*object);
    if (isList || isBare || isArray(object->find("rankings")))
        finishRanks(ranks, view);
    Answer answer;
    answer.usage.input = tokensOf(*object);
    answer.usage.reported = answer.usage.input > 0;
    answer.body = written(ranks, object->find("id"), answer.usage.input);
    return answer;
}

} // namespace gatehouse::translate
