// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/usage_tap.h"

#include "gateway/translate/json_view.h"
#include "gateway/translate/words.h"
#include "gateway/wire/headers.h"
#include "gateway/wire/json_object.h"

#include <algorithm>

namespace gatehouse::translate {

namespace {

constexpr std::size_t largestObject = 1024 * 1024;

// Each call's numbers replace those before: streams count up.
void readGemini(std::string_view raw, Usage &usage)
{
    usage = {};
    usage.reported = true;
    usage.input = countOf(member(raw, "promptTokenCount"));
    usage.reasoning = countOf(member(raw, "thoughtsTokenCount"));
    usage.output = countOf(member(raw, "candidatesTokenCount")) + usage.reasoning;
    usage.cachedRead = countOf(member(raw, "cachedContentTokenCount"));
}

void readBedrock(std::string_view raw, Usage &usage)
{
    usage = {};
    usage.reported = true;
    usage.cachedRead = countOf(member(raw, "cacheReadInputTokens"));
    usage.cacheWrite = countOf(member(raw, "cacheWriteInputTokens"));
    usage.input = countOf(member(raw, "inputTokens")) + usage.cachedRead + usage.cacheWrite;
    usage.output = countOf(member(raw, "outputTokens"));
}

void readResponses(std::string_view raw, Usage &usage)
{
    usage = {};
    usage.reported = true;
    usage.input = countOf(member(raw, "input_tokens"));
    usage.output = countOf(member(raw, "output_tokens"));
    usage.cachedRead = countOf(member(raw, {"input_tokens_details", "cached_tokens"}));
    usage.reasoning = countOf(member(raw, {"output_tokens_details", "reasoning_tokens"}));
}

void readCohere(std::string_view raw, Usage &usage)
{
    const std::string_view tokens = member(raw, "tokens");
    const std::string_view counted = isObject(tokens) ? tokens : member(raw, "billed_units");
    usage = {};
    usage.reported = true;
    usage.input = countOf(member(counted, "input_tokens"));
    usage.output = countOf(member(counted, "output_tokens"));
}

void readUsage(std::string_view raw, Usage &usage)
{
    if (!member(raw, "prompt_tokens").empty())
        usage = readOpenAiUsage(raw);
    else if (!member(raw, "inputTokens").empty())
        readBedrock(raw, usage);
    else if (isObject(member(raw, "tokens")) || isObject(member(raw, "billed_units")))
        readCohere(raw, usage);
    else if (!member(raw, "total_tokens").empty())
        readResponses(raw, usage);
    else if (!member(raw, "input_tokens").empty() || !member(raw, "output_tokens").empty())
        readAnthropicUsage(raw, usage);
}

void readObject(std::string_view text, Usage &usage)
{
    if (text.find("sage") == text.npos) // of "usage" and "usageMetadata"
        return;
    const auto object = wire::JsonObject::parse(std::string(text));
    if (!object)
        return;
    if (const std::string_view gemini = object->find("usageMetadata"); isObject(gemini))
        return readGemini(gemini, usage);
    for (const std::string_view within : {"", "message", "response", "delta"}) {
        const std::string_view raw = within.empty() ? object->find("usage") : member(object->find(within), "usage");
        if (isObject(raw))
            return readUsage(raw, usage);
    }
}

} // namespace

UsageTap::UsageTap(std::string_view contentType)
{
    const std::string type = wire::lowered(contentType);
    if (type.starts_with("text/event-stream"))
        m_kind = Kind::Events;
    else if (type.starts_with("application/json"))
        m_kind = Kind::Object;
}

void UsageTap::feed(std::string_view bytes)
{
    if (m_kind == Kind::Object) {
        if (m_object.size() + bytes.size() <= largestObject) {
            m_object += bytes;
            return;
        }
        m_kind = Kind::None;
        std::string().swap(m_object);
    }
    if (m_kind != Kind::Events)
        return;
    m_events.feed(bytes);
    while (const auto event = m_events.next())
        readObject(event->data, m_usage);
    if (m_events.overflowed())
        m_kind = Kind::None;
}

Usage UsageTap::usage() const
{
    Usage usage = m_usage;
    if (m_kind == Kind::Object)
        readObject(m_object, usage);
    return usage;
}

} // namespace gatehouse::translate
