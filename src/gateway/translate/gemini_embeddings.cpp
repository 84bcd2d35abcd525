// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/gemini_embeddings.h"

#include "gateway/translate/json_view.h"
#include "gateway/translate/operations.h"
#include "gateway/translate/provider_words.h"
#include "gateway/wire/json_writer.h"

#include <QByteArray>

#include <algorithm>
#include <array>
#include <bit>

namespace gatehouse::translate {

namespace {

using Texts = std::vector<std::string_view>;

/// What is said of the embeddings, in Google's words; views into the request.
struct Options {
    std::string_view dimensions, task, title, truncate;
};

// What is said in other words, and what Google has none for.
constexpr std::array<std::string_view, 13> reworded {"model", "input", "encoding_format", "user", "extra_body",
    "outputDimensionality", "dimensions", "taskType", "task_type", "input_type", "title", "autoTruncate", "auto_truncate"};

bool isVertex(const ProviderTraits &provider)
{
    return provider.name.starts_with("vertex_ai");
}

Result<Texts> textsOf(const Members &members, const Target &target)
{
    const std::string_view input = members.find("input");
    Texts texts;
    if (isString(input))
        texts.push_back(input);
    JsonItems items(input);
    while (items.next())
        texts.push_back(items.raw());
    if (!texts.empty() && std::all_of(texts.begin(), texts.end(), isString))
        return texts;
    return Failure {Error {Fault::BadRequest,
        target.deployment.provider.title + "Exception - input must be a text or an array of texts", 0, {}, "input"}};
}

std::string_view firstOf(const Members &members, std::initializer_list<std::string_view> names)
{
    for (const std::string_view name : names) {
        if (members.has(name))
            return members.find(name);
    }
    return {};
}

Options optionsOf(const Members &members)
{
    return {firstOf(members, {"outputDimensionality", "dimensions"}), firstOf(members, {"taskType", "task_type", "input_type"}),
        firstOf(members, {"title"}), firstOf(members, {"autoTruncate", "auto_truncate"})};
}

void write(wire::JsonWriter &json, std::string_view name, std::string_view raw)
{
    if (!raw.empty())
        json.key(name).raw(raw);
}

void writeRequests(wire::JsonWriter &json, const Texts &texts, const Options &options, std::string_view model)
{
    const std::string name = (model.find('/') == model.npos ? "models/" : "") + std::string(model);
    json.key("requests").beginArray();
    for (const std::string_view text : texts) {
        json.beginObject().key("model").string(name).key("content").beginObject().key("parts").beginArray();
        json.beginObject().key("text").raw(text).endObject().endArray().endObject();
        write(json, "taskType", options.task);
        write(json, "title", options.title);
        write(json, "outputDimensionality", options.dimensions);
        json.endObject();
    }
    json.endArray();
}

void writeInstances(wire::JsonWriter &json, const Texts &texts, const Options &options)
{
    json.key("instances").beginArray();
    for (const std::string_view text : texts) {
        json.beginObject().key("content").raw(text);
        write(json, "task_type", options.task);
        write(json, "title", options.title);
        json.endObject();
    }
    json.endArray().key("parameters").beginObject();
    write(json, "outputDimensionality", options.dimensions);
    write(json, "autoTruncate", options.truncate);
    json.endObject();
}

/// The vectors of an answer, as JSON arrays, and what they took.
struct Vectors {
    Texts each;
    std::int64_t tokens = 0;
};

Vectors vectorsOf(const wire::JsonObject &answer)
{
    Vectors vectors;
    JsonItems embeddings(answer.find("embeddings"));
    while (embeddings.next())
        vectors.each.push_back(member(embeddings.raw(), "values"));
    JsonItems predictions(answer.find("predictions"));
    while (predictions.next()) {
        const std::string_view embedding = member(predictions.raw(), "embeddings");
        vectors.each.push_back(member(embedding, "values"));
        vectors.tokens += countOf(member(embedding, {"statistics", "token_count"}));
    }
    if (const std::string_view counted = member(answer.find("usageMetadata"), "promptTokenCount"); !counted.empty())
        vectors.tokens = countOf(counted);
    return vectors;
}

// The numbers as OpenAI packs them: base64 of 32-bit floats, the low byte first. Its own clients ask for that where nobody says.
std::string packed(std::string_view vector)
{
    QByteArray bytes;
    JsonItems numbers(vector);
    while (numbers.next()) {
        const auto number = static_cast<float>(wire::jsonNumber(numbers.raw()).value_or(0));
        const std::uint32_t bits = std::bit_cast<std::uint32_t>(number);
        for (const unsigned shift : {0U, 8U, 16U, 24U})
            bytes.append(static_cast<char>((bits >> shift) & 0xffU));
    }
    return '"' + bytes.toBase64().toStdString() + '"';
}

std::string inOpenAisShape(const Vectors &vectors, const View &view)
{
    const bool isPacked = view.request && view.request->find("encoding_format") == "\"base64\"";
    wire::JsonWriter json;
    json.beginObject().key("object").string("list").key("data").beginArray();
    std::int64_t index = 0;
    for (const std::string_view vector : vectors.each) {
        json.beginObject().key("object").string("embedding").key("index").number(index++).key("embedding");
        json.raw(isPacked ? packed(vector) : std::string(vector)).endObject();
    }
    json.endArray().key("model").string(view.model.empty() ? view.upstreamModel : view.model).key("usage").beginObject();
    json.key("prompt_tokens").number(vectors.tokens).key("completion_tokens").number(std::int64_t(0));
    json.key("total_tokens").number(vectors.tokens).endObject();
    return json.endObject().take();
}

} // namespace

Result<Encoded> encodeGoogleEmbedding(Members members, const wire::Call &call, const Target &target)
{
    offerDefaults(members, target.deployment);
    const auto texts = textsOf(members, target);
    if (!texts)
        return Failure {texts.error()};
    const Options options = optionsOf(members);
    wire::JsonWriter json;
    json.beginObject();
    if (isVertex(target.deployment.provider))
        writeInstances(json, *texts, options);
    else
        writeRequests(json, *texts, options, target.model);
    Members rest(call.body.find("extra_body"));
    rest.offerAll(std::move(members));
    for (const auto &[name, raw] : rest) {
        const bool isWritten = name == "requests" || name == "instances" || name == "parameters";
        if (!isWritten && std::find(reworded.begin(), reworded.end(), name) == reworded.end())
            json.key(name).raw(raw);
    }
    return Encoded {json.endObject().take(), {}, false};
}

Result<Answer> decodeGoogleEmbedding(std::string_view body, const View &view)
{
    if (auto sound = decodeAsOpenAi(body, view); !sound) // garbage, or an error in place of an answer
        return sound;
    const auto answer = wire::JsonObject::parse(std::string(body));
    const Vectors vectors = vectorsOf(*answer);
    if (vectors.each.empty() || !std::all_of(vectors.each.begin(), vectors.each.end(), isArray))
        return Failure {brokenAnswer(view, "the answer holds no embeddings")};
    auto decoded = decodeAsOpenAi(inOpenAisShape(vectors, view), view);
    if (decoded)
        decoded->usage.reported = vectors.tokens > 0;
    return decoded;
}

} // namespace gatehouse::translate
