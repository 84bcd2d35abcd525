// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QJsonObject>
#include <QUrlQuery>

namespace gatehouse::ui {

/// Requests, errors and spend of each deployment in the last 24 hours, added up from GET /series. The whole day is asked for
/// once, minute by minute, and from then on only the seconds that are new; every half hour the day is asked for anew, so that
/// what is older falls away.
class DaySums
{
public:
    /// What to ask next. @param now seconds of any clock, as long as it is the same in take(): the gateway's may be another.
    QUrlQuery query(qint64 now) const;
    /// Takes the answer to that question.
    void take(const QJsonObject &answer, qint64 now);
    /// Another gateway, or the same one started again.
    void clear() { *this = {}; }

    /// By deployment: {"requests", "errors", "spend"}, spend in dollars.
    const QJsonObject &sums() const { return m_sums; }

private:
    QJsonObject m_sums;
    qint64 m_from = 0; ///< when the day was asked for, seconds since 1970; 0: not yet
    qint64 m_to = 0;
    qint64 m_takenAt = 0; ///< by the clock of the caller
};

} // namespace gatehouse::ui
