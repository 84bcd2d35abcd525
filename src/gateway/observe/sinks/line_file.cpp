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

namespace {

constexpr std::size_t mostAtOnce = 256 * 1024;
constexpr std::size_t longLine = 64 * 1024; // to copy it costs more than to write it by itself

} // namespace

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
    m_timer.setSingleShot(true);
    m_timer.setInterval(0);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { flush(); });
}

LineFile::~LineFile()
{
    flush();
    close();
}

bool LineFile::open()
{
    m_descriptor = ::open(m_place.path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOCTTY | O_NONBLOCK, 0600);
    if (m_descriptor < 0)
        return false;
    struct stat found {
    };
    const bool isKnown = ::fstat(m_descriptor, &found) == 0;
    m_bytes = isKnown && found.st_size > 0 ? static_cast<std::uint64_t>(found.st_size) : 0;
    m_isRegular = isKnown && S_ISREG(found.st_mode);
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
    m_isTorn = false;
    const auto numbered = [this](int number) { return m_place.path + "." + std::to_string(number); };
    if (m_place.files <= 0) {
        ::unlink(m_place.path.c_str());
        return;
    }
    for (int number = m_place.files - 1; number >= 1; --number)
        std::rename(numbered(number).c_str(), numbered(number + 1).c_str());
    std::rename(m_place.path.c_str(), numbered(1).c_str());
}

// Whether what comes now is the first of a new file.
bool LineFile::turnsBefore(std::size_t bytes) const
{
    const std::uint64_t taken = m_bytes + m_lines.size();
    return m_descriptor >= 0 && taken > 0 && taken + bytes > m_place.bytes;
}

void LineFile::take(std::string report)
{
    if (report.empty())
        return;
    report += '\n';
    if (m_descriptor < 0 && m_lines.empty())
        open();
    const bool isLong = report.size() >= longLine || !m_isRegular, turns = turnsBefore(report.size());
    if (isLong || turns || m_lines.size() + report.size() > mostAtOnce)
        flush();
    if (turns) {
        turn();
        open();
    }
    if (isLong)
        return write(report, 1);
    m_lines += report;
    ++m_waiting;
    if (!m_timer.isActive())
        m_timer.start();
}

void LineFile::flush()
{
    m_timer.stop();
    if (!m_lines.empty())
        write(m_lines, std::exchange(m_waiting, 0));
    m_lines.clear();
}

// A disk that fills up takes a part. What it took is counted, and the next line does not stand behind half of another.
void LineFile::write(std::string_view lines, std::size_t count)
{
    bool isReady = m_descriptor >= 0 || open();
    if (isReady && m_isTorn)
        isReady = writeSome("\n") == 1;
    const std::string_view part = lines.substr(0, isReady ? writeSome(lines) : 0);
    const int error = errno;
    const auto whole = part.size() == lines.size() ? count : static_cast<std::size_t>(std::count(part.begin(), part.end(), '\n'));
    m_figures.sent += whole;
    m_figures.dropped += count - whole;
    if (!part.empty())
        m_isTorn = part.back() != '\n';
    if (whole < count)
        complain(error);
    else
        m_figures.trouble.clear();
}

std::size_t LineFile::writeSome(std::string_view bytes)
{
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t written = ::write(m_descriptor, bytes.data() + done, bytes.size() - done);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            break;
        done += static_cast<std::size_t>(written);
    }
    m_bytes += done;
    return done;
}

void LineFile::complain(int error)
{
    const bool isNew = m_figures.trouble.empty();
    m_figures.trouble = std::strerror(error);
    close();
    if (isNew && m_warn)
        m_warn("the sink " + m_figures.name + " cannot write " + m_place.path + ": " + m_figures.trouble);
}

Figures LineFile::figures() const
{
    Figures figures = m_figures;
    figures.waiting = m_waiting;
    return figures;
}

} // namespace gatehouse::observe::sinks
