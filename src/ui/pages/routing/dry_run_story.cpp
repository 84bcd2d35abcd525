// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// What the gateway answers to a dry run, in words.
#include "ui/pages/routing/dry_run.h"

#include "ui/models/text.h"
#include "ui/pages/routing/strategies.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

/// What becomes of a candidate, in the gateway's word and in ours.
struct VerdictWords {
    const char *verdict;
    RecordSign sign;
    QString (*text)();
};

constexpr std::array verdicts = {
    VerdictWords {"chosen", {Mark::Check, Mood::Good}, [] { return QCoreApplication::translate("Routing", "Most likely"); }},
    VerdictWords {"not picked", {Mark::Ring, Mood::Idle}, [] { return QCoreApplication::translate("Routing", "Possible"); }},
    VerdictWords {"resting", {Mark::Cross, Mood::Bad}, [] { return QCoreApplication::translate("Routing", "Rests"); }},
    VerdictWords {
        "filtered out", {Mark::Slash, Mood::Warn}, [] { return QCoreApplication::translate("Routing", "Does not fit"); }},
    VerdictWords {
        "no budget left", {Mark::Slash, Mood::Warn}, [] { return QCoreApplication::translate("Routing", "No budget left"); }},
    VerdictWords {
        "at its limit", {Mark::Half, Mood::Warn}, [] { return QCoreApplication::translate("Routing", "At its limit"); }},
    VerdictWords {
        "of a later order", {Mark::Ring, Mood::Idle}, [] { return QCoreApplication::translate("Routing", "Of a later order"); }},
};

QString percentText(double share)
{
    return QLocale().toString(qRound(share * 100)) + QLocale().percent();
}

DryRunLine lineOf(const QJsonObject &candidate)
{
    const QString verdict = candidate.value("verdict"_L1).toString();
    DryRunLine line {{Mark::Ring, Mood::Idle}, candidate.value("model"_L1).toString(), {}, verdict};
    for (const VerdictWords &each : verdicts) {
        if (verdict != QLatin1StringView(each.verdict))
            continue;
        line.sign = each.sign;
        line.remark = each.text();
    }
    const double share = candidate.value("share"_L1).toDouble();
    if (share > 0)
        line.figure = percentText(share);
    else if (verdict == "not picked"_L1)
        line.remark = QCoreApplication::translate("Routing", "Not chosen");
    if (const QString why = candidate.value("why"_L1).toString(); !why.isEmpty())
        line.remark += u": "_s + why;
    if (candidate.value("in_outage"_L1).toBool()) {
        line.sign = {Mark::Alert, Mood::Warn};
        line.remark = QCoreApplication::translate("Routing", "Simulated outage: it is tried and fails");
    }
    return line;
}

QJsonObject candidateNamed(const QJsonObject &step, const QString &id)
{
    for (const QJsonValue each : step.value("candidates"_L1).toArray()) {
        if (each["deployment"_L1].toString() == id)
            return each.toObject();
    }
    return {};
}

// The one of a group that answers: the first in its order of tries that is in no outage.
QJsonObject answering(const QJsonObject &step)
{
    const QJsonObject chosen = step.value("candidates"_L1)[0].toObject();
    if (chosen.value("verdict"_L1).toString() != "chosen"_L1)
        return {};
    QList<QJsonObject> tries {chosen};
    for (const QJsonValue id : step.value("then"_L1).toArray())
        tries.append(candidateNamed(step, id.toString()));
    for (const QJsonObject &each : tries) {
        if (!each.isEmpty() && !each.value("in_outage"_L1).toBool())
            return each;
    }
    return {};
}

QString remarkOf(const QJsonObject &step, const QString &asked)
{
    QStringList remarks;
    const QString nobody = step.value("nobody"_L1).toString();
    const QJsonArray candidates = step.value("candidates"_L1).toArray();
    const bool allRest = std::all_of(candidates.begin(), candidates.end(),
        [](const QJsonValue &each) { return each["verdict"_L1].toString() == "resting"_L1; });
    if (!nobody.isEmpty() && allRest && !candidates.isEmpty()) // who and why stands below
        remarks.append(QCoreApplication::translate("Routing", "All rest."));
    else if (!nobody.isEmpty())
        remarks.append(QCoreApplication::translate("Routing", "Nobody can be called: %1").arg(nobody));
    if (asked != step.value("group"_L1).toString()) //: %1 is another name of a model
        remarks.append(QCoreApplication::translate("Routing", "Asked for as %1").arg(asked));
    if (const QJsonObject changes = step.value("changes"_L1).toObject(); !changes.isEmpty())
        remarks.append(QCoreApplication::translate("Routing", "Changes the request: %1")
                           .arg(QString::fromUtf8(QJsonDocument(changes).toJson(QJsonDocument::Compact))));
    return remarks.join(u'\n');
}

DryRunStep stepOf(const QJsonObject &step, int number)
{
    DryRunStep told;
    told.group = step.value("group"_L1).toString();
    told.title = number == 0 ? told.group : QCoreApplication::translate("Routing", "If that fails: %1").arg(told.group);
    told.remark = remarkOf(step, step.value("asked"_L1).toString());
    for (const QJsonValue each : step.value("candidates"_L1).toArray())
        told.lines.append(lineOf(each.toObject()));
    if (const int others = step.value("others"_L1).toInt(); others > 0)
        told.lines.append({{Mark::Dots, Mood::Idle}, QCoreApplication::translate("Routing", "%n more", "", others), {}, {}});
    return told;
}

void tellAnswer(DryRunStory &story, const QJsonObject &answer)
{
    const QJsonArray steps = answer.value("steps"_L1).toArray();
    for (const QJsonValue step : steps) {
        const QJsonObject found = answering(step.toObject());
        if (found.isEmpty())
            continue;
        story.answer = step["group"_L1].toString();
        story.sign = {Mark::Check, Mood::Good};
        //: %1 is a model as it is called here, %2 the provider's name for it
        story.headline =
            QCoreApplication::translate("Routing", "Answered by %1, at %2").arg(story.answer, found.value("model"_L1).toString());
        return;
    }
    story.sign = {Mark::Cross, Mood::Bad};
    story.headline = QCoreApplication::translate("Routing", "Nobody would answer");
}

QString aliasText(const QJsonArray &targets)
{
    QStringList names;
    for (const QJsonValue each : targets)
        names.append(each["model"_L1].toString());
    //: %1 is a list of models, of which one is drawn
    return names.size() > 1
        ? QCoreApplication::translate("Routing", "The name stands for one of %1, drawn by weight.").arg(names.join(u", "_s))
        : QString();
}

} // namespace

DryRunStory dryRunStory(const QJsonObject &answer)
{
    DryRunStory story;
    const QJsonObject refusal = answer.value("refusal"_L1).toObject();
    if (!refusal.isEmpty()) {
        story.sign = {Mark::Slash, Mood::Bad};
        story.headline = QCoreApplication::translate("Routing", "Refused with status %1").arg(refusal.value("status"_L1).toInt());
        story.remark = refusal.value("message"_L1).toString();
        return story;
    }
    int number = 0;
    for (const QJsonValue step : answer.value("steps"_L1).toArray()) {
        story.steps.append(stepOf(step.toObject(), number++));
        story.way.append(story.steps.last().group);
    }
    tellAnswer(story, answer);
    const QString strategy = answer.value("strategy"_L1).toString();
    QStringList remarks {QCoreApplication::translate("Routing", "By %1: %2").arg(strategy, strategyNamed(strategy).how())};
    if (const QString alias = aliasText(answer.value("alias_of"_L1).toArray()); !alias.isEmpty())
        remarks.append(alias);
    story.remark = remarks.join(u'\n');
    return story;
}

} // namespace gatehouse::ui
