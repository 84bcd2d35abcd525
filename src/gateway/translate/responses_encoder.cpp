// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/given.h"
#include "gateway/translate/ids.h"
#include "gateway/translate/json_view.h"
#include "gateway/translate/responses_desk.h"
#include "gateway/translate/responses_door.h"
#include "gateway/translate/responses_input_reader.h"
#include "gateway/translate/responses_items.h"
#include "gateway/translate/responses_shape.h"
#include "gateway/wire/json_writer.h"

#include <optional>
#include <utility>
#include <vector>

namespace gatehouse::translate {

namespace {

using Kind = StreamEvent::Kind;

// What an answer may come to before it is given up: its whole text is repeated at the end.
constexpr std::size_t mostKept = 64 * 1024 * 1024;

/// Writes the typed events of the Responses API. Texts and thoughts close when something else begins; calls stay open until they
/// are said to be complete, or all is, because pieces of several may come mixed: every event names its item.
class ResponsesEncoder : public EventEncoder
{
public:
    explicit ResponsesEncoder(const View &view)
        : m_view(view)
    {
    }
    void encode(const StreamEvent &event, const Usage &usage, std::string &out) override;
    void resume(const Given &given, std::string &out) override;

private:
    using Type = ResponsesItems::Type;
    using Item = ResponsesItems::Item;

    void start(const StreamEvent &event, std::string &out);
    void text(Type type, std::string_view textJson, std::string &out);
    void redacted(const StreamEvent &event, std::string &out);
    void image(const StreamEvent &event, std::string &out);
    void whole(Item made, std::string &out);
    void toolStart(const StreamEvent &event, std::string &out);
    void onTool(const StreamEvent &event, std::string &out);
    void last(const Usage &usage, std::string &out);
    void closeCurrent(std::string_view status, std::string &out);
    bool isOpen(Type type) const { return m_current && m_items.at(*m_current).type == type; }
    std::string response(std::string_view status, std::string_view reason, const Usage *usage) const;

    const View &m_view;
    std::string m_id, m_modelJson;
    std::int64_t m_createdAt = 0;
    ResponsesItems m_items;
    std::optional<std::size_t> m_current; // the text or thought that is open
    std::vector<std::size_t> m_tools;     // the item of each call
    std::string m_finish;
};

void ResponsesEncoder::encode(const StreamEvent &event, const Usage &usage, std::string &out)
{
    if (m_items.kept() > mostKept && event.kind != Kind::End)
        return;
    switch (event.kind) {
    case Kind::Start: start(event, out); break;
    case Kind::Text: text(Type::Text, event.textJson, out); break;
    case Kind::Refusal: text(Type::Refusal, event.textJson, out); break;
    case Kind::Thinking: text(Type::Thought, event.textJson, out); break;
    case Kind::Signature:
        if (isOpen(Type::Thought))
            m_items.seal(*m_current, innerOf(event.textJson));
        break;
    case Kind::Redacted: redacted(event, out); break;
    case Kind::ToolStart: toolStart(event, out); break;
    case Kind::ToolArguments:
    case Kind::ToolInput:
    case Kind::ToolEnd: onTool(event, out); break;
    case Kind::Image: image(event, out); break;
    case Kind::Annotations:
        if (m_current)
            m_items.annotate(*m_current, event.textJson, out);
        break;
    case Kind::Extra:
    case Kind::Beside: break; // nothing here has a place for it
    case Kind::Finish: m_finish = event.finish; break;
    case Kind::End: last(usage, out); break;
    }
}

std::string ResponsesEncoder::response(std::string_view status, std::string_view reason, const Usage *usage) const
{
    return responseObject({m_id, m_createdAt, m_modelJson, status, reason, m_items.output(), usage}, m_view);
}

void ResponsesEncoder::start(const StreamEvent &event, std::string &out)
{
    m_id = newId("resp_");
    m_createdAt = unixNow();
    if (isString(event.nameJson) && event.nameJson.size() > 2)
        m_modelJson = soundString(event.nameJson);
    else
        wire::appendJsonString(m_modelJson, m_view.upstreamModel.empty() ? m_view.model : m_view.upstreamModel);
    const std::string begun = response("in_progress", {}, nullptr);
    for (const std::string_view type : {"response.created", "response.in_progress"}) {
        m_items.begin(type, out);
        out.append(",\"response\":").append(begun).append("}\n\n");
    }
}

void ResponsesEncoder::resume(const Given &given, std::string &out)
{
    m_id = textOf(given.idJson);
    m_modelJson = soundString(given.modelJson);
    m_createdAt = given.createdAt;
    m_items.countFrom(given.nextEvent);
    for (const Given::Part &part : given.parts) {
        const auto open = m_items.resume(part, out);
        if (part.stage != Given::Part::Stage::Done)
            m_current = open;
    }
}

void ResponsesEncoder::text(Type type, std::string_view textJson, std::string &out)
{
    // What is thought after a signature is another thought.
    if (!isOpen(type) || !m_items.at(*m_current).sealed.empty()) {
        closeCurrent("completed", out);
        const std::string_view prefix = type == Type::Thought ? "rs_" : "msg_";
        m_current = m_items.open({type, newId(prefix)}, out);
    }
    m_items.append(*m_current, innerOf(textJson), out);
}

void ResponsesEncoder::whole(Item made, std::string &out)
{
    closeCurrent("completed", out);
    m_items.whole(std::move(made), out);
}

void ResponsesEncoder::redacted(const StreamEvent &event, std::string &out)
{
    Item hidden {Type::Thought, newId("rs_")};
    std::string sealed = "\"";
    sealed.append(redactedMark).append(innerOf(event.textJson)).append("\"");
    hidden.done = responseReasoning(hidden.id, {}, sealed);
    whole(std::move(hidden), out);
}

void ResponsesEncoder::image(const StreamEvent &event, std::string &out)
{
    Item drawn {Type::Image, newId("ig_")};
    drawn.done = responseImage(drawn.id, event.textJson);
    whole(std::move(drawn), out);
}

void ResponsesEncoder::toolStart(const StreamEvent &event, std::string &out)
{
    const std::string name = textOf(event.nameJson);
    if (m_view.jsonTool && name == jsonToolName) { // it stands for the text that was asked for
        text(Type::Text, "\"\"", out);
        m_tools.push_back(*m_current);
        return;
    }
    closeCurrent("completed", out);
    const bool isSearch = isProvidersSearch(textOf(event.idJson), name);
    Item call {isSearch ? Type::Search : Type::Call, newId(isSearch ? "ws_" : "fc_")};
    call.callIdJson = event.idJson;
    call.nameJson = event.nameJson;
    m_tools.push_back(m_items.open(std::move(call), out));
}

void ResponsesEncoder::onTool(const StreamEvent &event, std::string &out)
{
    if (event.tool >= m_tools.size() || !m_items.at(m_tools[event.tool]).done.empty())
        return;
    const std::size_t at = m_tools[event.tool];
    if (event.kind == Kind::ToolEnd) {
        if (m_items.at(at).type == Type::Call || m_items.at(at).type == Type::Search)
            m_items.close(at, "completed", out);
        return;
    }
    if (event.kind == Kind::ToolArguments) {
        m_items.append(at, innerOf(event.textJson), out);
        return;
    }
    std::string text;
    wire::appendJsonString(text, event.textJson);
    m_items.append(at, innerOf(text), out);
}

void ResponsesEncoder::closeCurrent(std::string_view status, std::string &out)
{
    if (m_current)
        m_items.close(*m_current, status, out);
    m_current.reset();
}

void ResponsesEncoder::last(const Usage &usage, std::string &out)
{
    const bool tooLong = m_items.kept() > mostKept;
    const std::string_view reason = incompleteReason(m_finish);
    const std::string_view itemStatus = reason.empty() && !tooLong ? "completed" : "incomplete";
    for (std::size_t at = 0; at < m_items.size(); ++at)
        m_items.close(at, itemStatus, out);
    const std::string_view status = tooLong ? "failed" : itemStatus;
    const std::string whole = response(status, tooLong ? "the answer is longer than 64 MiB" : reason, &usage);
    m_items.begin("response." + std::string(status), out);
    out.append(",\"response\":").append(whole).append("}\n\ndata: [DONE]\n\n");
    if (m_view.desk && !tooLong)
        m_view.desk->onWhole(whole);
}

} // namespace

std::unique_ptr<EventEncoder> responsesEncoder(const View &view)
{
    return std::make_unique<ResponsesEncoder>(view);
}

} // namespace gatehouse::translate
