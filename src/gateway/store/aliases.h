// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>

namespace gatehouse::store {

/// What reports tell of a key beside its hash.
struct KeyFacts {
    std::string alias = {}, name = {}; ///< name: the shortened key, "sk-...abcd"
    std::string userId = {}, teamId = {};
};

/// Names of who has spent, which the sums do not know. Called on the store's thread. By default nobody has any.
struct Aliases {
    std::function<KeyFacts(const std::string &hash)> key = [](const std::string &) { return KeyFacts {}; };
    std::function<std::string(const std::string &id)> team = [](const std::string &) { return std::string(); };
    std::function<std::string(const std::string &id)> user = [](const std::string &) { return std::string(); };
    std::function<std::string(const std::string &id)> organization = [](const std::string &) { return std::string(); };
};

} // namespace gatehouse::store
