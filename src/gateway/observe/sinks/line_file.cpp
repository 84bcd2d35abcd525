// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/sinks/line_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <utility>

namespace gatehouse::observe::sinks {

LinePlace placeOf(const Making &making)
{
    constexpr std::uint64_t megabyte = 1024 * 1024;
    LinePlace place {making.text("JSONL_PATH")};
    place.bytes = making.count("JSONL_MAX_MB", place.bytes / megabyte) * megabyte;
    place.files =
        static_cast<int>(std::min<std::size_t>(1000, making.count("JSONL_FILES", static_cast<std::size_t>(place.files))));
    return place;
}

LineFile::LineFile(std::string name, LinePlace place, Warn warn)
    : m_place(std::move(place))
    , m_warn(std::move(warn))
{
    m_figures.name = std::move(name);
}

LineFile::~LineFile()
{
    close();
}

bool LineFile::open()
{
    m_descriptor = ::open(m_place.path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOCTTY | O_NONBLOCK, 0600);
    if (m_descriptor < 0)
        return false;
    struct stat found {
    };
    m_bytes = ::fstat(m_descriptor, &found) == 0 && found.st_size > 0 ? static_cast<std::uint64_t>(found.st_size) : 0;
    return true;
}

void LineFile::close()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
    m_descriptor = -1;
}

// PATH becomes PATH.1, and the oldest is gone.
void LineFile::turn()
{
    close();
    const auto numbered = [this](int number) { return m_place.path + "." + std::to_string(number); };
    if (m_place.files <= 0) {
        ::unlink(m_place.path.c_str());
        return;
    }
    for (int number = m_place.files - 1; number >= 1; --number)
        std::rename(numbered(number).c_str(), numbered(number + 1).c_str());
    std::rename(m_place.path.c_str(), numbered(1).c_str());
}

void LineFile::take(std::string report)
{
    if (report.empty())
        return;
    report += '\n';
    if (m_descriptor >= 0 && m_bytes > 0 && m_bytes + report.size() > m_place.bytes)
        turn();
    const bool isWritten = (m_descriptor >= 0 || open())
        && ::write(m_descriptor, report.data(), report.size()) == static_cast<ssize_t>(report.size());
    if (isWritten) {
        m_bytes += report.size();
        ++m_figures.sent;
        m_figures.trouble.clear();
        return;
    }
    const bool isNew = m_figures.trouble.empty();
    m_figures.trouble = std::strerror(errno);
    ++m_figures.dropped;
    close();
    if (isNew && m_warn)
        m_warn("the sink " + m_figures.name + " cannot write " + m_place.path + ": " + m_figures.trouble);
}

} // namespace gatehouse::observe::sinks
