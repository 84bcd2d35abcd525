// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// What a caller is told when none of a group's deployments may be called: who they are, why not, and when to come back.
#include "gateway/routing/route.h"

#include <algorithm>

namespace gatehouse::routing {

namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

std::int64_t wholeSeconds(milliseconds time)
{
    return std::max<std::int64_t>(1, (time.count() + 999) / 1000);
}

std::string standingWords(const Deployment &deployment, const Standing &standing)
{
    std::string words = deployment.id + " rests for " + std::to_string(wholeSeconds(standing.left)) + " s";
    if (standing.status != 0)
        words += " after " + std::to_string(standing.status);
    if (!standing.reason.empty())
        words += " (" + standing.reason + ")";
    return words;
}

std::string limitText(std::optional<double> limit)
{
    return limit ? std::to_string(static_cast<std::int64_t>(*limit)) : "inf";
}

// Minutes are counted by the clock that never jumps.
milliseconds untilNextMinute(Clock::Instant now)
{
    constexpr seconds minute {60};
    const auto since = now.time_since_epoch() % minute;
    return std::chrono::ceil<milliseconds>(minute - since);
}

} // namespace

Error Route::nobody(Clock::Instant now, Clock::Wall wall) const
{
    const std::string &model = m_traveller.model;
    switch (m_sieved.barred) {
    case Barred::ByContextWindow:
        return {Fault::ContextWindowExceeded,
            "litellm.ContextWindowExceededError: litellm._pre_call_checks: Context Window exceeded for given call. Passed model="
                + model + ": " + m_sieved.words};
    case Barred::ByTags:
    case Barred::ByRegion:
    case Barred::ByFormat:
        return {Fault::BadRequest,
            "litellm.BadRequestError: No deployment of model=" + model + " can take this call: " + m_sieved.words};
    case Barred::No: break;
    }
    const auto &members = m_found.group->deployments;
    const Budgets *budgets = m_board->budgets();
    if (budgets && !isAnyWithinBudget(wall))
        return budgets->noRoom(members, wall, m_shortages);
    const Pool &all = pool();
    const auto rests = [&](Slot slot) { return m_board->health().isResting(slot, now); };
    if (std::any_of(all.slots.begin(), all.slots.end(), rests))
        return allResting(now);
    if (budgets && !m_leftOut.empty())
        return budgets->noRoom(members, wall, m_shortages);
    return allAtLimit(now);
}

bool Route::isAnyWithinBudget(Clock::Wall wall) const
{
    const auto &members = m_found.group->deployments;
    for (std::uint32_t index = 0; index < members.size(); ++index) {
        const bool isLeftOut = std::find(m_leftOut.begin(), m_leftOut.end(), index) != m_leftOut.end();
        if (!isLeftOut && m_board->budgets()->hasRoom(members[index]->provider.name, members[index]->id, wall))
            return true;
    }
    return false;
}

Error Route::allResting(Clock::Instant now) const
{
    const Pool &all = pool();
    std::string ids, reasons;
    milliseconds first = milliseconds::max();
    for (std::size_t i = 0; i < all.slots.size(); ++i) {
        if (!m_board->health().isResting(all.slots[i], now))
            continue;
        const Standing standing = m_board->health().standing(all.slots[i], now);
        first = std::min(first, standing.left);
        ids += (ids.empty() ? "'" : ", '") + all.deployments[i]->id + "'";
        reasons += (reasons.empty() ? "" : "; ") + standingWords(*all.deployments[i], standing);
    }
    const std::int64_t wait = wholeSeconds(first);
    const bool checks = m_board->router().rules().filters.checksCalls;
    Error error {Fault::NoDeployment,
        "No deployments available for selected model, Try again in " + std::to_string(wait)
            + " seconds. Passed model=" + m_traveller.model + ". pre-call-checks=" + (checks ? "True" : "False")
            + ", cooldown_list=[" + ids + "]. " + reasons};
    error.retryAfter = seconds(wait);
    return error;
}

Error Route::allAtLimit(Clock::Instant now) const
{
    const Pool &all = pool();
    std::string limits;
    for (std::size_t i = 0; i < all.slots.size(); ++i) {
        const Deployment &each = *all.deployments[i];
        limits += (limits.empty() ? "'" : ", '") + each.id + "': {'current_tpm': "
            + std::to_string(m_board->health().tokensThisMinute(all.slots[i], now)) + ", 'tpm_limit': " + limitText(each.tpm)
            + ", 'current_rpm': " + std::to_string(m_board->health().requestsThisMinute(all.slots[i], now))
            + ", 'rpm_limit': " + limitText(each.rpm) + "}";
    }
    Error error {Fault::RateLimit,
        "litellm.RateLimitError: No deployments available for selected model. Passed model=" + m_traveller.model
            + ". Deployments={" + limits + "}"};
    error.retryAfter = untilNextMinute(now);
    return error;
}

} // namespace gatehouse::routing
