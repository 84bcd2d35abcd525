// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/result.h"

#include <QSocketNotifier>
#include <QTcpServer>

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace gatehouse::front {

/// Fails when anybody listens there already, another Gatehouse included: with SO_REUSEPORT a second one would join it unseen.
Result<> checkFree(const std::string &host, std::uint16_t port);

/// The listening socket of one worker, made by ourselves so that several workers can share its port (SO_REUSEPORT).
/// Accepted connections are handed out as bare descriptors. It accepts by itself too: QTcpServer 6.4 turns in circles when
/// descriptors run out. Owned by Server, lives on its thread.
class Listener final : public QTcpServer
{
    Q_OBJECT
public:
    explicit Listener(std::function<void(int descriptor)> accepted, QObject *parent = nullptr);

    /// \a host is an IPv4 or IPv6 address, "localhost", or empty for any; returns the bound port.
    Result<std::uint16_t> start(const std::string &host, std::uint16_t port);
    /// Takes what the kernel has accepted already, then closes.
    void stop();
    /// Gives \a socket to whoever waits for pending connections; it stays the caller's.
    void lend(QTcpSocket &socket);

private:
    void onReadable();
    bool acceptOne();
    void pause();

    std::function<void(int)> m_accepted;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace gatehouse::front
