// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/people/callers.h"

#include <string>

namespace gatehouse::people {

/// A directory and what belongs to it.
struct World {
    Directory directory;
    mutable limits::Ledger ledger;
    Policy policy;

    Ground ground() const { return {directory, ledger, policy}; }
    void put(Kind kind, const std::string &id, const std::string &json) { directory.apply({{kind, id, json, "created"}}); }
    void remove(Kind kind, const std::string &id) { directory.apply({{kind, id, std::nullopt, "deleted"}}); }
    std::shared_ptr<const Caller> compiled(const std::string &token, Clock::Wall now = {}) const
    {
        return compileKey(*directory.find(Kind::Key, token), ground(), now);
    }
};

} // namespace gatehouse::people
