// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/dialect.h"
#include "gateway/core/operation.h"

#include <span>
#include <string_view>

/// Where bodies hold texts: a table. A place is a path of names; "[]" stands for each item of a list, and a last "**" for every
/// string below.
namespace gatehouse::guardrails {

std::span<const std::string_view> requestPlaces(Dialect dialect, Operation operation);
std::span<const std::string_view> answerPlaces(Dialect dialect, Operation operation);
/// Of each event, or item.
std::span<const std::string_view> streamPlaces(Dialect dialect);

} // namespace gatehouse::guardrails
