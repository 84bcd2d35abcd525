// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/bedrock_tool_names.h"
#include "gateway/translate/bedrock_words.h"
#include "gateway/translate/events.h"
#include "gateway/translate/json_view.h"
#include "gateway/translate/provider_words.h"
#include "gateway/wire/json_writer.h"

#include <algorithm>

namespace gatehouse::translate {

namespace {

using Kind = StreamEvent::Kind;

// No model calls so many tools in one answer.
constexpr std::size_t mostTools = 1024;

/// Reads the events of ConverseStream, as aws_event_stream.h gives them out: the event's name says what its data is.
/// Usage comes last, behind the reason why the answer ended; so both are said together.
class BedrockDecoder : public EventDecoder
{
public:
    explicit BedrockDecoder(const View &view)
        : EventDecoder(view)
        , m_names(view.request)
    {
        wire::appendJsonString(m_model, view.upstreamModel);
    }
    Result<> decode(const CutEvent &event, std::vector<StreamEvent> &into) override;
    Result<> finish(std::vector<StreamEvent> &into) override;

private:
    void onBlockStart(std::vector<StreamEvent> &into);
    void onBlockDelta(std::vector<StreamEvent> &into);
    void onBlockStop(std::vector<StreamEvent> &into);
    void onMessageStop();
    void onMetadata(std::vector<StreamEvent> &into);
    void extra(std::string_view name, std::string_view json, std::vector<StreamEvent> &into);
    void say(Kind kind, std::string_view textJson, std::vector<StreamEvent> &into, std::size_t tool = 0);
    void end(std::vector<StreamEvent> &into);
    std::string_view givenName(std::string_view nameJson);
    /// Which tool call the event's block is; the number of calls when it is none.
    std::size_t toolOf() const;

    const BedrockToolNames m_names;
    wire::JsonObject m_object; // what the events point into
    std::string m_model, m_name, m_extra, m_finish;
    std::vector<std::int64_t> m_tools; // block index of each tool call
    bool m_started = false;
    bool m_stopped = false; // messageStop has come
    bool m_unsound = false;
};

Result<> BedrockDecoder::decode(const CutEvent &event, std::vector<StreamEvent> &into)
{
    auto object = wire::JsonObject::parse(std::string(event.data));
    if (!object)
        return broken(object.error().message);
    m_object = std::move(*object);
    if (event.name == "error")
        return carried(m_object.find("error"), event.data);
    if (!m_started && (event.name == "messageStart" || event.name.starts_with("contentBlock"))) {
        m_started = true;
        into.push_back({Kind::Start, {}, {}, m_model});
    }
    if (event.name == "contentBlockStart")
        onBlockStart(into);
    else if (event.name == "contentBlockDelta")
        onBlockDelta(into);
    else if (event.name == "contentBlockStop")
        onBlockStop(into);
    else if (event.name == "messageStop" && m_started)
        onMessageStop();
    else if (event.name == "metadata")
        onMetadata(into);
    if (m_unsound)
        return broken("a string of the stream is malformed");
    return {};
}

std::size_t BedrockDecoder::toolOf() const
{
    const std::int64_t index = countOf(m_object.find("contentBlockIndex"));
    return static_cast<std::size_t>(std::find(m_tools.begin(), m_tools.end(), index) - m_tools.begin());
}

std::string_view BedrockDecoder::givenName(std::string_view nameJson)
{
    const std::string name = textOf(nameJson);
    const std::string_view given = m_names.given(name);
    if (given == name)
        return soundString(nameJson);
    m_name.clear();
    wire::appendJsonString(m_name, given);
    return m_name;
}

void BedrockDecoder::onBlockStart(std::vector<StreamEvent> &into)
{
    const std::string_view call = member(m_object.find("start"), "toolUse");
    if (!isObject(call) || m_tools.size() >= mostTools || toolOf() < m_tools.size())
        return;
    m_tools.push_back(countOf(m_object.find("contentBlockIndex")));
    into.push_back(
        {Kind::ToolStart, {}, soundString(member(call, "toolUseId")), givenName(member(call, "name")), m_tools.size() - 1});
}

void BedrockDecoder::onBlockDelta(std::vector<StreamEvent> &into)
{
    const std::string_view delta = m_object.find("delta");
    say(Kind::Text, member(delta, "text"), into);
    if (const std::size_t tool = toolOf(); tool < m_tools.size())
        say(Kind::ToolArguments, member(delta, {"toolUse", "input"}), into, tool);
    const std::string_view reasoning = member(delta, "reasoningContent");
    say(Kind::Thinking, member(reasoning, "text"), into);
    say(Kind::Signature, member(reasoning, "signature"), into);
    if (isString(member(reasoning, "signature")))
        extra("reasoningContent", reasoning, into); // LiteLLM's other place for it
    say(Kind::Redacted, member(reasoning, "redactedContent"), into);
    if (const std::string_view citation = member(delta, "citation"); isObject(citation))
        extra("citation", citation, into);
}

void BedrockDecoder::onBlockStop(std::vector<StreamEvent> &into)
{
    if (const std::size_t tool = toolOf(); tool < m_tools.size())
        into.push_back({Kind::ToolEnd, {}, {}, {}, tool});
}

void BedrockDecoder::onMessageStop()
{
    m_stopped = true;
    m_finish = finishReasonOfBedrock(textOf(m_object.find("stopReason")));
}

void BedrockDecoder::onMetadata(std::vector<StreamEvent> &into)
{
    m_usage = readBedrockUsage(m_object.find("usage"));
    if (!m_stopped)
        return;
    if (const std::string_view trace = m_object.find("trace"); isObject(trace)) // what a guardrail found
        extra("trace", trace, into);
    end(into);
}

void BedrockDecoder::end(std::vector<StreamEvent> &into)
{
    into.push_back({Kind::Finish, {}, {}, {}, 0, m_finish, {}});
    into.push_back({Kind::End});
}

void BedrockDecoder::extra(std::string_view name, std::string_view json, std::vector<StreamEvent> &into)
{
    wire::JsonWriter writer;
    m_extra = writer.beginObject().key(name).raw(json).endObject().take();
    into.push_back({Kind::Extra, m_extra});
}

void BedrockDecoder::say(Kind kind, std::string_view textJson, std::vector<StreamEvent> &into, std::size_t tool)
{
    if (!isString(textJson) || textJson.size() <= 2)
        return;
    m_unsound = m_unsound || !hasSoundEscapes(textJson);
    into.push_back({kind, textJson, {}, {}, tool});
}

// An answer is whole with messageStop; only its usage may be missing.
Result<> BedrockDecoder::finish(std::vector<StreamEvent> &into)
{
    if (!m_stopped)
        return cut(m_started ? "the stream ended without messageStop: the answer is incomplete"
                             : "the stream ended before its first event");
    end(into);
    return {};
}

} // namespace

std::unique_ptr<EventDecoder> bedrockDecoder(const View &view)
{
    return std::make_unique<BedrockDecoder>(view);
}

} // namespace gatehouse::translate
