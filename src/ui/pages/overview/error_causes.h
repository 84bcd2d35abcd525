// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/pages/overview/row_button.h"

#include <QJsonArray>
#include <QList>

namespace gatehouse::ui {

/// Calls that did not end well, of GET /traffic?errors=true, grouped by what went wrong and where, the most frequent first.
/// Each says in words what can be done, and its button leads there: actionArgument is a page and what to show, "keys new".
/// @param argument of each is a filter of the Traffic page that finds them
QList<RowText> errorRows(const QJsonArray &calls, qsizetype most);

} // namespace gatehouse::ui
