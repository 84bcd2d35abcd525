// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/journal.h"

#include <cstdint>
#include <cstring>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace gatehouse::observe {

namespace {

constexpr std::size_t longestValue = 16 * 1024;

} // namespace

JournalEntry &JournalEntry::add(std::string_view name, std::string_view value)
{
    value = value.substr(0, longestValue);
    if (value.empty())
        return *this;
    m_text += name;
    if (value.find('\n') == std::string_view::npos) {
        m_text += '=';
    } else { // what holds a line break goes behind its length, in 64 bits, the least first
        m_text += '\n';
        std::uint64_t length = value.size();
        for (int i = 0; i < 8; ++i, length >>= 8)
            m_text += static_cast<char>(length & 0xff);
    }
    m_text += value;
    m_text += '\n';
    return *this;
}

std::string messageOf(std::string_view entry)
{
    constexpr std::string_view begin = "MESSAGE=";
    if (!entry.starts_with(begin))
        return {};
    return std::string(entry.substr(begin.size(), entry.find('\n') - begin.size()));
}

JournalSocket::~JournalSocket()
{
    if (m_socket >= 0)
        ::close(m_socket);
}

bool JournalSocket::send(const std::string &entry, const std::string &path)
{
    sockaddr_un address {};
    address.sun_family = AF_UNIX;
    if (path.size() >= sizeof address.sun_path)
        return false;
    std::memcpy(address.sun_path, path.data(), path.size());
    if (m_socket < 0)
        m_socket = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    const auto *to = reinterpret_cast<const sockaddr *>(&address);
    return ::sendto(m_socket, entry.data(), entry.size(), MSG_NOSIGNAL, to, sizeof address) >= 0;
}

bool isJournalStream(std::string_view stream, int descriptor)
{
    struct stat facts {
    };
    if (stream.empty() || ::fstat(descriptor, &facts) != 0)
        return false;
    return stream == std::to_string(facts.st_dev) + ":" + std::to_string(facts.st_ino);
}

} // namespace gatehouse::observe
