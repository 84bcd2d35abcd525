// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace gatehouse::routing {

/// How long the first words of answers took lately, group by group: what a hedge of "p95" is measured by. One a worker, on its
/// thread.
class Lateness
{
public:
    /// The first word of a stream, or a whole answer, came after \a time. The two are kept apart.
    void add(std::string_view group, bool stream, std::chrono::microseconds time);
    /// What 95 of the last 100 were not later than; nothing before there are enough to tell.
    std::optional<std::chrono::milliseconds> p95(std::string_view group, bool stream) const;

private:
    static constexpr std::size_t most = 100, enough = 20;

    struct Ring {
        std::array<std::uint32_t, most> times {}; ///< milliseconds
        std::size_t count = 0, next = 0;
    };
    std::map<std::string, std::array<Ring, 2>, std::less<>> m_rings;
};

} // namespace gatehouse::routing
