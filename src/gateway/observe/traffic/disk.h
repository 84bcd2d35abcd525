// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/result.h"
#include "gateway/observe/traffic/frame.h"

#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::observe::traffic {

/// Exchanges on disk: segment files of one directory that are only ever appended to, within a budget of bytes; the oldest segment
/// goes when it is used up. Readable for the owner alone. Small ones are gathered and written together. Where the disk is full or
/// broken, what should have been written is lost and counted, which is said once until it works again. Lives on the observer's
/// thread.
class Disk
{
public:
    using Say = std::function<void(bool isError, const std::string &message)>;

    /// One exchange as it was written.
    struct Kept {
        std::string callId, row, document;
    };
    static constexpr std::string_view damaged = "what was kept of that exchange cannot be read: its file is damaged";

    Disk() = default;
    ~Disk() { close(); } ///< writes what waits
    Disk(const Disk &) = delete;
    Disk &operator=(const Disk &) = delete;
    /// From now on in \a directory, which is made. What is there already is found again; what is broken there is left out, and so
    /// is what another version wrote in its own way.
    void open(std::string directory, std::uint64_t budget, Say say);
    void close();
    bool isOpen() const { return !m_directory.empty(); }
    void setBudget(std::uint64_t budget);

    /// \a row is what a list shows of it; \a document all the rest, in parts. It can be found at once, and is in its file after
    /// flush() at the latest.
    void write(std::string_view callId, std::string_view row, std::span<const std::string_view> document);
    /// Writes what waits.
    void flush() { writeOut({}); }
    /// The newest one of \a callId. Fault::NotFound, or why it cannot be read.
    Result<Kept> find(std::string_view callId) const;
    /// The rows of the newest \a limit, rising.
    std::vector<std::string> newest(std::size_t limit) const;

    std::size_t count() const { return m_entries.size(); }
    std::uint64_t bytes() const;
    std::uint64_t lost() const { return m_lost; }
    std::uint64_t broken() const { return m_broken; } ///< that were found at the start and could not be read

private:
    struct Segment {
        std::uint64_t number = 0, bytes = 0;
    };
    /// Where one stands; thousands are remembered.
    struct Entry {
        std::uint64_t id = 0; ///< a check sum of its call id
        std::uint64_t segment = 0;
        std::uint64_t offset = 0;
    };
    /// Gathered for the last segment.
    struct Waiting {
        std::string frames;
        std::size_t count = 0;
    };
    using Parts = std::span<const std::string_view>;

    std::string pathOf(std::uint64_t segment) const;
    void scan();
    void scanSegment(Segment &segment);
    std::optional<std::string> bytesAt(std::uint64_t segment, std::uint64_t offset, std::size_t bytes) const;
    std::optional<FrameHead> headOf(const Entry &entry) const;
    std::optional<Kept> read(const Entry &entry) const;
    void writeLarge(const FrameText &text);
    void writeOut(Parts last); ///< what waits, and \a last behind it
    void loseWaiting();
    bool hasSegmentFor(std::uint64_t bytes);
    void reserve(std::uint64_t bytes);
    void makeRoom(std::uint64_t bytes);
    void lose(std::size_t count, const std::string &why);
    std::string cannotWrite() const;
    std::uint64_t segmentBytes() const;

    std::string m_directory;
    std::uint64_t m_budget = 0;
    Say m_say;
    int m_file = -1; // of the last segment
    Waiting m_waiting;
    std::uint64_t m_written = 0, m_reserved = 0; // of the last segment's bytes
    std::deque<Segment> m_segments;
    std::deque<Entry> m_entries;
    std::uint64_t m_nextNumber = 1, m_lost = 0, m_broken = 0;
    bool m_isLosing = false;
};

} // namespace gatehouse::observe::traffic
