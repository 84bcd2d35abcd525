// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

namespace gatehouse::ui {

/// One member of a record that was another before.
struct MemberChange {
    QString name;
    QString before; ///< as people read it; empty: it was not there
    QString after;
};

/// What a line of the audit log changed, by name. Of what was made or deleted, everything that says something.
QList<MemberChange> changesIn(const QJsonObject &line);
/// "Key", of the table's name in the API.
QString auditKind(const QString &table);
/// "changed", of the API's "updated".
QString auditAction(const QString &action);
/// Who did it: the one that the gateway wrote down, or in words that it was the master key.
QString auditAuthor(const QJsonObject &line);
/// What one calls the record that was changed: its alias, address or name, else its id.
QString auditObject(const QJsonObject &line);

} // namespace gatehouse::ui
