// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>

namespace gatehouse::routing {

/// The last few samples of one figure, in seconds. LiteLLM's list keeps the first nine for ever and changes only the tenth; this
/// is a real ring, because a deployment that has become slow should be seen to be. Any thread: a race leaves an average that is a
/// sample behind.
class LatencyRing
{
public:
    static constexpr std::size_t capacity = 64;

    /// Takes in \a sample and returns the average of the last \a keep.
    float add(float sample, std::size_t keep)
    {
        const std::uint32_t taken = m_taken.fetch_add(1, std::memory_order_relaxed);
        m_samples[taken % capacity].store(sample, std::memory_order_relaxed);
        const std::size_t among = std::min({keep, capacity, static_cast<std::size_t>(taken) + 1});
        float sum = 0;
        for (std::size_t back = 0; back < among; ++back)
            sum += m_samples[(taken - back) % capacity].load(std::memory_order_relaxed);
        return sum / static_cast<float>(among);
    }

private:
    std::array<std::atomic<float>, capacity> m_samples {};
    std::atomic<std::uint32_t> m_taken {0};
};

} // namespace gatehouse::routing
