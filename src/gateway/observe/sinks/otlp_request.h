// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/observe/sinks/otlp.h"

#include <span>
#include <string>
#include <string_view>

namespace gatehouse::observe::sinks::otlp {

/// What a request brings.
enum class Signal { Traces, Metrics };

/// A whole request: a resource and a scope around a list, of which each of \a items is one or several in a row, as they stand in
/// it.
std::string request(Signal signal, std::span<const std::string> items, const Resource &resource, Format format);

} // namespace gatehouse::observe::sinks::otlp
