// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/observe_rules.h"

#include "gateway/pipeline/alert_rules.h"
#include "gateway/pipeline/metrics_rules.h"
#include "gateway/pipeline/sink_rules.h"
#include "gateway/pipeline/traffic_rules.h"

namespace gatehouse::pipeline {

std::shared_ptr<const observe::Settings> observeRules(const config::Config &config, std::vector<config::Diagnostic> &notes)
{
    auto settings = std::make_shared<observe::Settings>();
    settings->alerts = alertRules(config, notes);
    settings->metrics = metricsRules(config, notes);
    settings->sinks = sinkRules(config, notes);
    settings->traffic = trafficRules(config);
    return settings;
}

} // namespace gatehouse::pipeline
