// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/config/config.h"
#include "gateway/guardrails/set.h"

#include <memory>
#include <vector>

namespace gatehouse::guardrails {

/// The guardrails of \a config; nullptr where it has none. One of a kind that is not built, or that lacks what it needs, cannot
/// run, and \a notes say so.
std::unique_ptr<const Set> compile(const config::Config &config, std::vector<config::Diagnostic> &notes);

} // namespace gatehouse::guardrails
