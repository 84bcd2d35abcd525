// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/models/record_table.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <span>

namespace gatehouse::ui {

/// A word of POST /route/explain and how people call it.
struct DryRunChoice {
    const char *word;
    QString (*title)();
};
/// Doors: call types with the smallest request that fits each.
std::span<const DryRunChoice> dryRunDoors();
/// What goes wrong.
std::span<const DryRunChoice> dryRunFailures();

/// What a dry run asks about.
struct DryRunFields {
    QString model;
    QString callType = QStringLiteral("completion");
    QString key; ///< a hash or alias; empty: the administrator's own
    QString failure = QStringLiteral("any");
    QString tokens; ///< as typed; empty: the prompt is short
    QString tags;   ///< separated by commas
};

/// What is wrong with the fields, for people; empty: nothing.
QString problemOf(const DryRunFields &fields);
/// The body of POST /route/explain.
QJsonObject dryRunQuestion(const DryRunFields &fields);

/// One line of the story: a deployment, and what becomes of it.
struct DryRunLine {
    RecordSign sign;
    QString text;
    QString figure; ///< "68 %"
    QString remark;
};

struct DryRunStep {
    QString group;
    QString title;  ///< "gpt-4o", "If that fails: claude"
    QString remark; ///< what is different here, or why nobody can be called
    QList<DryRunLine> lines;
};

/// The answer of POST /route/explain as people read it.
struct DryRunStory {
    RecordSign sign;
    QString headline; ///< who answers, or why nobody does
    QString remark;   ///< how it was decided
    QList<DryRunStep> steps;
    QStringList way; ///< groups, in order
    QString answer;  ///< the group that answers; empty: none
};
DryRunStory dryRunStory(const QJsonObject &answer);

} // namespace gatehouse::ui
