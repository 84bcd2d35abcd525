// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/money.h"
#include "gateway/core/result.h"
#include "gateway/core/sketch.h"

#include <array>
#include <cstdint>
#include <map>
#include <utility>

/// What each hour added up to, of all calls together: what curves over days are drawn from. On the store's thread.
namespace gatehouse::store {

class Database;
class EntryMembers;

/// One hour, or several put together.
struct HourUse {
    std::int64_t requests = 0, errors = 0, inputTokens = 0, outputTokens = 0, cachedTokens = 0;
    Money spend = {};
    Sketch latency = {}, firstToken = {};
};

/// Hours are kept for as long as months are compared, and a little longer.
inline constexpr std::int64_t keptHours = 93 * 24;

/// What the calls of a batch add to their hours.
class HourSums
{
public:
    void add(const EntryMembers &entry);
    /// Adds up, in the transaction that runs, and lets go of hours that are too old.
    Result<> write(Database &database) const;

private:
    using Use = std::array<std::int64_t, 6>;    // in the order of the table's columns
    using Bucket = std::array<std::int64_t, 3>; // hour, kind, bucket
    std::map<std::int64_t, Use> m_use;
    std::map<Bucket, std::int64_t> m_latencies;
};

/// The hours in which something happened, from first to last, both included; counted since 1970.
Result<std::map<std::int64_t, HourUse>> hoursBetween(Database &database, std::int64_t first, std::int64_t last);

} // namespace gatehouse::store
