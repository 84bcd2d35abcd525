// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/routing/choose.h"

namespace bench {

/// Nanoseconds for one choice by \a strategy among 1,000 deployments that have all been heard of. \a resting of them rest.
double nanosecondsPerChoice(gatehouse::routing::Strategy strategy, std::size_t resting);

} // namespace bench
