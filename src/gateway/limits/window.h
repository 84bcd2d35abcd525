// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>

namespace gatehouse::limits {

/// What was used in the last 60 seconds: one bucket for the second that runs and one for each of the 60 before it. A bucket
/// stays until its whole second is 60 s old, so that no interval of 60 s, wherever it begins, ever holds more than was allowed.
/// Time does not run backwards here: what comes late counts for the second that runs. Not locked; its account's ledger is.
class alignas(64) Window
{
public:
    struct Use {
        std::int64_t requests = 0, tokens = 0;
    };
    static constexpr std::int64_t length = 61;  ///< seconds
    static constexpr std::size_t hotBytes = 32; ///< that every call looks at; the bucket of the second lies anywhere

    explicit Window(std::int64_t second)
        : m_second(second)
    {
    }

    /// Forgets what is too old at \a second.
    void advance(std::int64_t second);
    std::int64_t second() const { return m_second; }
    const Use &used() const { return m_used; }
    Use usedAt(std::int64_t second) const; ///< without forgetting

    void add(const Use &use);
    /// A request that was counted in \a second has not been one.
    void takeRequestBack(std::int64_t second);
    /// The seconds from now until \a count of \a what have left; nothing when there are not so many.
    std::optional<std::int64_t> secondsUntilGone(std::int64_t Use::*what, std::int64_t count) const;

private:
    // Of a second that is in the window. No division: this is done for everybody who is charged for a call.
    std::size_t place(std::int64_t second) const
    {
        const std::int64_t at = static_cast<std::int64_t>(m_place) - (m_second - second);
        return static_cast<std::size_t>(at < 0 ? at + length : at);
    }
    const Use &bucket(std::int64_t second) const { return m_buckets[place(second)]; }

    Use m_used = {}; // the sum of the buckets
    std::int64_t m_second;
    std::size_t m_place = 0; // of its bucket
    std::array<Use, length> m_buckets = {};
};

} // namespace gatehouse::limits
