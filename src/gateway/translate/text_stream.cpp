// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/answer.h"
#include "gateway/translate/events.h"
#include "gateway/translate/given.h"
#include "gateway/translate/ids.h"
#include "gateway/translate/json_view.h"
#include "gateway/translate/streams.h"
#include "gateway/translate/words.h"
#include "gateway/wire/json_writer.h"

namespace gatehouse::translate {

namespace {

using Kind = StreamEvent::Kind;

/// Writes the chunks of a text completion. Thoughts and calls have no place in them.
class TextEncoder : public EventEncoder
{
public:
    explicit TextEncoder(const View &view)
        : m_view(view)
    {
    }
    void encode(const StreamEvent &event, const Usage &usage, std::string &out) override;
    void resume(const Given &given, std::string &out) override;

private:
    void start(const StreamEvent &event);
    void text(std::string_view textJson, std::string &out);
    void json(const StreamEvent &event, std::string &out);
    void finish(std::string_view reason, std::string &out);
    void last(const Usage &usage, std::string &out);

    const View &m_view;
    std::string m_head;                              // of every chunk, up to its choices
    std::size_t m_jsonTool = std::string_view::npos; // the tool that stands for response_format
};

void TextEncoder::encode(const StreamEvent &event, const Usage &usage, std::string &out)
{
    switch (event.kind) {
    case Kind::Start: start(event); break;
    case Kind::Text:
    case Kind::Refusal: text(event.textJson, out); break;
    case Kind::ToolStart:
    case Kind::ToolArguments:
    case Kind::ToolInput: json(event, out); break;
    case Kind::Finish: finish(event.finish, out); break;
    case Kind::End: last(usage, out); break;
    default: break;
    }
}

void TextEncoder::start(const StreamEvent &event)
{
    wire::JsonWriter json;
    json.beginObject().key("id").string(newId("cmpl-")).key("object").string("text_completion");
    json.key("created").number(unixNow()).key("model");
    if (m_view.model.empty())
        json.raw(soundString(event.nameJson));
    else
        json.string(m_view.model);
    json.key("choices");
    m_head = "data: " + json.take();
}

void TextEncoder::resume(const Given &given, std::string &)
{
    wire::JsonWriter json;
    json.beginObject().key("id").raw(soundString(given.idJson)).key("object").string("text_completion");
    json.key("created").number(given.createdAt).key("model").raw(soundString(given.modelJson)).key("choices");
    m_head = "data: " + json.take();
}

void TextEncoder::text(std::string_view textJson, std::string &out)
{
    out.append(m_head).append(R"([{"index":0,"text":)").append(textJson);
    out += ",\"logprobs\":null,\"finish_reason\":null}]}\n\n";
}

void TextEncoder::json(const StreamEvent &event, std::string &out)
{
    if (event.kind == Kind::ToolStart) {
        if (m_view.jsonTool && innerOf(event.nameJson) == jsonToolName)
            m_jsonTool = event.tool;
        return;
    }
    if (event.tool != m_jsonTool)
        return;
    if (event.kind == Kind::ToolArguments)
        return text(event.textJson, out);
    std::string quoted;
    wire::appendJsonString(quoted, event.textJson);
    text(quoted, out);
}

void TextEncoder::finish(std::string_view reason, std::string &out)
{
    const bool isJson = m_jsonTool != std::string_view::npos && reason == "tool_calls";
    out.append(m_head).append(R"([{"index":0,"text":"","logprobs":null,"finish_reason":)");
    wire::appendJsonString(out, isJson ? "stop" : reason);
    out += "}]}\n\n";
}

void TextEncoder::last(const Usage &usage, std::string &out)
{
    if (m_view.wantsUsage) {
        wire::JsonWriter json;
        writeOpenAiUsage(json, usage);
        json.endObject();
        out.append(m_head).append("[],\"usage\":").append(json.text()).append("}\n\n");
    }
    out += "data: [DONE]\n\n";
}

} // namespace

std::unique_ptr<EventEncoder> textEncoder(const View &view)
{
    return std::make_unique<TextEncoder>(view);
}

std::unique_ptr<Stream> textRelay(View view)
{
    return view.provider.quirks.has(Quirk::ChatShaped) ? translatedStream(std::move(view)) : openAiRelay(std::move(view));
}

} // namespace gatehouse::translate
