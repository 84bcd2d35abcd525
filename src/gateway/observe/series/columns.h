// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/observe/series/track.h"

#include <vector>

namespace gatehouse::wire {
class JsonWriter;
}

namespace gatehouse::observe::series {

using Points = std::vector<const Point *>; ///< one for each step; nullptr = nothing happened

/// Writes a series' members "requests", "errors" and so on, each a list with a value for each point: 0 where nothing happened,
/// and null for a percentile of nothing.
void writeColumns(wire::JsonWriter &json, const Points &points);

} // namespace gatehouse::observe::series
