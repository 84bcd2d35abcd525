// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/usage.h"

#include <string>
#include <string_view>

/// Cohere's words for why an answer ended and what it cost (API v2; docs.cohere.com/reference/chat).
namespace gatehouse::translate {

/// Cohere's finish_reason as OpenAI's. \a calls: the answer holds tool calls, which is what ended it then. A word nobody knows
/// stays as it is.
std::string finishReasonOfCohere(std::string_view word, bool calls);

/// The generation broke off: what there is of the answer is not all of it.
bool isCohereFailure(std::string_view word);

/// Cohere's usage object: the tokens that were read and written, or those that are billed where it says no others.
Usage readCohereUsage(std::string_view raw);

} // namespace gatehouse::translate
