// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/admin/management.h"

#include <string>

/// Virtual keys (litellm.md §2.2). What the configuration says of new ones is in key_policy.h.
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

/// Makes a key as \a body says, without asking who may; returns its row, with the key itself.
Result<QJsonObject> makeKey(people::Draft &draft, const Asked &asked, const QJsonObject &body);
/// Takes a key away, into the records of deleted ones; its account and those of its models are forgotten.
void removeKey(people::Draft &draft, const Asked &asked, const std::string &token);
/// Lays the changes of \a body over the key, checked; draws nothing up where it fails.
Result<> changeKey(people::Draft &draft, const Asked &asked, const std::string &token, const QJsonObject &body);

/// 400 unless the member, where it is set, is a duration such as "30d" or "monthly".
Result<> checkDuration(const QJsonObject &body, const char *name);
/// Whether the caller may see a key: its own, its user's, and those of teams whose admin he is.
bool maySeeKey(const people::Draft &draft, const Asked &asked, const QJsonObject &key, const std::string &token);
/// The same for changing, blocking and deleting it: its user's, those of teams whose admin he is.
bool mayChangeKey(const people::Draft &draft, const Asked &asked, const QJsonObject &key);
/// The token of a key that is there and that the caller may change; 404 and 403 otherwise.
Result<std::string> changeableKey(const people::Draft &draft, const Asked &asked, const std::string &keyOrToken);
/// LiteLLM's answer to a new key: its row, the key, and what went into the metadata.
QJsonObject newKeyAnswer(const std::string &key, const QJsonObject &body, const people::Draft &draft, const Asked &asked);

} // namespace gatehouse::admin
