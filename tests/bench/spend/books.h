// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/store/database.h"

#include <cstdint>
#include <string>

/// Invented calls, brought into a database the way real ones are: through a journal.
namespace gatehouse::bench {

inline constexpr std::int64_t firstDay = 20'000, days = 30;

/// What is spent in those days by 200 keys of 50 users in 10 teams, on 8 models of 4 providers.
std::string entryOf(std::int64_t number, std::int64_t rows);

/// How \a rows of them come: that many at a time.
struct Arrival {
    std::int64_t rows = 1'000'000, together = 2000;
};
/// What it took to book them all, in seconds; less than 0 where it failed.
struct Taken {
    double time = 0, processor = 0;
};
Taken fill(store::Database &database, const std::string &directory, const Arrival &arrival);

} // namespace gatehouse::bench
