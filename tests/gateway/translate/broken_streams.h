// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "event_frames.h"
#include "views.h"

#include "gateway/wire/json_writer.h"

#include <array>
#include <vector>

/// Providers that say given words, frame by frame, so that a stream can break off behind any of them.
namespace broken_streams {

using gatehouse::Dialect;
using gatehouse::ProviderTraits;
using Words = std::vector<std::string>;
using Frames = std::vector<std::string>;

inline std::string inJson(std::string_view text)
{
    return gatehouse::wire::JsonWriter().string(text).take();
}

inline std::string data(const std::string &json)
{
    return "data: " + json + "\n\n";
}

inline std::string event(const std::string &json)
{
    const std::string type = captured::object(json)[QLatin1String("type")].toString().toStdString();
    return "event: " + type + "\ndata: " + json + "\n\n";
}

inline Frames openAi(const Words &words)
{
    const std::string head = R"({"id":"chatcmpl-p","object":"chat.completion.chunk","created":1700000001,"model":"p-model",)";
    Frames frames {data(head + R"("choices":[{"index":0,"delta":{"role":"assistant","content":""},"finish_reason":null}]})")};
    for (const std::string &word : words)
        frames.push_back(
            data(head + R"("choices":[{"index":0,"delta":{"content":)" + inJson(word) + R"(},"finish_reason":null}]})"));
    frames.push_back(data(head + R"("choices":[{"index":0,"delta":{},"finish_reason":"stop"}]})"));
    frames.push_back(data(head + R"("choices":[],"usage":{"prompt_tokens":100,"completion_tokens":7,"total_tokens":107}})"));
    frames.emplace_back("data: [DONE]\n\n");
    return frames;
}

inline Frames completions(const Words &words)
{
    const std::string head = R"({"id":"cmpl-p","object":"text_completion","created":1700000001,"model":"p-model",)";
    Frames frames;
    for (const std::string &word : words)
        frames.push_back(
            data(head + R"("choices":[{"index":0,"text":)" + inJson(word) + R"(,"logprobs":null,"finish_reason":null}]})"));
    frames.push_back(data(head + R"("choices":[{"index":0,"text":"","logprobs":null,"finish_reason":"stop"}]})"));
    frames.push_back(data(head + R"("choices":[],"usage":{"prompt_tokens":100,"completion_tokens":7,"total_tokens":107}})"));
    frames.emplace_back("data: [DONE]\n\n");
    return frames;
}

inline Frames anthropic(const Words &words)
{
    Frames frames {
        event(R"({"type":"message_start","message":{"id":"msg_p","type":"message","role":"assistant","model":"p-model",)"
              R"("content":[],"stop_reason":null,"stop_sequence":null,"usage":{"input_tokens":100,"output_tokens":1}}})"),
        event(R"({"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}})")};
    for (const std::string &word : words)
        frames.push_back(
            event(R"({"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":)" + inJson(word) + "}}"));
    frames.push_back(event(R"({"type":"content_block_stop","index":0})"));
    frames.push_back(
        event(R"({"type":"message_delta","delta":{"stop_reason":"end_turn","stop_sequence":null},"usage":{"output_tokens":7}})"));
    frames.push_back(event(R"({"type":"message_stop"})"));
    return frames;
}

inline Frames gemini(const Words &words)
{
    const std::string tail = R"(,"modelVersion":"p-model","responseId":"r-p"})";
    Frames frames;
    for (const std::string &word : words)
        frames.push_back(
            data(R"({"candidates":[{"content":{"parts":[{"text":)" + inJson(word) + R"(}],"role":"model"},"index":0}])" + tail));
    frames.push_back(data(R"({"candidates":[{"content":{"parts":[{"text":""}],"role":"model"},"finishReason":"STOP","index":0}],)"
                          R"("usageMetadata":{"promptTokenCount":100,"candidatesTokenCount":7,"totalTokenCount":107})"
        + tail));
    return frames;
}

inline Frames bedrock(const Words &words)
{
    Frames frames {event_frames::event("messageStart", R"({"role":"assistant"})")};
    for (const std::string &word : words)
        frames.push_back(
            event_frames::event("contentBlockDelta", R"({"contentBlockIndex":0,"delta":{"text":)" + inJson(word) + "}}"));
    frames.push_back(event_frames::event("contentBlockStop", R"({"contentBlockIndex":0})"));
    frames.push_back(event_frames::event("messageStop", R"({"stopReason":"end_turn"})"));
    frames.push_back(
        event_frames::event("metadata", R"({"usage":{"inputTokens":100,"outputTokens":7,"totalTokens":107},"metrics":{}})"));
    return frames;
}

inline Frames responses(const Words &words)
{
    int number = 0;
    Frames frames;
    const auto say = [&](const std::string &type, const std::string &rest) {
        frames.push_back(
            event(R"({"type":"response.)" + type + R"(","sequence_number":)" + std::to_string(number++) + ',' + rest + '}'));
    };
    const std::string place = R"("item_id":"msg_p","output_index":0,"content_index":0,)";
    std::string whole;
    for (const std::string &word : words)
        whole += word;
    const std::string part = R"({"type":"output_text","text":)" + inJson(whole) + R"(,"annotations":[],"logprobs":[]})";
    const auto item = [](const char *status, const std::string &content) {
        return R"({"id":"msg_p","type":"message","status":")" + std::string(status) + R"(","role":"assistant","content":[)"
            + content + "]}";
    };
    const auto response = [](const char *status, const std::string &output, const char *usage) {
        return R"("response":{"id":"resp_p","object":"response","created_at":1700000001,"status":")" + std::string(status)
            + R"(","error":null,"incomplete_details":null,"model":"p-model","output":[)" + output + R"(],"usage":)" + usage + '}';
    };
    say("created", response("in_progress", {}, "null"));
    say("in_progress", response("in_progress", {}, "null"));
    say("output_item.added", R"("output_index":0,"item":)" + item("in_progress", {}));
    say("content_part.added", place + R"("part":{"type":"output_text","text":"","annotations":[],"logprobs":[]})");
    for (const std::string &word : words)
        say("output_text.delta", place + R"("logprobs":[],"delta":)" + inJson(word));
    say("output_text.done", place + R"("logprobs":[],"text":)" + inJson(whole));
    say("content_part.done", place + R"("part":)" + part);
    say("output_item.done", R"("output_index":0,"item":)" + item("completed", part));
    say("completed",
        response("completed", item("completed", part), R"({"input_tokens":100,"output_tokens":7,"total_tokens":107})"));
    return frames;
}

struct Provider {
    const char *name;
    const char *title;
    Dialect dialect;
    const char *contentType;
    Frames (*frames)(const Words &);
};
inline constexpr std::array providers {
    Provider {"openai", "OpenAI", Dialect::OpenAiChat, "text/event-stream", openAi},
    Provider {"completions", "OpenAI", Dialect::OpenAiText, "text/event-stream", completions},
    Provider {"anthropic", "Anthropic", Dialect::AnthropicMessages, "text/event-stream", anthropic},
    Provider {"gemini", "Gemini", Dialect::GeminiGenerate, "text/event-stream", gemini},
    Provider {"bedrock", "Bedrock", Dialect::BedrockConverse, "application/vnd.amazon.eventstream", bedrock},
    Provider {"responses", "OpenAI", Dialect::OpenAiResponses, "text/event-stream", responses},
};

inline const Provider &provider(std::string_view name)
{
    return *std::find_if(providers.begin(), providers.end(), [&](const Provider &each) { return each.name == name; });
}

struct Caller {
    const char *name;
    Dialect dialect;
    const char *body; ///< what it asks
};
inline constexpr std::array callers {
    Caller {"chat", Dialect::OpenAiChat, R"({"model":"m","stream":true,"messages":[{"role":"user","content":"Hi"}]})"},
    Caller {"completions", Dialect::OpenAiText, R"({"model":"m","stream":true,"prompt":"Hi"})"},
    Caller {"messages", Dialect::AnthropicMessages,
        R"({"model":"m","stream":true,"max_tokens":1000,"messages":[{"role":"user","content":"Hi"}]})"},
    Caller {"responses", Dialect::OpenAiResponses, R"({"model":"m","stream":true,"input":"Hi"})"},
    Caller {"gemini", Dialect::GeminiGenerate, R"({"contents":[{"role":"user","parts":[{"text":"Hi"}]}]})"},
};

inline const Caller &caller(std::string_view name)
{
    return *std::find_if(callers.begin(), callers.end(), [&](const Caller &each) { return each.name == name; });
}

} // namespace broken_streams
