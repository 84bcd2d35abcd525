// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/result.h"
#include "gateway/core/secret.h"

#include <string>

namespace gatehouse::store {

/// Where receipts are booked.
struct DatabaseAddress {
    Secret url;       ///< postgresql://user:password@host:port/name; empty = the file
    std::string file; ///< of SQLite
};

/// Whether \a url is one that can be served; fails with a message for people, without the url.
Result<> checkDatabaseUrl(const Secret &url);

} // namespace gatehouse::store
