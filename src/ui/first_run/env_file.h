// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace gatehouse::ui {

/// One line of a ".env" file.
struct EnvEntry {
    QString name;
    QByteArray value;
};

/// Reads what shells and the usual libraries agree on: NAME=VALUE, an "export " before it, quotes around the value, comments
/// behind it. Nothing is expanded. Lines that are something else are left out; of a name that comes twice the last one counts.
QList<EnvEntry> readEnvFile(const QByteArray &text);

} // namespace gatehouse::ui
