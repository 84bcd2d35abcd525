// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/response_store.h"

#include "gateway/translate/json_view.h"

#include <algorithm>
#include <vector>

namespace gatehouse::pipeline {

namespace {

constexpr std::size_t entryCost = 512; // what an entry takes beside its texts

std::size_t sizeOf(const ResponseStore::Kept &kept)
{
    return entryCost + kept.id.size() + kept.owner.size() + kept.previous.size() + kept.response.size() + kept.input.size();
}

void add(std::string_view items, std::string &into)
{
    if (items.empty())
        return;
    into += into.empty() ? "" : ",";
    into += items;
}

} // namespace

void ResponseStore::remove(Entries::iterator entry)
{
    m_bytes -= entry->size;
    m_byId.erase(entry->kept->id);
    m_entries.erase(entry);
}

// The order of use is the order of ending too: every use sets the same time anew.
void ResponseStore::makeRoom(std::size_t size, Clock::Instant now)
{
    const auto isTooMuch = [&] { return m_bytes + size > m_limits.bytes || (size > 0 && m_entries.size() >= m_limits.count); };
    while (!m_entries.empty() && (m_entries.front().end <= now || isTooMuch()))
        remove(m_entries.begin());
}

void ResponseStore::keep(Kept kept, Clock::Instant now)
{
    const std::size_t size = sizeOf(kept);
    if (size > m_limits.bytes / 4)
        return;
    const std::scoped_lock lock(m_lock);
    if (m_byId.contains(kept.id))
        return;
    makeRoom(size, now);
    m_entries.push_back({std::make_shared<const Kept>(std::move(kept)), size, now + m_limits.life});
    m_byId.emplace(m_entries.back().kept->id, std::prev(m_entries.end()));
    m_bytes += size;
}

ResponseStore::Shared ResponseStore::used(const std::string &id, Clock::Instant now)
{
    const auto found = m_byId.find(id);
    if (found == m_byId.end())
        return nullptr;
    const Entries::iterator entry = found->second;
    entry->end = now + m_limits.life;
    m_entries.splice(m_entries.end(), m_entries, entry);
    return entry->kept;
}

ResponseStore::Shared ResponseStore::find(std::string_view id, Clock::Instant now)
{
    const std::scoped_lock lock(m_lock);
    makeRoom(0, now);
    return used(std::string(id), now);
}

bool ResponseStore::drop(std::string_view id)
{
    const std::scoped_lock lock(m_lock);
    const auto found = m_byId.find(id);
    if (found == m_byId.end())
        return false;
    remove(found->second);
    return true;
}

std::optional<std::string> ResponseStore::conversation(const Shared &last, Clock::Instant now)
{
    std::vector<Shared> turns {last};
    {
        const std::scoped_lock lock(m_lock);
        makeRoom(0, now);
        while (!turns.back()->previous.empty()) {
            Shared before = used(turns.back()->previous, now);
            // None goes on from a later one, so this ends; the count is only for a store that somebody broke.
            if (!before || turns.size() > m_limits.count)
                return std::nullopt;
            turns.push_back(std::move(before));
        }
    }
    std::string items;
    for (auto turn = turns.rbegin(); turn != turns.rend(); ++turn) {
        add((*turn)->input, items);
        const std::string_view output = translate::member((*turn)->response, "output");
        for (translate::JsonItems walk(output); walk.next();)
            add(walk.raw(), items);
    }
    return items;
}

} // namespace gatehouse::pipeline
