// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/providers/table.h"

#include <string>

namespace gatehouse::providers {

/// What \a row calls itself: "LM Studio", "Together AI". Messages to callers have LiteLLM's word instead, see Provider::title.
std::string shownTitle(const Provider &row);

} // namespace gatehouse::providers
