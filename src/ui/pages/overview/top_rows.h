// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/pages/overview/row_button.h"

#include <QJsonDocument>
#include <QList>
#include <QString>

#include <span>

namespace gatehouse::ui {

/// What is ranked by what it cost, and where its figures come from.
struct TopKind {
    QString (*caption)();
    const char *dimension; ///< of GET /series, for what the gateway still remembers step by step
    const char *report;    ///< the report of days
    const char *list;      ///< the member of the report that is the list; empty: the report is
    const char *page;      ///< where a click leads
    const char *word;      ///< and what it shows there: "model:" and the name
};

std::span<const TopKind> topKinds();
/// From GET /series?dimension=…&total=true: the dearest first; where nothing cost anything, the busiest.
QList<RowText> topOfSeries(const TopKind &kind, const QJsonDocument &answer, qsizetype most);
/// From a report of days.
QList<RowText> topOfReport(const TopKind &kind, const QJsonDocument &answer, qsizetype most);

} // namespace gatehouse::ui
