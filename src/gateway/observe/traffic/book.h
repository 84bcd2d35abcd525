// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/observe/traffic/capture.h"
#include "gateway/observe/traffic/cover.h"
#include "gateway/observe/traffic/disk.h"
#include "gateway/observe/traffic/record.h"
#include "gateway/observe/traffic/settings.h"
#include "gateway/observe/traffic/tape_cleaner.h"

#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::observe::traffic {

/// The exchanges that have ended: the newest in memory, and on disk those that the configuration wants there. In memory they are
/// as they passed, as they were while they ran: of thousands hardly one is ever looked at, and redacting each would cost a tenth
/// of a small request. Redacted is whatever leaves it, be it for somebody's eyes or for the disk; where messages are to be
/// hidden, they are not even remembered. Lives on the observer's thread.
class Book
{
public:
    void configure(const Settings &settings);
    /// What is kept on disk is kept in \a directory, if anything is.
    void setDirectory(std::string directory, Disk::Say say);

    /// The call of \a capture has ended; its wires are taken.
    void add(Capture &capture);
    /// Writes to the disk what add() gathered for it.
    void flush() { m_disk.flush(); }

    /// By id in the ring or by call id, in memory; redacted. None = it is not there.
    std::shared_ptr<const Record> find(std::string_view id) const;
    /// What is kept on disk of the newest one of \a callId. Fault::NotFound, or why it cannot be read.
    Result<Record> findOnDisk(std::string_view callId) const;
    /// The receipts of the newest \a limit there, rising.
    std::vector<std::shared_ptr<const Receipt>> newestOnDisk(std::size_t limit) const;
    /// Older ones of the same conversation, the newest first; redacted.
    std::vector<std::shared_ptr<const Record>> before(const Receipt &receipt, std::size_t most) const;
    const Disk &disk() const { return m_disk; }
    std::size_t bytes() const { return m_bytes; }
    std::size_t count() const { return m_records.size(); }

private:
    struct Remembered {
        Past past;
        std::shared_ptr<const Record> hidden = {}; ///< in place of a tape

        void hide(std::shared_ptr<const Record> record);
        std::size_t bytes() const { return past.size() + (hidden ? hidden->size() : 0); }
    };

    std::shared_ptr<const Record> shown(const Remembered &exchange) const;
    void useDisk();
    bool wantsOnDisk(const Receipt &receipt) const;
    void keep(const Past &past);
    void keep(const Record &record);
    void write(const CoverText &cover, TapeCleaner::Parts tape);
    void trim();

    Settings m_settings;
    std::string m_directory;
    Disk::Say m_say;
    Disk m_disk;
    TapeCleaner m_cleaner;
    std::string m_cover; // that is written, in memory that is used again
    std::deque<Remembered> m_records;
    std::size_t m_bytes = 0;
};

} // namespace gatehouse::observe::traffic
