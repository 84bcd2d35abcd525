// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/pipeline/admit.h"

#include <string>

namespace gatehouse::pipeline {

/// Whether \a call may share its answer with others at all: one whole answer, from a body, that nobody keeps.
bool mayCoalesce(const wire::Call &call);

/// A digest of all that an answer to \a plan depends on: two requests that have the same one are the same question by the same
/// caller, under the same configuration. It is none of anything that is a request's own, such as its call id.
std::string coalesceKey(const Plan &plan, const Inbound &inbound, const Snapshot &snapshot);

} // namespace gatehouse::pipeline
