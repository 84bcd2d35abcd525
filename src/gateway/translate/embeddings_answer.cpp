// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/edits.h"
#include "gateway/translate/embeddings.h"
#include "gateway/translate/json_view.h"
#include "gateway/translate/operations.h"
#include "gateway/translate/provider_words.h"
#include "gateway/wire/json_writer.h"

#include <QByteArray>
#include <QtEndian>

#include <charconv>

namespace gatehouse::translate {

namespace {

Failure<Error> broken(std::string_view what, std::string_view body, const View &view)
{
    return {brokenAnswer(
        view, "Unable to get json response - " + std::string(what) + ", Original Response: " + std::string(body.substr(0, 500)))};
}

bool wantsBase64(const View &view)
{
    return view.request && view.request->find("encoding_format") == "\"base64\"";
}

// The numbers as OpenAI packs them: 32-bit floats, the low byte first. Nothing when one of them is no number.
std::optional<std::string> packed(std::string_view vector)
{
    QByteArray bytes;
    JsonItems numbers(vector);
    while (numbers.next()) {
        const std::string_view raw = numbers.raw();
        double value = 0;
        const auto [end, failed] = std::from_chars(raw.data(), raw.data() + raw.size(), value);
        if (failed != std::errc() || end != raw.data() + raw.size())
            return std::nullopt;
        const float number = qToLittleEndian(static_cast<float>(value));
        bytes.append(reinterpret_cast<const char *>(&number), sizeof number);
    }
    return '"' + bytes.toBase64().toStdString() + '"';
}

// The caller's name for the model, and LiteLLM's count of what embeddings never have.
void rename(Edits &edits, std::string_view body, const View &view)
{
    if (const std::string_view model = member(body, "model"); isString(model) && !view.model.empty()) {
        std::string name;
        wire::appendJsonString(name, view.model);
        edits.replace(model, std::move(name));
    }
    const std::string_view usage = member(body, "usage");
    if (isObject(usage) && member(usage, "completion_tokens").empty())
        edits.prepend(usage, "\"completion_tokens\":0");
}

void pack(Edits &edits, std::string_view data)
{
    JsonItems items(data);
    while (items.next()) {
        const std::string_view vector = member(items.raw(), "embedding");
        if (auto text = isArray(vector) ? packed(vector) : std::nullopt)
            edits.replace(vector, std::move(*text));
    }
}

Result<Answer> parsed(std::string_view body, const View &view, wire::JsonObject &into)
{
    auto object = wire::JsonObject::parse(std::string(body));
    if (!object)
        return broken(object.error().message, body, view);
    if (const std::string_view error = object->find("error"); saysSomething(error))
        return Failure {carriedError(view, error, object->text())};
    into = std::move(*object);
    return Answer {};
}

/// Writes an answer in OpenAI's shape from vectors one after another.
class Writer
{
public:
    explicit Writer(const View &view)
        : m_view(view)
        , m_isPacked(wantsBase64(view))
    {
        m_json.beginObject().key("object").string("list").key("data").beginArray();
    }
    /// False when \a vector is none.
    bool add(std::string_view vector)
    {
        if (!isArray(vector))
            return false;
        auto text = m_isPacked ? packed(vector) : std::optional(std::string(vector));
        if (!text)
            return false;
        m_json.beginObject()
            .key("object")
            .string("embedding")
            .key("index")
            .number(m_count++)
            .key("embedding")
            .raw(*text)
            .endObject();
        return true;
    }
    Result<Answer> finish(std::int64_t tokens)
    {
        m_json.endArray().key("model").string(m_view.model.empty() ? m_view.upstreamModel : m_view.model);
        m_json.key("usage").beginObject().key("completion_tokens").number(std::int64_t(0));
        m_json.key("prompt_tokens").number(tokens).key("total_tokens").number(tokens).endObject();
        Answer answer;
        answer.usage.reported = tokens > 0;
        answer.usage.input = tokens;
        answer.body = m_json.endObject().take();
        return answer;
    }
    bool isEmpty() const { return m_count == 0; }

private:
    const View &m_view;
    const bool m_isPacked;
    wire::JsonWriter m_json;
    std::int64_t m_count = 0;
};

Result<Answer> written(std::string_view vectors, std::int64_t tokens, std::string_view body, const View &view)
{
    Writer writer(view);
    JsonItems items(vectors);
    while (items.next()) {
        if (!writer.add(items.raw()))
            return broken("an embedding is no array of numbers", body, view);
    }
    if (writer.isEmpty())
        return broken("it holds no embeddings", body, view);
    return writer.finish(tokens);
}

} // namespace

Result<Answer> decodeOpenAiEmbedding(std::string_view body, const View &view)
{
    auto answer = decodeAsOpenAi(body, view);
    if (!answer)
        return answer;
    const std::string_view data = member(answer->body, "data");
    if (!isArray(data))
        return broken("it holds no embeddings", body, view);
    Edits edits(answer->body);
    rename(edits, answer->body, view);
    if (wantsBase64(view))
        pack(edits, data);
    if (edits.empty())
        return answer;
    std::string text;
    edits.apply(text);
    answer->body = std::move(text);
    return answer;
}

Result<Answer> decodeCohereEmbedding(std::string_view body, const View &view)
{
    wire::JsonObject object;
    if (auto done = parsed(body, view, object); !done)
        return done;
    std::string_view vectors = object.find("embeddings");
    if (isObject(vectors)) { // by type: numbers, unless the caller asked for other types alone
        const std::string_view numbers = member(vectors, "float");
        JsonMembers types(vectors);
        vectors = isArray(numbers) ? numbers : types.next() ? types.raw() : std::string_view();
    }
    const std::string_view units = member(object.find("meta"), "billed_units");
    return written(vectors, countOf(member(units, "input_tokens")) + countOf(member(units, "image_tokens")), body, view);
}

Result<Answer> decodeOllamaEmbedding(std::string_view body, const View &view)
{
    wire::JsonObject object;
    if (auto done = parsed(body, view, object); !done)
        return done;
    return written(object.find("embeddings"), countOf(object.find("prompt_eval_count")), body, view);
}

Result<Answer> decodeHuggingFaceEmbedding(std::string_view body, const View &view)
{
    wire::JsonObject object; // an array is read as a member of one
    const bool isList = body.substr(0, 256).find_first_not_of(" \t\r\n") == body.find('[');
    if (auto done = parsed(isList ? "{\"vectors\":" + std::string(body) + "}" : std::string(body), view, object); !done)
        return done;
    return written(object.find("vectors"), 0, body, view);
}

} // namespace gatehouse::translate
