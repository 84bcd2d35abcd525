// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/receipt.h"
#include "gateway/observe/events.h"
#include "gateway/observe/settings.h"
#include "gateway/observe/signal.h"
#include "gateway/observe/surroundings.h"
#include "gateway/observe/traffic/capture.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

class QThread;

namespace gatehouse::observe {

class Lookout;
class Post;
class ReceiptRing;

/// The observer's thread: everything that looks on does so there, so that it costs a request one lock and one pointer, whatever
/// is counted, reported or sent. What happens is handed over in batches, at most 50 ms late. Bounded: while the thread is that
/// far behind, receipts beyond \a mostWaiting are left out and counted. Started and stopped on one thread; told from any.
class Observer
{
public:
    static constexpr std::size_t mostWaiting = 65536;

    Observer();
    ~Observer(); ///< stops
    Observer(const Observer &) = delete;
    Observer &operator=(const Observer &) = delete;

    void start(Surroundings surroundings = {});
    /// Hands over what was told until now, and ends.
    void stop();

    void configure(std::shared_ptr<const Settings> settings);
    /// A call has ended; \a capture is of its wires, if there is one.
    void tell(std::shared_ptr<const Receipt> receipt, std::shared_ptr<traffic::Capture> capture = {});
    void tell(Signal signal);
    /// \a question is asked on the observer's thread, when everything that was told until now has been seen. Dropped while it
    /// does not run.
    void ask(std::function<void(Lookout &)> question);
    /// What happens, for whoever follows it live.
    Events &events() { return m_events; }
    /// Whose running calls the ticks of events tell of. Before start().
    void watch(const ReceiptRing &ring) { m_ring = &ring; }
    /// Receipts that nobody looked at, for want of time.
    std::uint64_t dropped() const { return m_dropped; }
    /// Receipts that nobody has looked at yet.
    std::size_t waiting() const;

private:
    friend class Post;
    /// What waits to be seen, in the order in which it came.
    struct Waiting {
        std::vector<std::shared_ptr<const Receipt>> receipts;
        std::vector<std::shared_ptr<traffic::Capture>> captures;
        std::vector<Signal> signals;
        std::vector<std::function<void(Lookout &)>> questions;
        bool isEmpty() const { return receipts.empty() && signals.empty() && questions.empty(); }
    };
    Waiting take();
    void wake(bool isUrgent);

    void tick();

    Events m_events;
    const ReceiptRing *m_ring = nullptr;
    mutable std::mutex m_lock; // of the next three
    Waiting m_waiting;
    bool m_isAsleep = true; // nobody will look unless woken
    bool m_isOn = false;
    std::atomic<std::uint64_t> m_dropped {0};
    std::unique_ptr<Post> m_post;
    std::unique_ptr<QThread> m_thread;
};

} // namespace gatehouse::observe
