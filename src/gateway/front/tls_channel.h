// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/result.h"
#include "gateway/front/channel.h"

#include <QSslConfiguration>
#include <QSslSocket>

#include <span>

namespace gatehouse::front {

/// TLS 1.2 or newer, server side, with the chain in \a certificateFile and the key in \a keyFile (both PEM).
Result<QSslConfiguration> tlsConfiguration(const std::string &certificateFile, const std::string &keyFile);

/// TCP under TLS, by QSslSocket.
class TlsChannel final : public QObject, public Channel
{
    Q_OBJECT
public:
    TlsChannel(int descriptor, const QSslConfiguration &configuration, ChannelOwner &owner, std::span<char> scratch);
    ~TlsChannel() override;

    void write(std::initializer_list<std::string_view> parts) override;
    std::size_t pending() const override;
    void setReading(bool on) override;
    void finishWriting() override;
    void close(bool reset) override;
    bool isReady() const override { return m_socket.isEncrypted(); }
    bool broken() const override { return m_broken; }
    bool hasUnread() const override { return m_socket.bytesAvailable() > 0 || m_socket.encryptedBytesAvailable() > 0; }
    std::string peer() const override;

private:
    void onReadyRead();
    void onDisconnected();

    QSslSocket m_socket;
    ChannelOwner &m_owner;
    std::span<char> m_scratch;
    bool m_reading = true;
    bool m_broken = false;
    bool m_closed = false;
};

} // namespace gatehouse::front
