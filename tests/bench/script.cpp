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

std::string wholeAnswer()
{
    const std::string body =
        R"({"id":"chatcmpl-BenchBenchBenchBenchBenchBenc","object":"chat.completion","created":1760000000,"model":"gpt-4o-2024-08-06",)"
        R"("choices":[{"index":0,"message":{"role":"assistant","content":"A gateway is a door with a memory: it lets in whom it knows, )"
        R"(and writes down who came.","refusal":null,"annotations":[]},"logprobs":null,"finish_reason":"stop"}],"usage":{"prompt_tokens":58,)"
        R"("completion_tokens":23,"total_tokens":81,"prompt_tokens_details":{"cached_tokens":0,"audio_tokens":0},"completion_tokens_details":)"
        R"({"reasoning_tokens":0,"audio_tokens":0,"accepted_prediction_tokens":0,"rejected_prediction_tokens":0}},)"
        R"("service_tier":"default","system_fingerprint":"fp_bench"})";
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nx-request-id: req_011CQ8bench\r\nContent-Length: "
        + std::to_string(body.size()) + "\r\n\r\n" + body;
}

std::string chunks(int count)
{
    std::string text;
    for (int i = 0; i < count; ++i)
        text += laterChunk();
    return text;
}

} // namespace

const std::string &laterChunk()
{
    static const std::string chunk = framed(
        R"(data: {"id":"chatcmpl-BenchBenchBenchBenchBenchBenc","object":"chat.completion.chunk","created":1760000000,"model":"gpt-4o-2024-08-06",)"
        R"("service_tier":"default","system_fingerprint":"fp_bench","choices":[{"index":0,"delta":{"content":" gateway"},"logprobs":null,"finish_reason":null}]})"
        "\n\n");
    return chunk;
}

const std::string &streamEnd()
{
    static const std::string end =
        framed(
            R"(data: {"id":"chatcmpl-BenchBenchBenchBenchBenchBenc","object":"chat.completion.chunk","created":1760000000,"model":"gpt-4o-2024-08-06",)"
            R"("service_tier":"default","system_fingerprint":"fp_bench","choices":[{"index":0,"delta":{},"logprobs":null,"finish_reason":"stop"}]})"
            "\n\ndata: [DONE]\n\n")
        + "0\r\n\r\n";
    return end;
}

const Script &scriptFor(std::string_view path)
{
    using std::chrono::milliseconds;
    static const Script small {wholeAnswer()};
    static const Script burst {streamHead + chunks(burstChunks - 1) + streamEnd()};
    static const Script paced {streamHead + laterChunk(), pacedChunks - 2, milliseconds(10)};
    static const Script slow {streamHead + laterChunk(), slowChunks, milliseconds(1000)};
    if (path.substr(0, 6) == "/burst")
        return burst;
    if (path.substr(0, 6) == "/paced")
        return paced;
    if (path.substr(0, 5) == "/slow")
        return slow;
    return small;
}

} // namespace bench
