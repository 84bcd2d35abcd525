// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/receipt.h"

#include <cstdint>
#include <deque>
#include <mutex>
#include <string>
#include <vector>

namespace gatehouse::observe {

/// A receipt in the ring; while `running`, only what is known at the start is filled in.
struct Row {
    Receipt receipt;
    bool running = false;
};

/// The last receipts, and the calls that are still running, in memory. Any thread; each call holds one short lock.
/// Every change gets a rising revision, so a reader asks only for what has changed since it last looked.
class ReceiptRing
{
public:
    static constexpr std::size_t capacity = 1000;

    /// Registers a call that begins; returns the id under which it must be filed.
    std::uint64_t open(Receipt receipt);
    /// The call \a receipt.id has ended.
    void file(Receipt receipt);

    struct Page {
        std::vector<Row> rows;  ///< rising by id
        std::uint64_t next = 0; ///< ask with this to get what changes from now on
    };
    /// The newest \a limit rows that changed after revision \a after.
    Page changedAfter(std::uint64_t after, std::size_t limit) const;
    /// Calls running now.
    std::size_t running() const;

private:
    struct Slot {
        Row row;
        std::uint64_t revision = 0;
    };
    mutable std::mutex m_lock;
    std::deque<Slot> m_slots; // rising by id; the first one's id is m_firstId
    std::uint64_t m_firstId = 1;
    std::uint64_t m_revision = 0;
    std::size_t m_running = 0;
};

} // namespace gatehouse::observe
