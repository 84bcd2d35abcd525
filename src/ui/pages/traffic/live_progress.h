// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/api/event_feed.h"
#include "ui/models/traffic.h"

#include <QHash>
#include <QTimer>

namespace gatehouse::ui {

class Session;

/// Lets the rows of running requests grow while somebody looks: their first token, the size of their answers, their durations.
/// What comes is gathered for a tenth of a second. While nobody looks it listens to nothing.
class LiveProgress : public QObject
{
    Q_OBJECT
public:
    explicit LiveProgress(Session &session, QObject *parent = nullptr);

    void setWatched(bool watched);

private:
    void take(const QString &name, const QJsonObject &data);
    void hand();
    void update();

    Session &m_session;
    EventFeed m_events;
    QHash<qint64, TrafficModel::Progress> m_gathered;
    QTimer m_soon;
    QTimer m_tick;
    bool m_watched = false;
};

} // namespace gatehouse::ui
