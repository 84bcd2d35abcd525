// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/secret.h"
#include "gateway/people/identity.h"

#include <optional>
#include <string>
#include <string_view>

/// The names of responses that their provider keeps. A caller is told one that says where it is, so that whatever is asked of it
/// goes there, and whose it is, so that nobody else may ask.
namespace gatehouse::pipeline {

struct WrappedResponse {
    std::string provider;
    std::string deployment; ///< id
    std::string id;         ///< the provider's
    std::string seal = {};  ///< see sealOf(); LiteLLM's names have none
};

/// "resp_" and base64 of LiteLLM's text: "litellm:custom_llm_provider:<p>;model_id:<id>;response_id:<id>".
std::string wrapped(const WrappedResponse &response);
/// Nothing when \a id is no such name.
std::optional<WrappedResponse> unwrapped(std::string_view id);

/// Whose a kept response is: a name that stays the same while the key is valid.
std::string ownerOf(const Identity &identity);
/// Ties a provider's response to its owner; \a key is the gateway's own secret.
std::string sealOf(const Secret &key, std::string_view owner, std::string_view providersId);

} // namespace gatehouse::pipeline
