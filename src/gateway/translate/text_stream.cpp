// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/answer.h"
#include "gateway/translate/events.h"
#include "gateway/translate/given.h"
#include "gateway/translate/ids.h"
#include "gateway/translate/json_view.h"
#include "gateway/translate/openai_shape.h"
#include "gateway/translate/streams.h"
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
    case Kind::End: endChunks(m_head, m_view, usage, out); break;
    default: break;
    }
}

void TextEncoder::start(const StreamEvent &event)
{
    m_head = chunkHead('"' + newId(textShape.idPrefix) + '"', textShape.chunk, unixNow(), chunkModel(m_view, event.nameJson));
}

void TextEncoder::resume(const Given &given, std::string &)
{
    m_head = chunkHead(soundString(given.idJson), textShape.chunk, given.createdAt, soundString(given.modelJson));
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
