// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/traffic/segment_file.h"

#include <sys/uio.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <vector>

namespace gatehouse::observe::traffic {

Reading::Reading(const std::string &path)
    : m_file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW))
{
}

Reading::~Reading()
{
    if (m_file >= 0)
        ::close(m_file);
}

std::optional<std::string> Reading::at(std::uint64_t offset, std::size_t bytes) const
{
    std::string text(bytes, '\0');
    for (std::size_t got = 0; got < bytes;) {
        const ssize_t read = ::pread(m_file, text.data() + got, bytes - got, static_cast<off_t>(offset + got));
        if (read <= 0)
            return std::nullopt;
        got += static_cast<std::size_t>(read);
    }
    return text;
}

std::uint64_t Reading::size() const
{
    struct stat facts {
    };
    return m_file >= 0 && ::fstat(m_file, &facts) == 0 ? static_cast<std::uint64_t>(facts.st_size) : 0;
}

bool writeAll(int file, std::span<const std::string_view> parts)
{
    constexpr std::size_t most = 512; // at once; the system takes twice as many
    std::vector<iovec> vectors;
    vectors.reserve(parts.size());
    for (const std::string_view part : parts) {
        if (!part.empty())
            vectors.push_back({const_cast<char *>(part.data()), part.size()}); // which is only read
    }
    for (std::span<iovec> left = vectors; !left.empty();) {
        const ssize_t result = ::writev(file, left.data(), static_cast<int>(std::min(left.size(), most)));
        if (result < 0 && errno == EINTR)
            continue;
        if (result <= 0)
            return false;
        auto written = static_cast<std::size_t>(result);
        for (; !left.empty() && written >= left.front().iov_len; left = left.subspan(1))
            written -= left.front().iov_len;
        if (written > 0) {
            left.front().iov_base = static_cast<char *>(left.front().iov_base) + written;
            left.front().iov_len -= written;
        }
    }
    return true;
}

} // namespace gatehouse::observe::traffic
