// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/models/traffic_spans.h"

#include "ui/models/traffic_record.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

using Kind = TrafficSpan::Kind;

QString say(const char *text)
{
    return QCoreApplication::translate("Spans", text);
}

/// An answer that breaks off or ends the call ends with the call at the latest.
TrafficSpan span(Kind kind, const QString &name, double begin, const std::optional<double> &end, double whole, bool runs)
{
    const double last = std::max(begin, end.value_or(whole));
    return {kind, name, begin, last, runs && !end, false};
}

QString nameOf(const TrafficAttempt &attempt, qsizetype number)
{
    const QString name = attempt.deployment.isEmpty() ? attempt.provider : attempt.deployment;
    //: one of several tries: %1 is its number, %2 where it went
    return QCoreApplication::translate("Spans", "%1. %2").arg(number).arg(name);
}

void addAttempt(QList<TrafficSpan> &spans, const TrafficAttempt &attempt, qsizetype number, double whole, bool runs)
{
    const double sent = attempt.request.begin.value_or(0);
    const std::optional<double> answered = attempt.response.begin;
    TrafficSpan waiting = span(Kind::Waiting, nameOf(attempt, number), sent, answered, whole, runs);
    waiting.isFailed = !answered && !waiting.isRunning;
    spans.append(waiting);
    if (!answered)
        return;
    const bool stillReads = runs && !attempt.response.end;
    TrafficSpan reading =
        span(Kind::Reading, say(QT_TRANSLATE_NOOP("Spans", "Answer")), *answered, attempt.response.end, whole, stillReads);
    reading.isFailed = attempt.response.status >= 400 || !attempt.fault.isEmpty();
    spans.append(reading);
}

/// Without wires only the receipt's durations are known: one try after the other.
void addTries(QList<TrafficSpan> &spans, const TrafficRecord &record)
{
    double at = record.queueMs + record.admissionMs;
    for (const TrafficRow::Try &each : record.row.tries) {
        const double end = at + each.durationMs.value_or(0);
        const QString name = QCoreApplication::translate("Spans", "%1. %2").arg(spans.size()).arg(each.deployment);
        spans.append({Kind::Waiting, name, at, end, false, !each.fault.isEmpty()});
        at = end;
    }
}

} // namespace

QList<TrafficSpan> spansOf(const TrafficRecord &record, double now)
{
    const bool runs = record.row.isRunning();
    const double whole = record.row.durationMs.value_or(std::max(0.0, now));
    QList<TrafficSpan> spans {{Kind::Whole, say(QT_TRANSLATE_NOOP("Spans", "Whole call")), 0, whole, runs, false}};
    if (record.queueMs > 0)
        spans.append({Kind::Gateway, say(QT_TRANSLATE_NOOP("Spans", "Waited in line")), 0, record.queueMs, false, false});
    if (record.admissionMs > 0)
        spans.append({Kind::Gateway, say(QT_TRANSLATE_NOOP("Spans", "Checks and limits")), record.queueMs,
            record.queueMs + record.admissionMs, false, false});
    for (qsizetype at = 0; at < record.attempts.size(); ++at)
        addAttempt(spans, record.attempts[at], at + 1, whole, runs && at == record.attempts.size() - 1);
    if (record.attempts.isEmpty())
        addTries(spans, record);
    if (const auto begin = record.clientResponse.begin)
        spans.append(span(
            Kind::Telling, say(QT_TRANSLATE_NOOP("Spans", "To the caller")), *begin, record.clientResponse.end, whole, runs));
    return spans;
}

} // namespace gatehouse::ui
