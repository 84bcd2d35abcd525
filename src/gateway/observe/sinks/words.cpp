// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/sinks/words.h"

#include "gateway/core/callback_choice.h"
#include "gateway/observe/joined_answer.h"

namespace gatehouse::observe::sinks {

namespace {

constexpr std::string_view hiddenMessages = R"([{"role":"user","content":"redacted-by-litellm"}])";
constexpr std::string_view hiddenAnswer = R"({"text":"redacted-by-litellm"})";

// The header of that name, which counts before the member.
std::string_view headerOf(const Circumstances &circumstances, std::string_view name)
{
    constexpr std::string_view prefix = "langfuse_";
    for (const auto &[header, value] : circumstances.headers) {
        if (header.size() == prefix.size() + name.size() && header.starts_with(prefix) && header.ends_with(name))
            return value;
    }
    return {};
}

} // namespace

bool hidesMessages(const Receipt &receipt, bool byTerms)
{
    const Circumstances *circumstances = receipt.circumstances.get();
    return byTerms
        || (circumstances
            && (circumstances->hidesMessages || (circumstances->callbacks && circumstances->callbacks->hidesMessages)));
}

Words wordsOf(const Receipt &receipt, bool isHidden)
{
    if (isHidden)
        return {hiddenMessages, std::string(hiddenAnswer)};
    if (!receipt.said)
        return {};
    return {receipt.said->messages, joinedAnswer(receipt.said->response)};
}

ClientMetadata::ClientMetadata(const Receipt &receipt)
    : m_circumstances(receipt.circumstances.get())
{
    if (!m_circumstances || m_circumstances->metadata.empty())
        return;
    if (auto metadata = wire::JsonObject::parse(m_circumstances->metadata))
        m_metadata = std::move(*metadata);
}

std::string ClientMetadata::text(std::string_view name) const
{
    if (!m_circumstances)
        return {};
    if (const std::string_view header = headerOf(*m_circumstances, name); !header.empty())
        return std::string(header);
    return wire::jsonString(m_metadata.find(name)).value_or("");
}

std::string messageIn(const std::string &answer)
{
    const auto whole = wire::JsonObject::parse(answer);
    const std::string_view choices = whole ? whole->find("choices") : std::string_view();
    if (choices.size() < 2 || choices.front() != '[')
        return answer;
    // The first item is an object, and what follows it is of no interest.
    std::string_view rest = choices.substr(1);
    int depth = 0;
    bool inText = false;
    for (std::size_t at = 0; at < rest.size(); ++at) {
        const char c = rest[at];
        if (inText) {
            at += c == '\\' ? 1 : 0;
            inText = c != '"';
        } else if (c == '"') {
            inText = true;
        } else if (c == '{') {
            ++depth;
        } else if (c == '}' && --depth == 0) {
            const auto choice = wire::JsonObject::parse(std::string(rest.substr(0, at + 1)));
            const std::string_view message = choice ? choice->find("message") : std::string_view();
            return message.empty() ? answer : std::string(message);
        }
    }
    return answer;
}

} // namespace gatehouse::observe::sinks
