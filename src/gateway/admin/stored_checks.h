// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/admin/management.h"
#include "gateway/config/sources.h"
#include "gateway/vault/vault.h"

#include <QJsonValue>

/// What is asked of everything that is stored and laid over the configuration, before it is taken.
namespace gatehouse::admin {

/// What secrets of this gateway are sealed with. Fails with a sentence for the administrator.
Result<vault::Vault> vaultOf(const Asked &asked);
/// Fails, as LiteLLM does, unless store_model_in_db is on.
Result<> checkStores(const Asked &asked);
/// Fails with what the configuration's schema has against \a stored, which holds one piece.
Result<> checkFits(const config::Stored &stored);
/// Fails where a text in \a value would have a file of this machine read.
Result<> checkReferences(const QJsonValue &value);
/// \a values with \a changes over them; null takes a member away, and a masked secret changes nothing.
QJsonObject merged(QJsonObject values, const QJsonObject &changes);

} // namespace gatehouse::admin
