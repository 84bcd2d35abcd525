// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/events.h"
#include "gateway/translate/ids.h"
#include "gateway/translate/json_view.h"
#include "gateway/translate/words.h"
#include "gateway/wire/json_writer.h"

#include <algorithm>
#include <deque>
#include <limits>

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
        : EventDecoder(view)
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
        return carried(error, event.data);
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

} // namespace

std::unique_ptr<EventDecoder> openAiDecoder(const View &view)
{
    return std::make_unique<OpenAiDecoder>(view);
}

} // namespace gatehouse::translate
