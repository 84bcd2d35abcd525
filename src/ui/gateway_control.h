// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QUrl>

namespace gatehouse::ui {

enum class GatewayState { Stopped, Starting, Running, Stopping, Failed };

/// The switch of one gateway, as the window and the tray see it. The app implements it and outlives every view; main thread.
/// Nothing here may block: start() and stop() begin something and stateChanged() tells how it went.
class GatewayControl : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Does nothing unless the gateway is Stopped or Failed.
    virtual void start() = 0;
    /// Does nothing unless it is Running or Starting; running requests may finish first.
    virtual void stop() = 0;
    virtual GatewayState state() const = 0;
    /// While Failed: what happened, where, and what to do about it, for people. Lines may be separated by '\n'.
    virtual QString problem() const = 0;
    /// Where clients send requests, and where the admin API answers; known while stopped, too.
    virtual QUrl baseUrl() const = 0;
    /// The key of the admin API; empty when the gateway has none. Never shown, never logged.
    virtual QByteArray adminKey() const = 0;
    /// Absolute path; empty for the built-in demo configuration.
    virtual QString configFile() const = 0;
    /// It runs elsewhere: start() and stop() mean the connection, and files and keychains of this computer are not its own.
    virtual bool isRemote() const { return false; }

    /// Requests that stopping it now would cut off, whether or not somebody looks; of one elsewhere 0.
    virtual int requestsInFlight() const { return 0; }

Q_SIGNALS:
    /// Any of the values above changed.
    void stateChanged();
};

} // namespace gatehouse::ui
