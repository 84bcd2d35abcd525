// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QJsonObject>
#include <QStringList>

namespace gatehouse::ui {

/// What is different in two texts, line by line, as DiffView shows it.
/// @param secrets that are shown as dots.
QJsonObject lineDiff(const QString &before, const QString &after, const QStringList &secrets = {});
/// A text with dots in the place of each secret.
QString withDots(QString text, const QStringList &secrets);

} // namespace gatehouse::ui
