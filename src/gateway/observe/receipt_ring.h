// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/receipt.h"
#include "gateway/observe/traffic/capture.h"

#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <string_view>
#include <vector>

namespace gatehouse::observe {

/// A call in the ring: its receipt, or, as long as it runs, its capture.
struct Row {
    std::uint64_t id = 0;
    std::shared_ptr<const Receipt> receipt = {};
    std::shared_ptr<traffic::Capture> running = {};
};

/// The last receipts, and the calls that are still running, in memory. Any thread; each call holds one short lock.
/// Every change gets a rising revision, so a reader asks only for what has changed since it last looked.
class ReceiptRing
{
public:
    static constexpr std::size_t capacity = 1000;

    /// Registers a call that begins; returns the id under which it must be filed, which \a capture is told.
    std::uint64_t open(std::shared_ptr<traffic::Capture> capture);
    /// More is known of the running call \a id.
    void touch(std::uint64_t id);
    /// The call \a receipt->id has ended.
    void file(std::shared_ptr<const Receipt> receipt);

    struct Page {
        std::vector<Row> rows;  ///< rising by id
        std::uint64_t next = 0; ///< ask with this to get what changes from now on
    };
    /// The newest \a limit rows that changed after revision \a after.
    Page changedAfter(std::uint64_t after, std::size_t limit) const;
    /// The newest row with this id, or with this call id. None = the ring has moved past it.
    std::optional<Row> find(std::string_view id) const;
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
