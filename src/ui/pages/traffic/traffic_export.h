// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QString>

namespace gatehouse::ui {

class Session;

/// Writes what the gateway tells of some requests into a file, as a JSON list. One question after another; the file is written on
/// another thread. Deletes itself when it is done.
class TrafficExport : public QObject
{
    Q_OBJECT
public:
    static constexpr int mostRequests = 1000;

    TrafficExport(Session &session, const QList<qint64> &ids, const QString &file, QObject *parent);

    void start() { next(); }

Q_SIGNALS:
    /// @param problem empty: it is written. @param written how many requests are in it.
    void finished(int written, const QString &problem);

private:
    void next();
    void write();
    void fail(const QString &problem);

    Session &m_session;
    QList<qint64> m_ids;
    QString m_file;
    QList<QByteArray> m_parts;
    qsizetype m_bytes = 0;
};

} // namespace gatehouse::ui
