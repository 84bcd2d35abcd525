// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/models/record_table.h"

#include <QJsonArray>
#include <QJsonObject>

namespace gatehouse::ui {

/// Another name of a model group as a row: name, target (for people), model, is_hidden, is_simple (one target, so that a form
/// can hold it).
QJsonArray aliasRows(const QJsonObject &aliases);
std::span<const RecordColumn> aliasColumns();

/// Edits that make `wanted` (name, model, is_hidden) of the alias that was called `before`; empty: a new one.
QJsonArray aliasEdits(const QString &before, const QJsonObject &wanted);

} // namespace gatehouse::ui
