// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/config/schema.h"

#include <span>

namespace gatehouse::config {

/// The schema table, one part for each section of the file. schema() is all of them in this order.
std::span<const Key> modelKeys();
std::span<const Key> requestParameterKeys();
std::span<const Key> modelInfoKeys();
std::span<const Key> litellmKeys();
std::span<const Key> routerKeys();
std::span<const Key> generalKeys();
std::span<const Key> otherKeys();

/// Whether an item of a list is nothing without this key.
bool isRequired(std::string_view path);

} // namespace gatehouse::config
