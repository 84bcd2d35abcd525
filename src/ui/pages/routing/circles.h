// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

namespace gatehouse::ui {

/// Which names lead to which.
using Ways = QHash<QString, QStringList>;

/// Numbers the names: two have the same number where each leads to the other, in however many steps. Takes time in proportion to
/// names and ways, and no deeper stack for long chains.
QHash<QString, int> circlesOf(const Ways &ways);

} // namespace gatehouse::ui
