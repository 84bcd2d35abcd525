// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/prices.h"

#include <string_view>

namespace gatehouse {

/// What is charged, as a bill names it: "input", "cached_read", "output_images". Stands in journals: names never change.
std::string_view toString(Charge charge);
std::string_view toString(ServiceTier tier);

} // namespace gatehouse
