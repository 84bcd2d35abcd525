// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/people/caller.h"
#include "gateway/people/directory.h"
#include "gateway/pipeline/snapshot.h"

#include <string>
#include <vector>

namespace gatehouse::admin {

/// The names under which models can be called: visible aliases, groups, and what the catalogue knows behind each wildcard, under
/// the name by which it is called ("openai/gpt-4o" of openai/*, "llm-4o-prod" of llm-*-prod for openai/gpt-*). None twice.
/// \a withPatterns adds the wildcards themselves.
std::vector<std::string> offeredNames(const pipeline::Snapshot &snapshot, bool withPatterns);

/// Those of \a names that \a caller may use.
std::vector<std::string> usableNames(
    std::vector<std::string> names, const people::Caller &caller, const pipeline::Snapshot &snapshot);
/// The access groups, of the configuration and of the database, that \a caller's lists name; all, where nothing binds it.
std::vector<std::string> usableGroups(
    const people::Caller &caller, const pipeline::Snapshot &snapshot, const people::Directory &directory);

} // namespace gatehouse::admin
