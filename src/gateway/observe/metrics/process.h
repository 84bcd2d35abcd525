// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/observe/metrics/metrics.h"

#include <vector>

namespace gatehouse::observe::metrics {

/// What the system knows of this program: processor time, memory, files, and since when it runs. What cannot be read is left out.
std::vector<Sample> processSamples();

} // namespace gatehouse::observe::metrics
