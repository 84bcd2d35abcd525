// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/front/listener.h"

#include <QHostAddress>
#include <QTimer>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace gatehouse::front {

namespace {

constexpr int backlog = 4096;
constexpr int mostAtOnce = 64; // then those who are in get their turn
constexpr auto pauseAfterError = std::chrono::milliseconds(100);

QHostAddress addressOf(const std::string &host)
{
    if (host.empty())
        return QHostAddress(QHostAddress::Any);
    if (host == "localhost")
        return QHostAddress(QHostAddress::LocalHost);
    return QHostAddress(QString::fromStdString(host));
}

socklen_t fill(sockaddr_storage &storage, const QHostAddress &address, std::uint16_t port)
{
    if (address.protocol() == QAbstractSocket::IPv4Protocol) {
        auto *four = reinterpret_cast<sockaddr_in *>(&storage);
        four->sin_family = AF_INET;
        four->sin_port = htons(port);
        four->sin_addr.s_addr = htonl(address.toIPv4Address());
        return sizeof *four;
    }
    auto *six = reinterpret_cast<sockaddr_in6 *>(&storage);
    six->sin6_family = AF_INET6;
    six->sin6_port = htons(port);
    const Q_IPV6ADDR bytes = address.toIPv6Address();
    std::memcpy(&six->sin6_addr, &bytes, sizeof bytes);
    six->sin6_scope_id = address.scopeId().toUInt();
    return sizeof *six;
}

void setOption(int descriptor, int level, int option, int value)
{
    ::setsockopt(descriptor, level, option, &value, sizeof value);
}

/// What is set here on the listening socket Linux passes on to each accepted one: no system call per connection.
void prepare(int descriptor, const QHostAddress &address)
{
    setOption(descriptor, SOL_SOCKET, SO_REUSEADDR, 1);
    setOption(descriptor, SOL_SOCKET, SO_REUSEPORT, 1);
    setOption(descriptor, SOL_SOCKET, SO_KEEPALIVE, 1);
    setOption(descriptor, IPPROTO_TCP, TCP_NODELAY, 1);
    if (address.protocol() != QAbstractSocket::IPv4Protocol)
        setOption(descriptor, IPPROTO_IPV6, IPV6_V6ONLY, address.protocol() == QAbstractSocket::IPv6Protocol);
}

std::string where(const std::string &host, std::uint16_t port)
{
    return (host.empty() ? std::string("any address") : host) + " port " + std::to_string(port);
}

} // namespace

Result<> checkFree(const std::string &host, std::uint16_t port)
{
    const QHostAddress address = addressOf(host);
    if (port == 0 || address.isNull()) // nothing can be taken, or start() will say what is wrong
        return {};
    sockaddr_storage name {};
    const socklen_t size = fill(name, address, port);
    const int descriptor = ::socket(name.ss_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (descriptor < 0)
        return {};
    setOption(descriptor, SOL_SOCKET, SO_REUSEADDR, 1); // connections of an earlier run that are still closing do not count
    const bool isTaken = ::bind(descriptor, reinterpret_cast<sockaddr *>(&name), size) != 0 && errno == EADDRINUSE;
    ::close(descriptor);
    if (!isTaken)
        return {};
    return Failure {Error {Fault::Internal,
        "Cannot listen on " + where(host, port) + ": it is in use by another program. Stop that one, or choose another --port"}};
}

Listener::Listener(std::function<void(int)> accepted, QObject *parent)
    : QTcpServer(parent)
    , m_accepted(std::move(accepted))
{
}

Result<std::uint16_t> Listener::start(const std::string &host, std::uint16_t port)
{
    const QHostAddress address = addressOf(host);
    if (address.isNull())
        return Failure {Error {Fault::Internal, "Cannot listen on \"" + host + "\": not an IP address"}};
    sockaddr_storage name {};
    const socklen_t size = fill(name, address, port);
    const int descriptor = ::socket(name.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (descriptor < 0)
        return Failure {Error {Fault::Internal, "Cannot make a socket: " + std::string(std::strerror(errno))}};
    prepare(descriptor, address);
    if (::bind(descriptor, reinterpret_cast<sockaddr *>(&name), size) != 0 || ::listen(descriptor, backlog) != 0) {
        const std::string reason = std::strerror(errno);
        ::close(descriptor);
        return Failure {Error {Fault::Internal, "Cannot listen on " + where(host, port) + ": " + reason}};
    }
    if (!setSocketDescriptor(descriptor)) {
        ::close(descriptor);
        return Failure {Error {Fault::Internal, "Cannot listen on " + where(host, port) + ": " + errorString().toStdString()}};
    }
    pauseAccepting();
    m_notifier = std::make_unique<QSocketNotifier>(descriptor, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &Listener::onReadable);
    return serverPort();
}

void Listener::stop()
{
    if (!isListening())
        return;
    // Connections that wait in the kernel would be reset when their listening socket goes.
    while (acceptOne()) { }
    m_notifier.reset();
    close();
}

void Listener::lend(QTcpSocket &socket)
{
    if (!m_notifier)
        return;
    m_notifier->setEnabled(false);
    addPendingConnection(&socket);
    pauseAccepting(); // QTcpServer resumes when a pending connection is taken
    m_notifier->setEnabled(true);
}

void Listener::onReadable()
{
    for (int i = 0; i < mostAtOnce && acceptOne(); ++i) { }
}

bool Listener::acceptOne()
{
    const int descriptor = ::accept4(static_cast<int>(socketDescriptor()), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
    if (descriptor >= 0) {
        m_accepted(descriptor);
        return true;
    }
    const bool isOutOfMeans = errno == EMFILE || errno == ENFILE || errno == ENOBUFS || errno == ENOMEM;
    if (isOutOfMeans)
        pause();
    return errno == ECONNABORTED || errno == EINTR || errno == EPROTO; // about that one connection only
}

void Listener::pause()
{
    // The connection still waits in the kernel, and would be reported again at once.
    m_notifier->setEnabled(false);
    QTimer::singleShot(pauseAfterError, m_notifier.get(), [this] { m_notifier->setEnabled(true); });
}

} // namespace gatehouse::front
