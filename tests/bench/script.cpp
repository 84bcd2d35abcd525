// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "script.h"

#include <cstdio>

namespace bench {
namespace {

constexpr int burstChunks = 200;
constexpr int pacedChunks = 100;
constexpr int slowChunks = 3600;

const char *const streamHead = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream; charset=utf-8\r\nCache-Control: no-cache\r\n"
                               "Transfer-Encoding: chunked\r\nx-request-id: req_011CQ8bench\r\n\r\n";

std::string framed(const std::string &event)
{
    char size[16];
    std::snprintf(size, sizeof size, "%zx\r\n", event.size());
    return size + event + "\r\n";
}

std::string whole(const std::string &body)
{
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nx-request-id: req_011CQ8bench\r\nContent-Length: "
        + std::to_string(body.size()) + "\r\n\r\n" + body;
}

std::string wholeAnswer()
{
    return whole(
        R"({"id":"chatcmpl-BenchBenchBenchBenchBenchBenc","object":"chat.completion","created":1760000000,"model":"gpt-4o-2024-08-06",)"
        R"("choices":[{"index":0,"message":{"role":"assistant","content":"A gateway is a door with a memory: it lets in whom it knows, )"
        R"(and writes down who came.","refusal":null,"annotations":[]},"logprobs":null,"finish_reason":"stop"}],"usage":{"prompt_tokens":58,)"
        R"("completion_tokens":23,"total_tokens":81,"prompt_tokens_details":{"cached_tokens":0,"audio_tokens":0},"completion_tokens_details":)"
        R"({"reasoning_tokens":0,"audio_tokens":0,"accepted_prediction_tokens":0,"rejected_prediction_tokens":0}},)"
        R"("service_tier":"default","system_fingerprint":"fp_bench"})");
}

std::string wholeClaudeAnswer()
{
    return whole(
        R"({"id":"msg_01BenchBenchBenchBench","type":"message","role":"assistant","model":"claude-sonnet-4-5-20250929","content":[{"type":"text",)"
        R"("text":"A gateway is a door with a memory: it lets in whom it knows, and writes down who came."}],"stop_reason":"end_turn",)"
        R"("stop_sequence":null,"usage":{"input_tokens":58,"cache_creation_input_tokens":0,"cache_read_input_tokens":0,"cache_creation":)"
        R"({"ephemeral_5m_input_tokens":0,"ephemeral_1h_input_tokens":0},"output_tokens":23,"service_tier":"standard"}})");
}

std::string openAiChunk()
{
    return framed(
        R"(data: {"id":"chatcmpl-BenchBenchBenchBenchBenchBenc","object":"chat.completion.chunk","created":1760000000,"model":"gpt-4o-2024-08-06",)"
        R"("service_tier":"default","system_fingerprint":"fp_bench","choices":[{"index":0,"delta":{"content":" gateway"},"logprobs":null,"finish_reason":null}]})"
        "\n\n");
}

std::string openAiEnd()
{
    return framed(
               R"(data: {"id":"chatcmpl-BenchBenchBenchBenchBenchBenc","object":"chat.completion.chunk","created":1760000000,"model":"gpt-4o-2024-08-06",)"
               R"("service_tier":"default","system_fingerprint":"fp_bench","choices":[{"index":0,"delta":{},"logprobs":null,"finish_reason":"stop"}]})"
               "\n\ndata: [DONE]\n\n")
        + "0\r\n\r\n";
}

std::string claudeStart()
{
    return framed(
        "event: message_start\n"
        R"(data: {"type":"message_start","message":{"id":"msg_01BenchBenchBenchBench","type":"message","role":"assistant","model":)"
        R"("claude-sonnet-4-5-20250929","content":[],"stop_reason":null,"stop_sequence":null,"usage":{"input_tokens":58,"output_tokens":1}}})"
        "\n\nevent: content_block_start\n"
        R"(data: {"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}})"
        "\n\n");
}

std::string claudeChunk()
{
    return framed("event: content_block_delta\n"
                  R"(data: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":" gateway"}})"
                  "\n\n");
}

std::string claudeEnd()
{
    return framed(
               "event: content_block_stop\n"
               R"(data: {"type":"content_block_stop","index":0})"
               "\n\nevent: message_delta\n"
               R"(data: {"type":"message_delta","delta":{"stop_reason":"end_turn","stop_sequence":null},"usage":{"output_tokens":23}})"
               "\n\nevent: message_stop\n"
               R"(data: {"type":"message_stop"})"
               "\n\n")
        + "0\r\n\r\n";
}

std::string repeated(const std::string &text, int count)
{
    std::string all;
    for (int i = 0; i < count; ++i)
        all += text;
    return all;
}

} // namespace

const Script &scriptFor(std::string_view path)
{
    using std::chrono::milliseconds;
    struct Row {
        std::string_view begin;
        Script script;
    };
    static const Row rows[] {
        {"/burst/", {streamHead + repeated(openAiChunk(), burstChunks - 1) + openAiEnd()}},
        {"/paced/", {streamHead + openAiChunk(), pacedChunks - 2, milliseconds(10), openAiChunk(), openAiEnd()}},
        {"/slow/", {streamHead + openAiChunk(), slowChunks, milliseconds(1000), openAiChunk(), openAiEnd()}},
        {"/claude/", {wholeClaudeAnswer()}},
        {"/claude-paced/",
            {streamHead + claudeStart() + claudeChunk(), pacedChunks - 2, milliseconds(10), claudeChunk(), claudeEnd()}},
    };
    static const Script small {wholeAnswer()};
    for (const Row &row : rows) {
        if (path.substr(0, row.begin.size()) == row.begin)
            return row.script;
    }
    return small;
}

} // namespace bench
