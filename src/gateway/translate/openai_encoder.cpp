// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/answer.h"
#include "gateway/translate/dialects.h"
#include "gateway/translate/events.h"
#include "gateway/translate/given.h"
#include "gateway/translate/ids.h"
#include "gateway/translate/json_view.h"
#include "gateway/translate/openai_shape.h"
#include "gateway/wire/json_writer.h"

#include <map>

namespace gatehouse::translate {

namespace {

using Kind = StreamEvent::Kind;

/// Writes chat.completion.chunk events.
class OpenAiEncoder : public EventEncoder
{
public:
    explicit OpenAiEncoder(const View &view)
        : m_view(view)
    {
    }
    void encode(const StreamEvent &event, const Usage &usage, std::string &out) override;
    void resume(const Given &given, std::string &out) override;

private:
    void start(const StreamEvent &event);
    void begin(std::string &out);
    void end(std::string &out) { out += "},\"finish_reason\":null}]}\n\n"; }
    void content(std::string_view name, std::string_view textJson, std::string &out);
    void thinking(const StreamEvent &event, std::string &out);
    void image(const StreamEvent &event, std::string &out);
    void beside(std::string_view object, std::string &out);
    void toolStart(const StreamEvent &event, std::string &out);
    void toolArguments(std::size_t tool, std::string_view textJson, std::string &out);
    void onTool(const StreamEvent &event, std::string &out);
    void finish(const StreamEvent &event, std::string &out);

    struct Tool {
        bool isJson = false; // it stands for response_format
        bool hasArguments = false;
    };
    struct Choice {
        std::string index = "0";
        std::string thought; // of the thinking block so far, escaped: its signature comes with the whole text
        std::vector<Tool> tools;
        std::vector<std::size_t> places; // where each tool stands in tool_calls, which leaves the JSON tool out
        std::size_t calls = 0, images = 0;
        bool roleSent = false;
    };
    const View &m_view;
    std::string m_head; // of every chunk, up to its choices
    std::map<std::size_t, Choice> m_choices;
    Choice *m_at = nullptr; // the one that the event speaks of
};

void OpenAiEncoder::encode(const StreamEvent &event, const Usage &usage, std::string &out)
{
    const auto [choice, isNew] = m_choices.try_emplace(event.choice);
    m_at = &choice->second;
    if (isNew)
        m_at->index = std::to_string(event.choice);
    switch (event.kind) {
    case Kind::Start: start(event); break;
    case Kind::Text: content("content", event.textJson, out); break;
    case Kind::Refusal: content("refusal", event.textJson, out); break;
    case Kind::Thinking:
    case Kind::Signature:
    case Kind::Redacted: thinking(event, out); break;
    case Kind::ToolStart:
    case Kind::ToolArguments:
    case Kind::ToolInput:
    case Kind::ToolEnd: onTool(event, out); break;
    case Kind::Image: image(event, out); break;
    case Kind::Annotations: content("annotations", event.textJson, out); break;
    case Kind::Extra: content("provider_specific_fields", event.textJson, out); break;
    case Kind::Beside: beside(event.textJson, out); break;
    case Kind::Finish: finish(event, out); break;
    case Kind::End: endChunks(m_head, m_view, usage, out); break;
    }
}

void OpenAiEncoder::start(const StreamEvent &event)
{
    const bool keepsId = row(m_view.from).lendsId && !innerOf(soundString(event.idJson)).empty();
    const std::string id = keepsId ? std::string(event.idJson) : '"' + newId(chatShape.idPrefix) + '"';
    m_head = chunkHead(id, chatShape.chunk, unixNow(), chunkModel(m_view, event.nameJson));
}

void OpenAiEncoder::resume(const Given &given, std::string &)
{
    m_head = chunkHead(soundString(given.idJson), chatShape.chunk, given.createdAt, soundString(given.modelJson));
    m_choices[0].roleSent = true;
}

void OpenAiEncoder::begin(std::string &out)
{
    out += m_head;
    out.append("[{\"index\":").append(m_at->index).append(",\"delta\":{");
    if (!m_at->roleSent)
        out += "\"role\":\"assistant\",";
    m_at->roleSent = true;
}

void OpenAiEncoder::content(std::string_view name, std::string_view textJson, std::string &out)
{
    begin(out);
    out.append("\"").append(name).append("\":").append(textJson);
    end(out);
}

void OpenAiEncoder::thinking(const StreamEvent &event, std::string &out)
{
    begin(out);
    if (event.kind == Kind::Thinking) {
        m_at->thought += innerOf(event.textJson);
        out.append("\"reasoning_content\":").append(event.textJson);
        if (row(m_view.from).thinksInBlocks)
            out.append(",\"thinking_blocks\":[{\"type\":\"thinking\",\"thinking\":").append(event.textJson).append("}]");
    } else if (event.kind == Kind::Signature) {
        out.append("\"reasoning_content\":\"\",\"thinking_blocks\":[{\"type\":\"thinking\",\"thinking\":\"")
            .append(m_at->thought);
        out.append("\",\"signature\":").append(event.textJson).append("}]");
        m_at->thought.clear();
    } else {
        out.append("\"thinking_blocks\":[{\"type\":\"redacted_thinking\",\"data\":").append(event.textJson).append("}]");
    }
    end(out);
}

void OpenAiEncoder::image(const StreamEvent &event, std::string &out)
{
    begin(out);
    out.append("\"images\":[{\"type\":\"image_url\",\"index\":").append(std::to_string(m_at->images++));
    out.append(",\"image_url\":{\"url\":\"data:").append(innerOf(event.nameJson)).append(";base64,");
    out.append(innerOf(event.textJson)).append("\"}}]");
    end(out);
}

void OpenAiEncoder::beside(std::string_view object, std::string &out)
{
    out += m_head;
    out.append("[{\"index\":").append(m_at->index).append(",\"delta\":{},\"finish_reason\":null}],");
    out += object.substr(1);
    out += "\n\n";
}

void OpenAiEncoder::onTool(const StreamEvent &event, std::string &out)
{
    if (event.kind == Kind::ToolStart) {
        toolStart(event, out);
        return;
    }
    if (event.tool >= m_at->tools.size())
        return;
    Tool &tool = m_at->tools[event.tool];
    if (event.kind == Kind::ToolEnd) {
        if (!tool.hasArguments) // a call without arguments still has to say so
            toolArguments(event.tool, "\"{}\"", out);
        return;
    }
    tool.hasArguments = true;
    if (event.kind == Kind::ToolArguments) {
        toolArguments(event.tool, event.textJson, out);
        return;
    }
    std::string text;
    wire::appendJsonString(text, event.textJson);
    toolArguments(event.tool, text, out);
}

void OpenAiEncoder::toolStart(const StreamEvent &event, std::string &out)
{
    Tool tool;
    tool.isJson = m_view.jsonTool && innerOf(event.nameJson) == jsonToolName;
    m_at->tools.push_back(tool);
    m_at->places.push_back(m_at->calls);
    if (tool.isJson)
        return;
    begin(out);
    out.append("\"tool_calls\":[{\"index\":").append(std::to_string(m_at->calls)).append(",\"id\":").append(event.idJson);
    out.append(",\"type\":\"function\",\"function\":{\"name\":").append(event.nameJson).append(",\"arguments\":\"\"}");
    if (!event.textJson.empty())
        out.append(",\"provider_specific_fields\":{\"thought_signature\":").append(event.textJson).append("}");
    out += "}]";
    end(out);
    ++m_at->calls;
}

void OpenAiEncoder::toolArguments(std::size_t tool, std::string_view textJson, std::string &out)
{
    if (m_at->tools[tool].isJson) {
        content("content", textJson, out);
        return;
    }
    begin(out);
    out.append("\"tool_calls\":[{\"index\":").append(std::to_string(m_at->places[tool]));
    out.append(",\"function\":{\"arguments\":").append(textJson).append("}}]");
    end(out);
}

void OpenAiEncoder::finish(const StreamEvent &event, std::string &out)
{
    const bool isJson = m_at->calls == 0 && !m_at->tools.empty(); // only the JSON tool was called
    if (!m_at->roleSent) {
        begin(out);
        out += "\"content\":\"\"";
        end(out);
    }
    out += m_head;
    out.append("[{\"index\":").append(m_at->index).append(",\"delta\":{},\"finish_reason\":");
    wire::appendJsonString(out, isJson && event.finish == "tool_calls" ? "stop" : event.finish);
    out += "}]}\n\n";
}

} // namespace

std::unique_ptr<EventEncoder> openAiEncoder(const View &view)
{
    return std::make_unique<OpenAiEncoder>(view);
}

} // namespace gatehouse::translate
