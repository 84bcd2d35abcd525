// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/front/endpoints.h"

#include "gateway/admin/activity_doors.h"
#include "gateway/admin/cache_doors.h"
#include "gateway/admin/callbacks.h"
#include "gateway/admin/credentials.h"
#include "gateway/admin/deployment_health.h"
#include "gateway/admin/event_stream.h"
#include "gateway/admin/gateway_info.h"
#include "gateway/admin/guardrail_doors.h"
#include "gateway/admin/guardrail_management.h"
#include "gateway/admin/health.h"
#include "gateway/admin/metrics.h"
#include "gateway/admin/model_groups.h"
#include "gateway/admin/model_info.h"
#include "gateway/admin/model_management.h"
#include "gateway/admin/models.h"
#include "gateway/admin/predict_spend.h"
#include "gateway/admin/provider_budgets.h"
#include "gateway/admin/replay.h"
#include "gateway/admin/report_doors.h"
#include "gateway/admin/request_preview.h"
#include "gateway/admin/route_explain.h"
#include "gateway/admin/series.h"
#include "gateway/admin/settings.h"
#include "gateway/admin/spend_calculate.h"
#include "gateway/admin/spend_doors.h"
#include "gateway/admin/spend_export.h"
#include "gateway/admin/token_counter.h"
#include "gateway/admin/traffic.h"
#include "gateway/admin/welcome.h"
#include "gateway/front/budget_endpoints.h"
#include "gateway/front/config_endpoints.h"
#include "gateway/front/people_endpoints.h"
#include "gateway/front/provider_endpoints.h"
#include "gateway/front/route_list.h"
#include "gateway/pipeline/exchange.h"
#include "gateway/pipeline/response_doors.h"
#include "gateway/pipeline/several_models.h"

namespace gatehouse::front {

namespace {

using wire::Method;
constexpr Dialect openAi = Dialect::OpenAiChat;
constexpr Dialect anthropic = Dialect::AnthropicMessages;
constexpr Dialect text = Dialect::OpenAiText;
constexpr Dialect gemini = Dialect::GeminiGenerate;
constexpr Dialect responses = Dialect::OpenAiResponses;

} // namespace

const std::vector<Endpoint> &endpoints()
{
    static const std::vector<Endpoint> rows = withConfig(withProviders(withBudgets(withPeople({
        {Method::Post, "/v1/chat/completions", Guard::Admitted, openAi, &pipeline::beginChat},
        {Method::Post, "/chat/completions", Guard::Admitted, openAi, &pipeline::beginChat},
        {Method::Post, "/engines/{model}/chat/completions", Guard::Admitted, openAi, &pipeline::beginChat},
        {Method::Post, "/openai/deployments/{model}/chat/completions", Guard::Admitted, openAi, &pipeline::beginChat},
        {Method::Post, "/v1/messages", Guard::Admitted, anthropic, &pipeline::Exchange::begin},
        // Google's clients differ in the version they put in front.
        {Method::Post, "/v1beta/models/{model}:generateContent", Guard::Admitted, gemini, &pipeline::Exchange::begin},
        {Method::Post, "/v1/models/{model}:generateContent", Guard::Admitted, gemini, &pipeline::Exchange::begin},
        {Method::Post, "/models/{model}:generateContent", Guard::Admitted, gemini, &pipeline::Exchange::begin},
        {Method::Post, "/v1beta/models/{model}:streamGenerateContent", Guard::Admitted, gemini, &pipeline::Exchange::begin,
            Operation::Chat, Body::Whole, true},
        {Method::Post, "/v1/models/{model}:streamGenerateContent", Guard::Admitted, gemini, &pipeline::Exchange::begin,
            Operation::Chat, Body::Whole, true},
        {Method::Post, "/models/{model}:streamGenerateContent", Guard::Admitted, gemini, &pipeline::Exchange::begin,
            Operation::Chat, Body::Whole, true},
        {Method::Get, "/v1/models", Guard::Key, openAi, &admin::listModels},
        {Method::Get, "/models", Guard::Key, openAi, &admin::listModels},
        {Method::Get, "/v1/models/{model}", Guard::Key, openAi, &admin::showModel},
        {Method::Get, "/models/{model}", Guard::Key, openAi, &admin::showModel},
        {Method::Get, "/health", Guard::Key, openAi, &admin::checkHealth},
        {Method::Get, "/health/liveliness", Guard::Open, openAi, &admin::showLiveliness},
        {Method::Get, "/health/liveness", Guard::Open, openAi, &admin::showLiveliness},
        {Method::Options, "/health/liveliness", Guard::Open, openAi, &admin::showLiveliness},
        {Method::Options, "/health/liveness", Guard::Open, openAi, &admin::showLiveliness},
        {Method::Get, "/health/readiness", Guard::Open, openAi, &admin::showReadiness},
        {Method::Get, "/health/services", Guard::Admin, openAi, &admin::testService},
        {Method::Get, "/gateway/info", Guard::Admin, openAi, &admin::showGatewayInfo},
        {Method::Get, "/active/callbacks", Guard::Admin, openAi, &admin::showActiveCallbacks},
        {Method::Get, "/callbacks/list", Guard::Admin, openAi, &admin::listCallbacks},
        {Method::Get, "/get/config/callbacks", Guard::Admin, openAi, &admin::showConfiguredCallbacks},
        {Method::Get, "/health/deployments", Guard::Admin, openAi, &admin::listDeploymentHealth},
        {Method::Get, "/health/deployments/{id}", Guard::Admin, openAi, &admin::showDeploymentHealth},
        {Method::Post, "/health/deployments/{id}/close", Guard::Admin, openAi, &admin::closeDeployment},
        {Method::Post, "/health/deployments/{id}/outage", Guard::Admin, openAi, &admin::beginOutage},
        {Method::Delete, "/health/deployments/{id}/outage", Guard::Admin, openAi, &admin::endOutage},
        {Method::Get, "/route/map", Guard::Admin, openAi, &admin::showRouteMap},
        {Method::Post, "/route/explain", Guard::Admin, openAi, &admin::explainRoute},
        {Method::Get, "/routes", Guard::Open, openAi, &listRoutes},
        {Method::Get, "/metrics", Guard::Admitted, openAi, &admin::showMetrics},
        {Method::Get, "/series", Guard::Admin, openAi, &admin::showSeries},
        {Method::Get, "/traffic", Guard::Admin, openAi, &admin::listTraffic},
        {Method::Get, "/traffic/{id}", Guard::Admin, openAi, &admin::showTraffic},
        {Method::Delete, "/traffic/{id}", Guard::Admin, openAi, &admin::abortTraffic},
        {Method::Post, "/traffic/{id}/replay", Guard::Admin, openAi, &admin::replayTraffic},
        {Method::Get, "/events", Guard::Admin, openAi, &admin::followEvents},
        {Method::Post, "/v1/completions", Guard::Admitted, text, &pipeline::Exchange::begin},
        {Method::Post, "/completions", Guard::Admitted, text, &pipeline::Exchange::begin},
        {Method::Post, "/engines/{model}/completions", Guard::Admitted, text, &pipeline::Exchange::begin},
        {Method::Post, "/openai/deployments/{model}/completions", Guard::Admitted, text, &pipeline::Exchange::begin},
        {Method::Post, "/v1/embeddings", Guard::Admitted, openAi, &pipeline::Exchange::begin, Operation::Embedding},
        {Method::Post, "/embeddings", Guard::Admitted, openAi, &pipeline::Exchange::begin, Operation::Embedding},
        {Method::Post, "/engines/{model}/embeddings", Guard::Admitted, openAi, &pipeline::Exchange::begin, Operation::Embedding},
        {Method::Post, "/openai/deployments/{model}/embeddings", Guard::Admitted, openAi, &pipeline::Exchange::begin,
            Operation::Embedding},
        {Method::Post, "/v1/moderations", Guard::Admitted, openAi, &pipeline::Exchange::begin, Operation::Moderation},
        {Method::Post, "/moderations", Guard::Admitted, openAi, &pipeline::Exchange::begin, Operation::Moderation},
        {Method::Post, "/v1/images/generations", Guard::Admitted, openAi, &pipeline::Exchange::begin, Operation::ImageGeneration},
        {Method::Post, "/images/generations", Guard::Admitted, openAi, &pipeline::Exchange::begin, Operation::ImageGeneration},
        {Method::Post, "/openai/deployments/{model}/images/generations", Guard::Admitted, openAi, &pipeline::Exchange::begin,
            Operation::ImageGeneration},
        {Method::Post, "/v1/audio/speech", Guard::Admitted, openAi, &pipeline::Exchange::begin, Operation::Speech},
        {Method::Post, "/audio/speech", Guard::Admitted, openAi, &pipeline::Exchange::begin, Operation::Speech},
        {Method::Post, "/openai/deployments/{model}/audio/speech", Guard::Admitted, openAi, &pipeline::Exchange::begin,
            Operation::Speech},
        {Method::Post, "/v1/audio/transcriptions", Guard::Admitted, openAi, &pipeline::Exchange::begin, Operation::Transcription,
            Body::Streamed},
        {Method::Post, "/audio/transcriptions", Guard::Admitted, openAi, &pipeline::Exchange::begin, Operation::Transcription,
            Body::Streamed},
        {Method::Post, "/openai/deployments/{model}/audio/transcriptions", Guard::Admitted, openAi, &pipeline::Exchange::begin,
            Operation::Transcription, Body::Streamed},
        {Method::Post, "/v1/audio/translations", Guard::Admitted, openAi, &pipeline::Exchange::begin, Operation::AudioTranslation,
            Body::Streamed},
        {Method::Post, "/audio/translations", Guard::Admitted, openAi, &pipeline::Exchange::begin, Operation::AudioTranslation,
            Body::Streamed},
        {Method::Post, "/openai/deployments/{model}/audio/translations", Guard::Admitted, openAi, &pipeline::Exchange::begin,
            Operation::AudioTranslation, Body::Streamed},
        {Method::Post, "/v1/images/edits", Guard::Admitted, openAi, &pipeline::Exchange::begin, Operation::ImageEdit,
            Body::Streamed},
        {Method::Post, "/images/edits", Guard::Admitted, openAi, &pipeline::Exchange::begin, Operation::ImageEdit,
            Body::Streamed},
        {Method::Post, "/openai/deployments/{model}/images/edits", Guard::Admitted, openAi, &pipeline::Exchange::begin,
            Operation::ImageEdit, Body::Streamed},
        {Method::Post, "/v1/rerank", Guard::Admitted, openAi, &pipeline::Exchange::begin, Operation::Rerank},
        {Method::Post, "/v2/rerank", Guard::Admitted, openAi, &pipeline::Exchange::begin, Operation::Rerank},
        {Method::Post, "/rerank", Guard::Admitted, openAi, &pipeline::Exchange::begin, Operation::Rerank},
        {Method::Post, "/v1/responses", Guard::Admitted, responses, &pipeline::Exchange::begin},
        {Method::Get, "/v1/responses/{model}/input_items", Guard::Key, responses, &pipeline::listInputItems},
        {Method::Post, "/v1/responses/{model}/cancel", Guard::Key, responses, &pipeline::cancelResponse},
        {Method::Get, "/v1/responses/{model}", Guard::Key, responses, &pipeline::showResponse},
        {Method::Delete, "/v1/responses/{model}", Guard::Key, responses, &pipeline::deleteResponse},
        {Method::Post, "/responses", Guard::Admitted, responses, &pipeline::Exchange::begin},
        {Method::Get, "/responses/{model}/input_items", Guard::Key, responses, &pipeline::listInputItems},
        {Method::Post, "/responses/{model}/cancel", Guard::Key, responses, &pipeline::cancelResponse},
        {Method::Get, "/responses/{model}", Guard::Key, responses, &pipeline::showResponse},
        {Method::Delete, "/responses/{model}", Guard::Key, responses, &pipeline::deleteResponse},
        {Method::Post, "/openai/v1/responses", Guard::Admitted, responses, &pipeline::Exchange::begin},
        {Method::Get, "/openai/v1/responses/{model}/input_items", Guard::Key, responses, &pipeline::listInputItems},
        {Method::Post, "/openai/v1/responses/{model}/cancel", Guard::Key, responses, &pipeline::cancelResponse},
        {Method::Get, "/openai/v1/responses/{model}", Guard::Key, responses, &pipeline::showResponse},
        {Method::Delete, "/openai/v1/responses/{model}", Guard::Key, responses, &pipeline::deleteResponse},
        {Method::Get, "/spend/logs", Guard::Viewer, openAi, &admin::listSpend},
        {Method::Get, "/spend/logs/v2", Guard::Viewer, openAi, &admin::pageSpend},
        {Method::Get, "/spend/logs/ui", Guard::Viewer, openAi, &admin::pageSpend},
        {Method::Get, "/spend/logs/session/ui", Guard::Viewer, openAi, &admin::pageSession},
        {Method::Get, "/spend/logs/ui/{id}", Guard::Viewer, openAi, &admin::showSaid},
        {Method::Get, "/spend/logs/{id}/why", Guard::Viewer, openAi, &admin::showWhy},
        {Method::Get, "/spend/export", Guard::Viewer, openAi, &admin::exportSpend},
        {Method::Get, "/spend/keys", Guard::Viewer, openAi, &admin::showSpentByKeys},
        {Method::Get, "/spend/users", Guard::Viewer, openAi, &admin::showSpentByUsers},
        {Method::Get, "/spend/tags", Guard::Viewer, openAi, &admin::showSpendTags},
        {Method::Post, "/spend/last_used", Guard::Viewer, openAi, &admin::showLastUsed},
        {Method::Get, "/global/spend", Guard::Viewer, openAi, &admin::showGlobalSpend},
        {Method::Get, "/global/spend/logs", Guard::Viewer, openAi, &admin::showGlobalLogs},
        {Method::Get, "/global/spend/keys", Guard::Viewer, openAi, &admin::showGlobalKeys},
        {Method::Get, "/global/spend/teams", Guard::Viewer, openAi, &admin::showGlobalTeams},
        {Method::Get, "/global/spend/models", Guard::Viewer, openAi, &admin::showGlobalModels},
        {Method::Post, "/global/spend/end_users", Guard::Viewer, openAi, &admin::showGlobalCustomers},
        {Method::Get, "/global/spend/tags", Guard::Viewer, openAi, &admin::showGlobalTags},
        {Method::Get, "/global/spend/all_tag_names", Guard::Viewer, openAi, &admin::showTagNames},
        {Method::Get, "/global/spend/provider", Guard::Viewer, openAi, &admin::showProviders},
        {Method::Get, "/global/spend/report", Guard::Admin, openAi, &admin::showReport},
        {Method::Post, "/global/spend/refresh", Guard::Admin, openAi, &admin::refreshSpend},
        {Method::Post, "/global/spend/reset", Guard::Admin, openAi, &admin::manage<&admin::resetSpend>},
        {Method::Post, "/global/predict/spend/logs", Guard::Viewer, openAi, &admin::predictSpend},
        {Method::Get, "/global/all_end_users", Guard::Viewer, openAi, &admin::showCustomerNames},
        {Method::Get, "/global/activity", Guard::Viewer, openAi, &admin::showActivity},
        {Method::Get, "/global/activity/model", Guard::Viewer, openAi, &admin::showModelActivity},
        {Method::Get, "/global/activity/exceptions", Guard::Viewer, openAi, &admin::showRateLimited},
        {Method::Get, "/global/activity/exceptions/deployment", Guard::Viewer, openAi, &admin::showRateLimitedDeployments},
        {Method::Get, "/cache/ping", Guard::Key, openAi, &admin::pingCache},
        {Method::Post, "/cache/delete", Guard::Admin, openAi, &admin::deleteFromCache},
        {Method::Post, "/cache/flushall", Guard::Admin, openAi, &admin::flushCache},
        {Method::Get, "/cache/redis/info", Guard::Admin, openAi, &admin::showCacheRedis},
        {Method::Get, "/guardrails/list", Guard::Viewer, openAi, &admin::listGuardrails},
        {Method::Get, "/v2/guardrails/list", Guard::Viewer, openAi, &admin::listGuardrails},
        {Method::Post, "/guardrails", Guard::Admin, openAi, &admin::configure<admin::newGuardrail>},
        {Method::Put, "/guardrails/{id}", Guard::Admin, openAi, &admin::configure<admin::replaceGuardrail>},
        {Method::Patch, "/guardrails/{id}", Guard::Admin, openAi, &admin::configure<admin::patchGuardrail>},
        {Method::Delete, "/guardrails/{id}", Guard::Admin, openAi, &admin::configure<admin::deleteGuardrail>},
        {Method::Get, "/guardrails/{id}", Guard::Admin, openAi, &admin::showGuardrail},
        {Method::Get, "/guardrails/{id}/info", Guard::Admin, openAi, &admin::showGuardrail},
        {Method::Post, "/guardrails/apply_guardrail", Guard::Key, openAi, &admin::applyGuardrail},
        {Method::Post, "/apply_guardrail", Guard::Key, openAi, &admin::applyGuardrail},
        {Method::Get, "/global/activity/cache_hits", Guard::Viewer, openAi, &admin::showCacheHits},
        {Method::Get, "/user/daily/activity", Guard::Key, openAi, &admin::showUserDays},
        {Method::Get, "/user/daily/activity/aggregated", Guard::Key, openAi, &admin::showUserDaysWhole},
        {Method::Get, "/team/daily/activity", Guard::Key, openAi, &admin::showTeamDays},
        {Method::Get, "/tag/daily/activity", Guard::Key, openAi, &admin::showTagDays},
        {Method::Get, "/organization/daily/activity", Guard::Key, openAi, &admin::showOrganizationDays},
        {Method::Get, "/customer/daily/activity", Guard::Key, openAi, &admin::showCustomerDays},
        {Method::Get, "/end_user/daily/activity", Guard::Key, openAi, &admin::showCustomerDays},
        {Method::Post, "/spend/calculate", Guard::Key, openAi, &admin::calculateSpend},
        {Method::Post, "/utils/token_counter", Guard::Key, openAi, &admin::countTokens},
        {Method::Post, "/v1/messages/count_tokens", Guard::Key, anthropic, &admin::countMessageTokens, Operation::CountTokens},
        {Method::Post, "/v1beta/models/{model}:countTokens", Guard::Admitted, gemini, &pipeline::Exchange::begin,
            Operation::CountTokens},
        {Method::Post, "/v1/models/{model}:countTokens", Guard::Admitted, gemini, &pipeline::Exchange::begin,
            Operation::CountTokens},
        {Method::Post, "/models/{model}:countTokens", Guard::Admitted, gemini, &pipeline::Exchange::begin,
            Operation::CountTokens},
        {Method::Get, "/utils/supported_openai_params", Guard::Key, openAi, &admin::showSupportedParams},
        {Method::Post, "/utils/transform_request", Guard::Key, openAi, &admin::previewRequest},
        {Method::Get, "/v2/model/info", Guard::Key, openAi, &admin::listDeploymentPage},
        {Method::Get, "/model_group/info", Guard::Key, openAi, &admin::listModelGroups},
        {Method::Get, "/model/info", Guard::Key, openAi, &admin::listDeployments},
        {Method::Get, "/v1/model/info", Guard::Key, openAi, &admin::listDeployments},
        {Method::Get, "/provider/budgets", Guard::Admin, openAi, &admin::showProviderBudgets},
        {Method::Post, "/model/new", Guard::Admin, openAi, &admin::configure<admin::newModel>},
        {Method::Post, "/model/update", Guard::Admin, openAi, &admin::configure<admin::updateModel>},
        {Method::Patch, "/model/{id}/update", Guard::Admin, openAi, &admin::configure<admin::patchModel>},
        {Method::Post, "/model/delete", Guard::Admin, openAi, &admin::configure<admin::deleteModel>},
        {Method::Post, "/credentials", Guard::Admin, openAi, &admin::configure<admin::createCredential>},
        {Method::Get, "/credentials", Guard::Admin, openAi, &admin::consult<admin::listCredentials>},
        {Method::Get, "/credentials/by_name/{id}", Guard::Admin, openAi, &admin::consult<admin::showCredential>},
        {Method::Get, "/credentials/by_model/{id}", Guard::Admin, openAi, &admin::consult<admin::showCredentialOfModel>},
        {Method::Patch, "/credentials/{id}", Guard::Admin, openAi, &admin::configure<admin::updateCredential>},
        {Method::Delete, "/credentials/{id}", Guard::Admin, openAi, &admin::configure<admin::deleteCredential>},
        {Method::Post, "/config/update", Guard::Admin, openAi, &admin::configure<admin::updateConfig>},
        {Method::Post, "/config/field/update", Guard::Admin, openAi, &admin::configure<admin::updateField>},
        {Method::Post, "/config/field/delete", Guard::Admin, openAi, &admin::configure<admin::deleteField>},
        {Method::Get, "/config/field/info", Guard::Admin, openAi, &admin::consult<admin::showField>},
        {Method::Get, "/config/list", Guard::Admin, openAi, &admin::consult<admin::listFields>},
        {Method::Get, "/public/model_hub", Guard::Open, openAi, &admin::listPublicModels},
        {Method::Get, "/public/providers", Guard::Open, openAi, &admin::listProviders},
        {Method::Get, "/", Guard::Open, openAi, &admin::showWelcome},
    }))));
    return rows;
}

namespace {

// The text that {model} or {id} stands for, if \a path fits \a pattern; it may hold slashes, as in "openai/gpt-4o".
std::optional<std::string> captured(std::string_view pattern, std::string_view path)
{
    const std::size_t at = pattern.find('{');
    if (at == std::string_view::npos)
        return std::nullopt;
    const std::string_view before = pattern.substr(0, at), after = pattern.substr(pattern.find('}') + 1);
    if (path.size() <= before.size() + after.size() || path.substr(0, before.size()) != before
        || path.substr(path.size() - after.size()) != after)
        return std::nullopt;
    return std::string(path.substr(before.size(), path.size() - before.size() - after.size()));
}

std::string_view withoutTrailingSlash(std::string_view path)
{
    return path.size() > 1 && path.back() == '/' ? path.substr(0, path.size() - 1) : path;
}

void consider(Match &match, const Endpoint &row, Method method, std::string model)
{
    if (row.method == method && !match.endpoint) {
        match.endpoint = &row;
        match.model = std::move(model);
    } else if (match.allowed.find(toString(row.method)) == std::string::npos) {
        match.allowed += (match.allowed.empty() ? "" : ", ") + std::string(toString(row.method));
    }
}

} // namespace

Match match(Method method, std::string_view path)
{
    path = withoutTrailingSlash(path);
    // A client whose base ends in /v1 and whose own paths begin with it asks for /v1/v1/…
    if (path.substr(0, 7) == "/v1/v1/")
        path.remove_prefix(3);
    if (method == Method::Head)
        method = Method::Get;
    Match match;
    for (const Endpoint &row : endpoints()) {
        if (row.path == path)
            consider(match, row, method, {});
        else if (auto model = captured(row.path, path))
            consider(match, row, method, std::move(*model));
        if (match.endpoint)
            break;
    }
    return match;
}

} // namespace gatehouse::front
