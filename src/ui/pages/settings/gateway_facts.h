// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/widgets/pill.h"

#include <QJsonObject>
#include <QList>
#include <QString>

namespace gatehouse::ui {

/// Something that is so now, as a line of a card: "Database", "SQLite, 12 MB".
struct GatewayFact {
    QString name;
    QString value;
    Mood mood = Mood::Idle; ///< Warn and Bad are marked
    QString tip = {};       ///< the whole of what the value shortens
};

/// @param info the answer of GET /gateway/info. @param address as this window reaches it.
QList<GatewayFact> serverFacts(const QJsonObject &info, const QString &address);
/// @param tree what the configuration says: limits stand beside what is used.
QList<GatewayFact> storageFacts(const QJsonObject &info, const QJsonObject &tree);

} // namespace gatehouse::ui
