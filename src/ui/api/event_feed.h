// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QObject>
#include <QString>
#include <QTimer>

class QNetworkReply;

namespace gatehouse::ui {

class Client;

/// Follows GET /events while it is on: breaker, budget, config_changed, record_changed, database, tick. What was missed while
/// the line was down is not told again: reconnected() says that whoever keeps a picture must ask anew. Main thread.
class EventFeed : public QObject
{
    Q_OBJECT
public:
    explicit EventFeed(Client &client, QObject *parent = nullptr);
    ~EventFeed() override;

    /// What to listen for, instead of what is said above; before it is on. @param kinds "progress,first_token".
    void setKinds(const QString &kinds) { m_kinds = kinds; }
    void setOn(bool on);
    bool isConnected() const { return m_connected; }

Q_SIGNALS:
    /// @param name "breaker", "config_changed" …; docs/traffic.md lists them.
    void happened(const QString &name, const QJsonObject &data);
    void reconnected();

private:
    void open();
    void close();
    void read();
    void takeLine(const QByteArray &line);
    void takeEvent();

    Client &m_client;
    QString m_kinds;
    QNetworkReply *m_reply = nullptr;
    QTimer m_retry;
    QByteArray m_pending; ///< a line that is not whole yet
    QByteArray m_name;
    QByteArray m_data;
    int m_failures = 0;
    bool m_on = false;
    bool m_connected = false;
};

} // namespace gatehouse::ui
