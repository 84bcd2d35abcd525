// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QDate>
#include <QJsonObject>
#include <QList>
#include <QString>

/// What somebody has spent lately, out of an answer of …/daily/activity.
namespace gatehouse::ui {

struct DaySpend {
    QDate day = {}; ///< UTC, as the gateway sums them
    double dollars = 0;
    qint64 requests = 0;
    qint64 failed = 0;
};

struct ModelSpend {
    QString model = {};
    double dollars = 0;
    qint64 requests = 0;
};

struct RecentSpend {
    QList<DaySpend> days = {};     ///< every day of the span, the oldest first; those without calls too
    QList<ModelSpend> models = {}; ///< the dearest first
    double dollars = 0;
    qint64 requests = 0;

    static RecentSpend of(const QJsonObject &answer, const QDate &first, const QDate &last);
};

} // namespace gatehouse::ui
