// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "client.h"

#include <arpa/inet.h>
#include <cerrno>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace bench {
namespace {

sockaddr_in loopback(int last, int port)
{
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK - 1 + static_cast<uint32_t>(last));
    return address;
}

} // namespace

Client::Client(int epoll, int port, int source)
    : m_epoll(epoll)
    , m_fd(socket(AF_INET, SOCK_STREAM, 0))
{
    const int on = 1;
    setsockopt(m_fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    setsockopt(m_fd, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &on, sizeof on);
    const sockaddr_in from = loopback(1 + source, 0), to = loopback(1, port);
    if (bind(m_fd, reinterpret_cast<const sockaddr *>(&from), sizeof from) != 0
        || connect(m_fd, reinterpret_cast<const sockaddr *>(&to), sizeof to) != 0) {
        m_state = State::Dead;
        return;
    }
    fcntl(m_fd, F_SETFL, O_NONBLOCK);
    epoll_event event {EPOLLIN, {.ptr = this}};
    epoll_ctl(m_epoll, EPOLL_CTL_ADD, m_fd, &event);
}

Client::~Client()
{
    if (m_fd >= 0)
        close(m_fd);
}

void Client::start(const std::string &request, Clock::time_point intended)
{
    m_state = State::Busy;
    m_request = &request;
    m_sent = 0;
    m_seenEvents = 0;
    m_reader.reset();
    m_intended = intended;
    m_firstByte = {};
    onWritable();
}

void Client::onWritable()
{
    if (m_state != State::Busy)
        return;
    const ssize_t sent = send(m_fd, m_request->data() + m_sent, m_request->size() - m_sent, MSG_NOSIGNAL);
    if (sent > 0)
        m_sent += static_cast<std::size_t>(sent);
    else if (errno != EAGAIN)
        m_state = State::Dead;
    watch(m_sent < m_request->size());
}

void Client::watch(bool writable)
{
    if (writable == m_isWatchingWrites)
        return;
    m_isWatchingWrites = writable;
    epoll_event event {writable ? EPOLLIN | EPOLLOUT : EPOLLIN, {.ptr = this}};
    epoll_ctl(m_epoll, EPOLL_CTL_MOD, m_fd, &event);
}

void Client::onReadable()
{
    static char buffer[256 * 1024];
    const ssize_t size = recv(m_fd, buffer, sizeof buffer, 0);
    if (size < 0 && errno == EAGAIN)
        return;
    if (size <= 0 || m_state != State::Busy) {
        m_state = State::Dead;
        epoll_ctl(m_epoll, EPOLL_CTL_DEL, m_fd, nullptr);
        return;
    }
    if (!hasFirstByte())
        m_firstByte = Clock::now();
    m_reader.feed(buffer, static_cast<std::size_t>(size));
    if (m_reader.isDone())
        m_state = State::Idle;
    else if (m_reader.isBroken())
        m_state = State::Dead;
}

int Client::takeNewEvents()
{
    const int fresh = m_reader.events() - m_seenEvents;
    m_seenEvents = m_reader.events();
    return fresh;
}

} // namespace bench
