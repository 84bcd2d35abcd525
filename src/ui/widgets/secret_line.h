// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

class QLineEdit;

namespace gatehouse::ui {

/// A field for a key: it shows dots, and whatever helps with typing learns nothing from it.
QLineEdit *makeSecretLine();
/// Empties it, and what could be undone in it. The memory goes back as it is: Qt's texts are shared and cannot be overwritten.
void forgetSecret(QLineEdit &line);

} // namespace gatehouse::ui
