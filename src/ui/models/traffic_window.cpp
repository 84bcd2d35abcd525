// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/models/traffic_window.h"

#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

bool TrafficWindow::has(const PackedTraffic &row) const
{
    if (!ofEnds)
        return has(row.startedAt);
    if (row.state == TrafficRow::State::Running)
        return false;
    return has(row.startedAt + (row.duration > 0 ? qint64(row.duration) : 0));
}

QString windowText(const TrafficWindow &window)
{
    const bool seconds = window.begin % 60000 != 0 || window.end % 60000 != 0 || window.end - window.begin < 60000;
    const QDate today = QDate::currentDate();
    const QDateTime begin = QDateTime::fromMSecsSinceEpoch(window.begin), end = QDateTime::fromMSecsSinceEpoch(window.end);
    const bool isToday = begin.date() == today && end.addMSecs(-1).date() == today;
    const auto clock = [&](const QDateTime &time) {
        const QString text = time.toString(seconds ? u"HH:mm:ss"_s : u"HH:mm"_s);
        return isToday ? text : QLocale().toString(time.date(), QLocale::ShortFormat) + u' ' + text;
    };
    return clock(begin) + u" – "_s + clock(end);
}

QString windowWord(const TrafficWindow &window)
{
    return u"%1:%2-%3"_s.arg(window.ofEnds ? "ended"_L1 : "began"_L1).arg(window.begin).arg(window.end);
}

std::optional<TrafficWindow> takeWindow(QString &argument)
{
    static const QRegularExpression word(u"^(began|ended):(\\d{1,15})-(\\d{1,15})(?:\\s+|$)"_s);
    const QRegularExpressionMatch found = word.match(argument);
    if (!found.hasMatch())
        return std::nullopt;
    argument.remove(0, found.capturedLength());
    return TrafficWindow {found.captured(2).toLongLong(), found.captured(3).toLongLong(), found.captured(1) == "ended"_L1};
}

} // namespace gatehouse::ui
