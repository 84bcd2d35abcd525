// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/quirks.h"
#include "gateway/translate/members.h"

namespace gatehouse::translate {

/// Renames and reshapes the members of a chat completions request as a provider with \a quirks wants them. Messages are not its
/// business: see message_quirks.h.
void applyQuirks(Members &members, Quirks quirks);

} // namespace gatehouse::translate
