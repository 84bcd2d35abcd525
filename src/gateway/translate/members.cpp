// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/members.h"

#include "gateway/translate/json_walk.h"
#include "gateway/wire/json_writer.h"

#include <algorithm>
#include <numeric>

namespace gatehouse::translate {

namespace {

// Takes the values from all of a name but the last; true = there were some. Each is compared with each, which for a few takes a
// tenth of sorting them.
bool blankRepeatedOfFew(std::vector<Members::Member> &members)
{
    bool repeated = false;
    for (auto each = members.begin(); each != members.end(); ++each) {
        const auto isSame = [each](const Members::Member &later) { return later.name == each->name; };
        if (std::none_of(std::next(each), members.end(), isSame))
            continue;
        each->raw = {};
        repeated = true;
    }
    return repeated;
}

// The same for any number: a hostile body may have a hundred thousand members.
bool blankRepeated(std::vector<Members::Member> &members)
{
    std::vector<std::size_t> order(members.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(), [&members](auto a, auto b) { return members[a].name < members[b].name; });
    bool repeated = false;
    for (std::size_t i = 0; i + 1 < order.size(); ++i) {
        if (members[order[i]].name != members[order[i + 1]].name)
            continue;
        members[order[i]].raw = {};
        repeated = true;
    }
    return repeated;
}

} // namespace

Members::Members(const wire::JsonObject &object)
{
    m_members.reserve(object.size() + 4);
    for (std::size_t i = 0; i < object.size(); ++i) {
        const auto member = object.at(i);
        add(member.name, member.raw);
    }
    keepLastOfEach();
}

Members::Members(std::string_view raw)
{
    if (wire::jsonKind(raw) != 'o')
        return;
    for (JsonWalk walk(raw); walk.next();)
        add(walk.name(), walk.raw());
    keepLastOfEach();
}

void Members::add(std::string_view name, std::string_view raw)
{
    if (name.find('\\') != name.npos) {
        auto decoded = decodedName(name);
        if (!decoded) // a broken escape: no reader can make a name of it, so it has no meaning to lose
            return;
        name = m_owned.emplace_front(std::move(*decoded));
    }
    m_members.push_back({name, raw});
}

void Members::keepLastOfEach()
{
    constexpr std::size_t few = 16;
    if (m_members.size() <= few ? blankRepeatedOfFew(m_members) : blankRepeated(m_members))
        std::erase_if(m_members, [](const Member &member) { return member.raw.empty(); });
}

Members::Member *Members::at(std::string_view name)
{
    const auto found = std::find_if(m_members.begin(), m_members.end(), [&](const Member &m) { return m.name == name; });
    return found == m_members.end() ? nullptr : &*found;
}

std::string_view Members::find(std::string_view name) const
{
    const Member *member = const_cast<Members *>(this)->at(name);
    return member ? member->raw : std::string_view();
}

void Members::erase(std::string_view name)
{
    eraseIf([&](std::string_view other) { return other == name; });
}

void Members::set(std::string_view name, std::string raw)
{
    const std::string_view text = m_owned.emplace_front(std::move(raw));
    if (Member *member = at(name))
        member->raw = text;
    else
        m_members.push_back({name, text});
}

std::string Members::text() const
{
    wire::JsonWriter json;
    json.beginObject();
    for (const Member &member : m_members)
        json.key(member.name).raw(member.raw);
    return json.endObject().take();
}

void Members::offer(std::string_view name, std::string_view raw)
{
    Member *member = at(name);
    if (!member)
        m_members.push_back({name, raw});
    else if (wire::jsonIsNull(member->raw))
        member->raw = raw;
}

void Members::offerAll(Members others)
{
    m_owned.splice_after(m_owned.before_begin(), others.m_owned);
    offerAll(others.m_members);
}

void Members::offerAll(const std::vector<Member> &others)
{
    if (others.empty())
        return;
    std::vector<std::size_t> order(m_members.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    const auto nameOf = [this](std::size_t index) { return m_members[index].name; };
    std::sort(order.begin(), order.end(), [&](auto a, auto b) { return nameOf(a) < nameOf(b); });
    for (const Member &other : others) {
        const auto found = std::lower_bound(order.begin(), order.end(), other.name,
            [&](std::size_t index, std::string_view name) { return nameOf(index) < name; });
        if (found == order.end() || nameOf(*found) != other.name)
            m_members.push_back(other);
        else if (wire::jsonIsNull(m_members[*found].raw))
            m_members[*found].raw = other.raw;
    }
}

} // namespace gatehouse::translate
