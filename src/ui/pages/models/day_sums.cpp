// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/models/day_sums.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

constexpr qint64 halfAnHour = 1800;
constexpr qint64 secondsKept = 540; // the gateway keeps single seconds for ten minutes

double sumOf(const QJsonArray &values)
{
    double sum = 0;
    for (const QJsonValue value : values)
        sum += value.toDouble();
    return sum;
}

} // namespace

QUrlQuery DaySums::query(qint64 now) const
{
    QUrlQuery query {{u"dimension"_s, u"deployment"_s}};
    const bool isWhole = m_to == 0 || m_to - m_from > halfAnHour || now - m_takenAt > secondsKept;
    query.addQueryItem(u"step"_s, isWhole ? u"60"_s : u"1"_s);
    if (!isWhole)
        query.addQueryItem(u"since"_s, QString::number(m_to));
    return query;
}

void DaySums::take(const QJsonObject &answer, qint64 now)
{
    const bool isWhole = answer.value("step"_L1).toInt() == 60;
    if (!isWhole && m_to == 0)
        return; // of before clear()
    const qint64 to = answer.value("to"_L1).toInteger();
    QJsonObject sums = isWhole ? QJsonObject() : m_sums;
    for (const QJsonValue series : answer.value("series"_L1).toArray()) {
        const QString name = series["name"_L1].toString();
        QJsonObject sum = sums.value(name).toObject();
        for (const QLatin1StringView figure : {"requests"_L1, "errors"_L1, "spend"_L1})
            sum.insert(figure, sum.value(figure).toDouble() + sumOf(series[figure].toArray()));
        sums.insert(name, sum);
    }
    m_sums = sums;
    if (isWhole)
        m_from = to;
    m_to = std::max(to, m_to);
    m_takenAt = now;
}

} // namespace gatehouse::ui
