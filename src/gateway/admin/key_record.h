// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/admin/management.h"

#include <QJsonObject>

#include <string>
#include <vector>

/// Keys as records: made, changed and taken away with their accounts. Used wherever a key comes or goes with somebody else.
namespace gatehouse::admin {

/// Makes a key as \a body says, without asking who may; returns its row, with the key itself.
Result<QJsonObject> makeKey(people::Draft &draft, const Asked &asked, const QJsonObject &body);
/// Lays the changes of \a body over the key, checked; draws nothing up where it fails.
Result<> changeKey(people::Draft &draft, const Asked &asked, const std::string &token, const QJsonObject &body);
/// Takes a key away, into the records of deleted ones; its account and those of its models are forgotten.
void removeKey(people::Draft &draft, const Asked &asked, const std::string &token);
/// The models for which a key has an account of its own.
std::vector<std::string> modelsWithAccount(const QJsonObject &key);
/// LiteLLM's answer to a new key: its row, the key, and what went into the metadata.
QJsonObject newKeyAnswer(const std::string &key, const QJsonObject &body, const people::Draft &draft, const Asked &asked);

} // namespace gatehouse::admin
