// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/config/config.h"
#include "gateway/observe/alerts/settings.h"

#include <vector>

namespace gatehouse::pipeline {

/// What \a config and its environment say about alerts. A channel without its credentials is said in \a notes
/// and left out; so is a kind of alert that there is not.
observe::alerts::Settings alertRules(const config::Config &config, std::vector<config::Diagnostic> &notes);

} // namespace gatehouse::pipeline
