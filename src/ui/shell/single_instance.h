// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QLocalServer>
#include <QObject>
#include <QString>

namespace gatehouse::ui {

/// One desktop to a user and data directory: who comes second asks the first to show its window and goes. Main thread.
class SingleInstance : public QObject
{
    Q_OBJECT
public:
    explicit SingleInstance(const QString &dataDirectory, QObject *parent = nullptr);

    /// True when we are the first. False when another one runs; it was asked to show its window. Waits for it at most a
    /// second, before there is a window of ours that could freeze.
    bool claim();

Q_SIGNALS:
    /// Somebody started the program again.
    void raiseWished();

private:
    bool tellTheFirst() const;
    void welcome();

    QString m_name;
    QLocalServer m_server;
};

} // namespace gatehouse::ui
