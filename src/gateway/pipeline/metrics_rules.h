// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/config/config.h"
#include "gateway/observe/metrics/settings.h"

#include <vector>

namespace gatehouse::pipeline {

/// What \a config says about metrics. A metric or label in prometheus_metrics_config that there is none of is an error.
observe::metrics::Settings metricsRules(const config::Config &config, std::vector<config::Diagnostic> &notes);

/// Where an entry of custom_prometheus_metadata_labels finds its value: "metadata.a.b" is {"a", "b"}. Empty for one that is
/// named for a credential: it becomes no label.
std::vector<std::string> metadataPath(std::string text);

} // namespace gatehouse::pipeline
