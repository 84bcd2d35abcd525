// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/wire/json_object.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace gatehouse::guardrails {

/// What a call says of guardrails, in its body.
struct Wishes {
    std::vector<std::pair<std::string, std::string>> names = {}; ///< and what each is told: extra_body, a JSON object or empty
    bool declinesGlobal = false;            ///< disable_global_guardrail(s): none of those that are default_on
    std::vector<std::string> declined = {}; ///< … or these of them
};

/// guardrails, disable_global_guardrails and disable_global_guardrail of \a body, and of its metadata and litellm_metadata. Fails
/// with InvalidRequest where guardrails is no list of names: who asks for a guardrail must not go without.
Result<Wishes> wishesIn(const wire::JsonObject &body);

} // namespace gatehouse::guardrails
