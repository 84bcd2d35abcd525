// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/models/chart_data.h"

#include <QJsonObject>
#include <QList>
#include <QString>

namespace gatehouse::ui {

/// What happened over time, as GET /series tells it of everything. A value.
struct Figures {
    qint64 from = 0; ///< seconds since 1970
    int step = 1;    ///< seconds
    int inFlight = 0;
    QList<double> requests = {}; ///< of each step; all lists are as long as each other
    QList<double> errors = {};
    QList<double> input = {}; ///< tokens, cached ones included
    QList<double> output = {};
    QList<double> cached = {};
    QList<double> spend = {}; ///< dollars
    QList<double> p50 = {};   ///< milliseconds of whole answers; nothing: there was none
    QList<double> p95 = {};
    QList<double> firstToken = {};
    QList<double> firstToken95 = {};

    /// Of an answer that is none, or has no series yet: steps without anything in them.
    static Figures fromJson(const QJsonObject &answer);
    qsizetype steps() const { return requests.size(); }
    ChartData chart(const QList<QList<double>> &lines) const;
};

/// One minus another, step by step: what was answered is what was asked less what failed.
QList<double> difference(const QList<double> &all, const QList<double> &part);
/// All of them together; what is missing counts nothing.
double total(const QList<double> &values);

} // namespace gatehouse::ui
