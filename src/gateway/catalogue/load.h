// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/catalogue/catalogue.h"
#include "gateway/config/config.h"

namespace gatehouse::catalogue {

/// The table that is part of the program, resources/models/. Read anew by each call: a millisecond or two.
Catalogue builtIn();

/// The table a configuration wants, and what there is to say about it.
struct Loaded {
    Catalogue catalogue;
    std::string file; ///< what was read instead of the built-in table, to be watched; empty = nothing
    std::vector<config::Diagnostic> diagnostics;
};

/// litellm_settings.model_cost_map_url, else LITELLM_MODEL_COST_MAP_URL (unless LITELLM_LOCAL_MODEL_COST_MAP is True): the path
/// of a file in LiteLLM's format, which takes the built-in table's place. Nothing is ever fetched. With a file that cannot be
/// used the built-in table stays, and an error says why.
Loaded load(const config::Config &config);

} // namespace gatehouse::catalogue
