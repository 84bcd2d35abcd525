// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/wire/json_object.h"

#include <forward_list>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::translate {

/// The members of one JSON object on their way from one body into another: names decoded, values as text. A name stands here
/// once, whatever the client wrote (the last one counts), so that no second "model" and no "mod\u0065l" slips through beside
/// the one that was checked. Views point into the object it was made of, which must live longer.
class Members
{
public:
    struct Member {
        std::string_view name, raw;
    };

    Members() = default;
    explicit Members(const wire::JsonObject &object);
    explicit Members(std::string_view raw); ///< of an object's text; none when it is something else
    Members(Members &&) = default;
    Members &operator=(Members &&) = default;

    /// The value's text; empty when there is none.
    std::string_view find(std::string_view name) const;
    /// True unless it is absent or null.
    bool has(std::string_view name) const { return !wire::jsonIsNull(find(name)); }
    void erase(std::string_view name);
    template <typename Predicate> void eraseIf(Predicate predicate)
    {
        std::erase_if(m_members, [&](const Member &member) { return predicate(member.name); });
    }
    /// Sets or replaces. \a name must live longer than this.
    void set(std::string_view name, std::string raw);
    /// Sets only where \a name is absent or null. Both views must live longer than this.
    void offer(std::string_view name, std::string_view raw);
    /// The same for many at once, in a time that does not multiply their numbers. Each name may stand in \a others once.
    void offerAll(const std::vector<Member> &others);
    void offerAll(Members others);

    auto begin() const { return m_members.begin(); }
    auto end() const { return m_members.end(); }
    bool empty() const { return m_members.empty(); }
    /// The object's JSON text.
    std::string text() const;

private:
    void add(std::string_view name, std::string_view raw);
    void keepLastOfEach();
    Member *at(std::string_view name);

    std::vector<Member> m_members;
    std::forward_list<std::string> m_owned; // texts that stand in no request; a list, because views point at them
};

} // namespace gatehouse::translate
