// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/deployment.h"
#include "gateway/core/error.h"

#include <string>

namespace gatehouse::translate {

/// A provider's error as it came, and what can be read in it.
struct ProviderSaid {
    int status = 0;    ///< of HTTP, or the code in the text; 0 = none
    std::string text;  ///< what is repeated to the caller
    std::string lower; ///< everything that came, in lower case, to look for phrases
    std::string type, param;
};

/// Callers who are used to OpenAI's own words.
bool speaksOpenAi(Dialect caller);

/// What \a said means, in the words that LiteLLM has for it.
Error judged(const ProviderTraits &provider, Dialect caller, const ProviderSaid &said);

} // namespace gatehouse::translate
