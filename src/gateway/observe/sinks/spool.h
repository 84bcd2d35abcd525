// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::observe::sinks {

/// Reports that wait on disk for a sink's server, first in first out, in files of some megabytes that only the owner may read.
/// What was written is there again after a restart; a file that was cut short gives what is whole in it. One thread. Nothing here
/// fails aloud: what cannot be written is not taken.
class Spool
{
public:
    /// \a directory is made when the first report comes; empty = there is no disk.
    Spool(std::string directory, std::uint64_t mostBytes);
    ~Spool();
    Spool(const Spool &) = delete;
    Spool &operator=(const Spool &) = delete;

    bool isEmpty() const { return m_files.empty(); }
    /// On disk now, with what was loaded and not yet released.
    std::uint64_t bytes() const { return m_bytes; }
    /// Puts \a report behind all others; false when there is no room, or no disk.
    bool append(std::string_view report);
    /// Takes the oldest file's reports; they stay on disk until release().
    std::vector<std::string> load();
    /// What was loaded has arrived.
    void release();
    /// Puts \a reports before all others, in place of what was loaded. Returns how many found no place.
    std::size_t putBack(const std::deque<std::string> &reports);

private:
    struct File {
        std::uint64_t number;
        std::uint64_t bytes;
    };
    std::string pathOf(std::uint64_t number) const;
    bool makeDirectory();
    bool open(std::uint64_t number);
    bool write(std::string_view report);
    void close();
    void remove(const File &file);

    std::string m_directory;
    std::uint64_t m_most;
    std::uint64_t m_bytes = 0;
    std::deque<File> m_files;   // oldest first, without the loaded ones
    std::vector<File> m_loaded; // as they were read
    int m_descriptor = -1;      // of the last of m_files, while it is written to
    std::string m_record;
};

} // namespace gatehouse::observe::sinks
