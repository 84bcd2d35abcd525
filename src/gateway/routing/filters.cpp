// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/routing/filters.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace gatehouse::routing {

namespace {

using Deployments = std::vector<const Deployment *>;
using Indexes = std::vector<std::uint32_t>;

bool has(const Deployment &deployment, const std::string &tag)
{
    return std::find(deployment.tags.begin(), deployment.tags.end(), tag) != deployment.tags.end();
}

bool matches(const Deployment &deployment, const std::vector<std::string> &tags, bool any)
{
    const auto hasTag = [&](const std::string &tag) { return has(deployment, tag); };
    return any ? std::any_of(tags.begin(), tags.end(), hasTag) : std::all_of(tags.begin(), tags.end(), hasTag);
}

/// What is left of a group, filter by filter.
class Sieve
{
public:
    explicit Sieve(const Deployments &all)
        : m_all(all)
        , m_left(all.size())
    {
        std::iota(m_left.begin(), m_left.end(), 0U);
    }

    template <typename Predicate> Indexes those(Predicate predicate) const
    {
        Indexes result;
        std::copy_if(m_left.begin(), m_left.end(), std::back_inserter(result),
            [&](std::uint32_t index) { return predicate(*m_all[index]); });
        return result;
    }
    template <typename Predicate> void keep(Predicate predicate, Barred reason)
    {
        if (m_left.empty())
            return;
        m_left = those(predicate);
        if (m_left.empty())
            m_barred = reason;
    }
    void byTags(const std::vector<std::string> &tags, bool any)
    {
        Indexes defaults = those([](const Deployment &deployment) { return has(deployment, "default"); });
        if (tags.empty()) {
            if (!defaults.empty())
                m_left = std::move(defaults);
            return;
        }
        Indexes matching = those([&](const Deployment &deployment) { return matches(deployment, tags, any); });
        m_left = matching.empty() ? std::move(defaults) : std::move(matching);
        if (m_left.empty())
            m_barred = Barred::ByTags;
    }
    std::vector<Indexes> levels() const
    {
        std::map<std::int64_t, Indexes> byOrder;
        for (const std::uint32_t index : m_left) {
            if (m_all[index]->order)
                byOrder[*m_all[index]->order].push_back(index);
        }
        if (byOrder.empty())
            return {m_left};
        std::vector<Indexes> result;
        result.reserve(byOrder.size());
        for (auto &[order, indexes] : byOrder)
            result.push_back(std::move(indexes));
        return result;
    }

    const Indexes &left() const { return m_left; }
    Barred barred() const { return m_barred; }

private:
    const Deployments &m_all;
    Indexes m_left;
    Barred m_barred = Barred::No;
};

// LiteLLM's two continents beside the clouds' own names.
bool isIn(const std::string &deploymentRegion, const std::string &wanted)
{
    if (wanted != "eu" && wanted != "us")
        return deploymentRegion == wanted;
    if (deploymentRegion.rfind(wanted, 0) == 0)
        return true;
    return wanted == "eu" && deploymentRegion.rfind("europe", 0) == 0;
}

void checkCall(Sieve &sieve, const Needs &needs)
{
    sieve.keep(
        [&](const Deployment &deployment) {
            const std::int64_t window = deployment.facts.maxInputTokens;
            return window <= 0 || needs.inputTokens <= window;
        },
        Barred::ByContextWindow);
    if (!needs.region.empty())
        sieve.keep([&](const Deployment &deployment) { return isIn(deployment.region, needs.region); }, Barred::ByRegion);
    if (needs.jsonSchema) {
        sieve.keep(
            [](const Deployment &deployment) { return deployment.facts.supports(Capability::ResponseSchema).value_or(true); },
            Barred::ByFormat);
    }
}

std::string largestWindow(const Deployments &all)
{
    std::int64_t largest = 0;
    for (const Deployment *deployment : all)
        largest = std::max(largest, deployment->facts.maxInputTokens);
    return std::to_string(largest);
}

std::string wordsFor(Barred barred, const Deployments &all, const Needs &needs)
{
    switch (barred) {
    case Barred::ByContextWindow:
        return "the request has about " + std::to_string(needs.inputTokens) + " tokens, the largest context window "
            + largestWindow(all);
    case Barred::ByRegion: return "no deployment is known to be in the region '" + needs.region + "'";
    case Barred::ByFormat: return "no deployment's model supports response_format with a JSON schema";
    case Barred::No:
    case Barred::ByTags: break;
    }
    return {};
}

} // namespace

Sieved sieve(const Deployments &all, const Needs &needs, const Filters &filters)
{
    Sieved everybody;
    everybody.levels.resize(1);
    if (!filters.byTags && !filters.checksCalls)
        return everybody;
    Sieve left(all);
    if (filters.byTags)
        left.byTags(needs.tags, filters.anyTag);
    if (filters.checksCalls)
        checkCall(left, needs);
    if (left.left().empty())
        return {{}, left.barred(), wordsFor(left.barred(), all, needs)};
    Sieved result;
    result.levels = filters.checksCalls ? left.levels() : std::vector<Indexes>(1, left.left());
    return result;
}

} // namespace gatehouse::routing
