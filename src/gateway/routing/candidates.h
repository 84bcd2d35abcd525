// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/routing/choose.h"
#include "gateway/routing/health_slots.h"

#include <algorithm>
#include <limits>
#include <type_traits>

namespace gatehouse::routing {

/// Keeps one of many equals, each with the same chance, in one pass. It asks for chance only when the kept one changes, some ln n
/// times for n equals.
class Reservoir
{
public:
    explicit Reservoir(Random &random)
        : m_random(random)
    {
    }
    void restart(std::uint32_t index)
    {
        m_kept = index;
        m_seen = 1;
        m_next = 2;
    }
    void offer(std::uint32_t index)
    {
        if (++m_seen >= m_next)
            consider(index);
    }
    std::optional<std::uint32_t> kept() const { return m_seen > 0 ? std::optional(m_kept) : std::nullopt; }

private:
    void consider(std::uint32_t index)
    {
        if (m_seen == 2) // chance was not asked yet, because most who begin are beaten
            m_next = nextAfter(1, m_random);
        if (m_seen < m_next)
            return;
        m_kept = index;
        m_next = m_seen == 1 ? 2 : nextAfter(m_seen, m_random);
    }
    // After n, the next to be kept is later than m with a chance of n / m. Static, so that the rest can live in registers.
    static std::uint32_t nextAfter(std::uint32_t seen, Random &random)
    {
        const double drawn = static_cast<double>(seen) / (1 - fraction(random));
        return static_cast<std::uint32_t>(std::min(drawn, 4e9)) + 1;
    }

    Random &m_random;
    std::uint32_t m_kept = 0, m_seen = 0, m_next = 1;
};

/// The deployments of a pool that a call may be sent to now. A view for one choice: nothing in it is copied or kept.
class Candidates
{
public:
    Candidates(const Pool &pool, const Health &health, const Ask &ask)
        : m_pool(pool)
        , m_slots(health.slots())
        , m_ask(ask)
        , m_minute(ask.now)
        , m_someRest(m_slots.notClosed.load(std::memory_order_relaxed) > 0)
        , m_asksMore(!ask.without.empty())
    {
    }
    void keepToBudgets(const Budgets *budgets);
    void keepToLimits() { m_keepsLimits = m_pool.hasLimits; }
    void leaveOutFull(bool leaves);

    const Pool &pool() const { return m_pool; }
    const Ask &ask() const { return m_ask; }
    HealthSlots::Place place(std::uint32_t index) const { return m_slots.place(m_pool.slots[index]); }

    /// Those the filters left, whether they can be called or not.
    std::size_t size() const { return m_ask.among.empty() ? m_pool.size() : m_ask.among.size(); }
    std::uint32_t at(std::size_t n) const { return m_ask.among.empty() ? static_cast<std::uint32_t>(n) : m_ask.among[n]; }
    Minute minute() const { return m_minute; }
    /// Whether the deployment at \a index can be called.
    bool has(std::uint32_t index) const { return has(index, place(index)); }
    bool has(std::uint32_t index, const HealthSlots::Place &place) const
    {
        return !(m_someRest && place.breaker().isResting(m_ask.now)) && (!m_keepsLimits || isWithinLimits(index, place))
            && (!m_asksMore || isFree(index));
    }

    /// One of those with the lowest \a score(index, place), or score(index, place, best): the best so far, so that who is beaten
    /// by one part of a sum need not count the rest. Who scores the largest number there is, is not taken.
    template <typename Score> std::optional<std::uint32_t> lowest(Score score, Random &random) const
    {
        return hasAll() ? lowestOf<true>(score, random) : lowestOf<false>(score, random);
    }
    /// Calls \a visit(index, place) for each that the filters left. There is one place from which it does, so that the compiler
    /// can put a visit's few instructions there.
    template <typename Visit> void forEach(Visit visit) const
    {
        const bool among = !m_ask.among.empty();
        const std::size_t runs = among ? m_ask.among.size() : m_pool.runs.size();
        for (std::size_t n = 0; n < runs; ++n) {
            const Run run = among ? alone(m_ask.among[n]) : m_pool.runs[n];
            for (std::uint32_t k = 0; k < run.count; ++k)
                visit(run.first + k, HealthSlots::Place {*run.chunk, run.at + k});
        }
    }
    /// In rpm and tpm, by what this minute has seen.
    bool isWithinLimits(std::uint32_t index, const HealthSlots::Place &place) const
    {
        return place.minute().requests.count(m_minute) < m_pool.rpm[index]
            && place.minute().tokens.count(m_minute) <= m_pool.tpm[index] - m_ask.inputTokens;
    }
    /// There is nothing to check.
    bool hasAll() const { return !m_someRest && !m_keepsLimits && !m_asksMore; }

private:
    template <bool all, typename Score> std::optional<std::uint32_t> lowestOf(Score score, Random &random) const
    {
        Reservoir reservoir(random);
        constexpr bool isTold = std::is_invocable_v<Score, std::uint32_t, HealthSlots::Place, float>;
        const auto scoreOf = [&score](std::uint32_t index, const HealthSlots::Place &each, [[maybe_unused]] auto best) {
            if constexpr (isTold)
                return score(index, each, best);
            else
                return score(index, each);
        };
        auto best = std::numeric_limits<decltype(scoreOf(0, place(0), 0.0F))>::max() / 2;
        forEach([&](std::uint32_t index, const HealthSlots::Place &place) {
            const auto scored = scoreOf(index, place, best);
            if (scored > best || !(all || has(index, place)))
                return;
            if (scored < best)
                reservoir.restart(index);
            else
                reservoir.offer(index);
            best = scored;
        });
        return reservoir.kept();
    }
    Run alone(std::uint32_t index) const
    {
        const HealthSlots::Place own = place(index);
        return {&own.chunk, static_cast<std::uint32_t>(own.at), index, 1};
    }
    bool isFree(std::uint32_t index) const;

    const Pool &m_pool;
    const HealthSlots &m_slots;
    const Ask &m_ask;
    const Minute m_minute;
    const Budgets *m_budgets = nullptr; // when one is used up
    const bool m_someRest;
    bool m_keepsLimits = false;
    bool m_leavesFull = false;
    bool m_asksMore; // isFree()
};

} // namespace gatehouse::routing
