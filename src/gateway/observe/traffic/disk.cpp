// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// A segment is a row of frames: a head in text with the lengths and check sums of the two parts, the row, the document, a
// newline.
#include "gateway/observe/traffic/disk.h"

#include "gateway/wire/json_object.h"

#include <QDir>
#include <QFile>

#include <sys/uio.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cinttypes>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <optional>
#include <sys/stat.h>
#include <utility>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace gatehouse::observe::traffic {

namespace {

constexpr std::string_view magic = "GTR2 ";
constexpr std::size_t headBytes = 57;
constexpr std::uint64_t largestSegment = 32 * 1024 * 1024, smallestSegment = 64 * 1024;

using Parts = std::span<const std::string_view>;

// Against a torn or rotten file, not against anybody.
std::uint64_t sumOf(Parts parts)
{
    XXH3_state_t state;
    XXH3_64bits_reset(&state);
    for (const std::string_view part : parts)
        XXH3_64bits_update(&state, part.data(), part.size());
    return XXH3_64bits_digest(&state);
}

std::uint64_t sumOf(std::string_view text)
{
    return sumOf(Parts(&text, 1));
}

std::uint64_t sizeOf(Parts parts)
{
    std::uint64_t size = 0;
    for (const std::string_view part : parts)
        size += part.size();
    return size;
}

struct Head {
    std::uint32_t rowBytes = 0, documentBytes = 0;
    std::uint64_t rowSum = 0, documentSum = 0;
    std::uint64_t frameBytes() const { return headBytes + std::uint64_t(rowBytes) + documentBytes + 1; }
};

std::string textOf(const Head &head)
{
    std::array<char, headBytes + 1> text {};
    std::snprintf(text.data(), text.size(), "GTR2 %08" PRIx32 " %08" PRIx32 " %016" PRIx64 " %016" PRIx64 "\n", head.rowBytes,
        head.documentBytes, head.rowSum, head.documentSum);
    return {text.data(), headBytes};
}

std::optional<Head> headOf(const std::string &text)
{
    Head head;
    if (text.size() != headBytes || !text.starts_with(magic) || text.back() != '\n')
        return std::nullopt;
    const int read = std::sscanf(text.c_str() + magic.size(), "%8" SCNx32 " %8" SCNx32 " %16" SCNx64 " %16" SCNx64,
        &head.rowBytes, &head.documentBytes, &head.rowSum, &head.documentSum);
    return read == 4 ? std::optional(head) : std::nullopt;
}

/// A file that is closed with it.
class Reading
{
public:
    explicit Reading(const std::string &path)
        : m_file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW))
    {
    }
    ~Reading()
    {
        if (m_file >= 0)
            ::close(m_file);
    }
    Reading(const Reading &) = delete;
    Reading &operator=(const Reading &) = delete;

    /// Nothing where there are not as many.
    std::optional<std::string> at(std::uint64_t offset, std::size_t bytes) const
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
    std::uint64_t size() const
    {
        struct stat facts {
        };
        return m_file >= 0 && ::fstat(m_file, &facts) == 0 ? static_cast<std::uint64_t>(facts.st_size) : 0;
    }

private:
    int m_file;
};

// False with errno where it could not be written.
bool writeAll(int file, std::span<iovec> parts)
{
    constexpr std::size_t most = 512; // at once; the system takes twice as many
    while (!parts.empty()) {
        const ssize_t written = ::writev(file, parts.data(), static_cast<int>(std::min(parts.size(), most)));
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        auto left = static_cast<std::size_t>(written);
        for (; !parts.empty() && left >= parts.front().iov_len; parts = parts.subspan(1))
            left -= parts.front().iov_len;
        if (left > 0) {
            parts.front().iov_base = static_cast<char *>(parts.front().iov_base) + left;
            parts.front().iov_len -= left;
        }
    }
    return true;
}

std::string reason()
{
    return std::strerror(errno);
}

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
    for (std::uint64_t at = 0; at + headBytes < segment.bytes;) {
        const auto headText = file.at(at, headBytes);
        const auto head = headText ? headOf(*headText) : std::nullopt;
        const bool fits = head && at + head->frameBytes() <= segment.bytes;
        const auto row = fits ? file.at(at + headBytes, head->rowBytes) : std::nullopt;
        if (row && sumOf(*row) == head->rowSum) {
            const auto json = wire::JsonObject::parse(*row);
            const std::string callId = json ? wire::jsonString(json->find("call_id")).value_or("") : std::string();
            m_entries.push_back({callId, segment.number, at, head->rowBytes, head->documentBytes, head->documentSum});
            at += head->frameBytes();
            continue;
        }
        ++m_broken;
        const auto rest = file.at(at + 1, static_cast<std::size_t>(segment.bytes - at - 1));
        const std::size_t next = rest ? rest->find("\nGTR2 ") : std::string::npos;
        if (next == std::string::npos)
            return;
        at += 2 + next;
    }
}

void Disk::write(std::string_view callId, std::string_view row, std::span<const std::string_view> document)
{
    const std::uint64_t size = sizeOf(document);
    const std::uint64_t frame = headBytes + row.size() + size + 1;
    if (frame > m_budget || size > UINT32_MAX)
        return lose("a captured exchange of " + std::to_string(frame) + " bytes is larger than capture_disk_mb");
    makeRoom(frame);
    if (!hasSegmentFor(frame))
        return lose("captured traffic cannot be written to " + m_directory + ": " + reason());
    const Head head {static_cast<std::uint32_t>(row.size()), static_cast<std::uint32_t>(size), sumOf(row), sumOf(document)};
    if (!append(textOf(head), row, document))
        return lose("captured traffic cannot be written to " + m_directory + ": " + reason());
    Segment &segment = m_segments.back();
    m_entries.push_back(
        {std::string(callId), segment.number, segment.bytes, head.rowBytes, head.documentBytes, head.documentSum});
    segment.bytes += frame;
    if (std::exchange(m_isLosing, false))
        m_say(false, "captured traffic is written again; " + std::to_string(m_lost) + " exchanges were lost");
}

bool Disk::hasSegmentFor(std::uint64_t bytes)
{
    if (m_file >= 0 && m_segments.back().bytes + bytes <= segmentBytes())
        return true;
    if (m_file >= 0)
        ::close(std::exchange(m_file, -1));
    m_file = ::open(pathOf(m_nextNumber).c_str(), O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (m_file < 0)
        return false;
    m_segments.push_back({m_nextNumber++, 0});
    return true;
}

// All or nothing: half a frame is cut off again.
bool Disk::append(std::string_view head, std::string_view row, std::span<const std::string_view> document)
{
    constexpr std::string_view end = "\n";
    std::vector<iovec> parts;
    parts.reserve(document.size() + 3);
    const auto add = [&parts](std::string_view text) {
        if (!text.empty())
            parts.push_back({const_cast<char *>(text.data()), text.size()}); // which is only read
    };
    add(head);
    add(row);
    std::for_each(document.begin(), document.end(), add);
    add(end);
    if (writeAll(m_file, parts))
        return true;
    const int why = errno;
    if (::ftruncate(m_file, static_cast<off_t>(m_segments.back().bytes)) != 0)
        ::close(std::exchange(m_file, -1)); // the next goes into a new one
    errno = why;
    return false;
}

void Disk::makeRoom(std::uint64_t wanted)
{
    while (!m_segments.empty() && bytes() + wanted > m_budget) {
        const std::uint64_t oldest = m_segments.front().number;
        if (m_segments.size() == 1 && m_file >= 0)
            ::close(std::exchange(m_file, -1));
        ::unlink(pathOf(oldest).c_str());
        m_segments.pop_front();
        while (!m_entries.empty() && m_entries.front().segment == oldest)
            m_entries.pop_front();
    }
}

void Disk::lose(const std::string &why)
{
    ++m_lost;
    if (!std::exchange(m_isLosing, true))
        m_say(true, why + "; it is lost, and so is what follows until that is mended");
}

Result<std::string> Disk::find(std::string_view callId) const
{
    const auto found =
        std::find_if(m_entries.rbegin(), m_entries.rend(), [&](const Entry &each) { return each.callId == callId; });
    if (found == m_entries.rend())
        return Failure {Error {Fault::NotFound, "no exchange of that id is kept"}};
    auto document = Reading(pathOf(found->segment)).at(found->offset + headBytes + found->rowBytes, found->documentBytes);
    if (!document || sumOf(*document) != found->documentSum)
        return Failure {Error {Fault::Internal, "what was kept of that exchange cannot be read: its file is damaged"}};
    return std::move(*document);
}

std::vector<std::string> Disk::newest(std::size_t limit) const
{
    std::vector<std::string> rows;
    for (auto entry = m_entries.rbegin(); entry != m_entries.rend() && rows.size() < limit; ++entry) {
        if (auto row = Reading(pathOf(entry->segment)).at(entry->offset + headBytes, entry->rowBytes))
            rows.push_back(std::move(*row));
    }
    std::reverse(rows.begin(), rows.end());
    return rows;
}

} // namespace gatehouse::observe::traffic
