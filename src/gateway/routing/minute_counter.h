// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/clock.h"

#include <atomic>
#include <cstdint>

namespace gatehouse::routing {

/// Which minute of the clock it is; made once where many counters are read.
class Minute
{
public:
    explicit Minute(Clock::Instant now)
        : m_number(static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::minutes>(now.time_since_epoch()).count())
            & ((std::uint64_t(1) << bits) - 1))
    {
    }
    std::uint64_t number() const { return m_number; }
    static constexpr int bits = 24; // 31 years

private:
    std::uint64_t m_number;
};

/// Counts what happens within one minute of the clock. Minute and count are one word, so that no thread ever sees the one
/// without the other, and a limit is kept to exactly. Any thread.
class MinuteCounter
{
public:
    std::int64_t count(Minute minute) const
    {
        const std::uint64_t word = m_word.load(std::memory_order_relaxed);
        const std::uint64_t count = word - (minute.number() << countBits); // of another minute: beyond any count
        return count <= most ? static_cast<std::int64_t>(count) : 0;
    }
    std::int64_t count(Clock::Instant now) const { return count(Minute(now)); }
    /// Returns the count with \a more in it.
    std::int64_t add(std::int64_t more, Clock::Instant now)
    {
        return change(now, [more](std::int64_t count) { return count + more; });
    }
    /// Counts one more unless \a limit are counted already. False when they are.
    bool take(std::int64_t limit, Clock::Instant now)
    {
        bool taken = false;
        change(now, [&taken, limit](std::int64_t count) {
            taken = count < limit;
            return taken ? count + 1 : count;
        });
        return taken;
    }
    /// Counts \a many more unless that would be more than \a limit. False then.
    bool takeMany(std::int64_t many, std::int64_t limit, Clock::Instant now)
    {
        bool taken = false;
        change(now, [&taken, many, limit](std::int64_t count) {
            taken = many <= limit - count;
            return taken ? count + many : count;
        });
        return taken;
    }
    /// \a many that were counted at \a then have not been; nothing where that minute is over.
    void giveBack(std::int64_t many, Clock::Instant then)
    {
        const std::uint64_t minute = Minute(then).number();
        std::uint64_t word = m_word.load(std::memory_order_relaxed);
        while (minuteOf(word) == minute
            && !m_word.compare_exchange_weak(
                word, minute << countBits | static_cast<std::uint64_t>(countOf(word) - many), std::memory_order_relaxed)) { }
    }
    void clear() { m_word.store(0, std::memory_order_relaxed); }

private:
    static constexpr int countBits = 64 - Minute::bits; // 10¹² tokens a minute
    static constexpr std::uint64_t most = (std::uint64_t(1) << countBits) - 1;

    static std::uint64_t minuteOf(std::uint64_t word) { return word >> countBits; }
    static std::int64_t countOf(std::uint64_t word) { return static_cast<std::int64_t>(word & most); }

    template <typename Change> std::int64_t change(Clock::Instant now, Change changed)
    {
        const std::uint64_t minute = Minute(now).number();
        std::uint64_t word = m_word.load(std::memory_order_relaxed);
        std::uint64_t next = 0;
        do {
            const std::int64_t count = changed(minuteOf(word) == minute ? countOf(word) : 0);
            next = minute << countBits | (static_cast<std::uint64_t>(count) & most);
        } while (!m_word.compare_exchange_weak(word, next, std::memory_order_relaxed));
        return countOf(next);
    }

    std::atomic<std::uint64_t> m_word {0};
};

} // namespace gatehouse::routing
