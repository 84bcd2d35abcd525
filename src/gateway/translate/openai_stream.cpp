// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/answer.h"
#include "gateway/translate/dialects.h"
#include "gateway/translate/events.h"
#include "gateway/translate/given.h"
#include "gateway/translate/ids.h"
#include "gateway/translate/json_view.h"
#include "gateway/translate/provider_words.h"
#include "gateway/translate/words.h"
#include "gateway/wire/json_writer.h"

#include <algorithm>
#include <deque>
#include <limits>
#include <map>

namespace gatehouse::translate {

namespace {

using Kind = StreamEvent::Kind;

constexpr std::size_t mostTools = 1024;

/// Reads chat.completion.chunk events, and those of completions. Only the first choice is read: nobody but OpenAI's own dialect
/// can ask for more.
class OpenAiDecoder : public EventDecoder
{
public:
    explicit OpenAiDecoder(const View &view)
        : m_view(view)
    {
    }
    Result<> decode(const CutEvent &event, std::vector<StreamEvent> &into) override;
    Result<> finish(std::vector<StreamEvent> &into) override;

private:
    void readChoice(std::string_view choice, std::vector<StreamEvent> &into);
    void readDelta(std::string_view delta, std::vector<StreamEvent> &into);
    void readTool(std::string_view call, std::vector<StreamEvent> &into);
    std::size_t toolOf(std::string_view call);
    void say(Kind kind, std::string_view textJson, std::vector<StreamEvent> &into, std::size_t tool = 0);
    Failure<Error> broken(std::string_view what) const { return {brokenAnswer(m_view.provider, m_view.to, what)}; }
    Failure<Error> cut(std::string_view what) const { return {cutAnswer(m_view.provider, m_view.to, what)}; }

    const View &m_view;
    wire::JsonObject m_chunk;          // what the events point into
    std::vector<std::int64_t> m_tools; // the provider's index of each tool call
    std::deque<std::string> m_ids;     // of the tool calls in this chunk that came without
    std::string m_finish;
    bool m_started = false;
    bool m_unsound = false;
};

Result<> OpenAiDecoder::decode(const CutEvent &event, std::vector<StreamEvent> &into)
{
    if (event.data == "[DONE]")
        return finish(into);
    auto chunk = wire::JsonObject::parse(std::string(event.data));
    if (!chunk)
        return broken(chunk.error().message);
    m_chunk = std::move(*chunk);
    m_ids.clear();
    m_unsound = false;
    if (const std::string_view error = m_chunk.find("error"); saysSomething(error))
        return Failure {carriedError(m_view.provider, m_view.to, error, event.data)};
    if (!m_started) {
        m_started = true;
        into.push_back({Kind::Start, {}, m_chunk.find("id"), m_chunk.find("model")});
    }
    if (const std::string_view usage = m_chunk.find("usage"); isObject(usage))
        m_usage = readOpenAiUsage(usage);
    JsonItems choices(m_chunk.find("choices"));
    while (choices.next()) {
        if (countOf(member(choices.raw(), "index")) == 0)
            readChoice(choices.raw(), into);
    }
    if (m_unsound)
        return broken("a string of the stream is malformed");
    return {};
}

void OpenAiDecoder::readChoice(std::string_view choice, std::vector<StreamEvent> &into)
{
    readDelta(member(choice, "delta"), into);
    if (m_view.from == Dialect::OpenAiText)
        say(Kind::Text, member(choice, "text"), into);
    const std::string finish = textOf(member(choice, "finish_reason"));
    if (finish.empty() || !m_finish.empty())
        return;
    m_finish = finish;
    StreamEvent event {Kind::Finish};
    event.finish = finish;
    into.push_back(std::move(event));
}

void OpenAiDecoder::say(Kind kind, std::string_view textJson, std::vector<StreamEvent> &into, std::size_t tool)
{
    if (!isString(textJson) || textJson.size() <= 2)
        return;
    m_unsound = m_unsound || !hasSoundEscapes(textJson);
    into.push_back({kind, textJson, {}, {}, tool});
}

void OpenAiDecoder::readDelta(std::string_view delta, std::vector<StreamEvent> &into)
{
    const std::string_view reasoning = member(delta, "reasoning_content");
    say(Kind::Thinking, isString(reasoning) ? reasoning : member(delta, "reasoning"), into);
    JsonItems thoughts(member(delta, "thinking_blocks"));
    while (thoughts.next())
        say(Kind::Signature, member(thoughts.raw(), "signature"), into);
    say(Kind::Text, member(delta, "content"), into);
    say(Kind::Refusal, member(delta, "refusal"), into);
    say(Kind::Text, member(delta, {"audio", "transcript"}), into);
    JsonItems calls(member(delta, "tool_calls"));
    while (calls.next())
        readTool(calls.raw(), into);
    if (const std::string_view call = member(delta, "function_call"); isObject(call))
        readTool(delta, into);
}

// The place of a call among the calls. A call without an index is a new one when it brings a name, else it goes on.
std::size_t OpenAiDecoder::toolOf(std::string_view call)
{
    const std::string_view raw = member(call, "index");
    std::int64_t index = raw.empty() ? -1 : countOf(raw);
    if (index < 0 && (m_tools.empty() || saysSomething(member(call, {"function", "name"}))))
        index = std::numeric_limits<std::int64_t>::max() - std::int64_t(m_tools.size());
    if (index < 0)
        return m_tools.size() - 1;
    const auto known = std::find(m_tools.begin(), m_tools.end(), index);
    return static_cast<std::size_t>(known - m_tools.begin());
}

void OpenAiDecoder::readTool(std::string_view call, std::vector<StreamEvent> &into)
{
    const std::string_view modern = member(call, "function");
    const bool legacy = modern.empty();
    const std::string_view function = legacy ? member(call, "function_call") : modern;
    const std::size_t tool = legacy ? 0 : toolOf(call);
    if (tool >= mostTools)
        return;
    if (tool == m_tools.size()) {
        const std::string_view index = member(call, "index");
        m_tools.push_back(legacy ? 0
                : index.empty()  ? std::numeric_limits<std::int64_t>::max() - std::int64_t(m_tools.size())
                                 : countOf(index));
        StreamEvent event {Kind::ToolStart, {}, soundString(member(call, "id")), soundString(member(function, "name")), tool};
        if (event.idJson.size() <= 2) {
            std::string &id = m_ids.emplace_back();
            wire::appendJsonString(id, newId("call_"));
            event.idJson = id;
        }
        into.push_back(std::move(event));
    }
    const std::string_view arguments = member(function, "arguments");
    if (isObject(arguments)) // some servers send the object itself
        into.push_back({Kind::ToolInput, arguments, {}, {}, tool});
    else
        say(Kind::ToolArguments, arguments, into, tool);
}

Result<> OpenAiDecoder::finish(std::vector<StreamEvent> &into)
{
    if (!m_started)
        return cut("the stream ended before its first event");
    if (m_finish.empty())
        return cut("the stream ended without a finish_reason: the answer is incomplete");
    into.push_back({Kind::End});
    return {};
}

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
    void last(const Usage &usage, std::string &out);

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
    case Kind::End: last(usage, out); break;
    }
}

void OpenAiEncoder::start(const StreamEvent &event)
{
    wire::JsonWriter json;
    json.beginObject().key("id");
    if (row(m_view.from).lendsId && !innerOf(soundString(event.idJson)).empty())
        json.raw(event.idJson);
    else
        json.string(newId("chatcmpl-"));
    json.key("object").string("chat.completion.chunk").key("created").number(unixNow()).key("model");
    if (m_view.model.empty())
        json.raw(soundString(event.nameJson));
    else
        json.string(m_view.model);
    json.key("choices");
    m_head = "data: " + json.take();
}

void OpenAiEncoder::resume(const Given &given, std::string &)
{
    wire::JsonWriter json;
    json.beginObject().key("id").raw(soundString(given.idJson)).key("object").string("chat.completion.chunk");
    json.key("created").number(given.createdAt).key("model").raw(soundString(given.modelJson)).key("choices");
    m_head = "data: " + json.take();
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

void OpenAiEncoder::last(const Usage &usage, std::string &out)
{
    if (m_view.wantsUsage) {
        wire::JsonWriter json;
        writeOpenAiUsage(json, usage);
        json.endObject();
        out += m_head;
        out.append("[],\"usage\":").append(json.text()).append("}\n\n");
    }
    out += "data: [DONE]\n\n";
}

} // namespace

std::unique_ptr<EventDecoder> openAiDecoder(const View &view)
{
    return std::make_unique<OpenAiDecoder>(view);
}

std::unique_ptr<EventEncoder> openAiEncoder(const View &view)
{
    return std::make_unique<OpenAiEncoder>(view);
}

} // namespace gatehouse::translate
