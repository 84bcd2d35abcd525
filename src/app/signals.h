// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QSocketNotifier>

namespace gatehouse::app {

/// Unix signals as Qt signals: SIGTERM and SIGINT ask to stop, SIGHUP to reload. Made after the application object, once block()
/// has been called. Main thread.
class Signals : public QObject
{
    Q_OBJECT
public:
    /// To be called first thing in main(): threads inherit the mask, and one that did not would take the signal.
    static void block();

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
