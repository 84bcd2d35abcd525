// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QJsonArray>
#include <QList>
#include <QString>

#include <optional>

namespace gatehouse::ui {

/// Edits of docs/config-api.md after which the entries of model_list at `chosen` stand together, in their order, above the one
/// that is at `before` now; the length of the list: at the end. Empty: they stand so already.
QJsonArray moveEdits(QList<int> chosen, int before);

/// The places in the file of the entries with that name. @param rows as modelRows() makes them.
QList<int> placesOf(const QJsonArray &rows, const QString &group);

/// Before which entry a group goes to change places with the group above it (-1) or below it (1); nothing: there is none.
/// Groups come in the order of their first entries.
std::optional<int> besideNextGroup(const QJsonArray &rows, const QString &group, int by);

} // namespace gatehouse::ui
