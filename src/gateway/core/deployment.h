// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "gateway/core/cloud_access.h"
#include "gateway/core/dialect.h"
#include "gateway/core/model_facts.h"
#include "gateway/core/prices.h"
#include "gateway/core/quirks.h"
#include "gateway/core/secret.h"
#include "gateway/core/station.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace gatehouse {

/// What a provider is like, as far as translation, errors and addressing must know. One row of providers/table.cpp.
struct ProviderTraits {
    std::string name;  ///< "openai", the prefix of a model string
    std::string title; ///< "OpenAI", as in "OpenAIException - …"
    Dialect dialect = Dialect::OpenAiChat;
    bool isOpenAi = false;         ///< OpenAI itself: its error phrases apply
    Quirks quirks = {};            ///< what is done to requests in OpenAI's dialect
    std::string_view takes = {};   ///< OpenAI's parameters that are supported, separated by spaces; empty = all. Static text.
    std::string_view refuses = {}; ///< those that are not, of them
};

/// One model at one provider with one credential: an entry of model_list, compiled. Immutable; part of a Snapshot.
struct Deployment {
    std::string id;    ///< model_info.id, or a hash of the entry
    std::string group; ///< model_name: entries that share it are balanced
    ProviderTraits provider;
    std::string litellmModel; ///< "openai/gpt-4o", as configured, for x-litellm-model-name
    std::string model;        ///< the name the provider is sent; may hold * for wildcard groups
    std::string apiBase;      ///< without trailing slash
    Secret apiKey;
    std::string apiVersion; ///< of Azure's addresses
    std::string modelId;    ///< in Bedrock's addresses, where it is not the model's name: an ARN; empty = it is
    CloudAccess cloud = {}; ///< what a cloud is shown in place of apiKey
    std::string organization;
    std::vector<std::pair<std::string, std::string>> extraHeaders = {};
    std::string extraBody; ///< a JSON object whose members are merged into the request; empty = none
    std::vector<std::pair<std::string, std::string>> defaults =
        {}; ///< request parameters set for this deployment: name, JSON text
    std::optional<bool> dropParams = {};
    std::vector<std::string> additionalDropParams = {};
    std::vector<std::string> allowedOpenAiParams = {};
    std::optional<double> weight = {}, rpm = {}, tpm = {};
    std::optional<std::int64_t> order = {};               ///< the lowest is preferred, where pre-call checks are on
    std::vector<std::string> accessGroups = {};           ///< model_info.access_groups, by which keys may name it
    std::vector<std::string> tags = {};                   ///< which tagged requests it takes, where tag filtering is on
    std::optional<std::int64_t> maxParallelRequests = {}; ///< more than these wait
    std::string region = {};                              ///< where it is, as its cloud names it; empty = not known
    std::optional<std::chrono::milliseconds> cooldownTime = {};
    std::optional<std::chrono::milliseconds> timeout = {}, streamTimeout = {};
    std::optional<int> numRetries = {};
    std::optional<std::string> mockResponse = {};
    std::string mode;                 ///< model_info.mode; empty = chat
    std::int64_t maxOutputTokens = 0; ///< model_info.max_output_tokens, else the model's known limit, else 0
    ModelFacts facts;             ///< what the catalogue and model_info say; of a wildcard only the latter (catalogue/describe.h)
    Prices prices;                ///< the same for prices, with those of litellm_params; empty = not known
    std::string knownAs = {};     ///< the catalogue's name for the model; empty = not known
    std::string shownParams = {}; ///< litellm_params, a JSON object fit to be shown: no credential is in it
    std::string shownInfo = {};   ///< model_info, the same
    int configLine = 0;           ///< where its entry begins in the configuration's file; 0 = it is not in there
    std::shared_ptr<const Station> station = {}; ///< the names above, for receipts
    bool isWildcard() const { return group.find('*') != std::string::npos; }
};

} // namespace gatehouse
