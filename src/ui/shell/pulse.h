// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/tray/today.h"

#include <QJsonObject>
#include <QList>
#include <QObject>

namespace gatehouse::ui {

class Session;

/// What flows through the gateway now and what it has cost today, as one line, from the tick that it sends every second while
/// somebody looks. Main thread; owned by the footer.
class Pulse : public QObject
{
    Q_OBJECT
public:
    explicit Pulse(Session &session, QObject *parent = nullptr);

    /// "3 under way · 11.4 requests/s · 4,210 tokens/s · $1.84 today"; empty while nothing is known.
    QString text() const;

Q_SIGNALS:
    void changed();

private:
    void take(const QJsonObject &tick);
    void forget();

    struct Second {
        double requests = 0;
        double tokens = 0;
    };
    Session &m_session;
    Today m_today;
    QList<Second> m_seconds; ///< the newest last
    qint64 m_underWay = 0;
    double m_spentSince = 0; ///< dollars, since today's sum was asked for
};

} // namespace gatehouse::ui
