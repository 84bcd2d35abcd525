// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
// mock_provider PORT: a provider that costs next to nothing. One thread, epoll, HTTP/1.1 with keep-alive; requests are
// read whole and thrown away, answers come from script.cpp.
#include "script.h"

#include <arpa/inet.h>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <map>
#include <memory>
#include <netinet/tcp.h>
#include <queue>
#include <strings.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

using Clock = std::chrono::steady_clock;

namespace {

struct Connection {
    int fd = -1;
    unsigned long serial = 0; // told apart from the next connection with the same descriptor
    std::string in, out;
    std::size_t bodyLeft = 0;
    bool inBody = false;
    const bench::Script *script = nullptr;
    int chunksLeft = 0;
    bool isGone = false; // closed when the round of events is over, so that nobody holds a dead reference
};

struct Due {
    Clock::time_point when;
    int fd;
    unsigned long serial;
    bool operator>(const Due &other) const { return when > other.when; }
};

class Provider
{
public:
    explicit Provider(int port);
    int run();

private:
    void accept();
    void receive(Connection &connection);
    bool readHead(Connection &connection);
    void answer(Connection &connection);
    void sendDue();
    void write(Connection &connection, const std::string &bytes);
    void leave(Connection &connection);
    int timeout() const;

    int m_listener = -1;
    int m_epoll = epoll_create1(EPOLL_CLOEXEC);
    unsigned long m_serial = 0;
    std::map<int, std::unique_ptr<Connection>> m_connections;
    std::vector<int> m_gone;
    std::priority_queue<Due, std::vector<Due>, std::greater<>> m_due;
};

Provider::Provider(int port)
    : m_listener(socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0))
{
    const int on = 1;
    setsockopt(m_listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (bind(m_listener, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0 || listen(m_listener, 4096) != 0) {
        std::perror("mock_provider");
        std::exit(1);
    }
    epoll_event event {EPOLLIN, {.fd = m_listener}};
    epoll_ctl(m_epoll, EPOLL_CTL_ADD, m_listener, &event);
}

int Provider::timeout() const
{
    if (m_due.empty())
        return -1;
    const auto wait = std::chrono::ceil<std::chrono::milliseconds>(m_due.top().when - Clock::now());
    return static_cast<int>(std::max<long>(0, wait.count()));
}

int Provider::run()
{
    epoll_event events[256];
    for (;;) {
        const int count = epoll_wait(m_epoll, events, 256, timeout());
        for (int i = 0; i < count; ++i) {
            const int fd = events[i].data.fd;
            if (fd == m_listener) {
                accept();
                continue;
            }
            const auto it = m_connections.find(fd);
            if (it == m_connections.end())
                continue;
            if (events[i].events & EPOLLOUT)
                write(*it->second, {});
            if (events[i].events & (EPOLLIN | EPOLLHUP | EPOLLERR))
                receive(*it->second);
        }
        sendDue();
        for (const int fd : m_gone) {
            m_connections.erase(fd);
            close(fd);
        }
        m_gone.clear();
    }
}

void Provider::accept()
{
    int fd;
    while ((fd = accept4(m_listener, nullptr, nullptr, SOCK_NONBLOCK)) >= 0) {
        const int on = 1;
        setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        auto connection = std::make_unique<Connection>();
        connection->fd = fd;
        connection->serial = ++m_serial;
        m_connections[fd] = std::move(connection);
        epoll_event event {EPOLLIN, {.fd = fd}};
        epoll_ctl(m_epoll, EPOLL_CTL_ADD, fd, &event);
    }
}

void Provider::receive(Connection &connection)
{
    static char buffer[256 * 1024];
    const ssize_t size = read(connection.fd, buffer, sizeof buffer);
    if (size == 0 || (size < 0 && errno != EAGAIN))
        return leave(connection);
    if (size < 0)
        return;
    std::size_t used = 0;
    if (connection.inBody) {
        used = std::min(connection.bodyLeft, static_cast<std::size_t>(size));
        connection.bodyLeft -= used;
    }
    connection.in.append(buffer + used, static_cast<std::size_t>(size) - used);
    if (!connection.inBody && !readHead(connection))
        return;
    if (connection.bodyLeft == 0)
        answer(connection);
}

/// True when the head is whole; what has come of the body is then already counted.
bool Provider::readHead(Connection &connection)
{
    const std::size_t end = connection.in.find("\r\n\r\n");
    if (end == std::string::npos)
        return false;
    const std::string head = connection.in.substr(0, end + 2);
    connection.script = &bench::scriptFor(std::string_view(head).substr(std::min(head.find(' '), head.size() - 1) + 1));
    const char *length = strcasestr(head.c_str(), "\r\ncontent-length:");
    connection.bodyLeft = length ? std::strtoul(length + 17, nullptr, 10) : 0;
    connection.inBody = true;
    const std::size_t here = std::min(connection.bodyLeft, connection.in.size() - end - 4);
    connection.bodyLeft -= here;
    connection.in.erase(0, end + 4 + here);
    if (connection.bodyLeft > 0 && strcasestr(head.c_str(), "\r\nexpect: 100-continue"))
        write(connection, "HTTP/1.1 100 Continue\r\n\r\n");
    return true;
}

void Provider::answer(Connection &connection)
{
    connection.inBody = false;
    connection.chunksLeft = connection.script->laterChunks;
    if (connection.script->gap.count() > 0)
        m_due.push({Clock::now() + connection.script->gap, connection.fd, connection.serial});
    write(connection, connection.script->whole);
}

void Provider::sendDue()
{
    const auto now = Clock::now();
    while (!m_due.empty() && m_due.top().when <= now) {
        Due due = m_due.top();
        m_due.pop();
        const auto it = m_connections.find(due.fd);
        if (it == m_connections.end() || it->second->serial != due.serial)
            continue;
        Connection &connection = *it->second;
        const bool isLast = connection.chunksLeft-- <= 0;
        if (!isLast) {
            due.when += connection.script->gap;
            m_due.push(due);
        }
        write(connection, isLast ? connection.script->end : connection.script->chunk);
    }
}

void Provider::write(Connection &connection, const std::string &bytes)
{
    if (connection.isGone)
        return;
    const bool wasWaiting = !connection.out.empty();
    connection.out += bytes;
    const ssize_t sent = send(connection.fd, connection.out.data(), connection.out.size(), MSG_NOSIGNAL);
    if (sent < 0 && errno != EAGAIN)
        return leave(connection);
    if (sent > 0)
        connection.out.erase(0, static_cast<std::size_t>(sent));
    if (wasWaiting == !connection.out.empty())
        return;
    epoll_event event {connection.out.empty() ? EPOLLIN : EPOLLIN | EPOLLOUT, {.fd = connection.fd}};
    epoll_ctl(m_epoll, EPOLL_CTL_MOD, connection.fd, &event);
}

void Provider::leave(Connection &connection)
{
    if (!connection.isGone)
        m_gone.push_back(connection.fd);
    connection.isGone = true;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 2) {
        std::fprintf(stderr, "mock_provider PORT\n");
        return 2;
    }
    std::signal(SIGPIPE, SIG_IGN);
    return Provider(std::atoi(argv[1])).run();
}
