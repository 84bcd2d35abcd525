// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/api/client.h"

#include <QObject>
#include <QString>
#include <QTimer>
#include <QUrlQuery>

#include <chrono>

class QWidget;

namespace gatehouse::ui {

class Session;

/// Asks one address of the admin API again and again while somebody sees its viewer: one question at a time, more and more
/// slowly while it fails, not at all while the viewer is hidden or the gateway does not run. Main thread.
class Poll : public QObject
{
    Q_OBJECT
public:
    /// @param viewer asks at once when it becomes visible; also the parent.
    Poll(Session &session, const QString &path, std::chrono::milliseconds interval, QWidget *viewer);

    void setQuery(const QUrlQuery &query);
    void setPath(const QString &path);
    void setInterval(std::chrono::milliseconds interval);
    /// Asks now, or as soon as the question under way is answered.
    void ask();
    bool isAsking() const { return m_asking; }

Q_SIGNALS:
    /// Never for an answer to an older query.
    void answered(const gatehouse::ui::Answer &answer);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool isSeen() const;
    void take(const Answer &answer, int epoch);
    void schedule();

    Session &m_session;
    QWidget *m_viewer;
    QString m_path;
    QUrlQuery m_query;
    QTimer m_timer;
    std::chrono::milliseconds m_interval;
    int m_epoch = 0;
    int m_failures = 0;
    bool m_asking = false;
    bool m_again = false; ///< ask() came while a question was under way
};

} // namespace gatehouse::ui
