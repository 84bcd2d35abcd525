// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// Embeddings over InvokeModel: Titan takes one text a request, Cohere's models take many.
#include "gateway/translate/json_view.h"
#include "gateway/translate/operations.h"
#include "gateway/translate/provider_words.h"
#include "gateway/wire/json_writer.h"

#include <QByteArray>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <optional>

namespace gatehouse::translate {

namespace {

// OpenAI's members, read here and not passed on. All others are the model's own.
constexpr std::array<std::string_view, 5> openAiMembers {"input", "model", "dimensions", "encoding_format", "user"};

bool isTitan(std::string_view model)
{
    return model.find("titan") != model.npos;
}

bool isCohere(std::string_view model)
{
    return model.find("cohere") != model.npos;
}

Failure<Error> refused(const Target &target, const std::string &what)
{
    return {Error {Fault::BadRequest, target.deployment.provider.title + "Exception - " + what}};
}

std::optional<std::vector<std::string>> textsOf(std::string_view input)
{
    if (auto text = wire::jsonString(input))
        return std::vector<std::string> {std::move(*text)};
    return wire::jsonStrings(input);
}

void writeDimensions(wire::JsonWriter &json, std::string_view dimensions, std::string_view model)
{
    if (wire::jsonIsNull(dimensions))
        return;
    if (model.find("titan-embed-image") != model.npos)
        json.key("embeddingConfig").beginObject().key("outputEmbeddingLength").raw(dimensions).endObject();
    else
        json.key(isTitan(model) ? "dimensions" : "output_dimension").raw(dimensions);
}

Result<> writeTexts(wire::JsonWriter &json, const std::vector<std::string> &texts, const Target &target)
{
    if (!isTitan(target.model)) {
        json.key("texts").beginArray();
        for (const std::string &text : texts)
            json.string(text);
        json.endArray();
        return {};
    }
    if (texts.size() != 1)
        return refused(target, "Titan takes one text a request, and input holds " + std::to_string(texts.size()));
    json.key("inputText").string(texts.front());
    return {};
}

bool hasDimensions(std::string_view model)
{
    return model.find("titan-embed-text-v1") == model.npos && model.find("titan-embed-g1") == model.npos
        && model.find("-v3") == model.npos;
}

} // namespace

Result<Encoded> encodeBedrockEmbedding(Members members, const wire::Call &call, const Target &target)
{
    offerDefaults(members, target.deployment);
    const std::string model(target.model);
    if (!isTitan(model) && !isCohere(model))
        return refused(target, "no embeddings are known of model=" + model + ": Titan and Cohere embed");
    const auto texts = textsOf(members.find("input"));
    if (!texts)
        return refused(target, "input must be a string or an array of strings");
    if (!hasDimensions(model)) {
        constexpr std::array<std::string_view, 1> names {"dimensions"};
        if (auto done = refuse(members, target, names); !done)
            return Failure {std::move(done).error()};
    }
    wire::JsonWriter json;
    json.beginObject();
    if (auto done = writeTexts(json, *texts, target); !done)
        return Failure {std::move(done).error()};
    writeDimensions(json, members.find("dimensions"), model);
    Members own(call.body.find("extra_body"));
    own.offerAll(std::move(members));
    if (isCohere(model))
        own.offer("input_type", R"("search_document")"); // the API wants one; LiteLLM's choice
    own.eraseIf([](std::string_view name) {
        return std::find(openAiMembers.begin(), openAiMembers.end(), name) != openAiMembers.end() || name == "extra_body"
            || name == "inputText" || name == "texts";
    });
    for (const auto &[name, raw] : own)
        json.key(name).raw(raw);
    return Encoded {json.endObject().take(), {}, false};
}

// ---- answers

namespace {

// OpenAI's encoding_format base64: the floats' bytes, lowest first.
std::string packed(std::string_view vector)
{
    QByteArray bytes;
    for (JsonItems items(vector); items.next();) {
        const auto number = qToLittleEndian(static_cast<float>(wire::jsonNumber(items.raw()).value_or(0)));
        bytes.append(reinterpret_cast<const char *>(&number), sizeof number);
    }
    return bytes.toBase64().toStdString();
}

class Writer
{
public:
    explicit Writer(const View &view)
        : m_isPacked(view.request && view.request->find("encoding_format") == R"("base64")")
    {
        m_json.beginObject().key("object").string("list").key("model");
        m_json.string(view.model.empty() ? view.upstreamModel : view.model).key("data").beginArray();
    }
    void add(std::string_view vector)
    {
        m_json.beginObject().key("object").string("embedding").key("index").number(m_count++).key("embedding");
        if (m_isPacked)
            m_json.string(packed(vector));
        else
            m_json.raw(vector);
        m_json.endObject();
    }
    std::string body(const Usage &usage)
    {
        m_json.endArray().key("usage").beginObject().key("prompt_tokens").number(usage.input);
        m_json.key("completion_tokens").number(std::int64_t(0)).key("total_tokens").number(usage.input).endObject().endObject();
        return m_json.take();
    }
    bool isEmpty() const { return m_count == 0; }

private:
    const bool m_isPacked;
    wire::JsonWriter m_json;
    std::int64_t m_count = 0;
};

} // namespace

Result<Answer> decodeBedrockEmbedding(std::string_view body, const View &view)
{
    const auto object = wire::JsonObject::parse(std::string(body));
    if (!object)
        return Failure {brokenAnswer(view,
            "Unable to get json response - " + object.error().message
                + ", Original Response: " + std::string(body.substr(0, 500)))};
    Writer writer(view);
    if (const std::string_view vector = object->find("embedding"); isArray(vector))
        writer.add(vector);
    const std::string_view all = object->find("embeddings");
    for (JsonItems items(isObject(all) ? member(all, "float") : all); items.next();) {
        if (isArray(items.raw()))
            writer.add(items.raw());
    }
    if (writer.isEmpty())
        return Failure {brokenAnswer(view, "the answer holds no embedding")};
    Answer answer;
    const std::string_view tokens = object->find("inputTextTokenCount");
    answer.usage.reported = !tokens.empty();
    answer.usage.input = countOf(tokens);
    answer.body = writer.body(answer.usage);
    return answer;
}

} // namespace gatehouse::translate
