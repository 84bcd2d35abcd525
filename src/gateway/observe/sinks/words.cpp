// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/sinks/words.h"

#include "gateway/core/callback_choice.h"
#include "gateway/observe/joined_answer.h"
#include "gateway/observe/known_json.h"

namespace gatehouse::observe::sinks {

namespace {

constexpr std::string_view hiddenMessages = R"([{"role":"user","content":"redacted-by-litellm"}])";
constexpr std::string_view hiddenAnswer = R"({"text":"redacted-by-litellm"})";

// Several sinks are told of one call, one after the other.
const std::string &lastAnswer(const std::shared_ptr<const Said> &said)
{
    thread_local std::shared_ptr<const Said> last;
    thread_local std::string answer;
    if (last != said) {
        last = said;
        answer = joinedAnswer(said->response);
    }
    return answer;
}

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

bool hidesMessages(const Receipt &receipt, bool bySink)
{
    const Circumstances *circumstances = receipt.circumstances.get();
    return bySink
        || (circumstances
            && (circumstances->hidesMessages || (circumstances->callbacks && circumstances->callbacks->hidesMessages)));
}

Words wordsOf(const Receipt &receipt, bool isHidden)
{
    if (isHidden)
        return {hiddenMessages, hiddenAnswer};
    if (!receipt.said)
        return {};
    return {receipt.said->messages, lastAnswer(receipt.said)};
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

std::string_view messageIn(std::string_view answer)
{
    const std::string_view message = valueAt(answer, {"choices", "message"});
    return wire::jsonKind(message) == 'o' ? message : answer;
}

} // namespace gatehouse::observe::sinks
