// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/auth/identify.h"
#include "gateway/cache/settings.h"
#include "gateway/catalogue/catalogue.h"
#include "gateway/config/config.h"
#include "gateway/observe/settings.h"
#include "gateway/people/policy.h"
#include "gateway/pipeline/fetch_rules.h"
#include "gateway/pipeline/health_check_rules.h"
#include "gateway/pipeline/pass_through_rules.h"
#include "gateway/routing/router.h"
#include "gateway/store/retention.h"
#include "gateway/translate/translate.h"

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace gatehouse::guardrails {
class Set;
}

namespace gatehouse::pipeline {

/// What a request needs to know of the configuration, beside the router.
struct Settings {
    auth::Settings auth;
    people::Policy people;
    translate::Policy policy;
    int numRetries = 2;
    std::chrono::milliseconds retryAfter {0};
    std::chrono::milliseconds timeout {6'000'000};
    std::optional<std::chrono::milliseconds> streamTimeout;
    bool alwaysIncludeUsage = false;
    bool forwardClientHeaders = false;
    bool messagesByChat = false; ///< Anthropic's clients reach OpenAI's models by chat completions
    bool allowMockTesting = false;
    bool sharesResponses = false;                            ///< any key may use any response
    std::string completionModel;                             ///< general_settings.completion_model: the model of every chat call
    std::string embeddingModel, moderationModel, imageModel; ///< the same for others; empty = as the call says
    std::string caFile;
    bool verifyPeer = true;
    bool forceIpv4 = false;
    std::size_t maxRequestBytes = 64 * 1024 * 1024;
    HealthCheckRules healthChecks = {};
    FetchRules fetch = {};
    cache::Settings cache = {};
    Secret saltKey;            ///< what secrets are sealed under in the database; empty = there is nothing to seal them with
    bool storesModels = false; ///< general_settings.store_model_in_db
    Secret databaseUrl;        ///< empty = SQLite in the data directory; as it was at the start
    /// See store::JournalOptions::syncEvery; the same.
    bool keepsWords = false;  ///< what is said is in the receipt
    bool hidesWords = false;  ///< … but only that something was
    bool hidesPeople = false; ///< who asked is not in the log
    bool hidesErrors = false; ///< nor what a provider said of a failure
    store::Retention retention = {};
    std::shared_ptr<const observe::Settings> observe = std::make_shared<const observe::Settings>();
    bool keepsReceipts = true; ///< else only what they charge to whom
    std::optional<std::chrono::milliseconds> journalSync = std::chrono::milliseconds(1000);
};

/// A credential as administrators may see it: a JSON object with its values masked.
struct ShownCredential {
    std::string name;
    std::string json;
};

/// An immutable, compiled configuration. The main thread makes it and posts it to each worker; a running exchange keeps the one
/// it started with, so a reload drops nothing.
struct Snapshot {
    Settings settings;
    routing::Router router;
    catalogue::Catalogue catalogue;
    std::vector<PassThroughRule> passThrough;          ///< doors to other servers, the operator's own first
    std::vector<ShownCredential> credentials;          ///< of credential_list and of the database
    std::string catalogueFile;                         ///< where the catalogue was read from; empty = it is the built-in one
    std::string fileRevision;                          ///< of the configuration's file: config::Config::revision
    std::unique_ptr<const guardrails::Set> guardrails; ///< nullptr = there are none
    std::vector<config::Diagnostic> notes;             ///< what compiling had to say beyond what reading said

    /// False where a note is an error that nothing can stand in for; other errors leave out what they are about.
    bool ok() const { return !settings.observe->metrics.isBroken; }
};

/// Compiles \a config, which must be ok().
std::shared_ptr<const Snapshot> compile(const config::Config &config);

} // namespace gatehouse::pipeline
