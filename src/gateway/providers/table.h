// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/deployment.h"
#include "gateway/core/operation.h"
#include "gateway/providers/access.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// The providers: one row each, plus a small file where one addresses or signs differently. No body is ever read here.
namespace gatehouse::providers {

/// How a credential travels.
enum class Credential {
    Bearer,  ///< Authorization: Bearer …
    XApiKey, ///< x-api-key: …, with anthropic-version
    ApiKey,  ///< api-key: …
    Google,  ///< x-goog-api-key: …
    Header,  ///< a header field of its own: see Provider::keyHeader
    Cloud,   ///< signed, or a token that is fetched first: see Deployment
    None,
};

/// What is asked of a deployment, as far as its address depends on it.
struct Errand {
    Dialect dialect = Dialect::OpenAiChat;
    Operation operation = Operation::Chat;
    std::string_view model; ///< the name the provider knows
    bool stream = false;
    bool isOlder = false; ///< said in the provider's older words: see translate::Encoded
};

using AddressRule = std::string (*)(const Deployment &deployment, const Errand &errand);
using AccessRule = CloudAccess (*)(const AccessSource &source);
using BaseRule = std::string (*)(const CloudAccess &access);
using DialectRule = Dialect (*)(const Deployment &deployment, Dialect caller);

/// A header field that a provider is always sent. {NAME} in its value is an environment variable, {NAME:text} one with a
/// default; a field whose variable is missing is not sent.
struct FixedHeader {
    std::string_view name, value;
};

/// One row of the table.
struct Provider {
    std::string_view name;       ///< the prefix of a model string
    std::string_view title = {}; ///< LiteLLM's word in errors: "<title>Exception - …"; empty = the name with a capital
    Dialect dialect = Dialect::OpenAiChat;
    std::vector<Dialect> alsoSpeaks = {}; ///< other dialects that a caller's words need not be translated out of
    std::string_view base = {};           ///< default base URL, {NAME} in it an environment variable; empty = api_base is needed
    Credential credential = Credential::Bearer;
    std::string_view keyVariables = {};        ///< environment variables of the key, separated by |
    std::string_view baseVariables = {};       ///< environment variables of the base, separated by |
    std::string_view baseParam = {};           ///< another name of api_base in litellm_params
    BaseRule cloudBase = nullptr;              ///< the default base where it depends on what the cloud is shown (a region)
    std::string_view keyHeader = {};           ///< see Credential::Header
    AddressRule address = nullptr;             ///< nullptr: the dialect's usual path after the base
    AccessRule access = nullptr;               ///< nullptr: the key is all there is
    DialectRule speaks = nullptr;              ///< nullptr: the caller's dialect where it is one of these, else the first
    Operations operations = {Operation::Chat}; ///< none: known, but not served
    bool isOpenAi = false;
    Quirks quirks = {};
    std::string_view takes = {};   ///< see ProviderTraits
    std::string_view refuses = {}; ///< see ProviderTraits
    std::vector<FixedHeader> headers = {};
    bool takesTokens = false; ///< embeddings may be asked of token ids of OpenAI's; else these become text first
};

const std::vector<Provider> &table();
const Provider *find(std::string_view name);

/// A model string taken apart.
struct ModelName {
    const Provider *provider = nullptr; ///< nullptr: not known
    std::string providerName;           ///< empty when nothing could be told
    std::string model;                  ///< without the prefix
};

/// Resolves "openai/gpt-4o", "gpt-4o", "claude-…" and so on: an explicit \a customProvider wins, then a known prefix, then an
/// \a apiBase that is a provider's own, then the families of the big providers by name, then any api_base (as
/// OpenAI-compatible).
ModelName resolve(std::string_view model, std::string_view customProvider, std::string_view apiBase);

} // namespace gatehouse::providers
