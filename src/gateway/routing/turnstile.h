// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/routing/health.h"

#include <cstdint>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <utility>

class QObject;

namespace gatehouse::routing {

/// Keeps to max_parallel_requests: who finds a deployment's places taken waits in line, whichever worker he is on. One for all
/// workers; touched only for deployments that have such a limit.
class Turnstile
{
public:
    /// A place. Given back when it is destroyed, on any thread.
    class Pass
    {
    public:
        Pass() = default;
        Pass(Turnstile &turnstile, Slot slot)
            : m_turnstile(&turnstile)
            , m_slot(slot)
        {
        }
        Pass(Pass &&other) noexcept
            : m_turnstile(std::exchange(other.m_turnstile, nullptr))
            , m_slot(other.m_slot)
        {
        }
        Pass &operator=(Pass &&other) noexcept;
        ~Pass() { giveBack(); }

    private:
        void giveBack();

        Turnstile *m_turnstile = nullptr;
        Slot m_slot = 0;
    };

    using Called = std::function<void(Pass)>;
    struct Waiter {
        QObject *receiver = nullptr;
        Called called;
    };

    /// A place in line. Destroying it leaves the line; it must be destroyed before its receiver.
    class Place
    {
    public:
        Place(Turnstile &turnstile, Slot slot, std::shared_ptr<Waiter> waiter)
            : m_turnstile(turnstile)
            , m_slot(slot)
            , m_waiter(std::move(waiter))
        {
        }
        ~Place();
        Place(const Place &) = delete;
        Place &operator=(const Place &) = delete;

    private:
        Turnstile &m_turnstile;
        const Slot m_slot;
        std::shared_ptr<Waiter> m_waiter;
    };

    /// A place, if fewer than \a limit are taken and nobody waits.
    std::optional<Pass> enter(Slot slot, std::int64_t limit);
    /// Waits for one: \a called runs from \a receiver's event loop, on its thread, unless the Place is gone by then.
    std::unique_ptr<Place> wait(Slot slot, std::int64_t limit, QObject *receiver, Called called);

private:
    struct Gate {
        std::int64_t taken = 0;
        std::int64_t limit = 0; ///< as last heard
        std::list<std::shared_ptr<Waiter>> line;
    };

    void callNext(Gate &gate, Slot slot);

    std::mutex m_lock; // of all below
    std::unordered_map<Slot, Gate> m_gates;
};

} // namespace gatehouse::routing
