// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/admin/management.h"
#include "gateway/core/clock.h"

#include <QJsonObject>

#include <span>
#include <string>

/// What a request that makes or changes a key says: read, and checked before anything is drafted.
namespace gatehouse::admin {

/// 400 or 422 where the members are not what they should be, or name somebody who is not there.
Result<> checkKey(const people::Draft &draft, const QJsonObject &body);
/// 400 where another key than \a token has the alias.
Result<> checkAlias(const people::Draft &draft, const std::string &alias, const std::string &token);
/// The key the request asks for, if it may be had; a new one where it asks for none.
Result<std::string> chosenKey(const people::Draft &draft, const QJsonObject &body);

/// temp_budget_expiry as a time where \a body says how long.
QJsonObject withPlainExpiry(QJsonObject body, Clock::Wall now);
/// Lays over a key's columns what a request says in other words: duration, key_type, and what LiteLLM keeps in the metadata.
/// What was spent is no column: it stands in the key's account.
Result<> layRequest(const QJsonObject &body, QJsonObject &fields, Clock::Wall now);
/// The members of a request that LiteLLM keeps in the metadata.
std::span<const char *const> keyMetadataMembers();

} // namespace gatehouse::admin
