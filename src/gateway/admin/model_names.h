// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/pipeline/snapshot.h"

#include <string>
#include <vector>

namespace gatehouse::admin {

/// The names under which models can be called: visible aliases, groups, and what the catalogue knows behind each wildcard, under
/// the name by which it is called ("openai/gpt-4o" of openai/*, "llm-4o-prod" of llm-*-prod for openai/gpt-*). None twice.
/// \a withPatterns adds the wildcards themselves.
std::vector<std::string> offeredNames(const pipeline::Snapshot &snapshot, bool withPatterns);

} // namespace gatehouse::admin
