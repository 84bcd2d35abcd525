// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/secret.h"

#include <string>
#include <utility>
#include <vector>

namespace gatehouse {

/// A sink that a key or a team has for its own calls (an entry of metadata.logging), or that a call names for itself.
struct CallbackChoice {
    std::string name; ///< "langfuse"
    bool onSuccess = true, onFailure = true;
    std::vector<std::pair<std::string, Secret>> variables = {}; ///< callback_vars, such as langfuse_secret_key
    bool isOfCall = false;                                      ///< a caller says so, whom nobody trusts
};

/// What a key and its team say of sinks, for their own calls.
struct Callbacks {
    std::vector<CallbackChoice> choices = {};
    std::vector<std::string> disabled = {}; ///< litellm_disabled_callbacks: configured ones that its calls are kept from
    bool hidesMessages = false;             ///< turn_off_message_logging of the key's own
};

} // namespace gatehouse
