// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/result.h"
#include "gateway/vault/vault.h"

#include <QJsonObject>

#include <string>

/// What may be secret in a stored model, credential or setting, sealed member by member: every text, list and object but a
/// model's name, its provider's and its credential's. Numbers and switches stay readable.
namespace gatehouse::admin {

/// @param place where \a values stands, for example "model/<id>/litellm_params"; a member's own name is added to it
QJsonObject sealedFields(const QJsonObject &values, const std::string &place, const vault::Vault &vault);
/// What was sealed at \a place. Fails for all when one member cannot be opened.
Result<QJsonObject> openedFields(const QJsonObject &values, const std::string &place, const vault::Vault &vault);

} // namespace gatehouse::admin
