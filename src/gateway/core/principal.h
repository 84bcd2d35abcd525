// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace gatehouse {

/// On whose account a call is, in the words of receipts and spend logs. Empty = there is none.
struct Principal {
    std::string token; ///< of the key: its SHA-256, never the key
    std::string keyAlias;
    std::string userId, userEmail;
    std::string teamId, teamAlias;
    std::string organizationId;
    std::string projectId;
    std::string labels = {}; ///< of the metadata of key and team, what metrics have labels for: a JSON object; empty = nothing
};

} // namespace gatehouse
