// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/listener.h"

#include "gateway/observe/joined_answer.h"
#include "gateway/pipeline/redact.h"

#include <algorithm>

namespace gatehouse::pipeline {

namespace {

constexpr std::size_t longestAnswer = 1024 * 1024;

std::string lengthOf(std::string_view text)
{
    return R"({"litellm_truncated":")" + std::to_string(text.size()) + R"( bytes"})";
}

std::string_view wordsIn(const wire::Call &call)
{
    for (const std::string_view name : {"messages", "input", "contents", "prompt", "query"}) {
        if (const std::string_view raw = call.body.find(name); !raw.empty())
            return raw;
    }
    return {};
}

std::string messagesOf(const wire::Call &call)
{
    const std::string_view raw = wordsIn(call);
    if (raw.empty())
        return "{}";
    return raw.size() > longestAnswer ? lengthOf(raw) : std::string(raw);
}

} // namespace

std::string answerId(std::string_view bytes)
{
    constexpr std::size_t near = 2048, longest = 200;
    bytes = bytes.substr(0, near);
    constexpr std::string_view name = "\"id\":";
    std::size_t at = bytes.find(name);
    if (at == std::string_view::npos)
        return {};
    at = bytes.find_first_not_of(' ', at + name.size());
    if (at == std::string_view::npos || bytes[at] != '"')
        return {};
    const std::size_t end = bytes.find_first_of("\"\\", at + 1);
    if (end == std::string_view::npos || bytes[end] != '"' || end - at - 1 > longest)
        return {};
    return std::string(bytes.substr(at + 1, end - at - 1));
}

bool hasWords(const wire::Call &call)
{
    return !wordsIn(call).empty();
}

Listener::Listener(const wire::Call &call, bool isPrivate)
    : m_messages(isPrivate ? std::string() : messagesOf(call))
    , m_isPrivate(isPrivate)
{
}

void Listener::hear(std::string_view bytes)
{
    if (!m_isPrivate)
        m_answer.append(bytes.substr(0, longestAnswer - std::min(longestAnswer, m_answer.size())));
}

std::shared_ptr<const Said> Listener::take()
{
    if (m_isPrivate)
        return std::make_shared<const Said>(
            Said {R"([{"role":"user","content":"redacted-by-litellm"}])", R"({"text":"redacted-by-litellm"})"});
    return std::make_shared<const Said>(Said {std::move(m_messages), std::move(m_answer)});
}

std::shared_ptr<const Receipt> heard(const std::shared_ptr<Receipt> &receipt)
{
    if (!receipt->said && !receipt->circumstances)
        return receipt;
    const auto forget = [receipt](const Receipt *) {
        receipt->said.reset();
        receipt->circumstances.reset();
    };
    return {receipt.get(), forget};
}

Said keptOf(const Said &said)
{
    if (said.response.find_first_not_of(" \t\r\n") == std::string::npos)
        return {keepable(said.messages), "{}"};
    const std::string answer = observe::joinedAnswer(said.response);
    return {keepable(said.messages), answer.empty() ? lengthOf(said.response) : keepable(answer)};
}

} // namespace gatehouse::pipeline
