// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace gatehouse {

struct Callbacks;

/// What a caller said around a call. Kept only where a sink is told of it; never a credential.
struct Circumstances {
    std::string metadata;   ///< the request's, a JSON object; empty = none
    std::string parameters; ///< what was asked beside the conversation (temperature, tools …), a JSON object; empty = none
    std::vector<std::pair<std::string, std::string>> headers = {}; ///< its own x-… and langfuse_…, names in lower case
    std::shared_ptr<const Callbacks> callbacks = {};               ///< of the key and its team; none = they have none
    std::vector<std::string> disabledCallbacks = {};               ///< x-litellm-disable-callbacks
    bool hidesMessages = false;                                    ///< the configuration or the caller wants messages left out
};

} // namespace gatehouse
