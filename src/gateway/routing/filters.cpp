// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/routing/filters.h"

#include <algorithm>
#include <limits>

namespace gatehouse::routing {

namespace {

using Deployments = std::vector<const Deployment *>;

bool has(const Deployment &deployment, const std::string &tag)
{
    return std::find(deployment.tags.begin(), deployment.tags.end(), tag) != deployment.tags.end();
}

bool matches(const Deployment &deployment, const std::vector<std::string> &tags, bool any)
{
    const auto hasTag = [&](const std::string &tag) { return has(deployment, tag); };
    return any ? std::any_of(tags.begin(), tags.end(), hasTag) : std::all_of(tags.begin(), tags.end(), hasTag);
}

template <typename Predicate> Deployments kept(const Deployments &all, Predicate predicate)
{
    Deployments result;
    std::copy_if(
        all.begin(), all.end(), std::back_inserter(result), [&](const Deployment *deployment) { return predicate(*deployment); });
    return result;
}

Deployments byTags(const Deployments &all, const std::vector<std::string> &tags, bool any)
{
    Deployments defaults = kept(all, [](const Deployment &deployment) { return has(deployment, "default"); });
    if (tags.empty())
        return defaults.empty() ? all : defaults;
    Deployments matching = kept(all, [&](const Deployment &deployment) { return matches(deployment, tags, any); });
    return matching.empty() ? defaults : matching;
}

Deployments byOrder(const Deployments &all)
{
    auto lowest = std::numeric_limits<std::int64_t>::max();
    for (const Deployment *deployment : all)
        lowest = std::min(lowest, deployment->order.value_or(lowest));
    if (lowest == std::numeric_limits<std::int64_t>::max())
        return all;
    return kept(all, [&](const Deployment &deployment) { return deployment.order == lowest; });
}

} // namespace

Deployments filtered(Deployments all, const std::vector<std::string> &tags, const Filters &filters)
{
    if (filters.byTags)
        all = byTags(all, tags, filters.anyTag);
    return filters.byOrder ? byOrder(all) : all;
}

} // namespace gatehouse::routing
