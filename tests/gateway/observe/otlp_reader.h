// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>

#include <string_view>

/// A request of OpenTelemetry's protocol in protobuf, as it is in JSON, whatever order its fields are in. Empty = it is none.
QJsonObject readOtlpTraces(std::string_view bytes);
QJsonObject readOtlpMetrics(std::string_view bytes);
