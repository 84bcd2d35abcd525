// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/config/config.h"
#include "gateway/core/deployment.h"
#include "gateway/core/result.h"
#include "gateway/core/secret.h"
#include "gateway/wire/request.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gatehouse::pipeline {

/// A guardrail of an entry of pass_through_endpoints, and where it looks.
struct PassedGuardrail {
    std::string name;
    std::vector<std::string> requestPlaces = {}, answerPlaces = {}; ///< see guardrails/text_places.h; empty = everywhere
};

/// A door behind which another server is reached as it is: a provider's own API, or an entry of pass_through_endpoints.
/// Part of a Snapshot.
struct PassThroughRule {
    std::string path;          ///< "/openai", as it stands in request lines, without a slash at its end
    std::string target;        ///< the address behind it, without a slash at its end; empty = nobody has said
    bool withSubpaths = false; ///< what follows the path goes to the target too
    bool asksForKey = true;
    bool forwardsHeaders = true;
    bool mergesQuery = false;              ///< the caller's query is added to the target's; else it replaces it
    std::vector<std::string> methods = {}; ///< in capitals; empty = all
    std::vector<std::pair<std::string, Secret>> headers = {}; ///< added on the way
    std::optional<Deployment> deployment = {};                ///< of a provider's door: whose credential is shown
    std::vector<PassedGuardrail> guardrails = {};             ///< of an entry
    bool isLookedAt = false;                                  ///< by guardrails, so that bodies are read whole
};

/// The rules of \a config, the operator's own first. \a deployments are those of model_list; what an operator should know goes
/// into \a notes.
std::vector<PassThroughRule> passThroughRules(
    const config::Config &config, const std::vector<Deployment> &deployments, std::vector<config::Diagnostic> &notes);

/// The rule for a request, or nullptr.
const PassThroughRule *findRule(const std::vector<PassThroughRule> &rules, const wire::Request &request);

/// Where \a request goes by \a rule: what follows the rule's path, behind its target. \a query is what the caller's has become.
/// Fails with InvalidRequest where the path would lead out of the target, with Internal where there is no target.
Result<std::string> passThroughUrl(const PassThroughRule &rule, const wire::Request &request, std::string_view query);

} // namespace gatehouse::pipeline
