// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/cache/kept.h"

#include <array>
#include <cstddef>
#include <list>
#include <mutex>
#include <string>
#include <unordered_map>

namespace gatehouse::cache {

/// Answers in memory, shared by all workers: those that were asked for least recently make room for others. Any thread; each
/// call takes one of sixteen locks for a moment.
class Memory
{
public:
    static constexpr std::size_t largest = 1024 * 1024; ///< bytes of an answer; what is larger is not kept

    /// How many bytes all of it may take; less than is there drops what is too much.
    void setRoom(std::size_t bytes);
    KeptAnswer find(const std::string &key, Clock::Instant now);
    void keep(const std::string &key, KeptAnswer answer, Clock::Instant until);
    /// Whether there was such a one.
    bool remove(const std::string &key);
    void clear();

    struct Figures {
        std::size_t answers = 0, bytes = 0;
    };
    Figures figures() const;

private:
    struct Entry {
        std::string key;
        KeptAnswer answer;
        Clock::Instant until;
        std::size_t bytes;
    };
    using Entries = std::list<Entry>; // the one asked for last stands first
    struct Shard {
        mutable std::mutex lock; // of all below
        Entries entries;
        std::unordered_map<std::string_view, Entries::iterator> places; // of keys of the entries
        std::size_t bytes = 0, room = 0;

        void drop(Entries::iterator entry);
        void makeRoom();
    };

    Shard &shardOf(std::string_view key) { return m_shards[std::hash<std::string_view>()(key) % m_shards.size()]; }

    std::array<Shard, 16> m_shards;
};

} // namespace gatehouse::cache
