// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/events.h"
#include "gateway/translate/ids.h"
#include "gateway/translate/json_view.h"
#include "gateway/translate/ollama_words.h"
#include "gateway/translate/provider_words.h"
#include "gateway/wire/json_writer.h"

#include <deque>

namespace gatehouse::translate {

namespace {

using Kind = StreamEvent::Kind;

// No model calls so many tools in one answer.
constexpr std::size_t mostTools = 1024;

/// Reads the lines of Ollama's chat stream. Calls come whole, each in one line.
class OllamaDecoder : public EventDecoder
{
public:
    explicit OllamaDecoder(const View &view)
        : EventDecoder(view)
    {
    }
    Result<> decode(const CutEvent &event, std::vector<StreamEvent> &into) override;
    Result<> finish(std::vector<StreamEvent> &into) override;

private:
    void readMessage(std::string_view message, std::vector<StreamEvent> &into);
    void readCall(std::string_view call, std::vector<StreamEvent> &into);
    void say(Kind kind, std::string_view textJson, std::vector<StreamEvent> &into, std::size_t tool = 0);
    void end(std::vector<StreamEvent> &into);

    wire::JsonObject m_line;       // what the events point into
    std::deque<std::string> m_ids; // of the calls in this line that came without
    std::size_t m_tools = 0;
    bool m_started = false;
    bool m_unsound = false;
};

Result<> OllamaDecoder::decode(const CutEvent &event, std::vector<StreamEvent> &into)
{
    auto line = wire::JsonObject::parse(std::string(event.data));
    if (!line)
        return broken(line.error().message);
    m_line = std::move(*line);
    m_ids.clear();
    if (const std::string_view error = m_line.find("error"); saysSomething(error))
        return carried(error, event.data);
    if (!isObject(m_line.find("message")))
        return broken("a line of the stream holds no message");
    if (!m_started) {
        m_started = true;
        into.push_back({Kind::Start, {}, {}, m_line.find("model")});
    }
    readMessage(m_line.find("message"), into);
    if (m_unsound)
        return broken("a string of the stream is malformed");
    if (m_line.find("done") == "true")
        end(into);
    return {};
}

void OllamaDecoder::readMessage(std::string_view message, std::vector<StreamEvent> &into)
{
    say(Kind::Thinking, member(message, "thinking"), into);
    say(Kind::Text, member(message, "content"), into);
    JsonItems calls(member(message, "tool_calls"));
    while (calls.next())
        readCall(calls.raw(), into);
}

void OllamaDecoder::readCall(std::string_view call, std::vector<StreamEvent> &into)
{
    if (m_tools >= mostTools)
        return;
    const std::size_t tool = m_tools++;
    StreamEvent event {
        Kind::ToolStart, {}, soundString(member(call, "id")), soundString(member(call, {"function", "name"})), tool};
    if (event.idJson.size() <= 2) {
        std::string &id = m_ids.emplace_back();
        wire::appendJsonString(id, newId("call_"));
        event.idJson = id;
    }
    into.push_back(std::move(event));
    const std::string_view arguments = member(call, {"function", "arguments"});
    if (isObject(arguments))
        into.push_back({Kind::ToolInput, arguments, {}, {}, tool});
    else
        say(Kind::ToolArguments, arguments, into, tool);
    into.push_back({Kind::ToolEnd, {}, {}, {}, tool});
}

void OllamaDecoder::end(std::vector<StreamEvent> &into)
{
    m_usage = readOllamaUsage(m_line);
    StreamEvent event {Kind::Finish};
    event.finish = finishReasonOfOllama(textOf(m_line.find("done_reason")), m_tools > 0);
    into.push_back(std::move(event));
    into.push_back({Kind::End});
}

void OllamaDecoder::say(Kind kind, std::string_view textJson, std::vector<StreamEvent> &into, std::size_t tool)
{
    if (!isString(textJson) || textJson.size() <= 2)
        return;
    m_unsound = m_unsound || !hasSoundEscapes(textJson);
    into.push_back({kind, textJson, {}, {}, tool});
}

Result<> OllamaDecoder::finish(std::vector<StreamEvent> &)
{
    return cut(m_started ? "the stream ended without a line that is done: the answer is incomplete"
                         : "the stream ended before its first line");
}

} // namespace

std::unique_ptr<EventDecoder> ollamaDecoder(const View &view)
{
    return std::make_unique<OllamaDecoder>(view);
}

} // namespace gatehouse::translate
