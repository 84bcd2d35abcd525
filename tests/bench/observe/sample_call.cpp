// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "sample_call.h"

#include "sample_receipt.h"

#include <string>
#include <string_view>

namespace gatehouse::bench {

namespace {

using std::chrono::microseconds;

// Prose, as most of what is said to a model: words of all beginnings, some punctuation, an escape now and then.
std::string prose(std::size_t bytes)
{
    static constexpr std::string_view text =
        "The gateway stands between a team's programs and the providers of models; it knows each key, asks what a call may cost, "
        "and sends it on. Give me 3 reasons why that helps: \\\"speed\\\", safety, and somebody to ask about the bill.\\n";
    std::string all;
    while (all.size() < bytes)
        all += text.substr(0, bytes - all.size());
    while (all.ends_with('\\'))
        all.pop_back();
    return all;
}

std::string messages(std::size_t bytes)
{
    return R"([{"role":"system","content":"You are terse."},{"role":"user","content":")" + prose(bytes) + R"("}])";
}

// As its caller writes it, or with the name that the provider has for the model.
std::string request(const Receipt &receipt, std::string_view model)
{
    return R"({"model":")" + std::string(model) + R"(","temperature":0.5,"max_tokens":64,"messages":)" + receipt.said->messages
        + "}";
}

std::string answer(std::string_view model)
{
    return R"({"id":"chatcmpl-1","object":"chat.completion","created":1767225600,"model":")" + std::string(model)
        + R"(","choices":[{"index":0,"message":{"role":"assistant","content":")" + prose(800)
        + R"("},"logprobs":null,"finish_reason":"stop"}],"usage":{"prompt_tokens":10,"completion_tokens":5,"total_tokens":15}})";
}

wire::Headers asked()
{
    return {{"host", "127.0.0.1:4000"}, {"authorization", "Bearer sk-bench-0123456789abcdef"},
        {"content-type", "application/json"}, {"user-agent", "OpenAI/Python 1.2.3"}, {"accept", "application/json"},
        {"accept-encoding", "gzip, deflate"}, {"connection", "keep-alive"}, {"x-stainless-lang", "python"},
        {"x-stainless-package-version", "1.2.3"}, {"x-stainless-os", "Linux"}, {"x-stainless-arch", "x64"}};
}

wire::Headers answered()
{
    return {{"content-type", "application/json"}, {"date", "Thu, 26 Nov 2026 18:00:00 GMT"}, {"server", "uvicorn"},
        {"x-request-id", "req_0123456789"}, {"x-ratelimit-limit-requests", "10000"}, {"x-ratelimit-remaining-requests", "9999"},
        {"x-ratelimit-remaining-tokens", "1999990"}, {"openai-processing-ms", "312"}, {"openai-version", "2020-10-01"}};
}

} // namespace

std::shared_ptr<const Receipt> sampleReceipt(std::size_t bytes)
{
    Receipt receipt = wholeReceipt();
    receipt.said = std::make_shared<const Said>(Said {messages(bytes), answer("gpt")});
    return std::make_shared<const Receipt>(std::move(receipt));
}

std::shared_ptr<const Receipt> streamedReceipt(std::size_t bytes)
{
    constexpr int many = 200;
    std::string events;
    for (int i = 0; i < many; ++i)
        events += R"(data: {"id":"chatcmpl-1","object":"chat.completion.chunk","created":1767225600,"model":"gpt-4o",)"
                  R"("system_fingerprint":"fp_0123456789","choices":[{"index":0,"delta":{"content":" word"},"logprobs":null,)"
                  R"("finish_reason":null}]})"
                  "\n\n";
    Receipt receipt = *sampleReceipt(bytes);
    receipt.stream = true;
    receipt.said = std::make_shared<const Said>(Said {receipt.said->messages, events + "data: [DONE]\n\n"});
    return std::make_shared<const Receipt>(std::move(receipt));
}

std::shared_ptr<observe::traffic::Capture> sampleCapture(std::shared_ptr<const Receipt> receipt)
{
    using namespace observe::traffic;
    constexpr microseconds sent {300}, first {250'000}, done {900'000};
    auto capture = std::make_shared<Capture>(*receipt, Capture::Door {}, Settings {}, std::make_shared<Purse>());
    capture->addSecret("sk-bench-0123456789abcdef");
    capture->addSecret("sk-provider-0123456789abcdef");
    const wire::Headers fields = asked();
    capture->setRequest({"POST", "/v1/chat/completions", fields}, request(*receipt, receipt->model));
    const std::size_t attempt = capture->addAttempt(receipt->station, receipt->group, receipt->upstreamModel, false);
    const RequestHead outgoing {"POST", "https://api.openai.com/v1/chat/completions", fields, false, 0, sent};
    capture->setSent(attempt, outgoing, request(*receipt, receipt->upstreamModel));
    capture->setAnswered(attempt, receipt->status, answered(), first);
    capture->addAnswer(attempt, answer(receipt->upstreamModel), done);
    capture->setReply(receipt->status, answered(), done);
    capture->addReply(answer(receipt->model), done);
    capture->end(std::move(receipt));
    return capture;
}

} // namespace gatehouse::bench
