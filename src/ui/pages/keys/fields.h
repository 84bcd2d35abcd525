// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/pages/keys/section.h"

#include <QDateTime>
#include <QHash>
#include <QJsonObject>
#include <QString>

#include <span>

/// What can be set of keys, teams, users, customers and budgets, and the request that a filled form becomes. Plain values.
namespace gatehouse::ui {

enum class FieldKind { Text, Money, Count, Period, Models, Team, User, Role, Budget, Expiry, Tags };

/// One field of a form: a row of fields.cpp.
struct AccountField {
    const char *member; ///< of the request
    QString (*label)();
    QString (*help)() = nullptr; ///< null: needs none
    FieldKind kind = FieldKind::Text;
    bool isMore = false;  ///< folded away at first
    bool isFixed = false; ///< only when it is made
};

std::span<const AccountField> accountFields(const AccountSection &section);

/// What a form says: the values of its fields by member; null, or an empty text: not set.
using FieldValues = QHash<QString, QJsonValue>;

/// What a record has in these fields, as a form shows it.
FieldValues fieldValues(std::span<const AccountField> fields, const QJsonObject &record);

/// The body that makes something out of these values.
QJsonObject createRequest(const AccountSection &section, const FieldValues &values);
/// The body that brings `record` to these values: only what differs. Empty: nothing does.
QJsonObject updateRequest(const AccountSection &section, const QJsonObject &record, const FieldValues &values);

/// The body that takes `change`, a body of updateRequest(), back. What expires does so again when it did, to the second.
QJsonObject undoRequest(
    const AccountSection &section, const QJsonObject &record, const QJsonObject &change, const QDateTime &now);

/// A sum as typed in the user's language, "1,250.50" or "$5"; nothing for an empty text or none at all.
std::optional<double> moneyFrom(const QString &text);
/// A whole number likewise; "10k" is 10,000, "1.5M" a million and a half.
std::optional<qint64> countFrom(const QString &text);

} // namespace gatehouse::ui
