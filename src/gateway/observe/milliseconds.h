// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/wire/json_writer.h"

#include <chrono>

namespace gatehouse::observe {

/// \a duration in milliseconds as a JSON number with up to three decimals: 12.345.
wire::JsonWriter &writeMilliseconds(wire::JsonWriter &json, std::chrono::microseconds duration);

} // namespace gatehouse::observe
