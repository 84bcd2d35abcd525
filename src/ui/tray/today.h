// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QObject>
#include <QString>
#include <QTimer>

#include <optional>

namespace gatehouse::ui {

class Session;
struct Answer;

/// What the gateway has done since midnight (UTC, as its daily sums are kept), for the tray: asked once a minute, and when
/// somebody opens the menu. Main thread.
class Today : public QObject
{
    Q_OBJECT
public:
    explicit Today(Session &session, QObject *parent = nullptr);

    std::optional<double> spend() const { return m_spend; } ///< dollars; nothing: not known yet
    qint64 tokens() const { return m_tokens; }
    qint64 requests() const { return m_requests; }
    /// "Today $1.84 · 412 k tokens"; empty while not known.
    QString text() const;
    void ask();

Q_SIGNALS:
    void changed();

private:
    void take(const Answer &answer);
    void forget();

    Session &m_session;
    QTimer m_timer;
    std::optional<double> m_spend;
    qint64 m_tokens = 0;
    qint64 m_requests = 0;
};

} // namespace gatehouse::ui
