// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/admin/management.h"

#include <QJsonObject>

#include <string>

/// Who may see and change a key that is there. Who may make which is in key_policy.h.
namespace gatehouse::admin {

/// Whether the caller may see a key: its own, its user's, and those of teams whose admin he is.
bool maySeeKey(const people::Draft &draft, const Asked &asked, const QJsonObject &key, const std::string &token);
/// The same for changing, blocking and deleting it: its user's, those of teams whose admin he is.
bool mayChangeKey(const people::Draft &draft, const Asked &asked, const QJsonObject &key);
/// The token of a key that is there and that the caller may change; 404 and 403 otherwise.
Result<std::string> changeableKey(const people::Draft &draft, const Asked &asked, const std::string &keyOrToken);

} // namespace gatehouse::admin
