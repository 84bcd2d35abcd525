// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/given.h"
#include "gateway/translate/ids.h"
#include "gateway/translate/json_view.h"
#include "gateway/translate/responses_desk.h"
#include "gateway/translate/responses_door.h"
#include "gateway/translate/responses_input_reader.h"
#include "gateway/translate/responses_shape.h"
#include "gateway/wire/json_writer.h"

#include <utility>
#include <vector>

namespace gatehouse::translate {

namespace {

using Kind = StreamEvent::Kind;

// What an answer may come to before it is given up: its whole text is repeated at the end.
constexpr std::size_t mostKept = 64 * 1024 * 1024;
constexpr std::size_t itemCost = 512;

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
    enum class Type { Text, Refusal, Thought, Call, Search, Image };
    struct Item {
        Type type;
        std::string id = {};
        std::string text = {};   // escaped: what was said, or the arguments
        std::string sealed = {}; // escaped: of a thought
        std::string callIdJson = {}, nameJson = {};
        std::string annotations = "[]"; // of a text
        std::string done = {};          // as it ended up
    };
    static constexpr std::size_t none = std::size_t(-1);

    void start(const StreamEvent &event, std::string &out);
    void resume(const Given::Part &part, std::string &out);
    void closeBegun(Given::Part::Stage stage, std::string &out);
    void text(Type type, std::string_view textJson, std::string &out);
    void seal(std::string_view signatureJson);
    void redacted(const StreamEvent &event, std::string &out);
    void image(const StreamEvent &event, std::string &out);
    void annotate(std::string_view annotationsJson, std::string &out);
    void whole(Item made, std::string &out);
    void toolStart(const StreamEvent &event, std::string &out);
    void onTool(const StreamEvent &event, std::string &out);
    void last(const Usage &usage, std::string &out);

    std::size_t open(Item item, std::string &out);
    void addPart(std::size_t at, std::string &out);
    void partDone(std::size_t at, std::string_view textJson, std::string &out);
    void append(std::size_t at, std::string_view escaped, std::string &out);
    void close(std::size_t at, std::string_view status, std::string &out);
    void closeText(std::size_t at, std::string_view status, std::string &out);
    void closeThought(std::size_t at, std::string &out);
    void closeCall(std::size_t at, std::string_view status, std::string &out);
    void closeCurrent(std::string_view status, std::string &out);
    std::string shown(const Item &item, std::string_view status, std::string_view textJson) const;
    std::string response(std::string_view status, std::string_view reason, const Usage *usage) const;

    void begin(std::string_view type, std::string &out);
    void beginFor(std::string_view type, std::size_t at, std::string &out);
    void item(std::string_view type, std::size_t at, std::string_view json, std::string &out);

    const View &m_view;
    std::string m_id, m_modelJson;
    std::int64_t m_createdAt = 0;
    std::vector<Item> m_items;        // by output_index
    std::size_t m_current = none;     // the text or thought that is open
    std::vector<std::size_t> m_tools; // the item of each call
    std::size_t m_kept = 0;
    std::int64_t m_sequence = 0;
    std::string m_finish;
};

void ResponsesEncoder::encode(const StreamEvent &event, const Usage &usage, std::string &out)
{
    if (m_kept > mostKept && event.kind != Kind::End)
        return;
    switch (event.kind) {
    case Kind::Start: start(event, out); break;
    case Kind::Text: text(Type::Text, event.textJson, out); break;
    case Kind::Refusal: text(Type::Refusal, event.textJson, out); break;
    case Kind::Thinking: text(Type::Thought, event.textJson, out); break;
    case Kind::Signature: seal(event.textJson); break;
    case Kind::Redacted: redacted(event, out); break;
    case Kind::ToolStart: toolStart(event, out); break;
    case Kind::ToolArguments:
    case Kind::ToolInput:
    case Kind::ToolEnd: onTool(event, out); break;
    case Kind::Image: image(event, out); break;
    case Kind::Annotations: annotate(event.textJson, out); break;
    case Kind::Extra:
    case Kind::Beside: break; // nothing here has a place for it
    case Kind::Finish: m_finish = event.finish; break;
    case Kind::End: last(usage, out); break;
    }
}

// ---- events

void ResponsesEncoder::begin(std::string_view type, std::string &out)
{
    out.append("event: ").append(type).append("\ndata: {\"type\":\"").append(type).append("\",\"sequence_number\":");
    out += std::to_string(m_sequence++);
}

void ResponsesEncoder::beginFor(std::string_view type, std::size_t at, std::string &out)
{
    begin(type, out);
    out.append(",\"item_id\":\"").append(m_items[at].id).append("\",\"output_index\":").append(std::to_string(at));
}

void ResponsesEncoder::item(std::string_view type, std::size_t at, std::string_view json, std::string &out)
{
    begin(type, out);
    out.append(",\"output_index\":").append(std::to_string(at)).append(",\"item\":").append(json).append("}\n\n");
}

std::string ResponsesEncoder::response(std::string_view status, std::string_view reason, const Usage *usage) const
{
    std::string output = "[";
    for (const Item &item : m_items) {
        if (item.done.empty())
            continue;
        output += output.size() > 1 ? "," : "";
        output += item.done;
    }
    output += ']';
    return responseObject({m_id, m_createdAt, m_modelJson, status, reason, output, usage}, m_view);
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
        begin(type, out);
        out.append(",\"response\":").append(begun).append("}\n\n");
    }
}

void ResponsesEncoder::resume(const Given &given, std::string &out)
{
    m_id = textOf(given.idJson);
    m_modelJson = soundString(given.modelJson);
    m_createdAt = given.createdAt;
    m_sequence = given.nextEvent;
    for (const Given::Part &part : given.parts)
        resume(part, out);
}

// ---- items

void ResponsesEncoder::resume(const Given::Part &part, std::string &out)
{
    m_kept += itemCost + part.text.size() + part.doneJson.size();
    Item &item = m_items.emplace_back(Item {Type::Text, part.id, part.text});
    item.annotations = part.annotations;
    item.done = part.doneJson;
    if (part.stage == Given::Part::Stage::Done)
        return;
    m_current = m_items.size() - 1;
    if (part.stage == Given::Part::Stage::Announced)
        addPart(m_current, out);
    else if (part.stage != Given::Part::Stage::Open)
        closeBegun(part.stage, out);
}

// The end of a text was being said when it broke off.
void ResponsesEncoder::closeBegun(Given::Part::Stage stage, std::string &out)
{
    Item &text = m_items[m_current];
    const std::string textJson = '"' + std::exchange(text.text, {}) + '"';
    if (stage == Given::Part::Stage::Said)
        partDone(m_current, textJson, out);
    text.done = shown(text, "completed", textJson);
    item("response.output_item.done", m_current, text.done, out);
    m_current = none;
}

// An item as it is shown: \a textJson is all that was said of it.
std::string ResponsesEncoder::shown(const Item &item, std::string_view status, std::string_view textJson) const
{
    switch (item.type) {
    case Type::Thought: {
        std::string sealed;
        if (!item.sealed.empty())
            sealed.append("\"").append(signatureMark).append(item.sealed).append("\"");
        return responseReasoning(item.id, textJson, sealed);
    }
    case Type::Call: return responseCall({item.id, item.callIdJson, item.nameJson}, status, textJson);
    case Type::Search: return responseSearch(item.id, status, textJson);
    default: break;
    }
    const bool isBegun = textJson.size() > 2 || status != "in_progress";
    return responseMessage(
        item.id, status, isBegun ? responsePart(textJson, item.type == Type::Refusal, item.annotations) : std::string());
}

std::size_t ResponsesEncoder::open(Item made, std::string &out)
{
    const std::size_t at = m_items.size();
    m_kept += itemCost;
    m_items.push_back(std::move(made));
    const Item &begun = m_items.back();
    item("response.output_item.added", at, shown(begun, "in_progress", "\"\""), out);
    if (begun.type == Type::Thought) {
        beginFor("response.reasoning_summary_part.added", at, out);
        out += ",\"summary_index\":0,\"part\":{\"type\":\"summary_text\",\"text\":\"\"}}\n\n";
    } else if (begun.type == Type::Search) {
        for (const std::string_view type : {"response.web_search_call.in_progress", "response.web_search_call.searching"}) {
            beginFor(type, at, out);
            out += "}\n\n";
        }
    } else if (begun.type != Type::Call) {
        addPart(at, out);
    }
    return at;
}

void ResponsesEncoder::addPart(std::size_t at, std::string &out)
{
    beginFor("response.content_part.added", at, out);
    out.append(",\"content_index\":0,\"part\":").append(responsePart("\"\"", m_items[at].type == Type::Refusal)).append("}\n\n");
}

void ResponsesEncoder::partDone(std::size_t at, std::string_view textJson, std::string &out)
{
    const Item &item = m_items[at];
    beginFor("response.content_part.done", at, out);
    out.append(",\"content_index\":0,\"part\":");
    out.append(responsePart(textJson, item.type == Type::Refusal, item.annotations)).append("}\n\n");
}

void ResponsesEncoder::append(std::size_t at, std::string_view escaped, std::string &out)
{
    Item &item = m_items[at];
    if (escaped.empty())
        return;
    m_kept += escaped.size();
    item.text += escaped;
    switch (item.type) {
    case Type::Search:
    case Type::Image: return;
    case Type::Thought:
        beginFor("response.reasoning_summary_text.delta", at, out);
        out += ",\"summary_index\":0";
        break;
    case Type::Call: beginFor("response.function_call_arguments.delta", at, out); break;
    case Type::Refusal:
        beginFor("response.refusal.delta", at, out);
        out += ",\"content_index\":0";
        break;
    case Type::Text:
        beginFor("response.output_text.delta", at, out);
        out += ",\"content_index\":0,\"logprobs\":[]";
        break;
    }
    out.append(",\"delta\":\"").append(escaped).append("\"}\n\n");
}

void ResponsesEncoder::text(Type type, std::string_view textJson, std::string &out)
{
    // What is thought after a signature is another thought.
    if (m_current == none || m_items[m_current].type != type || !m_items[m_current].sealed.empty()) {
        closeCurrent("completed", out);
        const std::string_view prefix = type == Type::Thought ? "rs_" : "msg_";
        m_current = open({type, newId(prefix)}, out);
    }
    append(m_current, innerOf(textJson), out);
}

void ResponsesEncoder::seal(std::string_view signatureJson)
{
    if (m_current != none && m_items[m_current].type == Type::Thought)
        m_items[m_current].sealed += innerOf(signatureJson);
}

// An item that comes in one piece, with what it is to be in `done`.
void ResponsesEncoder::whole(Item made, std::string &out)
{
    closeCurrent("completed", out);
    m_kept += itemCost + made.done.size();
    m_items.push_back(std::move(made));
    const std::size_t at = m_items.size() - 1;
    item("response.output_item.added", at, m_items[at].done, out);
    item("response.output_item.done", at, m_items[at].done, out);
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

void ResponsesEncoder::annotate(std::string_view annotationsJson, std::string &out)
{
    if (m_current == none || m_items[m_current].type != Type::Text || m_items[m_current].annotations != "[]")
        return;
    m_items[m_current].annotations = responseAnnotations(annotationsJson);
    m_kept += m_items[m_current].annotations.size();
    std::size_t index = 0;
    for (JsonItems each(m_items[m_current].annotations); each.next(); ++index) {
        beginFor("response.output_text.annotation.added", m_current, out);
        out.append(",\"content_index\":0,\"annotation_index\":").append(std::to_string(index));
        out.append(",\"annotation\":").append(each.raw()).append("}\n\n");
    }
}

void ResponsesEncoder::toolStart(const StreamEvent &event, std::string &out)
{
    const std::string name = textOf(event.nameJson);
    if (m_view.jsonTool && name == jsonToolName) { // it stands for the text that was asked for
        text(Type::Text, "\"\"", out);
        m_tools.push_back(m_current);
        return;
    }
    closeCurrent("completed", out);
    const bool isSearch = isProvidersSearch(textOf(event.idJson), name);
    Item call {isSearch ? Type::Search : Type::Call, newId(isSearch ? "ws_" : "fc_")};
    call.callIdJson = event.idJson;
    call.nameJson = event.nameJson;
    m_tools.push_back(open(std::move(call), out));
}

void ResponsesEncoder::onTool(const StreamEvent &event, std::string &out)
{
    if (event.tool >= m_tools.size() || !m_items[m_tools[event.tool]].done.empty())
        return;
    const std::size_t at = m_tools[event.tool];
    if (event.kind == Kind::ToolEnd) {
        if (m_items[at].type == Type::Call || m_items[at].type == Type::Search)
            close(at, "completed", out);
        return;
    }
    if (event.kind == Kind::ToolArguments) {
        append(at, innerOf(event.textJson), out);
        return;
    }
    std::string text;
    wire::appendJsonString(text, event.textJson);
    append(at, innerOf(text), out);
}

void ResponsesEncoder::closeCurrent(std::string_view status, std::string &out)
{
    if (m_current != none)
        close(m_current, status, out);
    m_current = none;
}

void ResponsesEncoder::close(std::size_t at, std::string_view status, std::string &out)
{
    if (!m_items[at].done.empty())
        return;
    if (m_items[at].type == Type::Call && m_items[at].text.empty()) // a call without arguments still has to say so
        append(at, "{}", out);
    std::string textJson = "\"";
    textJson.append(m_items[at].text).append("\"");
    m_items[at].done = shown(m_items[at], status, textJson);
    m_items[at].text = std::move(textJson);
    switch (m_items[at].type) {
    case Type::Thought: closeThought(at, out); break;
    case Type::Call: closeCall(at, status, out); break;
    case Type::Search:
        beginFor("response.web_search_call.completed", at, out);
        out += "}\n\n";
        break;
    default: closeText(at, status, out); break;
    }
    item("response.output_item.done", at, m_items[at].done, out);
    m_items[at].text = {};
}

void ResponsesEncoder::closeText(std::size_t at, std::string_view, std::string &out)
{
    const Item &item = m_items[at];
    const bool isRefusal = item.type == Type::Refusal;
    beginFor(isRefusal ? "response.refusal.done" : "response.output_text.done", at, out);
    out += isRefusal ? ",\"content_index\":0,\"refusal\":" : ",\"content_index\":0,\"logprobs\":[],\"text\":";
    out.append(item.text).append("}\n\n");
    partDone(at, item.text, out);
}

void ResponsesEncoder::closeThought(std::size_t at, std::string &out)
{
    const std::string &textJson = m_items[at].text;
    beginFor("response.reasoning_summary_text.done", at, out);
    out.append(",\"summary_index\":0,\"text\":").append(textJson).append("}\n\n");
    beginFor("response.reasoning_summary_part.done", at, out);
    out.append(",\"summary_index\":0,\"part\":{\"type\":\"summary_text\",\"text\":").append(textJson).append("}}\n\n");
}

void ResponsesEncoder::closeCall(std::size_t at, std::string_view, std::string &out)
{
    beginFor("response.function_call_arguments.done", at, out);
    out.append(",\"name\":").append(m_items[at].nameJson).append(",\"arguments\":").append(m_items[at].text).append("}\n\n");
}

void ResponsesEncoder::last(const Usage &usage, std::string &out)
{
    const bool tooLong = m_kept > mostKept;
    const std::string_view reason = incompleteReason(m_finish);
    const std::string_view itemStatus = reason.empty() && !tooLong ? "completed" : "incomplete";
    for (std::size_t at = 0; at < m_items.size(); ++at)
        close(at, itemStatus, out);
    const std::string_view status = tooLong ? "failed" : itemStatus;
    const std::string whole = response(status, tooLong ? "the answer is longer than 64 MiB" : reason, &usage);
    begin("response." + std::string(status), out);
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
