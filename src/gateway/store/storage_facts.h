// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/result.h"

#include <string>

namespace gatehouse::store {

class Database;

/// Where the database is and how large, and what there is of the log of requests: {"kind": "sqlite" or "postgresql", "place",
/// "bytes", "free_bytes" (of the disk of SQLite's file; else null), "log": {"calls", "bytes" (estimated, as retention counts
/// them), "since": a day, or null}}. Never a password. On the store's thread.
Result<std::string> storageFacts(Database &database);

} // namespace gatehouse::store
