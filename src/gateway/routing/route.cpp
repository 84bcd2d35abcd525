// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/routing/route.h"

#include <algorithm>
#include <numeric>

namespace gatehouse::routing {

namespace {

Sieved only(std::uint32_t index)
{
    Sieved result;
    result.levels.push_back({index});
    return result;
}

} // namespace

Route::Route(const Board &board, Found found, Traveller traveller)
    : m_board(&board)
    , m_traveller(std::move(traveller))
{
    m_first = found.group->name;
    enter(std::move(found), m_traveller.model, {});
}

void Route::enter(Found found, std::string asked, std::string changes)
{
    m_found = std::move(found);
    m_asked = std::move(asked);
    m_changes = std::move(changes);
    m_tried.clear();
    m_leftOut.clear();
    m_shortages.clear();
    m_sieved = sieve(m_found.group->deployments, m_traveller.needs, m_board->router().rules().filters);
    if (m_found.only) {
        const auto &all = m_found.group->deployments;
        const auto at = static_cast<std::uint32_t>(std::find(all.begin(), all.end(), m_found.only) - all.begin());
        m_sieved = only(at);
    }
}

std::optional<std::uint32_t> Route::pick(
    Clock::Instant now, Clock::Wall wall, Random &random, const std::vector<std::uint32_t> &without) const
{
    const Table &rules = m_board->router().rules();
    Ask ask;
    ask.now = now;
    ask.wall = wall;
    ask.inputTokens = m_traveller.needs.inputTokens;
    ask.stream = m_traveller.stream;
    ask.checksLimits = rules.filters.checksCalls || rules.filters.checksLimits;
    std::vector<std::uint32_t> all; // these are few, and mostly none
    if (!m_leftOut.empty()) {
        all = m_leftOut;
        all.insert(all.end(), without.begin(), without.end());
    }
    ask.without = all.empty() ? std::span(without) : std::span<const std::uint32_t>(all);
    for (const auto &level : m_sieved.levels) {
        ask.among = level;
        if (const auto index = choose(pool(), rules.strategy, m_board->health(), m_board->budgets(), ask, random))
            return index;
    }
    return std::nullopt;
}

Target Route::targetAt(std::uint32_t index) const
{
    const Deployment *deployment = m_found.group->deployments[index];
    return {
        deployment, m_found.only ? deployment->model : filled(deployment->model, m_found.captured, m_asked), pool().slots[index]};
}

std::optional<Target> Route::next(Clock::Instant now, Clock::Wall wall, Random &random)
{
    auto index = pick(now, wall, random, m_tried);
    if (!index && m_tried.size() > 1) { // all had their turn; not the one that has just failed, while there is another
        m_tried = {m_tried.back()};
        index = pick(now, wall, random, m_tried);
    }
    if (!index && !m_tried.empty()) {
        m_tried.clear();
        index = pick(now, wall, random, m_tried);
    }
    if (!index)
        return std::nullopt;
    m_tried.push_back(*index);
    return targetAt(*index);
}

std::optional<Target> Route::another(Clock::Instant now, Clock::Wall wall, Random &random)
{
    const auto index = pick(now, wall, random, m_tried);
    if (!index)
        return std::nullopt;
    m_tried.push_back(*index);
    return targetAt(*index);
}

void Route::leaveOut(const Deployment &deployment, const Short &why)
{
    const auto &all = m_found.group->deployments;
    for (std::uint32_t index = 0; index < all.size(); ++index) {
        if (all[index] == &deployment || (why.isProviders && all[index]->provider.name == deployment.provider.name))
            m_leftOut.push_back(index);
    }
    if (m_shortages.find(why.words) == std::string::npos)
        m_shortages += why.words;
}

void Route::keepTo(std::string_view deployment)
{
    const auto &all = m_found.group->deployments;
    const auto found = std::find_if(all.begin(), all.end(), [&](const Deployment *each) { return each->id == deployment; });
    if (found == all.end())
        return;
    m_sieved = only(static_cast<std::uint32_t>(found - all.begin()));
    m_isPinned = true;
}

const std::vector<wire::Fallback> *Route::listFor(FallbackKind kind) const
{
    const wire::CallOptions &own = m_traveller.options;
    const Table &rules = m_board->router().rules();
    if (m_isPinned || own.disableFallbacks)
        return nullptr;
    if (own.fallbackList)
        return group() == m_first ? &*own.fallbackList : nullptr;
    const wire::Fallbacks *special = nullptr;
    if (kind == FallbackKind::ContextWindow) {
        special = own.contextWindowFallbacks ? &*own.contextWindowFallbacks
            : rules.contextWindowFallbacks   ? &*rules.contextWindowFallbacks
                                             : nullptr;
    } else if (kind == FallbackKind::ContentPolicy) {
        special = own.contentPolicyFallbacks ? &*own.contentPolicyFallbacks
            : rules.contentPolicyFallbacks   ? &*rules.contentPolicyFallbacks
                                             : nullptr;
    }
    if (special) // LiteLLM: where there is such a list, it alone counts for such errors
        return entryOf(*special, group());
    return entryOf(own.fallbacks ? *own.fallbacks : rules.fallbacks, group());
}

bool Route::isSeen(const std::string &model) const
{
    return model == m_first || std::find(m_seen.begin(), m_seen.end(), model) != m_seen.end();
}

bool Route::hasFallback(FallbackKind kind) const
{
    const auto *list = listFor(kind);
    const auto isOther = [&](const wire::Fallback &each) { return !isSeen(each.model); };
    return !m_pending.empty() || (list && std::any_of(list->begin(), list->end(), isOther));
}

bool Route::asksOthersWhenBlocked() const
{
    const Table &rules = m_board->router().rules();
    const bool isConfigured =
        m_traveller.options.contentPolicyFallbacks || rules.contentPolicyFallbacks || rules.fallbacks.count("*") != 0;
    return isConfigured && hasFallback(FallbackKind::ContentPolicy);
}

bool Route::fallBack(FallbackKind kind)
{
    // What stands behind a fallback itself comes before the rest of the list that it was taken from.
    if (const auto *list = listFor(kind)) {
        auto place = m_pending.begin();
        for (const wire::Fallback &each : *list) {
            if (isSeen(each.model) && each.changes.empty())
                continue;
            m_seen.push_back(each.model);
            place = std::next(m_pending.insert(place, each));
        }
    }
    const int most = m_traveller.options.maxFallbacks.value_or(m_board->router().rules().maxFallbacks);
    while (!m_pending.empty() && m_fallbacksDone < most) {
        wire::Fallback next = std::move(m_pending.front());
        m_pending.erase(m_pending.begin());
        auto found = m_board->router().find(next.model);
        if (!found || found->group->deployments.empty())
            continue;
        enter(std::move(*found), std::move(next.model), std::move(next.changes));
        if (m_sieved.levels.empty())
            continue;
        ++m_fallbacksDone;
        return true;
    }
    return false;
}

const std::string &Route::group() const
{
    static const std::string none;
    return m_found.group ? m_found.group->name : none;
}

bool Route::hasAvailable(Clock::Instant now, Clock::Wall wall, Random &random) const
{
    return pick(now, wall, random, {}).has_value();
}

bool Route::hasUntried(Clock::Instant now, Clock::Wall wall, Random &random) const
{
    return pick(now, wall, random, m_tried).has_value();
}

std::vector<std::string> Route::fallbackNames() const
{
    std::vector<std::string> names;
    const wire::CallOptions &own = m_traveller.options;
    if (m_isPinned || own.disableFallbacks)
        return names;
    const auto *list = own.fallbackList ? &*own.fallbackList
                                        : entryOf(own.fallbacks ? *own.fallbacks : m_board->router().rules().fallbacks, m_first);
    for (const wire::Fallback &each : list ? *list : std::vector<wire::Fallback>())
        names.push_back(each.model);
    return names;
}

std::size_t Route::size() const
{
    if (m_sieved.levels.size() == 1 && m_sieved.levels.front().empty())
        return m_found.group->deployments.size();
    return std::accumulate(m_sieved.levels.begin(), m_sieved.levels.end(), std::size_t(0),
        [](std::size_t sum, const auto &level) { return sum + level.size(); });
}

// What a request brings along itself says nothing about those that come after it.
Peers Route::peers() const
{
    const auto *configured = entryOf(m_board->router().rules().fallbacks, group());
    const auto isOther = [&](const wire::Fallback &each) { return each.model != group(); };
    const bool hasFallback = configured && std::any_of(configured->begin(), configured->end(), isOther);
    return {m_found.only || m_isPinned ? 1 : m_found.group->deployments.size(), hasFallback};
}

} // namespace gatehouse::routing
