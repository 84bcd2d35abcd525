// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/deployment.h"

#include <string>
#include <vector>

namespace gatehouse::routing {

/// Which filters are on (router_settings).
struct Filters {
    bool byOrder = false; ///< enable_pre_call_checks: only the deployments with the lowest order
    bool byTags = false;  ///< enable_tag_filtering
    bool anyTag = true;   ///< tag_filtering_match_any: one common tag is enough; otherwise a deployment must have them all
};

/// The deployments of \a all that may take a request with \a tags (litellm.md §6.8): by tags those that match, else those tagged
/// "default"; a request without tags gets those tagged "default", else all. Then by order.
std::vector<const Deployment *> filtered(
    std::vector<const Deployment *> all, const std::vector<std::string> &tags, const Filters &filters);

} // namespace gatehouse::routing
