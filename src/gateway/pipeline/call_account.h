// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/callback_choice.h"
#include "gateway/observe/sinks/settings.h"
#include "gateway/wire/call.h"

#include <optional>

namespace gatehouse::pipeline {

/// The project of Langfuse that \a call names for itself in langfuse_public_key, langfuse_secret and langfuse_host, of its body
/// or its metadata. None = it names none, or one that it may not: calls are reported to Langfuse at all only where \a sinks say
/// so, to no other server than theirs and those of LANGFUSE_ALLOWED_HOSTS, and nothing is looked up for a caller.
std::optional<CallbackChoice> accountOf(const wire::Call &call, const observe::sinks::Settings &sinks);

} // namespace gatehouse::pipeline
