// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/overview/range.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gatehouse::ui {

namespace {

constexpr int usual = 1;

constexpr std::array table = {
    //: a range of time: what happens now, second by second
    Range {"live", [] { return QCoreApplication::translate("Range", "Live"); },
        [] { return QCoreApplication::translate("Range", "the last five minutes"); }, 1, 1, 300, 1s, 0},
    //: a range of time: one hour
    Range {"1h", [] { return QCoreApplication::translate("Range", "1 h"); },
        [] { return QCoreApplication::translate("Range", "the last hour"); }, 60, 1, 60, 5s, 0},
    //: a range of time: 24 hours
    Range {"24h", [] { return QCoreApplication::translate("Range", "24 h"); },
        [] { return QCoreApplication::translate("Range", "the last 24 hours"); }, 3600, 1, 24, 15s, 0},
    //: a range of time: seven days
    Range {"7d", [] { return QCoreApplication::translate("Range", "7 d"); },
        [] { return QCoreApplication::translate("Range", "the last 7 days"); }, 3600, 6, 28, 30s, 7},
    //: a range of time: thirty days
    Range {"30d", [] { return QCoreApplication::translate("Range", "30 d"); },
        [] { return QCoreApplication::translate("Range", "the last 30 days"); }, 3600, 24, 30, 30s, 30},
};

QUrlQuery question(const Range &range)
{
    QUrlQuery query;
    query.addQueryItem(u"step"_s, QString::number(range.step));
    query.addQueryItem(u"join"_s, QString::number(range.join));
    query.addQueryItem(u"points"_s, QString::number(range.points));
    if (range.step > 1) // seconds are over soon enough, and a half one would make the last bar jump
        query.addQueryItem(u"open"_s, u"true"_s);
    return query;
}

} // namespace

QUrlQuery Range::curves() const
{
    return question(*this);
}

QUrlQuery Range::whole() const
{
    QUrlQuery query = question(*this);
    query.addQueryItem(u"total"_s, u"true"_s);
    return query;
}

QUrlQuery Range::wholeBy(const QString &dimension) const
{
    QUrlQuery query;
    constexpr int minutes = 60;
    const bool seconds = step == 1;
    query.addQueryItem(u"dimension"_s, dimension);
    query.addQueryItem(u"step"_s, QString::number(seconds ? 1 : minutes));
    query.addQueryItem(u"points"_s, QString::number(seconds ? points : std::min(1440, step * join * points / minutes)));
    query.addQueryItem(u"open"_s, u"true"_s);
    query.addQueryItem(u"total"_s, u"true"_s);
    return query;
}

std::span<const Range> ranges()
{
    return table;
}

int rangeNamed(const QString &key)
{
    for (std::size_t at = 0; at < table.size(); ++at) {
        if (key == QLatin1StringView(table[at].key))
            return int(at);
    }
    return usual;
}

} // namespace gatehouse::ui
