// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/observe/sinks/sink.h"

/// The sinks, one file each. What a maker reads stands in the table.
namespace gatehouse::observe::sinks {

std::unique_ptr<Sink> makeDatadog(const Making &making);
std::unique_ptr<Sink> makeGenericApi(const Making &making);
std::unique_ptr<Sink> makeHelicone(const Making &making);
std::unique_ptr<Sink> makeLangfuse(const Making &making);
std::unique_ptr<Sink> makeLangsmith(const Making &making);
std::unique_ptr<Sink> makeLines(const Making &making);
std::unique_ptr<Sink> makeOpenTelemetry(const Making &making);
std::unique_ptr<Sink> makeOtelMetrics(const Making &making);
std::unique_ptr<Sink> makeS3(const Making &making);
std::unique_ptr<Sink> makeSentry(const Making &making);

} // namespace gatehouse::observe::sinks
