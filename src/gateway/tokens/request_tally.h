// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/tokens/meter.h"
#include "gateway/wire/json_object.h"

namespace gatehouse::tokens {

/// Adds to \a meter what a whole request comes to: its texts, and what its dialect puts around them. For OpenAI's models that is
/// three tokens a message and three for the answer's beginning (OpenAI's own published rule); what it adds for tools and for
/// images of unknown size nobody outside knows, so these count as guessed.
void tallyRequest(Meter &meter, const wire::JsonObject &body);

} // namespace gatehouse::tokens
