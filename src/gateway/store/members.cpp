// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/store/members.h"

#include "gateway/store/record_text.h"

#include <utility>

namespace gatehouse::store {

namespace {

constexpr auto count = static_cast<std::size_t>(Member::Count);

// In the order in which an entry is written, so that the next one is mostly the one behind the last.
constexpr std::array<std::string_view, count> names {"request_id", "call_id", "call_type", "api_key", "user_id", "team_id",
    "organization_id", "end_user", "session_id", "tags", "accounts", "started_at", "ended_at", "first_token_at", "is_stream",
    "model", "model_id", "model_group", "custom_llm_provider", "is_cache_hit", "prompt_tokens", "completion_tokens",
    "cached_read_tokens", "cache_write_tokens", "spend_nanos", "outcome", "http_status", "messages", "response", "is_unlogged"};

// From \a begin on and around; as many as there are = none is called that.
std::size_t placeOf(std::string_view name, std::size_t begin)
{
    for (std::size_t place = begin; place < count; ++place) {
        if (names[place] == name)
            return place;
    }
    for (std::size_t place = 0; place < begin; ++place) {
        if (names[place] == name)
            return place;
    }
    return count;
}

bool isPlain(std::string_view raw)
{
    return raw.size() >= 2 && raw.front() == '"' && raw.find('\\') == std::string_view::npos;
}

} // namespace

std::string_view nameOf(Member member)
{
    return names[static_cast<std::size_t>(member)];
}

EntryMembers::EntryMembers(wire::JsonObject entry)
    : m_entry(std::move(entry))
{
    std::size_t next = 0;
    for (std::size_t i = 0; i < m_entry.size(); ++i) {
        const wire::JsonObject::Member member = m_entry.at(i);
        const std::size_t place = placeOf(member.name, next);
        if (place == count)
            continue;
        next = place + 1;
        m_raw[place] = member.raw;
        m_texts[place] = isPlain(member.raw) ? member.raw.substr(1, member.raw.size() - 2) : unescaped(member.raw);
    }
}

std::string_view EntryMembers::unescaped(std::string_view raw)
{
    return wire::jsonKind(raw) == 's' ? m_unescaped.emplace_back(textOf(raw)) : std::string_view();
}

std::int64_t EntryMembers::number(Member member) const
{
    return numberOf(raw(member));
}

std::vector<std::string> EntryMembers::texts(Member member) const
{
    return textsOf(raw(member));
}

} // namespace gatehouse::store
