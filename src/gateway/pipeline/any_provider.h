// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/config/config.h"

#include <vector>

namespace gatehouse::pipeline {

/// What an entry of model_list whose model is a bare "*" stands for: beside itself (for names without a provider's prefix) one
/// entry for every provider that can be called with what the environment holds, under "provider/*". Any other entry is itself
/// alone.
std::vector<config::Value> entriesOf(const config::Value &entry, const config::Environment &environment);

} // namespace gatehouse::pipeline
