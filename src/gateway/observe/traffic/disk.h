// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/result.h"

#include <cstdint>
#include <deque>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::observe::traffic {

/// Exchanges on disk: segment files of one directory that are only ever appended to, within a budget of bytes; the oldest segment
/// goes when it is used up. Readable for the owner alone. Where the disk is full or broken, what should have been written is lost
/// and counted, which is said once until it works again. Lives on the observer's thread.
class Disk
{
public:
    using Say = std::function<void(bool isError, const std::string &message)>;

    ~Disk() { close(); }
    /// From now on in \a directory, which is made. What is there already is found again; what is broken there is left out.
    void open(std::string directory, std::uint64_t budget, Say say);
    void close();
    bool isOpen() const { return !m_directory.empty(); }
    void setBudget(std::uint64_t budget);

    /// \a row is what a list shows of it, a JSON object; \a document all of it, in parts.
    void write(std::string_view callId, std::string_view row, std::span<const std::string_view> document);
    /// The newest one of \a callId. Fault::NotFound, or why it cannot be read.
    Result<std::string> find(std::string_view callId) const;
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
    struct Entry {
        std::string callId;
        std::uint64_t segment = 0, offset = 0; // of its head
        std::uint32_t rowBytes = 0, documentBytes = 0;
        std::uint64_t documentSum = 0;
    };

    std::string pathOf(std::uint64_t segment) const;
    void scan();
    void scanSegment(Segment &segment);
    bool append(std::string_view head, std::string_view row, std::span<const std::string_view> document);
    bool hasSegmentFor(std::uint64_t bytes);
    void makeRoom(std::uint64_t bytes);
    void lose(const std::string &why);
    std::uint64_t segmentBytes() const;

    std::string m_directory;
    std::uint64_t m_budget = 0;
    Say m_say;
    int m_file = -1; // of the last segment
    std::deque<Segment> m_segments;
    std::deque<Entry> m_entries;
    std::uint64_t m_nextNumber = 1, m_lost = 0, m_broken = 0;
    bool m_isLosing = false;
};

} // namespace gatehouse::observe::traffic
