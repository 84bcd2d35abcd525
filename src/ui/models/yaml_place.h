// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>
#include <QStringList>

namespace gatehouse::ui {

/// What stands under the cursor.
struct YamlPlace {
    enum class Kind {
        Nothing, ///< a comment, a block of text
        Key,     ///< a key may stand here; `path` is the map's
        Value,   ///< a value; `path` is its own
        Item,    ///< an item of a list: a value, or the first key of a map; `path` ends in "[]"
    };
    Kind kind = Kind::Nothing;
    QStringList path;
    QString word;          ///< what is written of it, up to the cursor
    qsizetype begin = 0;   ///< column where the word begins
    bool isInline = false; ///< between { and }
    QStringList taken;     ///< keys that the map has already
};

/// @param line, @param column from 0.
YamlPlace yamlPlaceAt(const QStringList &lines, qsizetype line, qsizetype column);

} // namespace gatehouse::ui
