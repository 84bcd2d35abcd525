// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/events.h"
#include "gateway/translate/gemini_extras.h"
#include "gateway/translate/gemini_words.h"
#include "gateway/translate/ids.h"
#include "gateway/translate/json_view.h"
#include "gateway/translate/provider_words.h"
#include "gateway/translate/signed_ids.h"
#include "gateway/wire/json_writer.h"

#include <deque>

namespace gatehouse::translate {

namespace {

using Kind = StreamEvent::Kind;

// No model calls so many tools in one answer, or gives so many answers at once.
constexpr std::size_t mostTools = 1024, mostChoices = 64;

/// Reads the answers that a streamed generateContent is made of. Calls come whole. Each answer repeats the usage so far; the last
/// one has the finishReason, and nothing comes behind it but, at most, more of what is said beside the text.
class GeminiDecoder : public EventDecoder
{
public:
    explicit GeminiDecoder(const View &view)
        : EventDecoder(view)
    {
        wire::appendJsonString(m_model, view.upstreamModel);
    }
    Result<> decode(const CutEvent &event, std::vector<StreamEvent> &into) override;
    Result<> finish(std::vector<StreamEvent> &into) override;

private:
    void start(std::vector<StreamEvent> &into);
    void readChoice(std::string_view candidate, std::vector<StreamEvent> &into);
    void readCandidate(std::string_view candidate, std::vector<StreamEvent> &into);
    void readPart(std::string_view part, std::vector<StreamEvent> &into);
    void readText(std::string_view part, std::vector<StreamEvent> &into);
    void readCall(std::string_view call, std::string_view signature, std::vector<StreamEvent> &into);
    void readInline(std::string_view data, std::vector<StreamEvent> &into);
    void readBeside(std::string_view candidates, std::vector<StreamEvent> &into);
    void extra(std::string_view name, std::string_view item, std::vector<StreamEvent> &into);
    void say(Kind kind, std::string_view textJson, std::vector<StreamEvent> &into);
    std::string_view kept(std::string text) { return m_texts.emplace_back(std::move(text)); }

    wire::JsonObject m_chunk;        // what the events point into
    std::deque<std::string> m_texts; // and what they say in other words
    std::string m_model;
    struct Choice {
        std::string reason; // why it ended, in OpenAI's word
        std::size_t tools = 0;
    };
    std::vector<Choice> m_choices {1};
    std::size_t m_at = 0; // the one being read
    bool m_started = false;
    bool m_unsound = false;
};

Result<> GeminiDecoder::decode(const CutEvent &event, std::vector<StreamEvent> &into)
{
    if (event.data == "[DONE]") // some gateways in front of Gemini say so
        return {};
    auto chunk = wire::JsonObject::parse(std::string(event.data));
    if (!chunk)
        return broken(chunk.error().message);
    m_chunk = std::move(*chunk);
    m_texts.clear();
    if (const std::string_view error = m_chunk.find("error"); saysSomething(error))
        return carried(error, event.data);
    const std::string_view candidates = m_chunk.find("candidates");
    const std::string blocked = blockReasonOfGemini(m_chunk.find("promptFeedback"));
    if (!isArray(candidates) && blocked.empty() && !m_chunk.has("usageMetadata"))
        return broken("an event of the stream holds no candidates");
    if (!m_started)
        start(into);
    if (const Usage usage = readGeminiUsage(m_chunk.find("usageMetadata")); usage.reported)
        m_usage = usage;
    JsonItems each(candidates);
    while (each.next())
        readChoice(each.raw(), into);
    m_at = 0;
    readBeside(candidates, into);
    if (!blocked.empty() && m_choices.front().reason.empty())
        m_choices.front().reason = "content_filter";
    return m_unsound ? Result<>(broken("a string of the stream is malformed")) : Result<>();
}

void GeminiDecoder::start(std::vector<StreamEvent> &into)
{
    m_started = true;
    const std::string_view model = m_chunk.find("modelVersion");
    into.push_back({Kind::Start, {}, m_chunk.find("responseId"), isString(model) ? model : std::string_view(m_model)});
}

void GeminiDecoder::readChoice(std::string_view candidate, std::vector<StreamEvent> &into)
{
    const std::int64_t index = countOf(member(candidate, "index"));
    if (index >= std::int64_t(mostChoices))
        return;
    m_at = static_cast<std::size_t>(index);
    if (m_at >= m_choices.size())
        m_choices.resize(m_at + 1);
    const std::size_t before = into.size();
    readCandidate(candidate, into);
    for (std::size_t i = before; i < into.size(); ++i)
        into[i].choice = m_at;
}

void GeminiDecoder::readCandidate(std::string_view candidate, std::vector<StreamEvent> &into)
{
    JsonItems parts(member(candidate, {"content", "parts"}));
    while (parts.next())
        readPart(parts.raw(), into);
    if (std::string annotations = annotationsOfGemini(member(candidate, "groundingMetadata")); !annotations.empty())
        into.push_back({Kind::Annotations, kept(std::move(annotations))});
    if (const std::string word = textOf(member(candidate, "finishReason")); !word.empty())
        m_choices[m_at].reason = finishReasonOfGemini(word, m_choices[m_at].tools > 0);
}

void GeminiDecoder::readPart(std::string_view part, std::vector<StreamEvent> &into)
{
    const std::string_view signature = eitherMember(part, "thoughtSignature", "thought_signature");
    if (const std::string_view call = eitherMember(part, "functionCall", "function_call"); isObject(call))
        return readCall(call, signature, into);
    if (const std::string_view data = eitherMember(part, "inlineData", "inline_data"); isObject(data))
        readInline(data, into);
    else if (isCodeOfGemini(part))
        extra("code_execution", part, into);
    else
        readText(part, into);
    if (isString(signature) && signature.size() > 2)
        extra("thought_signatures", soundString(signature), into);
}

// A list that only OpenAI's callers can be given, with one item.
void GeminiDecoder::extra(std::string_view name, std::string_view item, std::vector<StreamEvent> &into)
{
    wire::JsonWriter json;
    json.beginObject().key(name).beginArray().raw(item).endArray().endObject();
    into.push_back({Kind::Extra, kept(json.take())});
}

void GeminiDecoder::readText(std::string_view part, std::vector<StreamEvent> &into)
{
    say(member(part, "thought") == "true" ? Kind::Thinking : Kind::Text, member(part, "text"), into);
}

void GeminiDecoder::readCall(std::string_view call, std::string_view signature, std::vector<StreamEvent> &into)
{
    if (m_choices[m_at].tools >= mostTools)
        return;
    const std::size_t tool = m_choices[m_at].tools++;
    const std::string given = textOf(member(call, "id"));
    std::string id;
    wire::appendJsonString(id, signedId(given.empty() ? newId("call_") : given, textOf(signature)));
    const bool isSigned = isString(signature) && signature.size() > 2;
    into.push_back({Kind::ToolStart, isSigned ? soundString(signature) : std::string_view(), kept(std::move(id)),
        soundString(member(call, "name")), tool});
    if (const std::string_view arguments = member(call, "args"); isObject(arguments))
        into.push_back({Kind::ToolInput, arguments, {}, {}, tool});
    into.push_back({Kind::ToolEnd, {}, {}, {}, tool});
}

void GeminiDecoder::readInline(std::string_view data, std::vector<StreamEvent> &into)
{
    const std::string_view type = soundString(eitherMember(data, "mimeType", "mime_type"));
    const std::string_view content = soundString(member(data, "data"));
    if (!innerOf(type).starts_with("audio/")) {
        into.push_back({Kind::Image, content, {}, type});
        return;
    }
    wire::JsonWriter json;
    json.beginObject().key("audio").beginObject().key("data").raw(content).key("mime_type").raw(type).endObject().endObject();
    into.push_back({Kind::Extra, kept(json.take())});
}

void GeminiDecoder::readBeside(std::string_view candidates, std::vector<StreamEvent> &into)
{
    const auto besides = besidesOfGemini(candidates);
    if (besides.empty())
        return;
    wire::JsonWriter json;
    json.beginObject();
    for (const auto &[name, value] : besides)
        json.key(name).raw(value);
    into.push_back({Kind::Beside, kept(json.endObject().take())});
}

void GeminiDecoder::say(Kind kind, std::string_view textJson, std::vector<StreamEvent> &into)
{
    if (!isString(textJson) || textJson.size() <= 2)
        return;
    m_unsound = m_unsound || !hasSoundEscapes(textJson);
    into.push_back({kind, textJson});
}

Result<> GeminiDecoder::finish(std::vector<StreamEvent> &into)
{
    if (!m_started)
        return cut("the stream ended before its first answer");
    for (const Choice &choice : m_choices) {
        if (choice.reason.empty())
            return cut("the stream ended without a finishReason: the answer is incomplete");
    }
    for (std::size_t index = 0; index < m_choices.size(); ++index)
        into.push_back({Kind::Finish, {}, {}, {}, 0, m_choices[index].reason, {}, index});
    into.push_back({Kind::End});
    return {};
}

} // namespace

std::unique_ptr<EventDecoder> geminiDecoder(const View &view)
{
    return std::make_unique<GeminiDecoder>(view);
}

} // namespace gatehouse::translate
