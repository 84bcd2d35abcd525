// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/clock.h"

#include <chrono>
#include <cstddef>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace gatehouse::pipeline {

/// How much a ResponseStore keeps.
struct StoreLimits {
    std::size_t bytes = 64 * 1024 * 1024;
    std::size_t count = 10'000;
    std::chrono::seconds life = std::chrono::hours(24); ///< since a response was last used
};

/// Responses that no provider keeps, in memory, so that their callers can go on from them, read and delete them. What was not
/// used for a time is forgotten, and the longest unused first where there is no room. Any thread; each call holds one short
/// lock.
class ResponseStore
{
public:
    /// A response and what it answered; JSON texts.
    struct Kept {
        std::string id;
        std::string owner;    ///< who asked
        std::string previous; ///< id of the response it goes on from; empty = none
        std::string response; ///< the object
        std::string input;    ///< the items of its own request, without brackets
    };
    using Shared = std::shared_ptr<const Kept>;

    ResponseStore() = default;
    explicit ResponseStore(StoreLimits limits)
        : m_limits(limits)
    {
    }

    /// One that is larger than a quarter of all room is not kept.
    void keep(Kept kept, Clock::Instant now);
    /// nullptr when there is none (any more).
    Shared find(std::string_view id, Clock::Instant now);
    bool drop(std::string_view id);
    /// \a last and all before it, as items without brackets: what was asked, what was answered, and so on. Nothing when one of
    /// them is gone.
    std::optional<std::string> conversation(const Shared &last, Clock::Instant now);

private:
    struct Entry {
        Shared kept;
        std::size_t size = 0;
        Clock::Instant end;
    };
    using Entries = std::list<Entry>; // the longest unused first

    Shared used(const std::string &id, Clock::Instant now);
    void makeRoom(std::size_t size, Clock::Instant now);
    void remove(Entries::iterator entry);

    const StoreLimits m_limits = {};
    std::mutex m_lock;
    Entries m_entries;
    std::unordered_map<std::string_view, Entries::iterator> m_byId; // names point into the entries
    std::size_t m_bytes = 0;
};

} // namespace gatehouse::pipeline
