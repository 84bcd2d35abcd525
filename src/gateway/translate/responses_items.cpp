// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/responses_items.h"

#include "gateway/translate/json_view.h"
#include "gateway/translate/responses_input_reader.h"
#include "gateway/translate/responses_shape.h"

#include <utility>

namespace gatehouse::translate {

namespace {

constexpr std::size_t itemCost = 512;

} // namespace

void ResponsesItems::begin(std::string_view type, std::string &out)
{
    out.append("event: ").append(type).append("\ndata: {\"type\":\"").append(type).append("\",\"sequence_number\":");
    out += std::to_string(m_sequence++);
}

void ResponsesItems::beginFor(std::string_view type, std::size_t at, std::string &out)
{
    begin(type, out);
    out.append(",\"item_id\":\"").append(m_items[at].id).append("\",\"output_index\":").append(std::to_string(at));
}

void ResponsesItems::item(std::string_view type, std::size_t at, std::string_view json, std::string &out)
{
    begin(type, out);
    out.append(",\"output_index\":").append(std::to_string(at)).append(",\"item\":").append(json).append("}\n\n");
}

std::string ResponsesItems::output() const
{
    std::string output = "[";
    for (const Item &item : m_items) {
        if (item.done.empty())
            continue;
        output += output.size() > 1 ? "," : "";
        output += item.done;
    }
    return output + ']';
}

std::optional<std::size_t> ResponsesItems::resume(const Given::Part &part, std::string &out)
{
    m_kept += itemCost + part.text.size() + part.doneJson.size();
    Item &item = m_items.emplace_back(Item {Type::Text, part.id, part.text});
    item.annotations = part.annotations;
    item.done = part.doneJson;
    if (part.stage == Given::Part::Stage::Done)
        return std::nullopt;
    const std::size_t at = m_items.size() - 1;
    if (part.stage == Given::Part::Stage::Announced)
        addPart(at, out);
    if (part.stage == Given::Part::Stage::Announced || part.stage == Given::Part::Stage::Open)
        return at;
    closeBegun(at, part.stage == Given::Part::Stage::Said, out);
    return std::nullopt;
}

// The end of a text was being said when it broke off.
void ResponsesItems::closeBegun(std::size_t at, bool isPartOpen, std::string &out)
{
    Item &text = m_items[at];
    const std::string textJson = '"' + std::exchange(text.text, {}) + '"';
    if (isPartOpen)
        partDone(at, textJson, out);
    text.done = shown(text, "completed", textJson);
    item("response.output_item.done", at, text.done, out);
}

// An item as it is shown: \a textJson is all that was said of it.
std::string ResponsesItems::shown(const Item &item, std::string_view status, std::string_view textJson) const
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

std::size_t ResponsesItems::open(Item made, std::string &out)
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

void ResponsesItems::addPart(std::size_t at, std::string &out)
{
    beginFor("response.content_part.added", at, out);
    out.append(",\"content_index\":0,\"part\":").append(responsePart("\"\"", m_items[at].type == Type::Refusal)).append("}\n\n");
}

void ResponsesItems::partDone(std::size_t at, std::string_view textJson, std::string &out)
{
    const Item &item = m_items[at];
    beginFor("response.content_part.done", at, out);
    out.append(",\"content_index\":0,\"part\":");
    out.append(responsePart(textJson, item.type == Type::Refusal, item.annotations)).append("}\n\n");
}

void ResponsesItems::append(std::size_t at, std::string_view escaped, std::string &out)
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

void ResponsesItems::whole(Item made, std::string &out)
{
    m_kept += itemCost + made.done.size();
    m_items.push_back(std::move(made));
    const std::size_t at = m_items.size() - 1;
    item("response.output_item.added", at, m_items[at].done, out);
    item("response.output_item.done", at, m_items[at].done, out);
}

void ResponsesItems::annotate(std::size_t at, std::string_view annotationsJson, std::string &out)
{
    if (m_items[at].type != Type::Text || m_items[at].annotations != "[]")
        return;
    m_items[at].annotations = responseAnnotations(annotationsJson);
    m_kept += m_items[at].annotations.size();
    std::size_t index = 0;
    for (JsonItems each(m_items[at].annotations); each.next(); ++index) {
        beginFor("response.output_text.annotation.added", at, out);
        out.append(",\"content_index\":0,\"annotation_index\":").append(std::to_string(index));
        out.append(",\"annotation\":").append(each.raw()).append("}\n\n");
    }
}

void ResponsesItems::close(std::size_t at, std::string_view status, std::string &out)
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
    case Type::Call: closeCall(at, out); break;
    case Type::Search:
        beginFor("response.web_search_call.completed", at, out);
        out += "}\n\n";
        break;
    default: closeText(at, out); break;
    }
    item("response.output_item.done", at, m_items[at].done, out);
    m_items[at].text = {};
}

void ResponsesItems::closeText(std::size_t at, std::string &out)
{
    const Item &item = m_items[at];
    const bool isRefusal = item.type == Type::Refusal;
    beginFor(isRefusal ? "response.refusal.done" : "response.output_text.done", at, out);
    out += isRefusal ? ",\"content_index\":0,\"refusal\":" : ",\"content_index\":0,\"logprobs\":[],\"text\":";
    out.append(item.text).append("}\n\n");
    partDone(at, item.text, out);
}

void ResponsesItems::closeThought(std::size_t at, std::string &out)
{
    const std::string &textJson = m_items[at].text;
    beginFor("response.reasoning_summary_text.done", at, out);
    out.append(",\"summary_index\":0,\"text\":").append(textJson).append("}\n\n");
    beginFor("response.reasoning_summary_part.done", at, out);
    out.append(",\"summary_index\":0,\"part\":{\"type\":\"summary_text\",\"text\":").append(textJson).append("}}\n\n");
}

void ResponsesItems::closeCall(std::size_t at, std::string &out)
{
    beginFor("response.function_call_arguments.done", at, out);
    out.append(",\"name\":").append(m_items[at].nameJson).append(",\"arguments\":").append(m_items[at].text).append("}\n\n");
}

} // namespace gatehouse::translate
