// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/models/traffic_row.h"

#include <QDateTime>
#include <QList>
#include <QObject>
#include <QString>
#include <QTimer>

#include <chrono>

namespace gatehouse::ui {

class Client;
struct Answer;

/// Asks the gateway again and again what changed in its traffic: one question at a time, fast while somebody looks, slowly
/// otherwise, and ever more slowly while it fails. Main thread; owned by Session.
class TrafficFeed : public QObject
{
    Q_OBJECT
public:
    enum class Pace {
        Off,
        Slow, ///< only the tray is there
        Live, ///< a window is open
    };
    struct Intervals {
        std::chrono::milliseconds live {500};
        std::chrono::milliseconds slow {3000};
        std::chrono::milliseconds behind {50}; ///< the last page was full: more is waiting
        std::chrono::milliseconds longest {15000};
    };

    explicit TrafficFeed(Client &client, QObject *parent = nullptr);

    void setIntervals(const Intervals &intervals) { m_intervals = intervals; }
    void setPace(Pace pace);
    Pace pace() const { return m_pace; }
    /// Asks now, unless a question is already under way.
    void refresh();
    /// Another gateway, or the same one started again: its ids begin anew.
    void restart();

    /// Why nothing is heard, for people; empty while all is well.
    QString problem() const { return m_problem; }
    /// When the next try is due while there is a problem.
    QDateTime nextTry() const { return m_nextTry; }
    QDateTime lastHeard() const { return m_lastHeard; }

Q_SIGNALS:
    void received(const QList<gatehouse::ui::TrafficRow> &rows);
    void restarted();
    /// problem(), nextTry() or lastHeard() changed.
    void conditionChanged();

private:
    void ask();
    void take(const Answer &answer);
    void takeRows(const Answer &answer);
    void fail(const QString &problem);
    void schedule(std::chrono::milliseconds wait);
    std::chrono::milliseconds usualWait() const;

    Client &m_client;
    QTimer m_timer;
    Intervals m_intervals;
    Pace m_pace = Pace::Off;
    bool m_asking = false;
    int m_epoch = 0; ///< counts restart()s, so that a late answer is known as one
    qint64 m_cursor = 0;
    int m_failures = 0;
    QString m_problem;
    QDateTime m_nextTry;
    QDateTime m_lastHeard;
};

} // namespace gatehouse::ui
