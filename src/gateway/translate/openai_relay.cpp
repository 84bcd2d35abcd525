// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/chunk_shapes.h"
#include "gateway/translate/cut_stream.h"
#include "gateway/translate/edits.h"
#include "gateway/translate/ids.h"
#include "gateway/translate/json_view.h"
#include "gateway/translate/openai_shape.h"
#include "gateway/translate/openai_words.h"
#include "gateway/translate/provider_words.h"
#include "gateway/translate/streams.h"
#include "gateway/translate/words.h"
#include "gateway/wire/json_writer.h"

namespace gatehouse::translate {

namespace {

/// OpenAI chat to OpenAI chat, or completions to completions: every chunk passes as it is but for the model's name, and what the
/// dialect's own rules ask for.
class OpenAiRelay : public CutStream
{
public:
    explicit OpenAiRelay(View view)
        : CutStream(std::move(view))
        , m_isText(m_view.from == Dialect::OpenAiText)
    {
    }

    Result<> finish(std::string &out) override;
    const Usage &usage() const override { return m_usage; }
    const std::string &finishReason() const override { return m_finishReason; }

private:
    /// What a chunk's choices say, as far as it matters here.
    struct Seen {
        bool hasContent = false; ///< more than a role
        bool hasFinish = false;
        int choices = 0;
    };

    Result<> onEvent(const CutEvent &event, std::string &out) override;
    Result<> onChunk(const wire::JsonObject &chunk, std::string &out);
    Result<> onDone(std::string &out);
    void introduce(const wire::JsonObject &chunk);
    Seen look(std::string_view choices, Edits &edits);
    void lookAtChoice(std::string_view choice, Edits &edits, Seen &seen);
    void addMissing(const wire::JsonObject &chunk, Edits &edits);
    bool takeUsage(const wire::JsonObject &chunk, const Seen &seen, Edits &edits);
    void emit(std::string_view chunk, bool hold, std::string &out);
    void emitZeroUsage(std::string &out);

    const OpenAiShape &shape() const { return m_isText ? textShape : chatShape; }

    const bool m_isText; // completions: a choice has a text in place of a delta
    ChunkShapes m_shapes;
    Usage m_usage;
    std::string m_finishReason;
    HeldBeginning m_beginning;                                // chunks that say nothing yet
    std::string m_id, m_model;                                // JSON strings: of the first chunk, or ours
    std::uint64_t m_roleSent = 0, m_seen = 0, m_finished = 0; // a bit for each choice
    bool m_anything = false;                                  // a chunk came at all
    bool m_usageSent = false;
    bool m_done = false;
};

Result<> OpenAiRelay::onEvent(const CutEvent &event, std::string &out)
{
    const std::string_view data = event.data;
    if (m_done)
        return {};
    if (m_beginning.isOver()) {
        const std::size_t before = out.size();
        out += "data: ";
        if (m_shapes.relay(data, out)) {
            out += "\n\n";
            return {};
        }
        out.resize(before);
    }
    if (data == "[DONE]")
        return onDone(out);
    const auto chunk = wire::JsonObject::parse(std::string(data));
    if (!chunk)
        return broken(chunk.error().message);
    const std::string_view error = chunk->find("error");
    if (saysSomething(error))
        return carried(error, data);
    return onChunk(*chunk, out);
}

Result<> OpenAiRelay::onChunk(const wire::JsonObject &chunk, std::string &out)
{
    const std::string_view choices = chunk.find("choices");
    if (!choices.empty() && choices != "null" && !isArray(choices))
        return broken("a chunk's choices are no list");
    if (!m_anything)
        introduce(chunk);
    Edits edits(chunk.text());
    const Seen seen = look(choices, edits);
    if (!takeUsage(chunk, seen, edits))
        return {};
    const bool plain = seen.choices == 1 && !seen.hasFinish && edits.empty() && !isObject(chunk.find("usage"));
    if (chunk.has("model"))
        edits.replace(chunk.find("model"), m_model);
    // Only OpenAI's own means anything; LiteLLM leaves that of others out.
    if (chunk.has("system_fingerprint") && !m_view.provider.quirks.has(Quirk::OpenAiModels))
        edits.replace(chunk.find("system_fingerprint"), "null");
    addMissing(chunk, edits);
    std::string text;
    edits.apply(text);
    emit(text, !seen.hasContent, out);
    if (plain && seen.hasContent)
        m_shapes.learn(chunk.text(), text);
    return {};
}

// The first chunk: what it is called by is what all are called by.
void OpenAiRelay::introduce(const wire::JsonObject &chunk)
{
    m_anything = true;
    m_id = std::string(chunk.find("id"));
    if (!isString(m_id)) {
        m_id.clear();
        wire::appendJsonString(m_id, newId(shape().idPrefix));
    }
    m_model = std::string(chunk.find("model"));
    if (!m_view.model.empty() || !isString(m_model)) {
        m_model.clear();
        wire::appendJsonString(m_model, m_view.model);
    }
}

OpenAiRelay::Seen OpenAiRelay::look(std::string_view choices, Edits &edits)
{
    Seen seen;
    JsonItems items(choices);
    while (items.next()) {
        if (isObject(items.raw()))
            lookAtChoice(items.raw(), edits, seen);
    }
    return seen;
}

void OpenAiRelay::lookAtChoice(std::string_view choice, Edits &edits, Seen &seen)
{
    ++seen.choices;
    std::string_view delta, finish, index;
    JsonMembers members(choice);
    while (members.next()) {
        if (members.name() == "delta")
            delta = members.raw();
        else if (members.name() == "finish_reason")
            finish = members.raw();
        else if (members.name() == "index")
            index = members.raw();
        else if (members.name() == "text" && m_isText)
            seen.hasContent = seen.hasContent || saysSomething(members.raw());
    }
    const std::uint64_t bit = std::uint64_t(1) << (countOf(index) & 63);
    m_seen |= bit;
    if (index.empty())
        edits.prepend(choice, "\"index\":0");
    if (saysSomething(finish)) {
        seen.hasFinish = seen.hasContent = true;
        m_finished |= bit;
        if (m_finishReason.empty())
            m_finishReason = textOf(finish);
    }
    bool hasRole = false;
    JsonMembers parts(delta);
    while (parts.next()) {
        if (parts.name() == "role")
            hasRole = isString(parts.raw());
        else if (saysSomething(parts.raw()))
            seen.hasContent = true;
    }
    if (!hasRole && !(m_roleSent & bit) && isObject(delta))
        edits.prepend(delta, "\"role\":\"assistant\"");
    m_roleSent |= bit;
    nameReasoning(delta, edits);
}

// Chunks that lack what every client reads get it.
void OpenAiRelay::addMissing(const wire::JsonObject &chunk, Edits &edits)
{
    wire::JsonWriter json;
    if (!chunk.has("id"))
        json.key("id").raw(m_id);
    if (!chunk.has("object"))
        json.key("object").string(shape().chunk);
    if (!chunk.has("created"))
        json.key("created").number(unixNow());
    if (!chunk.has("model"))
        json.key("model").raw(m_model);
    if (!chunk.has("choices"))
        json.key("choices").beginArray().endArray();
    if (!json.text().empty())
        edits.prepend(chunk.text(), json.take());
}

// Takes the numbers out of a chunk that has them. False when nothing is left that the caller should see.
bool OpenAiRelay::takeUsage(const wire::JsonObject &chunk, const Seen &seen, Edits &edits)
{
    const std::string_view raw = chunk.find("usage");
    if (!isObject(raw))
        return true;
    m_usage = readOpenAiUsage(raw);
    if (m_view.wantsUsage) {
        m_usageSent = true;
        nameCachedTokens(raw, edits);
        return true;
    }
    if (seen.choices == 0)
        return false;
    edits.replace(raw, "null");
    return true;
}

void OpenAiRelay::emit(std::string_view chunk, bool hold, std::string &out)
{
    m_beginning.place(hold, out).append("data: ").append(chunk).append("\n\n");
}

void OpenAiRelay::emitZeroUsage(std::string &out)
{
    wire::JsonWriter json;
    json.beginObject().key("id").raw(m_id).key("object").string(shape().chunk);
    json.key("created").number(unixNow()).key("model").raw(m_model).key("choices").beginArray().endArray();
    json.key("usage");
    writeOpenAiUsage(json, m_usage);
    json.endObject().endObject();
    emit(json.text(), false, out);
}

Result<> OpenAiRelay::onDone(std::string &out)
{
    if (!m_anything)
        return cut("the stream ended before its first event");
    if (m_finished == 0)
        return cut("the stream ended without a finish_reason: the answer is incomplete");
    if (m_view.wantsUsage && !m_usageSent)
        emitZeroUsage(out);
    out += "data: [DONE]\n\n";
    m_done = true;
    return {};
}

Result<> OpenAiRelay::finish(std::string &out)
{
    if (auto last = flush(out); !last)
        return last;
    if (m_done)
        return {};
    if (auto framed = checkFraming(); !framed)
        return framed;
    // Some servers leave [DONE] out. Then only an end for every choice says that nothing is missing.
    if (m_anything && m_finished != m_seen)
        return cut("the stream was cut: the answer is incomplete");
    return onDone(out);
}

} // namespace

std::unique_ptr<Stream> openAiRelay(View view)
{
    return std::make_unique<OpenAiRelay>(std::move(view));
}

} // namespace gatehouse::translate
