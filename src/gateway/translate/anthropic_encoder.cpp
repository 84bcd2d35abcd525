// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/events.h"
#include "gateway/translate/given.h"
#include "gateway/translate/ids.h"
#include "gateway/translate/json_view.h"
#include "gateway/translate/provider_words.h"
#include "gateway/translate/words.h"
#include "gateway/wire/json_writer.h"

#include <algorithm>
#include <deque>
#include <utility>

namespace gatehouse::translate {

namespace {

using Kind = StreamEvent::Kind;

/// Tells when a JSON object that comes in pieces is complete.
class Completeness
{
public:
    void feed(std::string_view text);
    bool isComplete() const { return m_complete; }

private:
    int m_depth = 0;
    bool m_inString = false, m_escaped = false, m_complete = false;
};

void Completeness::feed(std::string_view text)
{
    for (const char c : text) {
        if (m_inString) {
            if (m_escaped)
                m_escaped = false;
            else if (c == '\\')
                m_escaped = true;
            else if (c == '"')
                m_inString = false;
        } else if (c == '"') {
            m_inString = true;
        } else if (c == '{' || c == '[') {
            ++m_depth;
        } else if (c == '}' || c == ']') {
            m_complete = --m_depth <= 0;
        }
    }
}

/// Writes Anthropic's message events. Only one content block may be open at a time, but OpenAI's pieces of several tool calls
/// may come mixed. So blocks queue: the front one is open and written as it comes, the others collect until the one before is
/// complete, which for a tool call means that its arguments are a whole object.
class AnthropicEncoder : public EventEncoder
{
public:
    explicit AnthropicEncoder(const View &view)
        : m_view(view)
    {
    }
    void encode(const StreamEvent &event, const Usage &usage, std::string &out) override;
    void resume(const Given &given, std::string &out) override;

private:
    struct Segment {
        Kind kind; // Text, Thinking, Redacted, Image or ToolStart
        std::size_t tool = 0;
        std::string head;      // content_block of its start event
        std::string waiting;   // escaped text that is not written yet
        std::string signature; // escaped, not written yet
        Completeness arguments = {};
        bool isSigned = false;
    };
    static constexpr std::size_t mostWaiting = 8 * 1024 * 1024;

    void start(const StreamEvent &event, std::string &out);
    void last(const Usage &usage, std::string &out);
    void add(Segment segment, std::string &out);
    void append(Segment &segment, std::string_view escaped, std::string &out);
    void text(Kind kind, const StreamEvent &event, std::string &out);
    void sign(const StreamEvent &event, std::string &out);
    void image(const StreamEvent &event, std::string &out);
    void toolStart(const StreamEvent &event, std::string &out);
    void toolArguments(std::size_t tool, std::string_view textJson, std::string &out);
    void advance(std::string &out);
    bool isComplete(const Segment &segment) const;
    void open(std::string &out);
    void close(std::string &out);
    void delta(std::string_view type, std::string_view name, std::string_view escaped, std::string &out) const;

    const View &m_view;
    std::deque<Segment> m_segments; // the front one is open
    std::size_t m_index = 0;        // of the open block
    std::size_t m_waiting = 0;      // bytes in all segments
    std::string m_finish, m_stopSequence;
    bool m_refused = false;
};

void AnthropicEncoder::encode(const StreamEvent &event, const Usage &usage, std::string &out)
{
    switch (event.kind) {
    case Kind::Start: start(event, out); break;
    case Kind::Refusal: m_refused = true; [[fallthrough]];
    case Kind::Text: text(Kind::Text, event, out); break;
    case Kind::Thinking: text(Kind::Thinking, event, out); break;
    case Kind::Signature: sign(event, out); break;
    case Kind::Redacted:
        add({Kind::Redacted, 0, "{\"type\":\"redacted_thinking\",\"data\":" + std::string(event.textJson) + "}", {}, {}}, out);
        break;
    case Kind::ToolStart: toolStart(event, out); break;
    case Kind::ToolArguments: toolArguments(event.tool, event.textJson, out); break;
    case Kind::ToolInput: {
        std::string escaped;
        wire::appendJsonString(escaped, event.textJson);
        toolArguments(event.tool, escaped, out);
        break;
    }
    case Kind::Image: image(event, out); break;
    case Kind::ToolEnd:
    case Kind::Annotations:
    case Kind::Extra:
    case Kind::Beside: break; // nothing here has a place for it
    case Kind::Finish:
        m_finish = event.finish;
        m_stopSequence = event.stopSequence;
        break;
    case Kind::End: last(usage, out); break;
    }
}

void AnthropicEncoder::start(const StreamEvent &event, std::string &out)
{
    wire::JsonWriter json;
    json.beginObject().key("type").string("message_start").key("message").beginObject();
    json.key("id").string(newId("msg_")).key("type").string("message").key("role").string("assistant").key("model");
    if (isString(event.nameJson) && event.nameJson.size() > 2)
        json.raw(soundString(event.nameJson));
    else
        json.string(m_view.model);
    json.key("content").beginArray().endArray().key("stop_reason").null().key("stop_sequence").null().key("usage");
    writeAnthropicUsage(json, {}); // OpenAI's dialect says it only at the end
    json.endObject().endObject();
    out.append("event: message_start\ndata: ").append(json.text()).append("\n\n");
}

// The last block may be open; a thought that is was signed, and nothing more of it comes.
void AnthropicEncoder::resume(const Given &given, std::string &)
{
    m_index = given.parts.size();
    if (given.parts.empty() || given.parts.back().stage == Given::Part::Stage::Done)
        return;
    --m_index;
    Segment open {given.parts.back().type == "text" ? Kind::Text : Kind::Thinking, 0, {}, {}, {}};
    open.isSigned = open.kind == Kind::Thinking;
    m_segments.push_back(std::move(open));
}

void AnthropicEncoder::delta(std::string_view type, std::string_view name, std::string_view escaped, std::string &out) const
{
    out.append("event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"index\":").append(std::to_string(m_index));
    out.append(",\"delta\":{\"type\":\"").append(type).append("\",\"").append(name).append("\":\"").append(escaped);
    out.append("\"}}\n\n");
}

void AnthropicEncoder::open(std::string &out)
{
    Segment &segment = m_segments.front();
    out.append("event: content_block_start\ndata: {\"type\":\"content_block_start\",\"index\":").append(std::to_string(m_index));
    out.append(",\"content_block\":").append(segment.head).append("}\n\n");
    const std::string waiting = std::exchange(segment.waiting, {});
    m_waiting -= waiting.size();
    if (!waiting.empty())
        append(segment, waiting, out);
    if (!segment.signature.empty())
        delta("signature_delta", "signature", std::exchange(segment.signature, {}), out);
}

void AnthropicEncoder::close(std::string &out)
{
    out.append("event: content_block_stop\ndata: {\"type\":\"content_block_stop\",\"index\":").append(std::to_string(m_index));
    out.append("}\n\n");
    m_segments.pop_front();
    ++m_index;
}

bool AnthropicEncoder::isComplete(const Segment &segment) const
{
    return segment.kind != Kind::ToolStart || segment.arguments.isComplete() || m_waiting > mostWaiting;
}

void AnthropicEncoder::advance(std::string &out)
{
    while (m_segments.size() > 1 && isComplete(m_segments.front())) {
        close(out);
        open(out);
    }
}

void AnthropicEncoder::add(Segment segment, std::string &out)
{
    m_segments.push_back(std::move(segment));
    if (m_segments.size() == 1)
        open(out);
    else
        advance(out);
}

void AnthropicEncoder::append(Segment &segment, std::string_view escaped, std::string &out)
{
    if (&segment != &m_segments.front()) {
        segment.waiting += escaped;
        m_waiting += escaped.size();
        return;
    }
    if (segment.kind == Kind::Text)
        delta("text_delta", "text", escaped, out);
    else if (segment.kind == Kind::Thinking)
        delta("thinking_delta", "thinking", escaped, out);
    else
        delta("input_json_delta", "partial_json", escaped, out);
}

void AnthropicEncoder::text(Kind kind, const StreamEvent &event, std::string &out)
{
    if (m_segments.empty() || m_segments.back().kind != kind || m_segments.back().isSigned) {
        const std::string_view head = kind == Kind::Text ? "{\"type\":\"text\",\"text\":\"\"}"
                                                         : "{\"type\":\"thinking\",\"thinking\":\"\",\"signature\":\"\"}";
        add({kind, 0, std::string(head), {}, {}}, out);
    }
    append(m_segments.back(), innerOf(event.textJson), out);
    advance(out);
}

void AnthropicEncoder::sign(const StreamEvent &event, std::string &out)
{
    if (m_segments.empty() || m_segments.back().kind != Kind::Thinking)
        return;
    m_segments.back().isSigned = true; // what is thought after that is another thought
    if (m_segments.size() == 1)
        delta("signature_delta", "signature", innerOf(event.textJson), out);
    else
        m_segments.back().signature = innerOf(event.textJson);
}

// Anthropic's models draw nothing; the block looks like those in requests.
void AnthropicEncoder::image(const StreamEvent &event, std::string &out)
{
    std::string head = "{\"type\":\"image\",\"source\":{\"type\":\"base64\",\"media_type\":";
    head.append(event.nameJson).append(",\"data\":").append(event.textJson).append("}}");
    add({Kind::Image, 0, std::move(head), {}, {}}, out);
}

void AnthropicEncoder::toolStart(const StreamEvent &event, std::string &out)
{
    std::string head = "{\"type\":\"tool_use\",\"id\":";
    head.append(event.idJson).append(",\"name\":").append(event.nameJson).append(",\"input\":{}}");
    add({Kind::ToolStart, event.tool, std::move(head), {}, {}}, out);
}

void AnthropicEncoder::toolArguments(std::size_t tool, std::string_view textJson, std::string &out)
{
    const auto segment = std::find_if(
        m_segments.begin(), m_segments.end(), [&](const Segment &s) { return s.kind == Kind::ToolStart && s.tool == tool; });
    if (segment == m_segments.end())
        return; // its object was complete and its block is closed: what still comes can only be space
    segment->arguments.feed(textOf(textJson));
    append(*segment, innerOf(textJson), out);
    advance(out);
}

void AnthropicEncoder::last(const Usage &usage, std::string &out)
{
    while (!m_segments.empty()) {
        close(out);
        if (!m_segments.empty())
            open(out);
    }
    wire::JsonWriter json;
    json.beginObject().key("type").string("message_delta").key("delta").beginObject();
    json.key("stop_reason").string(stopReasonOf(m_finish, m_refused)).key("stop_sequence");
    if (m_stopSequence.empty())
        json.null();
    else
        json.string(m_stopSequence);
    json.endObject().key("usage");
    writeAnthropicUsage(json, usage);
    json.endObject();
    out.append("event: message_delta\ndata: ").append(json.text());
    out += "\n\nevent: message_stop\ndata: {\"type\":\"message_stop\"}\n\n";
}

} // namespace

std::unique_ptr<EventEncoder> anthropicEncoder(const View &view)
{
    return std::make_unique<AnthropicEncoder>(view);
}

} // namespace gatehouse::translate
