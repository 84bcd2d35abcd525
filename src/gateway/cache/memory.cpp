// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/cache/memory.h"

#include <iterator>
#include <utility>

namespace gatehouse::cache {

namespace {

// With what the list, the table and the texts take beside the body.
std::size_t bytesOf(const std::string &key, const Kept &answer)
{
    constexpr std::size_t beside = 512;
    return key.size() + answer.body.size() + beside;
}

} // namespace

void Memory::Shard::drop(Entries::iterator entry)
{
    bytes -= entry->bytes;
    places.erase(entry->key);
    entries.erase(entry);
}

void Memory::Shard::makeRoom()
{
    while (bytes > room)
        drop(std::prev(entries.end()));
}

void Memory::setRoom(std::size_t bytes)
{
    for (Shard &shard : m_shards) {
        const std::scoped_lock lock(shard.lock);
        shard.room = bytes / m_shards.size();
        shard.makeRoom();
    }
}

KeptAnswer Memory::find(const std::string &key, Clock::Instant now)
{
    Shard &shard = shardOf(key);
    const std::scoped_lock lock(shard.lock);
    const auto place = shard.places.find(key);
    if (place == shard.places.end())
        return nullptr;
    const auto entry = place->second;
    if (entry->until <= now) {
        shard.drop(entry);
        return nullptr;
    }
    shard.entries.splice(shard.entries.begin(), shard.entries, entry);
    return entry->answer;
}

void Memory::keep(const std::string &key, KeptAnswer answer, Clock::Instant until)
{
    const std::size_t bytes = bytesOf(key, *answer);
    if (answer->body.size() > largest)
        return;
    Shard &shard = shardOf(key);
    const std::scoped_lock lock(shard.lock);
    if (const auto place = shard.places.find(key); place != shard.places.end())
        shard.drop(place->second);
    shard.entries.push_front({key, std::move(answer), until, bytes});
    shard.places.emplace(shard.entries.front().key, shard.entries.begin());
    shard.bytes += bytes;
    shard.makeRoom();
}

bool Memory::remove(const std::string &key)
{
    Shard &shard = shardOf(key);
    const std::scoped_lock lock(shard.lock);
    const auto place = shard.places.find(key);
    if (place == shard.places.end())
        return false;
    shard.drop(place->second);
    return true;
}

void Memory::clear()
{
    for (Shard &shard : m_shards) {
        const std::scoped_lock lock(shard.lock);
        shard.places.clear();
        shard.entries.clear();
        shard.bytes = 0;
    }
}

Memory::Figures Memory::figures() const
{
    Figures sum;
    for (const Shard &shard : m_shards) {
        const std::scoped_lock lock(shard.lock);
        sum.answers += shard.entries.size();
        sum.bytes += shard.bytes;
    }
    return sum;
}

} // namespace gatehouse::cache
