// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QString>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>

namespace gatehouse::ui::test {

/// Plays the gateway's admin API on 127.0.0.1: rows, updates of rows, and every kind of trouble on request.
class FakeAdminApi : public QObject
{
    Q_OBJECT
public:
    /// @param port 0: any that is free.
    explicit FakeAdminApi(QObject *parent = nullptr, quint16 port = 0);

    QUrl url() const;
    /// A row as the API has it; `more` overrides its fields.
    static QJsonObject row(qint64 id, const QString &state = QStringLiteral("completed"), const QJsonObject &more = {});
    /// A new row, or a newer state of one already there.
    void put(const QJsonObject &row);
    /// As a gateway that was started again.
    void forget();

    void setKey(const QByteArray &key) { m_key = key; }
    /// From now on every answer is this; 0 = rows again.
    void failWith(int status, const QByteArray &body = {});
    /// What is answered where a path begins so, whatever else is said of it; the last word counts.
    void tell(const QByteArray &path, const QByteArray &body, int status = 200) { m_told.prepend({path, body, status}); }
    /// The bodies of the questions so far whose path begins so.
    QList<QByteArray> heard(const QByteArray &path) const;
    /// Answers are kept back until release().
    void hold() { m_holding = true; }
    void release();

    int asked() const { return m_asked; }
    int mostAtOnce() const { return m_mostAtOnce; }
    QByteArray lastPath() const { return m_lastPath; }
    QByteArray lastBody() const { return m_lastBody; }

Q_SIGNALS:
    void question(const QByteArray &path);

private:
    struct Told {
        QByteArray path;
        QByteArray body;
        int status;
    };
    struct Change {
        qint64 number;
        QJsonObject row;
    };
    void read(QTcpSocket *socket);
    void answer(QTcpSocket *socket, const QByteArray &request);
    QByteArray bodyFor(const QByteArray &path) const;
    void reply(QTcpSocket *socket, int status, const QByteArray &body);

    QTcpServer m_server;
    QList<Change> m_changes;
    qint64 m_number = 0;
    QByteArray m_key;
    int m_status = 0;
    QByteArray m_body;
    QList<Told> m_told;
    QList<std::pair<QByteArray, QByteArray>> m_heard;
    bool m_holding = false;
    QList<std::pair<QPointer<QTcpSocket>, QByteArray>> m_held;
    int m_asked = 0;
    int m_open = 0;
    int m_mostAtOnce = 0;
    QByteArray m_lastPath;
    QByteArray m_lastBody;
};

} // namespace gatehouse::ui::test
