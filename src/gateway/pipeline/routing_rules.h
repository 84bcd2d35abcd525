// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/config/config.h"
#include "gateway/routing/router.h"

namespace gatehouse::pipeline {

/// Reads what \a config says about routing (router_settings, and what deployments say about their groups) into \a table, which
/// has its deployments already. What is wrong in it, reading the configuration has said; it is left out here.
void readRoutingRules(routing::Table &table, const config::Config &config);

} // namespace gatehouse::pipeline
