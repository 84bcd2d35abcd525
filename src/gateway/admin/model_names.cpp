// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/model_names.h"

#include "gateway/people/fields.h"
#include "gateway/pipeline/allowance.h"
#include "gateway/providers/table.h"
#include "gateway/routing/wildcard.h"

#include <algorithm>
#include <set>

namespace gatehouse::admin {

namespace {

std::size_t starsOf(std::string_view text)
{
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), '*'));
}

// The catalogue's models of one provider that a wildcard deployment can call, by the names that reach it.
void expand(const Deployment &deployment, const catalogue::Catalogue &catalogue, std::vector<std::string> &names)
{
    const std::size_t stars = starsOf(deployment.group);
    if (stars != starsOf(deployment.model))
        return; // what its stars stand for does not follow from the model's name
    const routing::Wildcard pattern(deployment.model);
    const std::size_t prefix = deployment.provider.name.size() + 1;
    for (const std::string &name : catalogue.namesOf(deployment.provider.name)) {
        if (const auto captured = pattern.match(std::string_view(name).substr(prefix)))
            names.push_back(routing::filled(deployment.group, *captured, name));
    }
}

} // namespace

std::vector<std::string> offeredNames(const pipeline::Snapshot &snapshot, bool withPatterns)
{
    std::vector<std::string> all = snapshot.router.names(withPatterns);
    for (const Deployment &deployment : snapshot.router.deployments()) {
        if (deployment.isWildcard())
            expand(deployment, snapshot.catalogue, all);
    }
    std::set<std::string_view> seen;
    std::vector<std::string> names;
    names.reserve(all.size()); // the views in seen point into it
    for (std::string &name : all) {
        if (seen.count(name))
            continue;
        names.push_back(std::move(name));
        seen.insert(names.back());
    }
    return names;
}

std::vector<std::string> usableNames(
    std::vector<std::string> names, const people::Caller &caller, const pipeline::Snapshot &snapshot)
{
    std::erase_if(names, [&](const std::string &name) { return !pipeline::mayUseModel(name, caller, snapshot); });
    return names;
}

std::vector<std::string> usableGroups(
    const people::Caller &caller, const pipeline::Snapshot &snapshot, const people::Directory &directory)
{
    std::set<std::string> groups;
    for (const Deployment &deployment : snapshot.router.deployments())
        groups.insert(deployment.accessGroups.begin(), deployment.accessGroups.end());
    for (const people::RecordPointer &record : directory.all(people::Kind::AccessGroup))
        groups.insert(people::textIn(people::objectFrom(record->json), "access_group_name"));
    std::erase_if(groups, [&caller](const std::string &group) {
        return std::any_of(caller.models.begin(), caller.models.end(), [&group](const people::AllowedModels &allowed) {
            return std::find(allowed.names.begin(), allowed.names.end(), group) == allowed.names.end();
        });
    });
    return {groups.begin(), groups.end()};
}

} // namespace gatehouse::admin
