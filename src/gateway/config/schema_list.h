// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/config/schema.h"

#include <string>

namespace gatehouse::config {

/// What a number under \a key counts, by the house's habits of naming: "seconds", "dollars"; empty where it is no such number.
std::string unitOf(const Key &key);
/// The schema table as JSON for forms: {"keys": […]}, as docs/config-api.md describes it.
std::string schemaList();

} // namespace gatehouse::config
