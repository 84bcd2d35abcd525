// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/routing/route.h"

#include <algorithm>

namespace gatehouse::routing {

namespace {

using Weight = std::optional<double> Deployment::*;

Weight weighting(const Deployment &first)
{
    for (const Weight member : {&Deployment::weight, &Deployment::rpm, &Deployment::tpm}) {
        if (first.*member)
            return member;
    }
    return nullptr;
}

} // namespace

const Deployment *shuffle(const std::vector<const Deployment *> &candidates, Random &random)
{
    if (candidates.empty())
        return nullptr;
    if (candidates.size() == 1)
        return candidates.front();
    if (const Weight member = weighting(*candidates.front())) {
        double total = 0;
        for (const Deployment *candidate : candidates)
            total += (candidate->*member).value_or(0);
        if (total > 0) {
            double left = std::uniform_real_distribution<double>(0, total)(random);
            for (const Deployment *candidate : candidates) {
                const double weight = (candidate->*member).value_or(0);
                if (left < weight)
                    return candidate;
                left -= weight;
            }
        }
    }
    return candidates[std::uniform_int_distribution<std::size_t>(0, candidates.size() - 1)(random)];
}

Route::Route(
    const Router &router, Found found, std::string asked, std::vector<std::string> fallbacks, std::vector<std::string> tags)
    : m_router(&router)
    , m_fallbacks(std::move(fallbacks))
    , m_tags(std::move(tags))
{
    enter(std::move(found), std::move(asked));
}

void Route::enter(Found found, std::string asked)
{
    m_found = std::move(found);
    m_asked = std::move(asked);
    m_tried.clear();
    if (m_found.only)
        m_candidates = {m_found.only};
    else
        m_candidates = filtered(m_found.group->deployments, m_tags, m_router->filters());
    m_barred = m_candidates.empty() && !m_found.group->deployments.empty();
}

std::optional<Target> Route::next(Random &random)
{
    if (m_tried.size() >= m_candidates.size())
        m_tried.clear();
    std::vector<const Deployment *> fresh;
    std::copy_if(m_candidates.begin(), m_candidates.end(), std::back_inserter(fresh),
        [&](const Deployment *candidate) { return std::find(m_tried.begin(), m_tried.end(), candidate) == m_tried.end(); });
    const Deployment *chosen = shuffle(fresh, random);
    if (!chosen)
        return std::nullopt;
    m_tried.push_back(chosen);
    return Target {chosen, m_found.only ? chosen->model : filled(chosen->model, m_found.captured, m_asked)};
}

void Route::keepTo(std::string_view deployment)
{
    const auto found = std::find_if(
        m_candidates.begin(), m_candidates.end(), [&](const Deployment *candidate) { return candidate->id == deployment; });
    if (found == m_candidates.end())
        return;
    m_candidates = {*found};
    m_fallbacks.clear();
}

bool Route::fallBack()
{
    while (m_nextFallback < m_fallbacks.size()) {
        const std::string name = m_fallbacks[m_nextFallback++];
        auto found = m_router->find(name);
        if (!found || found->group->deployments.empty())
            continue;
        enter(std::move(*found), name);
        if (m_candidates.empty())
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

std::size_t Route::size() const
{
    return m_candidates.size();
}

} // namespace gatehouse::routing
