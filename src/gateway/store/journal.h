// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/result.h"

#include <atomic>
#include <chrono>
#include <cstddef>
#include <functional>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::store {

struct JournalOptions {
    std::string directory;
    /// How often what was written is forced onto the disk: 0 = with each record, none = never.
    std::optional<std::chrono::milliseconds> syncEvery = std::chrono::milliseconds(1000);
    std::size_t segmentBytes = 8 * 1024 * 1024; ///< a new file begins above this
};

/// A file of the journal.
struct Segment {
    std::string name;
    std::size_t bytes = 0; ///< written to its end
    bool isCurrent = false;
    bool isOwn = false; ///< written by this program since it started
};

/// Receipts on their way to SQL, in append-only files. A record is one write() under a short lock, from any thread; it outlives
/// the program's death as soon as append() has returned, and the machine's when it was synced. Each opening begins a file of its
/// own, so a torn end is never written behind, and locks it, so that programs can share a directory. Never opened, it takes
/// everything and keeps nothing.
class Journal
{
public:
    Journal() = default;
    ~Journal();
    Journal(const Journal &) = delete;
    Journal &operator=(const Journal &) = delete;

    /// Fails where the directory cannot be written.
    Result<> open(JournalOptions options);
    void close();
    bool isOpen() const { return m_isOpen; }

    /// Fails where the record could not be written; then isWritable() is false too.
    Result<> append(std::string_view record);
    /// False when the disk is full or broken: what is spent now could not be booked. Room is kept for the calls that run.
    bool isWritable() const { return m_isWritable; }

    /// \a listener is called by append() at the first record since the last rearm(), on the appending thread. Before open().
    void listen(std::function<void()> listener) { m_listener = std::move(listener); }
    void rearm() { m_isTold = false; }
    /// Forces onto the disk what is due, and looks whether a full disk has room again. By the store's thread, now and then.
    void tend();
    bool isDirty() const; ///< something is to be forced onto the disk yet

    /// Oldest first; without those that another living program writes.
    std::vector<Segment> segments() const;
    /// What stands behind \a from; nothing where the file is gone, because another program has booked it.
    Result<std::string> read(const Segment &segment, std::size_t from) const;
    void remove(const std::string &name);

private:
    Result<> begin();
    Result<> add(std::string_view frame);
    Result<> write(std::string_view bytes);
    void sync();
    std::string pathOf(const std::string &name) const { return m_options.directory + "/" + name; }

    JournalOptions m_options;
    std::function<void()> m_listener;
    std::atomic<bool> m_isTold {false};
    std::atomic<bool> m_isWritable {true};
    std::atomic<bool> m_isOpen {false};
    mutable std::mutex m_lock; // of what follows
    std::string m_name;
    std::set<std::string> m_ownNames; // of the files that this program has begun
    std::size_t m_bytes = 0;
    bool m_isDirty = false;
    int m_file = -1;
    std::chrono::steady_clock::time_point m_syncedAt {};
};

} // namespace gatehouse::store
