// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/cohere_words.h"
#include "gateway/translate/events.h"
#include "gateway/translate/ids.h"
#include "gateway/translate/json_view.h"
#include "gateway/translate/provider_words.h"
#include "gateway/wire/json_writer.h"

#include <algorithm>

namespace gatehouse::translate {

namespace {

using Kind = StreamEvent::Kind;

// No model calls so many tools in one answer.
constexpr std::size_t mostTools = 1024;

/// Reads the events of Cohere's chat API, version 2.
class CohereDecoder : public EventDecoder
{
public:
    explicit CohereDecoder(const View &view)
        : EventDecoder(view)
    {
        wire::appendJsonString(m_model, view.upstreamModel);
    }
    Result<> decode(const CutEvent &event, std::vector<StreamEvent> &into) override;
    Result<> finish(std::vector<StreamEvent> &into) override;

private:
    Result<> onEvent(std::string_view type, std::vector<StreamEvent> &into);
    void onContent(std::vector<StreamEvent> &into);
    void onCallStart(std::vector<StreamEvent> &into);
    void onCallDelta(std::vector<StreamEvent> &into);
    void onCallEnd(std::vector<StreamEvent> &into);
    void onCitation(std::vector<StreamEvent> &into);
    Result<> onMessageEnd(std::vector<StreamEvent> &into);
    void say(Kind kind, std::string_view textJson, std::vector<StreamEvent> &into, std::size_t tool = 0);
    /// Which tool call the event speaks of; the number of calls when it is none.
    std::size_t toolOf() const;
    std::string_view said(std::string_view name) const { return member(m_object.find("delta"), {"message", name}); }

    wire::JsonObject m_object; // what the events point into
    std::string m_model, m_id, m_extra;
    std::vector<std::int64_t> m_tools; // the provider's index of each tool call
    bool m_started = false;
    bool m_unsound = false;
};

Result<> CohereDecoder::decode(const CutEvent &event, std::vector<StreamEvent> &into)
{
    if (event.data == "[DONE]")
        return finish(into);
    auto object = wire::JsonObject::parse(std::string(event.data));
    if (!object)
        return broken(object.error().message);
    m_object = std::move(*object);
    const std::string_view type = innerOf(m_object.find("type"));
    const std::string_view error = m_object.find("error");
    const bool isError = saysSomething(error) || type == "error" || (type.empty() && isString(m_object.find("message")));
    if (isError)
        return carried(saysSomething(error) ? error : std::string_view(m_object.text()), event.data);
    if (!m_started) {
        m_started = true;
        into.push_back({Kind::Start, {}, m_object.find("id"), m_model});
    }
    if (auto done = onEvent(type, into); !done)
        return done;
    if (m_unsound)
        return broken("a string of the stream is malformed");
    return {};
}

Result<> CohereDecoder::onEvent(std::string_view type, std::vector<StreamEvent> &into)
{
    if (type == "content-start" || type == "content-delta")
        onContent(into);
    else if (type == "tool-plan-delta")
        say(Kind::Text, said("tool_plan"), into);
    else if (type == "tool-call-start")
        onCallStart(into);
    else if (type == "tool-call-delta")
        onCallDelta(into);
    else if (type == "tool-call-end")
        onCallEnd(into);
    else if (type == "citation-start")
        onCitation(into);
    else if (type == "message-end")
        return onMessageEnd(into);
    return {};
}

void CohereDecoder::onContent(std::vector<StreamEvent> &into)
{
    const std::string_view content = said("content");
    say(Kind::Thinking, member(content, "thinking"), into);
    say(Kind::Text, member(content, "text"), into);
}

std::size_t CohereDecoder::toolOf() const
{
    const std::int64_t index = countOf(m_object.find("index"));
    return static_cast<std::size_t>(std::find(m_tools.begin(), m_tools.end(), index) - m_tools.begin());
}

void CohereDecoder::onCallStart(std::vector<StreamEvent> &into)
{
    if (m_tools.size() >= mostTools || toolOf() < m_tools.size())
        return;
    m_tools.push_back(countOf(m_object.find("index")));
    const std::string_view call = said("tool_calls");
    StreamEvent event {Kind::ToolStart, {}, soundString(member(call, "id")), soundString(member(call, {"function", "name"})),
        m_tools.size() - 1};
    if (event.idJson.size() <= 2) {
        m_id.clear();
        wire::appendJsonString(m_id, newId("call_"));
        event.idJson = m_id;
    }
    into.push_back(std::move(event));
    onCallDelta(into); // its first arguments may come along
}

void CohereDecoder::onCallDelta(std::vector<StreamEvent> &into)
{
    const std::size_t tool = toolOf();
    if (tool < m_tools.size())
        say(Kind::ToolArguments, member(said("tool_calls"), {"function", "arguments"}), into, tool);
}

void CohereDecoder::onCallEnd(std::vector<StreamEvent> &into)
{
    if (const std::size_t tool = toolOf(); tool < m_tools.size())
        into.push_back({Kind::ToolEnd, {}, {}, {}, tool});
}

void CohereDecoder::onCitation(std::vector<StreamEvent> &into)
{
    const std::string_view citation = said("citations");
    if (!isObject(citation))
        return;
    wire::JsonWriter json;
    m_extra = json.beginObject().key("citation").raw(citation).endObject().take();
    into.push_back({Kind::Extra, m_extra});
}

Result<> CohereDecoder::onMessageEnd(std::vector<StreamEvent> &into)
{
    const std::string_view delta = m_object.find("delta");
    m_usage = readCohereUsage(member(delta, "usage"));
    if (const std::string_view error = member(delta, "error"); saysSomething(error))
        return carried(error, m_object.text());
    const std::string reason = textOf(member(delta, "finish_reason"));
    if (isCohereFailure(reason))
        return broken("the answer broke off: finish_reason " + reason);
    into.push_back({Kind::Finish, {}, {}, {}, 0, finishReasonOfCohere(reason, !m_tools.empty()), {}});
    into.push_back({Kind::End});
    return {};
}

void CohereDecoder::say(Kind kind, std::string_view textJson, std::vector<StreamEvent> &into, std::size_t tool)
{
    if (!isString(textJson) || textJson.size() <= 2)
        return;
    m_unsound = m_unsound || !hasSoundEscapes(textJson);
    into.push_back({kind, textJson, {}, {}, tool});
}

Result<> CohereDecoder::finish(std::vector<StreamEvent> &)
{
    return cut(
        m_started ? "the stream ended without message-end: the answer is incomplete" : "the stream ended before its first event");
}

} // namespace

std::unique_ptr<EventDecoder> cohereDecoder(const View &view)
{
    return std::make_unique<CohereDecoder>(view);
}

} // namespace gatehouse::translate
