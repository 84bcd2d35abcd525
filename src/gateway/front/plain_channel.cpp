// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/front/plain_channel.h"

#include <QEvent>
#include <QHostAddress>

#include <array>
#include <cerrno>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

namespace gatehouse::front {

namespace {

constexpr std::size_t mostParts = 4;
constexpr std::size_t smallBuffer = 16 * 1024; // worth keeping for the next write

bool isForLater(int error)
{
    return error == EAGAIN || error == EWOULDBLOCK || error == EINTR;
}

} // namespace

PlainChannel::Notifier::Notifier(int descriptor, Type type, PlainChannel &channel)
    : QSocketNotifier(descriptor, type)
    , m_channel(channel)
{
}

bool PlainChannel::Notifier::event(QEvent *event)
{
    if (event->type() != QEvent::SockAct)
        return QSocketNotifier::event(event);
    if (type() == Read)
        m_channel.onReadable();
    else
        m_channel.onWritable();
    return true;
}

PlainChannel::PlainChannel(int descriptor, ChannelOwner &owner, std::span<char> scratch)
    : m_owner(owner)
    , m_scratch(scratch)
    , m_reader(descriptor, QSocketNotifier::Read, *this)
    , m_descriptor(descriptor)
{
}

PlainChannel::~PlainChannel()
{
    close(false);
}

void PlainChannel::write(std::initializer_list<std::string_view> parts)
{
    if (m_broken || m_descriptor < 0)
        return;
    const std::size_t sent = pending() ? 0 : sendNow(parts);
    if (!m_broken)
        keep(parts, sent);
}

std::size_t PlainChannel::sendNow(std::initializer_list<std::string_view> parts)
{
    std::array<iovec, mostParts> vector {};
    Q_ASSERT(parts.size() <= mostParts);
    std::size_t count = 0;
    for (const std::string_view part : parts) {
        if (!part.empty())
            vector[count++] = {const_cast<char *>(part.data()), part.size()};
    }
    msghdr message {};
    message.msg_iov = vector.data();
    message.msg_iovlen = count;
    const ssize_t sent = ::sendmsg(m_descriptor, &message, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent >= 0)
        return static_cast<std::size_t>(sent);
    m_broken = !isForLater(errno);
    return 0;
}

void PlainChannel::keep(std::initializer_list<std::string_view> parts, std::size_t sent)
{
    if (m_outAt > m_out.size() / 2) {
        m_out.erase(0, m_outAt);
        m_outAt = 0;
    }
    for (std::string_view part : parts) {
        const std::size_t skipped = std::min(sent, part.size());
        sent -= skipped;
        m_out.append(part.substr(skipped));
    }
    if (pending())
        setWriting(true);
}

void PlainChannel::onWritable()
{
    const std::size_t sent = sendNow({std::string_view(m_out).substr(m_outAt)});
    if (m_broken) {
        setWriting(false);
        return m_owner.onBroken();
    }
    m_outAt += sent;
    if (!pending()) {
        m_out.capacity() > smallBuffer ? std::string().swap(m_out) : m_out.clear();
        m_outAt = 0;
        setWriting(false);
        if (m_finishing)
            ::shutdown(m_descriptor, SHUT_WR);
    }
    if (sent)
        m_owner.onWritten();
}

void PlainChannel::onReadable()
{
    const ssize_t got = ::recv(m_descriptor, m_scratch.data(), m_scratch.size(), MSG_DONTWAIT);
    if (got > 0)
        return m_owner.onBytes({m_scratch.data(), static_cast<std::size_t>(got)});
    if (got < 0 && isForLater(errno))
        return;
    setReading(false); // the end stays readable for ever
    if (got == 0)
        return m_owner.onEnd();
    m_broken = true;
    m_owner.onBroken();
}

void PlainChannel::setReading(bool on)
{
    if (m_descriptor >= 0 && m_reader.isEnabled() != on)
        m_reader.setEnabled(on);
}

void PlainChannel::setWriting(bool on)
{
    if (!m_writer) {
        if (on)
            m_writer.emplace(m_descriptor, QSocketNotifier::Write, *this);
    } else if (m_writer->isEnabled() != on) {
        m_writer->setEnabled(on);
    }
}

void PlainChannel::finishWriting()
{
    m_finishing = true;
    if (m_descriptor >= 0 && !pending())
        ::shutdown(m_descriptor, SHUT_WR);
}

void PlainChannel::close(bool reset)
{
    if (m_descriptor < 0)
        return;
    m_reader.setEnabled(false);
    setWriting(false);
    if (reset) {
        const linger now {1, 0};
        ::setsockopt(m_descriptor, SOL_SOCKET, SO_LINGER, &now, sizeof now);
    }
    ::close(m_descriptor);
    m_descriptor = -1;
    std::string().swap(m_out);
    m_outAt = 0;
}

bool PlainChannel::hasUnread() const
{
    char byte = 0;
    return m_descriptor >= 0 && ::recv(m_descriptor, &byte, 1, MSG_PEEK | MSG_DONTWAIT) >= 0;
}

std::string PlainChannel::peer() const
{
    sockaddr_storage name {};
    socklen_t size = sizeof name;
    if (m_descriptor < 0 || ::getpeername(m_descriptor, reinterpret_cast<sockaddr *>(&name), &size) != 0)
        return {};
    QHostAddress address(reinterpret_cast<const sockaddr *>(&name));
    bool isFour = false;
    const quint32 four = address.toIPv4Address(&isFour); // also ::ffff:192.0.2.1, as a socket for both families gives it
    return (isFour ? QHostAddress(four) : address).toString().toStdString();
}

} // namespace gatehouse::front
