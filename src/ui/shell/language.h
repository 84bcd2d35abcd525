// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

class QApplication;
class QLocale;

namespace gatehouse::ui {

/// Installs our texts and Qt's own in the language of the locale; English where there is none.
void speak(QApplication &application, const QLocale &locale);

} // namespace gatehouse::ui
