// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/answer.h"
#include "gateway/translate/events.h"
#include "gateway/translate/gemini_door.h"
#include "gateway/translate/given.h"
#include "gateway/translate/ids.h"
#include "gateway/translate/json_view.h"
#include "gateway/translate/thought_signature.h"
#include "gateway/wire/json_writer.h"

#include <algorithm>

namespace gatehouse::translate {

namespace {

using Kind = StreamEvent::Kind;

// Calls are held until they are whole; no honest ones come near this.
constexpr std::size_t mostHeld = 64 * 1024 * 1024;

/// Writes chunks of streamGenerateContent. Google's clients want a call whole and its arguments as an object, so calls are
/// collected, and given out in their order when the one before is complete.
class GeminiEncoder : public EventEncoder
{
public:
    explicit GeminiEncoder(const View &view)
        : m_view(view)
    {
    }
    void encode(const StreamEvent &event, const Usage &usage, std::string &out) override;
    void resume(const Given &given, std::string &out) override;

private:
    struct Call {
        std::string idJson, nameJson, arguments;
        bool isComplete = false;
    };
    void start(std::string_view model, std::string_view id);
    void part(std::string_view inner, std::string &out) const;
    void signature(std::string_view text, std::string &out) const;
    void onTool(const StreamEvent &event);
    void giveCalls(bool all, std::string &out);
    void giveCall(Call &call, std::string &out) const;
    void last(const Usage &usage, std::string &out);

    const View &m_view;
    std::string m_tail; // of every chunk: who said it
    std::vector<Call> m_calls;
    std::size_t m_given = 0, m_held = 0;
    std::string m_finish;
    bool m_refused = false;
};

void GeminiEncoder::encode(const StreamEvent &event, const Usage &usage, std::string &out)
{
    if (event.choice != 0)
        return; // of several answers, which a deployment may ask for by itself, such a caller gets the first
    switch (event.kind) {
    case Kind::Start: start(soundString(event.nameJson), soundString(event.idJson)); break;
    case Kind::Refusal: m_refused = true; [[fallthrough]];
    case Kind::Text: part("\"text\":" + std::string(event.textJson), out); break;
    case Kind::Thinking: part("\"text\":" + std::string(event.textJson) + ",\"thought\":true", out); break;
    case Kind::Signature: signature(thoughtSignature(textOf(event.textJson)), out); break;
    case Kind::Redacted: signature(encryptedThought(textOf(event.textJson)), out); break;
    case Kind::ToolStart:
    case Kind::ToolArguments:
    case Kind::ToolInput:
    case Kind::ToolEnd:
        onTool(event);
        giveCalls(false, out);
        break;
    case Kind::Image:
        part("\"inlineData\":{\"mimeType\":" + std::string(event.nameJson) + ",\"data\":" + std::string(event.textJson) + '}',
            out);
        break;
    case Kind::Annotations:
    case Kind::Extra:
    case Kind::Beside: break; // nothing here has a place for it
    case Kind::Finish:
        m_finish = event.finish;
        giveCalls(true, out);
        break;
    case Kind::End: last(usage, out); break;
    }
}

void GeminiEncoder::resume(const Given &given, std::string &)
{
    start(given.modelJson, given.idJson);
}

void GeminiEncoder::start(std::string_view model, std::string_view id)
{
    wire::JsonWriter json;
    json.beginObject().key("modelVersion");
    if (model.size() > 2)
        json.raw(model);
    else
        json.string(m_view.upstreamModel);
    json.key("responseId");
    if (id.size() > 2)
        json.raw(id);
    else
        json.string(newId(""));
    m_tail = ',' + json.endObject().text().substr(1) + "\n\n";
}

void GeminiEncoder::part(std::string_view inner, std::string &out) const
{
    out += "data: {\"candidates\":[{\"content\":{\"parts\":[{";
    out += inner;
    out += "}],\"role\":\"model\"},\"index\":0}]";
    out += m_tail;
}

void GeminiEncoder::signature(std::string_view text, std::string &out) const
{
    wire::JsonWriter json;
    json.beginObject().key("text").string("").key("thought").boolean(true).key("thoughtSignature").string(text);
    part(std::string_view(json.text()).substr(1), out);
}

void GeminiEncoder::onTool(const StreamEvent &event)
{
    if (event.kind == Kind::ToolStart) {
        m_calls.resize(std::max(m_calls.size(), event.tool + 1)); // decoders count from 0 and not far
        m_calls[event.tool] = {std::string(event.idJson), std::string(event.nameJson), {}, false};
        return;
    }
    if (event.tool >= m_calls.size())
        return;
    Call &call = m_calls[event.tool];
    if (event.kind == Kind::ToolEnd)
        call.isComplete = true;
    else if (event.kind == Kind::ToolInput)
        call.arguments = event.textJson;
    else if (m_held < mostHeld)
        call.arguments += textOf(event.textJson);
    m_held += event.textJson.size();
}

void GeminiEncoder::giveCalls(bool all, std::string &out)
{
    for (; m_given < m_calls.size() && (all || m_calls[m_given].isComplete); ++m_given)
        giveCall(m_calls[m_given], out);
}

void GeminiEncoder::giveCall(Call &call, std::string &out) const
{
    std::string arguments = argumentsObject(std::move(call.arguments));
    // An event's data is one line; outside of strings a line's end is but space.
    std::replace_if(
        arguments.begin(), arguments.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
    wire::JsonWriter json;
    json.beginObject();
    if (m_view.jsonTool && innerOf(call.nameJson) == jsonToolName)
        json.key("text").string(arguments);
    else
        json.key("functionCall")
            .beginObject()
            .key("id")
            .raw(call.idJson)
            .key("name")
            .raw(call.nameJson)
            .key("args")
            .raw(arguments)
            .endObject();
    part(std::string_view(json.text()).substr(1), out);
    call = {};
}

void GeminiEncoder::last(const Usage &usage, std::string &out)
{
    giveCalls(true, out);
    wire::JsonWriter json;
    json.beginObject().key("candidates").beginArray().beginObject().key("content").beginObject().key("parts").beginArray();
    json.beginObject().key("text").string("").endObject().endArray().key("role").string("model").endObject();
    json.key("finishReason").string(m_refused ? "SAFETY" : geminiFinishReason(m_finish)).key("index").number(std::int64_t(0));
    json.endObject().endArray().key("usageMetadata");
    writeGeminiUsage(json, usage);
    out.append("data: ").append(json.text()).append(m_tail);
}

} // namespace

std::unique_ptr<EventEncoder> geminiEncoder(const View &view)
{
    return std::make_unique<GeminiEncoder>(view);
}

} // namespace gatehouse::translate
