// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/observe/sinks/enclosed_reports.h"
#include "gateway/observe/sinks/otlp.h"

#include <cstddef>

namespace gatehouse::observe::sinks::otlp {

/// What a request brings.
enum class Signal { Traces, Metrics };

/// The frame of a request: a resource and a scope around a list, whose items have \a size bytes in all.
Enclosure enclosure(Signal signal, const Resource &resource, Format format, std::size_t size);

} // namespace gatehouse::observe::sinks::otlp
