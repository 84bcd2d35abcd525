// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/tokens/counter.h"
#include "gateway/translate/count_tokens.h"

#include <string>
#include <string_view>

namespace gatehouse::pipeline {

/// The answer to a request for a count at \a door, counted without a provider. \a model is the provider's name for it, because by
/// that its tokenizer is told.
std::string countedHere(const tokens::Counter &counter, std::string_view model, const wire::JsonObject &body, Dialect door);

} // namespace gatehouse::pipeline
