// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/observe/metrics/metrics.h"
#include "gateway/pipeline/shared.h"
#include "gateway/pipeline/snapshot.h"

#include <vector>

namespace gatehouse::observe {
class Lookout;
}

namespace gatehouse::admin {

/// The metrics that nobody counts because they stand somewhere: budgets and limits, the state of deployments, what runs and what
/// waits. Budgets of those who have called, or of everybody where the configuration says so. On the observer's thread.
std::vector<observe::metrics::Sample> metricSamples(
    pipeline::Shared &shared, const pipeline::Snapshot &snapshot, const observe::Lookout &lookout);

} // namespace gatehouse::admin
