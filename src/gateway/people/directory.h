// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/people/change.h"

#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace gatehouse::people {

using RecordPointer = std::shared_ptr<const Record>;

/// Everybody and everything that is administered, in memory: what SQL keeps, and what every decision is made from. One for the
/// whole program. Read from any thread; changed by the store's thread alone, when SQL has the change.
class Directory
{
public:
    Directory();

    /// None = there is none of that id.
    RecordPointer find(Kind kind, std::string_view id) const;
    /// In the order of their ids.
    std::vector<RecordPointer> all(Kind kind) const;
    /// The ids of those whose \a field is \a value. Only fields of the table in directory.cpp are indexed.
    std::vector<std::string> idsWhere(Kind kind, std::string_view field, std::string_view value) const;
    std::size_t count(Kind kind) const;
    static bool isIndexed(Kind kind, std::string_view field);

    void apply(const std::vector<Change> &changes);
    /// Rises with every change: what was compiled from an older one is stale.
    std::uint64_t generation() const { return m_generation.load(std::memory_order_acquire); }

    /// False until SQL has been read for the first time: nobody can be told apart from a stranger.
    bool isLoaded() const { return m_isLoaded.load(std::memory_order_acquire); }
    void setLoaded() { m_isLoaded.store(true, std::memory_order_release); }

private:
    using Records = std::map<std::string, RecordPointer, std::less<>>;
    using Index = std::map<std::string, std::set<std::string>, std::less<>>; // "field=value" → ids
    struct Shelf {
        Records records;
        Index index;
    };

    void applyOne(const Change &change);
    Shelf &shelf(Kind kind) { return m_shelves[static_cast<std::size_t>(kind)]; }
    const Shelf &shelf(Kind kind) const { return m_shelves[static_cast<std::size_t>(kind)]; }

    mutable std::shared_mutex m_lock; // of the shelves
    std::vector<Shelf> m_shelves;     // by kind
    std::atomic<std::uint64_t> m_generation {1};
    std::atomic<bool> m_isLoaded {false};
};

} // namespace gatehouse::people
