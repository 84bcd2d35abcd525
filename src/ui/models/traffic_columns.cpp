// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/models/traffic_columns.h"

#include "ui/models/text.h"

#include <QCoreApplication>
#include <QLocale>

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

constexpr Qt::Alignment start = Qt::AlignLeft;
constexpr Qt::Alignment end = Qt::AlignRight;
using Row = const TrafficRow &;
using C = TrafficColumn;

// Titles are marked for translation where they stand, and looked up when they are shown.
const std::array table = {
    TrafficColumnInfo {C::State, [] { return say(QT_TRANSLATE_NOOP("TrafficColumns", "State")); },
        [] {
            return say(QT_TRANSLATE_NOOP(
                "TrafficColumns", "Done, failed, refused by the gateway, abandoned by the caller, or still running"));
        },
        14, start, false, [](Row row) { return TrafficRow::word(row.state); }, [](Row row) { return QVariant(int(row.state)); },
        [](Row row) { return QVariant(row.error.left(600)); }},
    TrafficColumnInfo {C::Time, [] { return say(QT_TRANSLATE_NOOP("TrafficColumns", "Time")); },
        [] { return say(QT_TRANSLATE_NOOP("TrafficColumns", "When the request arrived")); }, 11, start, true,
        [](Row row) { return timeText(row.startedAt); }, [](Row row) { return QVariant(row.startedAt); }, fullTime},
    TrafficColumnInfo {C::Model, [] { return say(QT_TRANSLATE_NOOP("TrafficColumns", "Model")); },
        [] { return say(QT_TRANSLATE_NOOP("TrafficColumns", "The model asked for, and the provider's model that answered")); },
        34, start, false, models, nullptr, [](Row row) { return QVariant(models(row)); }},
    TrafficColumnInfo {C::Provider, [] { return say(QT_TRANSLATE_NOOP("TrafficColumns", "Provider")); },
        [] { return say(QT_TRANSLATE_NOOP("TrafficColumns", "Who answered, or was asked last")); }, 12, start, false,
        [](Row row) { return orDash(row.provider); }, nullptr, nullptr},
    TrafficColumnInfo {C::Status, [] { return say(QT_TRANSLATE_NOOP("TrafficColumns", "Status")); },
        [] { return say(QT_TRANSLATE_NOOP("TrafficColumns", "HTTP status the caller saw")); }, 8, end, false,
        [](Row row) { return row.status > 0 ? QString::number(row.status) : dash(); },
        [](Row row) { return QVariant(row.status); }, nullptr},
    TrafficColumnInfo {C::FirstToken, [] { return say(QT_TRANSLATE_NOOP("TrafficColumns", "First token")); },
        [] { return say(QT_TRANSLATE_NOOP("TrafficColumns", "Time until the answer began")); }, 11, end, false,
        [](Row row) { return durationText(row.firstTokenMs); }, [](Row row) { return QVariant(row.firstTokenMs.value_or(0)); },
        nullptr},
    TrafficColumnInfo {C::Duration, [] { return say(QT_TRANSLATE_NOOP("TrafficColumns", "Duration")); },
        [] { return say(QT_TRANSLATE_NOOP("TrafficColumns", "Time until the answer was complete")); }, 11, end, false, duration,
        [](Row row) { return QVariant(elapsed(row)); }, nullptr},
    TrafficColumnInfo {C::Input, [] { return say(QT_TRANSLATE_NOOP("TrafficColumns", "In")); },
        [] { return say(QT_TRANSLATE_NOOP("TrafficColumns", "Tokens in the question")); }, 11, end, false,
        [](Row row) { return tokens(row, row.inputTokens); }, [](Row row) { return QVariant(row.inputTokens); }, nullptr},
    TrafficColumnInfo {C::Output, [] { return say(QT_TRANSLATE_NOOP("TrafficColumns", "Out")); },
        [] { return say(QT_TRANSLATE_NOOP("TrafficColumns", "Tokens in the answer")); }, 10, end, false,
        [](Row row) { return tokens(row, row.outputTokens); }, [](Row row) { return QVariant(row.outputTokens); }, nullptr},
    TrafficColumnInfo {C::Who, [] { return say(QT_TRANSLATE_NOOP("TrafficColumns", "Who")); },
        [] { return say(QT_TRANSLATE_NOOP("TrafficColumns", "Name of the caller's key")); }, 15, start, true,
        [](Row row) { return orDash(row.who); }, nullptr, nullptr},
};

} // namespace

std::span<const TrafficColumnInfo> trafficColumns()
{
    return table;
}

} // namespace gatehouse::ui
