// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/observe/observer.h"
#include "gateway/people/change.h"
#include "gateway/pipeline/snapshot.h"

namespace gatehouse::pipeline {

/// What those who look on are told of a change that somebody made: which record, what was done, who did it, and of whom and what
/// it is about. Details: {kind, id, action, changed_by} and names, addresses and budgets; never a key, a credential or a setting.
void tellOfChanges(const people::ChangeSet &set, observe::Observer &observer);

/// Another configuration is in use. \a revision is that of its file.
observe::Signal configChanged(const Snapshot &snapshot, const std::string &revision);
/// The file has changed to \a revision and is not in use, for it has \a errors.
observe::Signal configRefused(const std::string &revision, std::size_t errors);

} // namespace gatehouse::pipeline
