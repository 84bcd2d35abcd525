// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/routing/health_slots.h"

namespace gatehouse::routing {

/// Whether \a ended speaks against the deployment.
bool isFailure(const Ended &ended);

/// Counts \a ended and takes it into the averages. \a keep = how many answers the average for latency-based routing spans.
void learn(const HealthSlots::Place &place, const Ended &ended, std::size_t keep, Clock::Instant now);

} // namespace gatehouse::routing
