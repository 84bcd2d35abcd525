// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/config/sources.h"
#include "gateway/pipeline/context.h"

#include <map>
#include <string>

/// The table of providers, with how this gateway stands to each. See docs/providers-api.md.
namespace gatehouse::admin {

/// What a gateway does with a provider.
struct ProviderUse {
    std::int64_t deployments = 0;
    std::int64_t catalogueModels = 0;
    std::optional<routing::BreakerState> worst = {}; ///< of its deployments
};
using ProviderUses = std::map<std::string, ProviderUse, std::less<>>;
ProviderUses providerUses(pipeline::Context &context);

/// {"providers": […]}; only the one that \a name names, where it names one.
std::string providerRows(const std::string &name, const ProviderUses &uses, const config::Environment &environment);
/// {"found": […]}: the providers of whose variables \a environment has some. No value is in it but the last characters of a key.
std::string foundRows(const ProviderUses &uses, const config::Environment &environment);

/// GET /providers. 404 for a ?provider= that there is not.
void listProviderRows(pipeline::Context &context, pipeline::Inbound inbound);
/// GET /environment/found.
void listFoundProviders(pipeline::Context &context, pipeline::Inbound inbound);

} // namespace gatehouse::admin
