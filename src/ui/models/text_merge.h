// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

#include <optional>

namespace gatehouse::ui {

/// What two people made of one text, put together line by line. Nothing when they changed the same lines, or lines beside each
/// other: then somebody has to look.
std::optional<QString> mergedText(const QString &base, const QString &mine, const QString &theirs);

/// The part in which two texts differ: `before` characters are the same at the beginning, `after` at the end.
struct TextDifference {
    qsizetype before = 0;
    qsizetype after = 0;
};
TextDifference differenceOf(const QString &one, const QString &other);

} // namespace gatehouse::ui
