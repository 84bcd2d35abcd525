// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/clock.h"
#include "gateway/core/money.h"
#include "gateway/limits/reset_time.h"
#include "gateway/people/kind.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace gatehouse::people {

/// One somebody or something: a JSON object of what is set, under LiteLLM's names of columns. Shape is data here: what is
/// decided is decided from a Caller, which is compiled from these.
struct Record {
    Kind kind = Kind::Key;
    std::string id;
    std::string json;
};

/// A record as it is from now on.
struct Change {
    Kind kind = Kind::Key;
    std::string id;
    std::optional<std::string> json = {}; ///< none = it is gone
    std::string action = {};              ///< for the audit log: "created", "updated", "deleted", "blocked", "rotated" …
};

/// What becomes of what an account has spent.
struct AccountChange {
    std::string account;                           ///< see accounts.h
    std::optional<Money> spent = {};               ///< set to this much
    bool isRescheduled = false;                    ///< the two below hold from now on
    std::optional<limits::Schedule> schedule = {}; ///< none = its budget never begins anew
    std::optional<Clock::Wall> resetAt = {};
    bool isGone = false;
};

/// Who changes something, for the audit log.
struct Author {
    std::string changedBy; ///< user id
    std::string token;     ///< of the key that was used
};

/// Changes that happen together or not at all.
struct ChangeSet {
    std::vector<Change> records = {};
    std::vector<AccountChange> accounts = {};
    Author author = {};
    bool isEmpty() const { return records.empty() && accounts.empty(); }
};

} // namespace gatehouse::people
