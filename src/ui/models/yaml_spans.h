// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QList>
#include <QString>

namespace gatehouse::ui {

/// A run of characters of one line that has a meaning of its own.
struct YamlSpan {
    enum class Kind {
        Comment,
        Key,
        Text,      ///< quoted, or a block of text
        Constant,  ///< numbers, true, null
        Reference, ///< os.environ/NAME, keychain/NAME, file/PATH
        Sign,      ///< dashes, anchors, block signs
    };
    qsizetype begin = 0;
    qsizetype length = 0;
    Kind kind = Kind::Text;
};

/// @param block the column of the key whose block of text the line before was in or began, -1: none; becomes that of this line.
QList<YamlSpan> yamlSpans(const QString &line, qsizetype &block);

} // namespace gatehouse::ui
