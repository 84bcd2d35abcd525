// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/wire/json_object.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::store {

/// What booking asks of an entry of the journal.
enum class Member : std::uint8_t {
    RequestId,
    CallId,
    CallType,
    ApiKey,
    UserId,
    TeamId,
    OrganizationId,
    EndUser,
    SessionId,
    Tags,
    Accounts,
    StartedAt,
    EndedAt,
    FirstTokenAt,
    IsStream,
    Model,
    ModelId,
    ModelGroup,
    Provider,
    IsCacheHit,
    PromptTokens,
    CompletionTokens,
    CachedReadTokens,
    CacheWriteTokens,
    SpendNanos,
    Outcome,
    HttpStatus,
    Messages,
    Response,
    IsUnlogged,
    Count
};
std::string_view nameOf(Member member);

/// An entry with these members found: it has some forty, and each of these is asked for by several.
class EntryMembers
{
public:
    explicit EntryMembers(wire::JsonObject entry);
    EntryMembers(EntryMembers &&) = delete; // what was found is looked at where it stands

    const wire::JsonObject &entry() const { return m_entry; }
    bool has(Member member) const { return !raw(member).empty(); }
    std::string_view raw(Member member) const { return m_raw[static_cast<std::size_t>(member)]; }
    /// Without NULs; empty where it is absent or no string.
    std::string_view text(Member member) const { return m_texts[static_cast<std::size_t>(member)]; }
    /// 0 where it is absent or no number.
    std::int64_t number(Member member) const;
    /// None where it is absent or no list of strings.
    std::vector<std::string> texts(Member member) const;

private:
    std::string_view unescaped(std::string_view raw);

    static constexpr auto count = static_cast<std::size_t>(Member::Count);

    wire::JsonObject m_entry;
    std::array<std::string_view, count> m_raw, m_texts;
    std::deque<std::string> m_unescaped;
};

} // namespace gatehouse::store
