// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/traffic/disk.h"

#include "gateway/observe/traffic/frame.h"
#include "gateway/observe/traffic/segment_file.h"

#include <QDir>
#include <QFile>

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cinttypes>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <utility>

namespace gatehouse::observe::traffic {

namespace {

constexpr std::uint64_t largestSegment = 32 * 1024 * 1024, smallestSegment = 64 * 1024;
// What is larger is written at once and from where it stands: there, copying it costs more than the call.
constexpr std::uint64_t mostCopied = 32 * 1024;
// In the file, ahead of what is written.
constexpr std::uint64_t mostReserved = 1024 * 1024;
// More does not wait for the end of what the observer looks at.
constexpr std::size_t mostWaiting = 256 * 1024;

} // namespace

void Disk::open(std::string directory, std::uint64_t budget, Say say)
{
    close();
    m_directory = std::move(directory);
    m_budget = budget;
    m_say = std::move(say);
    QDir().mkpath(QString::fromStdString(m_directory));
    ::chmod(m_directory.c_str(), S_IRWXU);
    scan();
    makeRoom(0);
}

void Disk::close()
{
    flush();
    if (m_file >= 0)
        ::close(std::exchange(m_file, -1));
    m_directory.clear();
    m_segments.clear();
    m_entries.clear();
}

void Disk::setBudget(std::uint64_t budget)
{
    m_budget = budget;
    makeRoom(0);
}

std::string Disk::pathOf(std::uint64_t segment) const
{
    std::array<char, 40> name {};
    std::snprintf(name.data(), name.size(), "/traffic-%08" PRIu64 ".log", segment);
    return m_directory + name.data();
}

std::uint64_t Disk::segmentBytes() const
{
    return std::clamp(m_budget / 8, smallestSegment, largestSegment);
}

std::uint64_t Disk::bytes() const
{
    std::uint64_t sum = 0;
    for (const Segment &segment : m_segments)
        sum += segment.bytes;
    return sum;
}

void Disk::scan()
{
    const QStringList names = QDir(QString::fromStdString(m_directory))
                                  .entryList({QStringLiteral("traffic-*.log")}, QDir::Files | QDir::NoSymLinks, QDir::Name);
    for (const QString &name : names) {
        bool isNumber = false;
        const std::uint64_t number = name.mid(8, name.size() - 12).toULongLong(&isNumber);
        if (!isNumber || number == 0)
            continue;
        m_segments.push_back({number, 0});
        scanSegment(m_segments.back());
        m_nextNumber = std::max(m_nextNumber, number + 1);
    }
}

// Behind what is broken it looks for the next head: one bad frame costs no more than itself.
void Disk::scanSegment(Segment &segment)
{
    const Reading file(pathOf(segment.number));
    segment.bytes = file.size();
    if (const auto begin = file.at(0, FrameHead::mark.size() - 1); begin && isOfOtherVersion(*begin))
        return;
    for (std::uint64_t at = 0; at + FrameHead::size < segment.bytes;) {
        const auto text = file.at(at, FrameHead::size);
        const auto head = text ? frameHeadOf(*text) : std::nullopt;
        const bool fits = head && at + head->frameBytes() <= segment.bytes;
        const auto row = fits ? file.at(at + FrameHead::size, std::size_t(head->idBytes) + head->rowBytes) : std::nullopt;
        if (row && sumOf(*row) == head->rowSum) {
            m_entries.push_back({sumOf(std::string_view(*row).substr(0, head->idBytes)), segment.number, at});
            at += head->frameBytes();
            continue;
        }
        ++m_broken;
        const auto rest = file.at(at + 1, static_cast<std::size_t>(segment.bytes - at - 1));
        const std::size_t next = rest ? rest->find(FrameHead::mark) : std::string::npos;
        if (next == std::string::npos)
            return;
        at += 2 + next;
    }
}

void Disk::write(std::string_view callId, std::string_view row, Parts document)
{
    const FrameText text {callId, row, document};
    const std::uint64_t size = text.documentBytes();
    const std::uint64_t frame = FrameHead::size + callId.size() + row.size() + size + frameEnd.size();
    if (frame > m_budget || size > UINT32_MAX)
        return lose(1, "a captured exchange of " + std::to_string(frame) + " bytes is larger than capture_disk_mb");
    makeRoom(frame);
    if (!hasSegmentFor(frame))
        return lose(1, cannotWrite());
    Segment &segment = m_segments.back();
    m_entries.push_back({sumOf(callId), segment.number, segment.bytes});
    segment.bytes += frame;
    reserve(segment.bytes);
    ++m_waiting.count;
    if (frame > mostCopied)
        return writeLarge(text);
    appendFrame(m_waiting.frames, text);
    if (m_waiting.frames.size() >= mostWaiting)
        flush();
}

void Disk::writeLarge(const FrameText &text)
{
    appendFrameBegin(m_waiting.frames, text);
    std::vector<std::string_view> rest(text.document.begin(), text.document.end());
    rest.push_back(frameEnd);
    writeOut(rest);
}

bool Disk::hasSegmentFor(std::uint64_t bytes)
{
    if (m_file >= 0 && m_segments.back().bytes + bytes <= segmentBytes())
        return true;
    flush();
    if (m_file >= 0)
        ::close(std::exchange(m_file, -1));
    m_file = ::open(pathOf(m_nextNumber).c_str(), O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (m_file < 0)
        return false;
    m_segments.push_back({m_nextNumber++, 0});
    m_written = m_reserved = 0;
    return true;
}

// Appending takes a quarter less time where the room for it is there already. Where it cannot be had, all goes on as it did.
void Disk::reserve(std::uint64_t bytes)
{
    if (bytes <= m_reserved)
        return;
    const std::uint64_t end = std::max(bytes, std::min(m_reserved + mostReserved, segmentBytes()));
    ::fallocate(m_file, FALLOC_FL_KEEP_SIZE, static_cast<off_t>(m_reserved), static_cast<off_t>(end - m_reserved));
    m_reserved = end;
}

// All or nothing: half a frame is cut off again, and so are those before it that were not in the file yet.
void Disk::writeOut(Parts last)
{
    if (m_waiting.count == 0)
        return;
    std::vector<std::string_view> parts {m_waiting.frames};
    parts.insert(parts.end(), last.begin(), last.end());
    if (!writeAll(m_file, parts))
        return loseWaiting();
    m_waiting.count = 0;
    m_waiting.frames.clear();
    m_written = m_segments.back().bytes;
    if (std::exchange(m_isLosing, false))
        m_say(false, "captured traffic is written again; " + std::to_string(m_lost) + " exchanges were lost");
}

void Disk::loseWaiting()
{
    const std::string why = cannotWrite();
    if (::ftruncate(m_file, static_cast<off_t>(m_written)) != 0)
        ::close(std::exchange(m_file, -1)); // the next goes into a new one
    m_segments.back().bytes = m_reserved = m_written;
    m_entries.resize(m_entries.size() - m_waiting.count);
    m_waiting.frames.clear();
    lose(std::exchange(m_waiting.count, 0), why);
}

void Disk::makeRoom(std::uint64_t wanted)
{
    while (!m_segments.empty() && bytes() + wanted > m_budget) {
        const std::uint64_t oldest = m_segments.front().number;
        if (m_segments.size() == 1 && m_file >= 0) {
            ::close(std::exchange(m_file, -1));
            m_waiting = {};
        }
        ::unlink(pathOf(oldest).c_str());
        m_segments.pop_front();
        while (!m_entries.empty() && m_entries.front().segment == oldest)
            m_entries.pop_front();
    }
}

std::string Disk::cannotWrite() const
{
    return "captured traffic cannot be written to " + m_directory + ": " + std::strerror(errno);
}

void Disk::lose(std::size_t count, const std::string &why)
{
    m_lost += count;
    if (!std::exchange(m_isLosing, true))
        m_say(true, why + "; it is lost, and so is what follows until that is mended");
}

std::optional<std::string> Disk::bytesAt(std::uint64_t segment, std::uint64_t offset, std::size_t bytes) const
{
    const bool isWaiting = m_waiting.count > 0 && segment == m_segments.back().number && offset >= m_written;
    if (isWaiting)
        return m_waiting.frames.substr(static_cast<std::size_t>(offset - m_written), bytes);
    return Reading(pathOf(segment)).at(offset, bytes);
}

std::optional<FrameHead> Disk::headOf(const Entry &entry) const
{
    const auto text = bytesAt(entry.segment, entry.offset, FrameHead::size);
    return text ? frameHeadOf(*text) : std::nullopt;
}

std::optional<Disk::Kept> Disk::read(const Entry &entry) const
{
    const auto head = headOf(entry);
    if (!head)
        return std::nullopt;
    const auto row = bytesAt(entry.segment, entry.offset + FrameHead::size, std::size_t(head->idBytes) + head->rowBytes);
    auto document = bytesAt(entry.segment, entry.offset + head->beforeDocument(), head->documentBytes);
    if (!row || !document || sumOf(*row) != head->rowSum || sumOf(*document) != head->documentSum)
        return std::nullopt;
    return Kept {row->substr(0, head->idBytes), row->substr(head->idBytes), std::move(*document)};
}

Result<Disk::Kept> Disk::find(std::string_view callId) const
{
    const std::uint64_t id = sumOf(callId);
    for (auto entry = m_entries.rbegin(); entry != m_entries.rend(); ++entry) {
        if (entry->id != id)
            continue;
        auto kept = read(*entry);
        if (!kept)
            return Failure {Error {Fault::Internal, std::string(damaged)}};
        if (kept->callId == callId) // callers choose theirs, and could choose one with the same sum
            return std::move(*kept);
    }
    return Failure {Error {Fault::NotFound, "no exchange of that id is kept"}};
}

std::vector<std::string> Disk::newest(std::size_t limit) const
{
    std::vector<std::string> rows;
    for (auto entry = m_entries.rbegin(); entry != m_entries.rend() && rows.size() < limit; ++entry) {
        const auto head = headOf(*entry);
        if (auto row =
                head ? bytesAt(entry->segment, entry->offset + FrameHead::size + head->idBytes, head->rowBytes) : std::nullopt)
            rows.push_back(std::move(*row));
    }
    std::reverse(rows.begin(), rows.end());
    return rows;
}

} // namespace gatehouse::observe::traffic
