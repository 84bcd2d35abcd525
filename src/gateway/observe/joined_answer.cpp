// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/joined_answer.h"

#include "gateway/observe/known_json.h"
#include "gateway/wire/json_check.h"
#include "gateway/wire/json_object.h"
#include "gateway/wire/json_writer.h"

#include <map>
#include <vector>

namespace gatehouse::observe {

namespace {

using wire::jsonString;

constexpr std::size_t mostTools = 256;

std::string textOf(std::string_view raw)
{
    if (wire::jsonKind(raw) == 's')
        return jsonString(raw).value_or("");
    std::string text;
    for (const std::string_view part : itemsOf(raw))
        text += jsonString(KnownObject(part).find("text")).value_or("");
    return text;
}

/// A call of a tool, as its pieces add up.
struct Tool {
    std::string id, name, arguments;
};

/// What the events of a stream add up to, whichever dialect they are of.
class Joiner
{
public:
    void take(const KnownObject &event)
    {
        if (const std::string type = jsonString(event.find("type")).value_or(""); !type.empty())
            return takeTyped(type, event);
        head(event);
        if (event.has("choices"))
            return takeChoice(KnownObject::firstOf(event.find("choices")));
        if (event.has("candidates"))
            takeCandidate(KnownObject::firstOf(event.find("candidates")));
    }

    std::string result() const
    {
        if (!m_whole.empty())
            return m_whole;
        wire::JsonWriter json;
        json.beginObject();
        if (!m_id.empty())
            json.key("id").string(m_id);
        json.key("object").string("chat.completion");
        if (!m_model.empty())
            json.key("model").string(m_model);
        json.key("choices").beginArray().beginObject().key("index").number(std::int64_t(0));
        writeMessage(json.key("message"));
        json.key("finish_reason").stringOrNull(m_finish);
        json.endObject().endArray();
        if (!m_usage.empty())
            json.key("usage").raw(m_usage);
        return json.endObject().take();
    }

private:
    void head(const KnownObject &event)
    {
        if (m_id.empty())
            m_id = jsonString(event.find("id")).value_or("");
        if (m_model.empty())
            m_model = jsonString(event.find("model")).value_or("");
        for (const char *name : {"usage", "usageMetadata"}) {
            if (const std::string_view usage = event.find(name); wire::jsonKind(usage) == 'o')
                m_usage = usage;
        }
    }

    // Of several answers to one question, the first.
    void takeChoice(const KnownObject &choice)
    {
        if (wire::jsonNumber(choice.find("index")).value_or(0) > 0)
            return;
        const KnownObject delta(choice.find("delta"));
        m_text += textOf(delta.find("content")) + jsonString(choice.find("text")).value_or("");
        m_reasoning += jsonString(delta.find("reasoning_content")).value_or("");
        m_refusal += jsonString(delta.find("refusal")).value_or("");
        for (const std::string_view call : itemsOf(delta.find("tool_calls")))
            takeToolCall(KnownObject(call));
        finish(choice.find("finish_reason"));
    }

    void takeToolCall(const KnownObject &call)
    {
        Tool *tool = toolAt(wire::jsonNumber(call.find("index")).value_or(0));
        if (!tool)
            return;
        const KnownObject function(call.find("function"));
        if (auto id = jsonString(call.find("id")); id && !id->empty())
            tool->id = std::move(*id);
        tool->name += jsonString(function.find("name")).value_or("");
        tool->arguments += jsonString(function.find("arguments")).value_or("");
    }

    // Anthropic's events, and those of Responses.
    void takeTyped(const std::string &type, const KnownObject &event)
    {
        if (type == "message_start")
            return head(KnownObject(event.find("message")));
        if (type == "content_block_start")
            return takeBlock(event);
        if (type == "content_block_delta")
            return takeBlockDelta(event, KnownObject(event.find("delta")));
        if (type == "message_delta") {
            head(event);
            return finish(KnownObject(event.find("delta")).find("stop_reason"));
        }
        if (type == "response.output_text.delta")
            m_text += jsonString(event.find("delta")).value_or("");
        else if (type == "response.completed" || type == "response.incomplete" || type == "response.failed")
            m_whole = event.find("response");
    }

    void takeBlock(const KnownObject &event)
    {
        const KnownObject block(event.find("content_block"));
        if (jsonString(block.find("type")) != "tool_use") {
            m_text += jsonString(block.find("text")).value_or("");
            return;
        }
        if (Tool *tool = toolAt(wire::jsonNumber(event.find("index")).value_or(0))) {
            tool->id = jsonString(block.find("id")).value_or("");
            tool->name = jsonString(block.find("name")).value_or("");
        }
    }

    void takeBlockDelta(const KnownObject &event, const KnownObject &delta)
    {
        m_text += jsonString(delta.find("text")).value_or("");
        m_reasoning += jsonString(delta.find("thinking")).value_or("");
        if (const auto piece = jsonString(delta.find("partial_json"))) {
            if (Tool *tool = toolAt(wire::jsonNumber(event.find("index")).value_or(0)))
                tool->arguments += *piece;
        }
    }

    void takeCandidate(const KnownObject &candidate)
    {
        const KnownObject content(candidate.find("content"));
        for (const std::string_view raw : itemsOf(content.find("parts"))) {
            const KnownObject part(raw);
            (part.find("thought") == "true" ? m_reasoning : m_text) += jsonString(part.find("text")).value_or("");
            const KnownObject call(part.find("functionCall"));
            if (Tool *tool = !call.isEmpty() ? toolAt(static_cast<double>(m_tools.size())) : nullptr) {
                tool->name = jsonString(call.find("name")).value_or("");
                tool->arguments = call.find("args");
            }
        }
        finish(candidate.find("finishReason"));
    }

    Tool *toolAt(double index)
    {
        if (!(index >= 0) || index > 1e6 || m_tools.size() >= mostTools)
            return nullptr;
        return &m_tools[static_cast<int>(index)];
    }

    void finish(std::string_view raw)
    {
        if (auto reason = jsonString(raw))
            m_finish = std::move(*reason);
    }

    void writeMessage(wire::JsonWriter &json) const
    {
        json.beginObject().key("role").string("assistant").key("content");
        if (m_text.empty() && !m_tools.empty())
            json.null();
        else
            json.string(m_text);
        if (!m_reasoning.empty())
            json.key("reasoning_content").string(m_reasoning);
        if (!m_refusal.empty())
            json.key("refusal").string(m_refusal);
        if (!m_tools.empty())
            json.key("tool_calls").beginArray();
        for (const auto &[index, tool] : m_tools) {
            json.beginObject().key("id").string(tool.id).key("type").string("function").key("function").beginObject();
            json.key("name").string(tool.name).key("arguments").string(tool.arguments).endObject().endObject();
        }
        if (!m_tools.empty())
            json.endArray();
        json.endObject();
    }

    std::string m_id, m_model, m_usage, m_text, m_reasoning, m_refusal, m_finish, m_whole;
    std::map<int, Tool> m_tools; // by their place in the answer
};

std::string joined(std::string_view events)
{
    Joiner joiner;
    std::size_t taken = 0;
    for (std::size_t at = events.find("data:"); at != std::string_view::npos;) {
        const std::size_t end = std::min(events.find('\n', at), events.size());
        std::string_view data = events.substr(at + 5, end - at - 5);
        data.remove_prefix(std::min(data.size(), data.find_first_not_of(' ')));
        if (wire::isJsonObject(data)) {
            joiner.take(KnownObject(data));
            ++taken;
        }
        at = events.find("data:", end);
    }
    return taken > 0 ? joiner.result() : std::string();
}

// Google's way without events: a JSON array of what would be one each.
std::string joinedArray(std::string_view array)
{
    Joiner joiner;
    for (const std::string_view item : itemsOf(array))
        joiner.take(KnownObject(item));
    return joiner.result();
}

} // namespace

std::string joinedAnswer(std::string_view bytes)
{
    const std::size_t first = bytes.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos)
        return {};
    bytes.remove_prefix(first);
    if (bytes.front() == '{')
        return wire::isJsonObject(bytes) ? std::string(bytes) : std::string();
    if (bytes.front() == '[')
        return wire::isJsonObject("{\"all\":" + std::string(bytes) + "}") ? joinedArray(bytes) : std::string();
    return joined(bytes);
}

} // namespace gatehouse::observe
