// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace gatehouse::ui {

/// How one kind of settings file is read and changed in its text, so that all else in it stays as it was: comments, order and the
/// way it is written. Paths are the names from the outermost to the value's own; literals are values as the file writes them.
struct SettingsFormat {
    /// Whether the text is one that this can change; an empty one is.
    bool (*understands)(const QString &text);
    /// The literal that stands there; nothing: none does.
    std::optional<QString> (*find)(const QString &text, const QStringList &path);
    /// With it; nothing where something else stands in the way.
    std::optional<QString> (*put)(const QString &text, const QStringList &path, const QString &literal);
    /// Without what stands there, a value or all that is below it.
    QString (*drop)(const QString &text, const QStringList &path);
    QString (*literal)(const QString &value);
    QString (*value)(const QString &literal);
};

/// With comments and trailing commas where they are allowed.
const SettingsFormat &jsonSettings();
const SettingsFormat &tomlSettings();
/// Lines of NAME=VALUE; a path is one name.
const SettingsFormat &envSettings();

/// What ends a line in this text.
QString lineEnd(const QString &text);

} // namespace gatehouse::ui
