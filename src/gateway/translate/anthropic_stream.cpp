// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/events.h"
#include "gateway/translate/ids.h"
#include "gateway/translate/json_view.h"
#include "gateway/translate/provider_words.h"
#include "gateway/translate/words.h"
#include "gateway/wire/json_writer.h"

#include <algorithm>
#include <deque>

namespace gatehouse::translate {

namespace {

using Kind = StreamEvent::Kind;

/// Reads Anthropic's message events.
class AnthropicDecoder : public EventDecoder
{
public:
    explicit AnthropicDecoder(const View &view)
        : m_view(view)
    {
    }
    Result<> decode(const CutEvent &event, std::vector<StreamEvent> &into) override;
    Result<> finish(std::vector<StreamEvent> &into) override;

private:
    void onMessageStart(std::vector<StreamEvent> &into);
    void onBlockStart(std::vector<StreamEvent> &into);
    void onBlockDelta(std::vector<StreamEvent> &into);
    void onBlockStop(std::vector<StreamEvent> &into);
    void onMessageDelta(std::vector<StreamEvent> &into);
    void startTool(std::string_view block, std::vector<StreamEvent> &into);
    void extra(std::string_view name, std::string_view json, std::vector<StreamEvent> &into);
    void say(Kind kind, std::string_view textJson, std::vector<StreamEvent> &into, std::size_t tool = 0);
    /// Which tool call the event's block is; the number of calls when it is none.
    std::size_t toolOf() const;
    Failure<Error> broken(std::string_view what) const { return {brokenAnswer(m_view.provider, m_view.to, what)}; }

    const View &m_view;
    wire::JsonObject m_object; // what the events point into
    std::string m_extra;
    std::vector<std::int64_t> m_tools; // block index of each tool call
    bool m_started = false;
    bool m_finished = false;
    bool m_unsound = false;
};

Result<> AnthropicDecoder::decode(const CutEvent &event, std::vector<StreamEvent> &into)
{
    auto object = wire::JsonObject::parse(std::string(event.data));
    if (!object)
        return broken(object.error().message);
    m_object = std::move(*object);
    const std::string_view type = innerOf(m_object.find("type"));
    if (type == "error" || event.name == "error") {
        const std::string_view error = m_object.find("error");
        return Failure {
            carriedError(m_view.provider, m_view.to, isObject(error) ? error : std::string_view(m_object.text()), event.data)};
    }
    if (type == "message_stop" && !m_started)
        return broken("the stream ended before its message began");
    if (type == "message_start")
        onMessageStart(into);
    else if (type == "content_block_start")
        onBlockStart(into);
    else if (type == "content_block_delta")
        onBlockDelta(into);
    else if (type == "content_block_stop")
        onBlockStop(into);
    else if (type == "message_delta")
        onMessageDelta(into);
    else if (type == "message_stop" && !m_finished)
        into.push_back({Kind::Finish, {}, {}, {}, 0, "stop", {}});
    if (type == "message_stop")
        into.push_back({Kind::End});
    if (m_unsound)
        return broken("a string of the stream is malformed");
    return {};
}

void AnthropicDecoder::onMessageStart(std::vector<StreamEvent> &into)
{
    const std::string_view message = m_object.find("message");
    readAnthropicUsage(member(message, "usage"), m_usage);
    if (!m_started)
        into.push_back({Kind::Start, {}, member(message, "id"), member(message, "model")});
    m_started = true;
}

void AnthropicDecoder::onBlockStart(std::vector<StreamEvent> &into)
{
    const std::string_view block = m_object.find("content_block");
    const std::string_view type = innerOf(member(block, "type"));
    if (type == "tool_use" || type == "server_tool_use") {
        startTool(block, into);
    } else if (type == "text") {
        say(Kind::Text, member(block, "text"), into);
    } else if (type == "thinking") {
        say(Kind::Thinking, member(block, "thinking"), into);
    } else if (type == "redacted_thinking") {
        say(Kind::Redacted, member(block, "data"), into);
    } else if (type.ends_with("_tool_result")) {
        std::string list = "[";
        list.append(block).append("]");
        extra("web_search_results", list, into);
    }
}

void AnthropicDecoder::startTool(std::string_view block, std::vector<StreamEvent> &into)
{
    m_tools.push_back(countOf(m_object.find("index")));
    const std::size_t tool = m_tools.size() - 1;
    into.push_back({Kind::ToolStart, {}, soundString(member(block, "id")), soundString(member(block, "name")), tool});
    if (const std::string_view input = member(block, "input"); isObject(input) && saysSomething(input))
        into.push_back({Kind::ToolInput, input, {}, {}, tool});
}

std::size_t AnthropicDecoder::toolOf() const
{
    const std::int64_t index = countOf(m_object.find("index"));
    return static_cast<std::size_t>(std::find(m_tools.begin(), m_tools.end(), index) - m_tools.begin());
}

void AnthropicDecoder::onBlockDelta(std::vector<StreamEvent> &into)
{
    const std::string_view delta = m_object.find("delta");
    const std::string_view type = innerOf(member(delta, "type"));
    if (type == "text_delta")
        say(Kind::Text, member(delta, "text"), into);
    else if (type == "thinking_delta")
        say(Kind::Thinking, member(delta, "thinking"), into);
    else if (type == "signature_delta")
        say(Kind::Signature, member(delta, "signature"), into);
    else if (type == "input_json_delta" && toolOf() < m_tools.size())
        say(Kind::ToolArguments, member(delta, "partial_json"), into, toolOf());
    else if (type == "citations_delta")
        extra("citation", member(delta, "citation"), into);
}

void AnthropicDecoder::onBlockStop(std::vector<StreamEvent> &into)
{
    if (const std::size_t tool = toolOf(); tool < m_tools.size())
        into.push_back({Kind::ToolEnd, {}, {}, {}, tool});
}

void AnthropicDecoder::onMessageDelta(std::vector<StreamEvent> &into)
{
    readAnthropicUsage(m_object.find("usage"), m_usage);
    const std::string_view delta = m_object.find("delta");
    const std::string reason = textOf(member(delta, "stop_reason"));
    if (reason.empty() || m_finished)
        return;
    m_finished = true;
    into.push_back({Kind::Finish, {}, {}, {}, 0, finishReasonOf(reason), textOf(member(delta, "stop_sequence"))});
}

void AnthropicDecoder::extra(std::string_view name, std::string_view json, std::vector<StreamEvent> &into)
{
    if (json.empty())
        return;
    wire::JsonWriter writer;
    writer.beginObject().key(name).raw(json).endObject();
    m_extra = writer.take();
    into.push_back({Kind::Extra, m_extra});
}

void AnthropicDecoder::say(Kind kind, std::string_view textJson, std::vector<StreamEvent> &into, std::size_t tool)
{
    if (!isString(textJson) || textJson.size() <= 2)
        return;
    m_unsound = m_unsound || !hasSoundEscapes(textJson);
    into.push_back({kind, textJson, {}, {}, tool});
}

Result<> AnthropicDecoder::finish(std::vector<StreamEvent> &)
{
    return broken(m_started ? "the stream ended without message_stop: the answer is incomplete"
                            : "the stream ended before its first event");
}

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

private:
    struct Segment {
        Kind kind; // Text, Thinking, Redacted or ToolStart
        std::size_t tool = 0;
        std::string head;      // content_block of its start event
        std::string waiting;   // escaped text that is not written yet
        std::string signature; // escaped, not written yet
        Completeness arguments = {};
    };
    static constexpr std::size_t mostWaiting = 8 * 1024 * 1024;

    void start(const StreamEvent &event, std::string &out);
    void last(const Usage &usage, std::string &out);
    void add(Segment segment, std::string &out);
    void append(Segment &segment, std::string_view escaped, std::string &out);
    void text(Kind kind, const StreamEvent &event, std::string &out);
    void sign(const StreamEvent &event, std::string &out);
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
    case Kind::ToolEnd:
    case Kind::Extra: break; // nothing here has a place for it
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
    if (m_segments.empty() || m_segments.back().kind != kind) {
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
    if (m_segments.size() == 1)
        delta("signature_delta", "signature", innerOf(event.textJson), out);
    else
        m_segments.back().signature = innerOf(event.textJson);
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

std::unique_ptr<EventDecoder> anthropicDecoder(const View &view)
{
    return std::make_unique<AnthropicDecoder>(view);
}

std::unique_ptr<EventEncoder> anthropicEncoder(const View &view)
{
    return std::make_unique<AnthropicEncoder>(view);
}

} // namespace gatehouse::translate
