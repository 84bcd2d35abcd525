// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/config/config.h"

#include <functional>

namespace gatehouse::config {

/// What the configuration in use was read with, for entries that are in none.
struct Reading {
    Environment environment = processEnvironment(); ///< with environment_variables on top
    Value credentials = {};                         ///< credential_list
    KeychainReader keychain = {};                   ///< the house's thread; empty = there is none
};

/// Lends a Reading to a function, which is called on the house's thread and may take as long as the keychain does to answer. From
/// any thread.
using LendReading = std::function<void(std::function<void(const Reading &)> use)>;

/// \a json, an entry of model_list, as it would be if it stood in the database: its references are followed, those of files
/// excepted, the credential it names is merged in. Fails, for the administrator, where it would be left out, where a
/// reference leads nowhere and where there is no such credential. The house's thread.
Result<Value> readEntry(const Secret &json, const Reading &reading);

} // namespace gatehouse::config
