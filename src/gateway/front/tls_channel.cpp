// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/front/tls_channel.h"

#include <QFile>
#include <QHostAddress>
#include <QMetaObject>
#include <QSslCertificate>
#include <QSslKey>

#include <unistd.h>

namespace gatehouse::front {

namespace {

constexpr qint64 readAhead = 256 * 1024; // decrypted and not yet asked for

Result<QByteArray> contents(const std::string &path)
{
    QFile file(QFile::decodeName(path.c_str()));
    if (!file.open(QIODevice::ReadOnly))
        return Failure {Error {Fault::Internal, "Cannot read " + path + ": " + file.errorString().toStdString()}};
    return file.readAll();
}

QSslKey keyFrom(const QByteArray &pem)
{
    for (const QSsl::KeyAlgorithm algorithm : {QSsl::Rsa, QSsl::Ec, QSsl::Dsa}) {
        QSslKey key(pem, algorithm, QSsl::Pem, QSsl::PrivateKey);
        if (!key.isNull())
            return key;
    }
    return {};
}

} // namespace

Result<QSslConfiguration> tlsConfiguration(const std::string &certificateFile, const std::string &keyFile)
{
    if (!QSslSocket::supportsSsl())
        return Failure {Error {Fault::Internal, "HTTPS is not possible: no TLS library was found"}};
    if (certificateFile.empty() || keyFile.empty())
        return Failure {Error {Fault::Internal, "HTTPS needs both a certificate file and a key file"}};
    auto certificates = contents(certificateFile);
    if (!certificates)
        return Failure {certificates.error()};
    auto keyText = contents(keyFile);
    if (!keyText)
        return Failure {keyText.error()};
    const QList<QSslCertificate> chain = QSslCertificate::fromData(*certificates, QSsl::Pem);
    if (chain.isEmpty())
        return Failure {Error {Fault::Internal, "No PEM certificate in " + certificateFile}};
    const QSslKey key = keyFrom(*keyText);
    if (key.isNull())
        return Failure {Error {Fault::Internal, "No unencrypted PEM private key in " + keyFile}};

    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificateChain(chain);
    configuration.setPrivateKey(key);
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    return configuration;
}

TlsChannel::TlsChannel(int descriptor, const QSslConfiguration &configuration, ChannelOwner &owner, std::span<char> scratch)
    : m_owner(owner)
    , m_scratch(scratch)
{
    connect(&m_socket, &QSslSocket::readyRead, this, &TlsChannel::onReadyRead);
    connect(&m_socket, &QSslSocket::encryptedBytesWritten, this, [this] { m_owner.onWritten(); });
    // Queued, because disconnectFromHost() may tell it at once, from inside a call into the channel.
    connect(&m_socket, &QSslSocket::disconnected, this, &TlsChannel::onDisconnected, Qt::QueuedConnection);
    m_socket.setSslConfiguration(configuration);
    m_socket.setReadBufferSize(readAhead);
    if (!m_socket.setSocketDescriptor(descriptor)) {
        ::close(descriptor);
        m_broken = true;
        return;
    }
    m_socket.startServerEncryption();
}

TlsChannel::~TlsChannel()
{
    close(true);
}

void TlsChannel::onReadyRead()
{
    while (m_reading && !m_closed) {
        const qint64 got = m_socket.read(m_scratch.data(), static_cast<qint64>(m_scratch.size()));
        if (got <= 0)
            return;
        m_owner.onBytes({m_scratch.data(), static_cast<std::size_t>(got)});
    }
}

void TlsChannel::onDisconnected()
{
    // QSslSocket knows no half-closed connection: when the client has ended its side, nothing can be sent to it either.
    if (m_closed)
        return;
    m_broken = true;
    m_owner.onBroken();
}

void TlsChannel::write(std::initializer_list<std::string_view> parts)
{
    if (m_broken || m_closed)
        return;
    for (const std::string_view part : parts) {
        if (!part.empty() && m_socket.write(part.data(), static_cast<qint64>(part.size())) < 0)
            m_broken = true;
    }
}

std::size_t TlsChannel::pending() const
{
    return m_closed ? 0 : static_cast<std::size_t>(m_socket.bytesToWrite() + m_socket.encryptedBytesToWrite());
}

void TlsChannel::setReading(bool on)
{
    const bool resumed = on && !m_reading;
    m_reading = on;
    if (resumed && m_socket.bytesAvailable() > 0)
        QMetaObject::invokeMethod(this, &TlsChannel::onReadyRead, Qt::QueuedConnection);
}

void TlsChannel::finishWriting()
{
    if (!m_closed)
        m_socket.disconnectFromHost(); // after what waits, and the alert that says it was the end
}

void TlsChannel::close(bool)
{
    if (m_closed)
        return;
    m_closed = true;
    m_socket.disconnect(this);
    m_socket.abort(); // without the closing alert, so the client can tell it from a regular end
}

std::string TlsChannel::peer() const
{
    QHostAddress address = m_socket.peerAddress();
    bool isFour = false;
    const quint32 four = address.toIPv4Address(&isFour);
    return (isFour ? QHostAddress(four) : address).toString().toStdString();
}

} // namespace gatehouse::front
