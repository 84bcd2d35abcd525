// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/catalogue/catalogue.h"
#include "gateway/config/config.h"
#include "gateway/core/deployment.h"

namespace gatehouse::catalogue {

/// Completes \a deployment, compiled from \a entry of model_list: what the catalogue knows of its model (by model_info.base_model
/// where that is set), and on top what model_info and litellm_params say. A price of its own for a token or a second makes all of
/// the catalogue's prices void for it; any other price replaces just that one. Of a wildcard only what the entry says is kept:
/// its model is not known yet. Says which prices are none.
std::vector<config::Diagnostic> describe(Deployment &deployment, const config::Value &entry, const Catalogue &catalogue);

/// The prices of \a model, which the star of the wildcard \a deployment stood for.
Prices concretePrices(const Deployment &deployment, std::string_view model, const Catalogue &catalogue);

/// A wildcard deployment with what is known of \a model, which its star stood for. Any other deployment as it is.
Deployment concrete(const Deployment &deployment, std::string_view model, const Catalogue &catalogue);

} // namespace gatehouse::catalogue
