// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/config/config.h"
#include "gateway/core/cloud_access.h"

#include <initializer_list>
#include <string>
#include <string_view>

/// From an entry's litellm_params and the environment to what a deployment shows its cloud. What the entry says comes before
/// what the environment says. Files are read here, once; what is missing or wrong stands in CloudAccess::problem.
namespace gatehouse::providers {

/// Where credentials are looked for.
struct AccessSource {
    const config::Value &params; ///< litellm_params, with a named credential merged in
    const config::Environment &environment;
    std::string_view model; ///< without the provider's prefix: it may name a region

    /// The first of \a names that the entry sets; else empty.
    std::string param(std::initializer_list<std::string_view> names) const;
    /// The first of \a names that the environment sets; else empty.
    std::string variable(std::initializer_list<const char *> names) const;
};

/// For Bedrock. See docs/providers-cloud.md for the order in which keys are looked for.
CloudAccess awsAccess(const AccessSource &source);
/// For Vertex AI.
CloudAccess googleAccess(const AccessSource &source);
/// For Azure OpenAI. Without a problem and without access where an API key is to be used.
CloudAccess entraAccess(const AccessSource &source);
/// The same for models of Azure's AI Foundry, whose key has another variable.
CloudAccess foundryAccess(const AccessSource &source);

/// "us-east-1" of "us-east-1/anthropic.claude-v2", of "converse/arn:aws:bedrock:us-east-1:…", else empty.
std::string regionInModel(std::string_view model);

/// A token or the file it is read from, of LiteLLM's "oidc/file/PATH", "oidc/env/NAME", "oidc/env_path/NAME", of
/// "oidc/azure/…", "oidc/circleci/…" and "oidc/circleci_v2/…", whose places are known; a path when it begins with a slash; else
/// the token itself.
struct TokenSource {
    std::string token = {}, file = {}, problem = {};
};
TokenSource tokenSource(const std::string &text, const AccessSource &source);

/// The same for the same parts, and nothing can be told from it.
std::string fingerprintOf(std::initializer_list<std::string_view> parts);

} // namespace gatehouse::providers
