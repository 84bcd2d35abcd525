// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/store/spend_filter.h"

#include <cstdint>
#include <vector>

/// Where the rows of a page are, so that a page that is far behind costs little more than the first.
namespace gatehouse::store {

/// What calls can be sorted by.
enum class SpendOrder { StartTime, EndTime, Duration, Spend, TotalTokens, PromptTokens, CompletionTokens, Model };

/// A part of the calls that are meant.
struct SpendPage {
    std::int64_t number = 1, size = 50;
    SpendOrder order = SpendOrder::StartTime;
    bool isAscending = false;
};

/// A stretch of time, in microseconds since 1970 UTC without its end, and how many of the calls that are meant began in it.
struct Stretch {
    std::int64_t begin = 0, end = 0;
    std::int64_t rows = 0;
};

/// All that \a filter means, the oldest stretch first: each day, where nothing but times matters, and else one for all. Whole
/// days have been counted when they were booked; of days of which only a part is meant the shorter part is counted now.
Result<std::vector<Stretch>> stretchesOf(Database &database, const SpendFilter &filter);
std::int64_t rowsIn(const std::vector<Stretch> &stretches);

/// Which rows SQL has to bring: \a size of those of \a filter, behind \a skipped others.
struct SpendPart {
    SpendFilter filter;
    std::int64_t skipped = 0, size = 0;
    bool isFromTheEnd = false; ///< skipped, and taken, against the order of the page
};

/// A page of those that \a stretches tell, which are those of \a filter: SQL walks over every row that is skipped, so whole
/// stretches before the page are left out, and the nearer end of the one that it begins in is begun at.
SpendPart partOf(const SpendFilter &filter, std::vector<Stretch> stretches, const SpendPage &page);
/// The same where nobody has counted.
SpendPart partOf(const SpendFilter &filter, const SpendPage &page);

} // namespace gatehouse::store
