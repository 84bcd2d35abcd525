// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

/// OpenTelemetry's protocol, version 1, as JSON and as protobuf: as much of it as spans and histograms need.
namespace gatehouse::observe::sinks::otlp {

enum class Format { Json, Protobuf };

struct Attribute {
    std::string name;
    std::variant<std::string, std::int64_t, double, bool, std::vector<std::string>> value;
};
using Attributes = std::vector<Attribute>;

/// What is told of, and by what.
struct Resource {
    Attributes attributes;
    std::string scope;
};

} // namespace gatehouse::observe::sinks::otlp
