// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/result.h"
#include "gateway/store/hours.h"

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>

namespace gatehouse::store {

class Database;
class EntryMembers;

inline constexpr std::int64_t dayMicros = 86'400'000'000;

/// A table of sums by day, and what it distinguishes beside the day.
struct Rollup {
    std::string_view table;
    std::span<const std::string_view> dimensions;
};
extern const Rollup dailySpend, dailyTagSpend, dailyCustomerSpend;
/// Of what dailySpend counts, what the cache of answers gave. It has sums of its own: hits and completion_tokens.
extern const Rollup dailyCacheHits;

/// The columns of a rollup that are added up.
inline constexpr std::array<std::string_view, 8> rollupSums {"prompt_tokens", "completion_tokens", "cached_read_tokens",
    "cache_write_tokens", "spend_nanos", "api_requests", "successful_requests", "failed_requests"};
using Sums = std::array<std::int64_t, rollupSums.size()>;

/// A name as rollups keep it: what is longer than an index can take is cut.
std::string_view dimension(std::string_view text);

/// What there is of one day in spend_logs.
struct LogDay {
    std::int64_t rows = 0, characters = 0;
};
/// Adds to what there is, or takes away from it, in the transaction that runs.
Result<> changeLogDays(Database &database, const std::map<std::int64_t, LogDay> &changes);

/// What the calls of a batch add to the days' sums.
class RollupSums
{
public:
    void add(const EntryMembers &entry);
    /// Adds up, in the transaction that runs: one row for each group, however many calls it has.
    Result<> write(Database &database) const;

private:
    // Day and dimensions, each ending in a NUL, to sums; in order, so that programs that book at once do not lock each other.
    using Groups = std::map<std::string, Sums, std::less<>>;
    struct Kept {
        std::int64_t hits = 0, completionTokens = 0;
    };
    static void addTo(Groups &groups, std::string_view key, const Sums &sums);
    static Result<> writeGroups(Database &database, const Rollup &rollup, const Groups &groups);
    Result<> writeKept(Database &database) const;

    Groups m_spend, m_tags, m_customers;
    std::map<std::string, Kept, std::less<>> m_kept; // by what m_spend is
    std::map<std::int64_t, LogDay> m_days;
    HourSums m_hours;
};

} // namespace gatehouse::store
