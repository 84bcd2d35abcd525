// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/callback_choice.h"
#include "gateway/observe/sinks/settings.h"
#include "gateway/observe/sinks/table.h"

#include <string>

namespace gatehouse::observe::sinks {

/// What a key says of its sink; what it refers to in the environment must be meant for that sink. One that says nothing has the
/// gateway's own account; nobody can have that one's credentials sent to a host of his own.
Choice choiceOf(const CallbackChoice &said, const Row &row, const Environment &environment);

/// A name for what it is told of itself, from which nothing can be read.
std::string keyOf(const Choice &choice);

} // namespace gatehouse::observe::sinks
