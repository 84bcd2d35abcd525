// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/observe/sinks/otlp.h"
#include "gateway/observe/sinks/sink.h"

#include <string>
#include <string_view>

namespace gatehouse::observe::sinks {

/// Where OpenTelemetry's data goes, and what it is said to be of.
struct OtelAccount {
    otlp::Format format = otlp::Format::Protobuf;
    std::string url;
    Variables headers = {};
    otlp::Resource resource = {};
};

/// Of what OTEL_EXPORTER_OTLP_<SIGNAL>_… and OTEL_EXPORTER_OTLP_… say: \a signal is "traces" or "metrics", and ends the address.
OtelAccount otelAccount(const Making &making, const std::string &signal);
/// A request to it, without a body.
Post otelPost(const OtelAccount &account);

/// The convention's name of what was done: "chat", "embeddings".
std::string_view otelOperation(const Receipt &receipt);

} // namespace gatehouse::observe::sinks
