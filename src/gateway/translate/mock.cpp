// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/array_stream.h"
#include "gateway/translate/dialects.h"
#include "gateway/wire/json_writer.h"

#include <array>
#include <utility>

namespace gatehouse::translate {

namespace {

/// The texts that fail instead of answering. Others that look alike, such as "litellm.ContentPolicyViolationError" and
/// "Exception: …", are answers: LiteLLM 1.98 gives them back as text.
struct MockFailure {
    std::string_view text;
    Fault fault;
    std::string_view message;
};
constexpr std::array<MockFailure, 3> failures {{
    {"litellm.RateLimitError", Fault::RateLimit, "litellm.RateLimitError: this is a mock rate limit error"},
    {"litellm.InternalServerError", Fault::InternalServer, "litellm.InternalServerError: this is a mock internal server error"},
    {"litellm.ContextWindowExceededError", Fault::ContextWindowExceeded,
        "litellm.ContextWindowExceededError: litellm.BadRequestError: this is a mock context window exceeded error"},
}};

Result<> failed(std::string_view text)
{
    for (const MockFailure &failure : failures) {
        if (failure.text != text)
            continue;
        Error error;
        error.fault = failure.fault;
        error.message = failure.message;
        return Failure {std::move(error)};
    }
    return {};
}

Usage mockUsage()
{
    Usage usage;
    usage.input = 10;
    usage.output = 20;
    usage.reported = true;
    return usage;
}

// Three characters, never a part of one.
std::string_view step(std::string_view text)
{
    std::size_t at = 0;
    for (int characters = 0; characters < 3 && at < text.size(); ++characters) {
        ++at;
        while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80)
            ++at;
    }
    return text.substr(0, at);
}

} // namespace

Result<Answer> mockAnswer(std::string_view text, const View &view)
{
    if (auto done = failed(text); !done)
        return Failure {std::move(done).error()};
    Completion completion;
    Block block;
    block.text = text;
    completion.blocks.push_back(std::move(block));
    completion.finishReason = "stop";
    completion.usage = mockUsage();
    Answer answer {{}, completion.usage, completion.finishReason};
    answer.body = row(view.to).writeAnswer(completion, view);
    return answer;
}

Result<Answer> mockStream(std::string_view text, const View &view)
{
    if (auto done = failed(text); !done)
        return Failure {std::move(done).error()};
    Answer answer {{}, mockUsage(), "stop"};
    const auto encoder = row(view.to).encoder(view);
    const auto say = [&](const StreamEvent &event) { encoder->encode(event, answer.usage, answer.body); };
    say({StreamEvent::Kind::Start});
    while (!text.empty()) {
        const std::string_view part = step(text);
        std::string json;
        wire::appendJsonString(json, part);
        say({StreamEvent::Kind::Text, json});
        text.remove_prefix(part.size());
    }
    say({StreamEvent::Kind::Finish, {}, {}, {}, 0, answer.finishReason, {}});
    say({StreamEvent::Kind::End});
    if (view.framing == wire::Framing::Array) {
        ArrayFramer framer;
        framer.feed(std::exchange(answer.body, {}), answer.body);
        framer.finish(answer.body);
    }
    return answer;
}

} // namespace gatehouse::translate
