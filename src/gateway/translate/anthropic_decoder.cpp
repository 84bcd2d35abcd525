// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/events.h"
#include "gateway/translate/json_view.h"
#include "gateway/translate/provider_words.h"
#include "gateway/translate/words.h"
#include "gateway/wire/json_writer.h"

#include <algorithm>

namespace gatehouse::translate {

namespace {

using Kind = StreamEvent::Kind;

/// Reads Anthropic's message events.
class AnthropicDecoder : public EventDecoder
{
public:
    explicit AnthropicDecoder(const View &view)
        : EventDecoder(view)
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
        return carried(isObject(error) ? error : std::string_view(m_object.text()), event.data);
    }
    if (type == "message_stop" && !m_started)
        return cut("the stream ended before its message began");
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
    return cut(m_started ? "the stream ended without message_stop: the answer is incomplete"
                         : "the stream ended before its first event");
}

} // namespace

std::unique_ptr<EventDecoder> anthropicDecoder(const View &view)
{
    return std::make_unique<AnthropicDecoder>(view);
}

} // namespace gatehouse::translate
