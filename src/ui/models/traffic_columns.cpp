// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/models/traffic_columns.h"

#include "ui/models/text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("TrafficColumns", text);
}

double elapsed(const TrafficRow &row)
{
    if (row.durationMs)
        return *row.durationMs;
    if (!row.isRunning() || !row.startedAt.isValid())
        return 0;
    return double(std::max<qint64>(0, row.startedAt.msecsTo(QDateTime::currentDateTimeUtc())));
}

QString duration(const TrafficRow &row)
{
    const double milliseconds = elapsed(row);
    if (milliseconds <= 0)
        return dash();
    return row.isRunning() ? durationText(milliseconds) + u"…"_s : durationText(milliseconds);
}

/// In kilobytes from the first byte on: a column of one unit is read faster, and is narrower.
QString sizeSoFar(qint64 bytes)
{
    const qint64 least = std::max<qint64>(bytes, 1000);
    const QString size = QLocale().formattedDataSize(least, 1, QLocale::DataSizeSIFormat);
    return (bytes < least ? u"< "_s : QString()) + size + u"…"_s;
}

QString answered(const TrafficRow &row)
{
    if (row.isRunning() && !row.hasTokens() && row.replyBytes > 0)
        return sizeSoFar(row.replyBytes);
    return row.hasTokens() ? QLocale().toString(row.outputTokens) : dash();
}

QString attempts(const TrafficRow &row)
{
    const QString tried = row.attempts > 0 ? QLocale().toString(row.attempts) : dash();
    if (row.fallbacks == 0)
        return tried;
    //: numbers: %1 attempts, of which %2 at other model groups than the one asked for
    return QCoreApplication::translate("TrafficColumns", "%1, %n fallback(s)", nullptr, row.fallbacks).arg(tried);
}

QString models(const TrafficRow &row)
{
    if (row.model.isEmpty() && row.upstreamModel.isEmpty())
        return dash();
    if (row.upstreamModel.isEmpty() || row.upstreamModel == row.model)
        return row.model;
    return row.model + u" → "_s + row.upstreamModel;
}

QString orDash(const QString &text)
{
    return text.isEmpty() ? dash() : text;
}

QString tokens(const TrafficRow &row, qint64 count)
{
    return row.hasTokens() ? QLocale().toString(count) : dash();
}

QVariant fullTime(const TrafficRow &row)
{
    return QVariant(fullTimeText(row.startedAt));
}

QString answerKind(const TrafficRow &row)
{
    //: an answer that comes piece by piece, and one that comes as a whole
    return row.stream ? say(QT_TRANSLATE_NOOP("TrafficColumns", "Streamed")) : say(QT_TRANSLATE_NOOP("TrafficColumns", "Whole"));
}

constexpr Qt::Alignment start = Qt::AlignLeft;
constexpr Qt::Alignment end = Qt::AlignRight;
using Row = const TrafficRow &;
using Packed = const PackedTraffic &;
using C = TrafficColumn;

// Titles are marked for translation where they stand, and looked up when they are shown.
const std::array table = {
    TrafficColumnInfo {C::State, [] { return say(QT_TRANSLATE_NOOP("TrafficColumns", "State")); },
        [] {
            return say(QT_TRANSLATE_NOOP(
                "TrafficColumns", "Done, failed, refused by the gateway, abandoned by the caller, or still running"));
        },
        14, start, false, true, [](Row row) { return TrafficRow::word(row.state); }, [](Packed row) { return double(row.state); },
        TrafficText::Error, [](Row row) { return QVariant(row.error); }},
    TrafficColumnInfo {C::Time, [] { return say(QT_TRANSLATE_NOOP("TrafficColumns", "Time")); },
        [] { return say(QT_TRANSLATE_NOOP("TrafficColumns", "When the request arrived")); }, 14, start, true, true,
        [](Row row) { return timeText(row.startedAt); }, [](Packed row) { return double(row.startedAt); }, TrafficText::Error,
        fullTime},
    TrafficColumnInfo {C::Model, [] { return say(QT_TRANSLATE_NOOP("TrafficColumns", "Model")); },
        [] { return say(QT_TRANSLATE_NOOP("TrafficColumns", "The model asked for, and the provider's model that answered")); },
        24, start, false, true, models, nullptr, TrafficText::Model, [](Row row) { return QVariant(models(row)); }},
    TrafficColumnInfo {C::Provider, [] { return say(QT_TRANSLATE_NOOP("TrafficColumns", "Provider")); },
        [] { return say(QT_TRANSLATE_NOOP("TrafficColumns", "Who answered, or was asked last")); }, 13, start, false, true,
        [](Row row) { return orDash(row.provider); }, nullptr, TrafficText::Provider, nullptr},
    TrafficColumnInfo {C::Status, [] { return say(QT_TRANSLATE_NOOP("TrafficColumns", "Status")); },
        [] { return say(QT_TRANSLATE_NOOP("TrafficColumns", "HTTP status the caller saw")); }, 9, end, false, true,
        [](Row row) { return row.status > 0 ? QString::number(row.status) : dash(); },
        [](Packed row) { return double(row.status); }, TrafficText::Error, nullptr},
    TrafficColumnInfo {C::FirstToken, [] { return say(QT_TRANSLATE_NOOP("TrafficColumns", "First token")); },
        [] { return say(QT_TRANSLATE_NOOP("TrafficColumns", "Time until the answer began")); }, 11, end, false, true,
        [](Row row) { return durationText(row.firstTokenMs); }, [](Packed row) { return double(row.firstToken); },
        TrafficText::Error, nullptr},
    TrafficColumnInfo {C::Duration, [] { return say(QT_TRANSLATE_NOOP("TrafficColumns", "Duration")); },
        [] { return say(QT_TRANSLATE_NOOP("TrafficColumns", "Time until the answer was complete")); }, 13, end, false, true,
        duration, elapsedOf, TrafficText::Error, nullptr},
    TrafficColumnInfo {C::Input, [] { return say(QT_TRANSLATE_NOOP("TrafficColumns", "In")); },
        [] { return say(QT_TRANSLATE_NOOP("TrafficColumns", "Tokens in the question")); }, 11, end, false, true,
        [](Row row) { return tokens(row, row.inputTokens); }, [](Packed row) { return double(row.inputTokens); },
        TrafficText::Error, nullptr},
    TrafficColumnInfo {C::Output, [] { return say(QT_TRANSLATE_NOOP("TrafficColumns", "Out")); },
        [] { return say(QT_TRANSLATE_NOOP("TrafficColumns", "Tokens in the answer; while it runs, its size so far")); }, 14, end,
        false, true, answered, [](Packed row) { return double(row.outputTokens); }, TrafficText::Error, nullptr},
    TrafficColumnInfo {C::Cached, [] { return say(QT_TRANSLATE_NOOP("TrafficColumns", "Cached")); },
        [] { return say(QT_TRANSLATE_NOOP("TrafficColumns", "Tokens of the question that the provider read from its cache")); },
        12, end, false, false, [](Row row) { return tokens(row, row.cachedTokens); },
        [](Packed row) { return double(row.cachedTokens); }, TrafficText::Error, nullptr},
    TrafficColumnInfo {C::Cost, [] { return say(QT_TRANSLATE_NOOP("TrafficColumns", "Cost")); },
        [] { return say(QT_TRANSLATE_NOOP("TrafficColumns", "What the provider charges, by the price table")); }, 15, end, false,
        true, [](Row row) { return moneyText(row.cost); }, [](Packed row) { return double(row.cost); }, TrafficText::Error,
        nullptr},
    TrafficColumnInfo {C::Who, [] { return say(QT_TRANSLATE_NOOP("TrafficColumns", "Who")); },
        [] { return say(QT_TRANSLATE_NOOP("TrafficColumns", "Name of the caller's key")); }, 18, start, true, true,
        [](Row row) { return orDash(row.who); }, nullptr, TrafficText::Who, [](Row row) { return QVariant(row.who); }},
    TrafficColumnInfo {C::Team, [] { return say(QT_TRANSLATE_NOOP("TrafficColumns", "Team")); },
        [] { return say(QT_TRANSLATE_NOOP("TrafficColumns", "Team of the caller's key")); }, 15, start, true, false,
        [](Row row) { return orDash(row.team); }, nullptr, TrafficText::Team, [](Row row) { return QVariant(row.team); }},
    TrafficColumnInfo {C::Attempts, [] { return say(QT_TRANSLATE_NOOP("TrafficColumns", "Attempts")); },
        [] {
            return say(QT_TRANSLATE_NOOP("TrafficColumns", "How many deployments were tried, and how many fallbacks were taken"));
        },
        14, start, false, false, attempts, [](Packed row) { return double(row.attempts * 256 + row.fallbacks); },
        TrafficText::Error, nullptr},
    TrafficColumnInfo {C::Answer, [] { return say(QT_TRANSLATE_NOOP("TrafficColumns", "Answer")); },
        [] { return say(QT_TRANSLATE_NOOP("TrafficColumns", "Streamed, or in one piece")); }, 11, start, true, false, answerKind,
        [](Packed row) { return double(row.stream); }, TrafficText::Error, nullptr},
};

} // namespace

std::span<const TrafficColumnInfo> trafficColumns()
{
    return table;
}

double elapsedOf(const PackedTraffic &row)
{
    if (row.duration >= 0)
        return double(row.duration);
    if (row.state != TrafficRow::State::Running)
        return 0;
    return double(std::max<qint64>(0, QDateTime::currentMSecsSinceEpoch() - row.startedAt));
}

} // namespace gatehouse::ui
