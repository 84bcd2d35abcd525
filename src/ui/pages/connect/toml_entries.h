// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace gatehouse::ui {

/// A heading or a key of a text of TOML, with where it stands. Positions, no values.
struct TomlEntry {
    enum class Kind { Table, ListTable, Key };
    Kind kind = Kind::Key;
    QStringList path; ///< from the outermost table on
    qsizetype at = 0; ///< where its line begins
    qsizetype valueAt = 0;
    qsizetype valueEnd = 0;
    qsizetype lineEnd = 0; ///< behind its last line
};

/// In their order; nothing when it is not TOML as far as this looks, which is not into the values.
std::optional<std::vector<TomlEntry>> tomlEntries(const QString &text);

} // namespace gatehouse::ui
