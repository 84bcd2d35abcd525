// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/translate/members.h"

#include <string>
#include <vector>

namespace gatehouse::translate {

/// A request in a provider's words and what goes with it. Its views point into the conversation it was made of.
struct ProviderRequest {
    Members members;                     ///< without `model` and `stream`
    std::vector<std::string> betas = {}; ///< for the header anthropic-beta
    bool jsonTool = false;               ///< see Encoded::jsonTool
};

} // namespace gatehouse::translate
