// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QIcon>
#include <QString>

class QWidget;

namespace gatehouse::ui {

/// The first letters of a provider in a tinted disc: the same colour wherever that provider is shown.
QPixmap providerPicture(const QString &title, int size, const QWidget &beside);
QIcon providerIcon(const QString &title, const QWidget &beside);
/// "Together AI" → "TA", "OpenAI" → "O".
QString providerLetters(const QString &title);

} // namespace gatehouse::ui
