// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/quirks.h"

#include <string>
#include <string_view>

namespace gatehouse::translate {

/// True when \a quirks ask for anything that is done to messages.
bool changesMessages(Quirks quirks);

/// \a messages (OpenAI's, a JSON array) as a provider with \a quirks wants them.
std::string withQuirks(std::string_view messages, Quirks quirks);

} // namespace gatehouse::translate
