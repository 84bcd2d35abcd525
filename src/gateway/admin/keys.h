// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/admin/management.h"

#include <string>

/// The doors of virtual keys.
namespace gatehouse::admin {

Result<std::string> generateKey(people::Draft &draft, const Asked &asked);            ///< POST /key/generate
Result<std::string> generateServiceAccount(people::Draft &draft, const Asked &asked); ///< POST /key/service-account/generate
Result<std::string> updateKey(people::Draft &draft, const Asked &asked);              ///< POST /key/update
Result<std::string> updateKeys(people::Draft &draft, const Asked &asked);             ///< POST /key/bulk_update
Result<std::string> deleteKeys(people::Draft &draft, const Asked &asked);             ///< POST /key/delete
Result<std::string> blockKey(people::Draft &draft, const Asked &asked);               ///< POST /key/block
Result<std::string> unblockKey(people::Draft &draft, const Asked &asked);             ///< POST /key/unblock

// --- key_rotation.cpp
Result<std::string> regenerateKey(people::Draft &draft, const Asked &asked); ///< POST /key/regenerate, /key/{id}/regenerate
Result<std::string> resetKeySpend(people::Draft &draft, const Asked &asked); ///< POST /key/{id}/reset_spend

// --- key_lists.cpp
Result<std::string> showKey(people::Draft &draft, const Asked &asked);        ///< GET /key/info
Result<std::string> showKeys(people::Draft &draft, const Asked &asked);       ///< POST /v2/key/info
Result<std::string> listKeys(people::Draft &draft, const Asked &asked);       ///< GET /key/list
Result<std::string> listKeyAliases(people::Draft &draft, const Asked &asked); ///< GET /key/aliases
Result<std::string> checkKeyHealth(people::Draft &draft, const Asked &asked); ///< POST /key/health

} // namespace gatehouse::admin
