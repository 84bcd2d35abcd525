// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QSocketNotifier>

namespace gatehouse::app {

/// Unix signals as Qt signals: SIGTERM and SIGINT ask to stop, SIGHUP to reload. Must be made after the application object and
/// before any thread is started, so that all threads inherit the blocked mask. Main thread.
class Signals : public QObject
{
    Q_OBJECT
public:
    explicit Signals(QObject *parent = nullptr);
    ~Signals() override;

Q_SIGNALS:
    void stopAsked();
    void reloadAsked();

private:
    void onReadable();
    int m_descriptor;
    QSocketNotifier m_notifier;
};

} // namespace gatehouse::app
