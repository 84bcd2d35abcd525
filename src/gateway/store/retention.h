// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/result.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace gatehouse::store {

class Database;

/// How long calls stay in spend_logs. What their days and accounts sum up to stays for ever.
struct Retention {
    std::optional<std::chrono::seconds> period = {};
    std::optional<std::int64_t> megabytes = {};             ///< of rows and their indexes, as they are estimated
    std::chrono::seconds interval = std::chrono::hours(24); ///< between two looks; with a size there is one each minute
    bool isAsked() const { return period || megabytes; }
};

/// What a row takes beside its entry, in bytes: its columns and its places in the indexes, estimated.
inline constexpr std::int64_t rowOverhead = 700;

/// Removes the oldest calls that are not to be kept, at most \a most of them, with what was said in them. Whether there are more.
Result<bool> removeOld(
    Database &database, const Retention &retention, std::chrono::system_clock::time_point now, std::size_t most = 500);

} // namespace gatehouse::store
