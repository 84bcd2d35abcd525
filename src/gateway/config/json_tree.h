// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/config/value.h"

#include <optional>
#include <string_view>

namespace gatehouse::config {

/// JSON text, which wire::JsonObject has checked as part of a body, as a tree whose maps keep the order they are written in; the
/// last of repeated names counts. Nothing for what is nested more than 64 deep, or has a text that is no UTF-8.
std::optional<Value> treeFromJson(std::string_view json);

} // namespace gatehouse::config
