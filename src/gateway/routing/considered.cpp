// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// Why a choice came out as it did, for those who look on. It asks the same figures that next() has asked, a moment later.
#include "gateway/routing/route.h"

#include <algorithm>

namespace gatehouse::routing {

namespace {

bool has(const std::vector<std::uint32_t> &indexes, std::uint32_t index)
{
    return std::find(indexes.begin(), indexes.end(), index) != indexes.end();
}

std::string restWords(const Standing &standing)
{
    std::string words = "for " + std::to_string((standing.left.count() + 999) / 1000) + " s";
    if (standing.status != 0)
        words += " after " + std::to_string(standing.status);
    return standing.reason.empty() ? words : words + " (" + standing.reason + ")";
}

} // namespace

std::string_view toString(Considered::Verdict verdict)
{
    using enum Considered::Verdict;
    switch (verdict) {
    case Chosen: return "chosen";
    case NotPicked: return "not picked";
    case Tried: return "tried before";
    case Rests: return "resting";
    case LeftOut: return "no budget left";
    case FilteredOut: return "filtered out";
    case LaterOrder: return "of a later order";
    case AtLimit: return "at its limit";
    }
    return {};
}

std::string_view Route::strategy() const
{
    return toString(m_board->router().rules().strategy.strategy);
}

// The place of the deployment among the levels of preference; nothing = the filters left it out.
std::optional<std::size_t> Route::levelOf(std::uint32_t index) const
{
    for (std::size_t level = 0; level < m_sieved.levels.size(); ++level) {
        if (m_sieved.levels[level].empty() || has(m_sieved.levels[level], index))
            return level;
    }
    return std::nullopt;
}

Considered Route::judged(std::uint32_t index, Clock::Instant now) const
{
    using enum Considered::Verdict;
    const Deployment *deployment = m_found.group->deployments[index];
    const Slot slot = pool().slots[index];
    const std::uint32_t chosen = m_tried.back();
    const auto level = levelOf(index);
    const Filters &filters = m_board->router().rules().filters;
    if (index == chosen)
        return {deployment, Chosen, {}};
    if (!level)
        return {deployment, FilteredOut, m_sieved.words};
    if (has(m_leftOut, index))
        return {deployment, LeftOut, m_shortages};
    if (m_board->health().isResting(slot, now))
        return {deployment, Rests, restWords(m_board->health().standing(slot, now))};
    if (has(m_tried, index))
        return {deployment, Tried, {}};
    const bool keeps = filters.checksCalls || filters.checksLimits;
    if (keeps && m_board->health().requestsThisMinute(slot, now) >= pool().rpm[index])
        return {deployment, AtLimit, "rpm"};
    if (keeps && m_board->health().tokensThisMinute(slot, now) + m_traveller.needs.inputTokens > pool().tpm[index])
        return {deployment, AtLimit, "tpm"};
    return {deployment, level > levelOf(chosen) ? LaterOrder : NotPicked, {}};
}

std::vector<Considered> Route::considered(Clock::Instant now, std::size_t most) const
{
    std::vector<Considered> all;
    if (m_tried.empty())
        return all;
    const auto size = static_cast<std::uint32_t>(m_found.group->deployments.size());
    all.reserve(std::min<std::size_t>(size, most));
    all.push_back(judged(m_tried.back(), now));
    for (std::uint32_t index = 0; index < size && all.size() < most; ++index) {
        if (index != m_tried.back())
            all.push_back(judged(index, now));
    }
    return all;
}

} // namespace gatehouse::routing
