// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/discovery.h"

#include "gateway/admin/answers.h"
#include "gateway/admin/catalogue_row.h"
#include "gateway/admin/entry_text.h"
#include "gateway/admin/model_inquiry.h"
#include "gateway/admin/refused_words.h"
#include "gateway/admin/spend_question.h"
#include "gateway/providers/listing.h"
#include "gateway/providers/parameters.h"
#include "gateway/providers/titles.h"

#include <algorithm>

namespace gatehouse::admin {

namespace {

using providers::Provider;
using wire::JsonObject;
using wire::JsonWriter;

double milliseconds(std::chrono::microseconds time)
{
    return static_cast<double>(time.count()) / 1000;
}

std::string refusalReport(const Provider &row, const Inquired &inquired)
{
    JsonWriter json;
    json.beginObject().key("status").string("error").key("provider").string(row.name);
    json.key("latency_ms").number(milliseconds(inquired.duration)).key("reason").string(inquired.reason);
    json.key("http_status").countOrNull(inquired.status);
    const std::string usual = sentenceFor(inquired.reason, providers::shownTitle(row), inquired.status);
    json.key("message").string(inquired.message.empty() ? usual : inquired.message);
    return json.endObject().take();
}

void writeModel(JsonWriter &json, const translate::ListedModel &model, const Provider &row, const catalogue::Catalogue &catalogue)
{
    const catalogue::Entry *known = catalogue.find(row.name, model.id);
    json.beginObject().key("id").string(model.id).key("model").string(std::string(row.name) + "/" + model.id);
    json.key("known").boolean(known != nullptr);
    const std::string mode = known && !known->facts.mode.empty() ? known->facts.mode : model.mode;
    json.key("mode").stringOrNull(mode);
    writeLimits(json, known);
    json.endObject();
}

std::string listReport(const Provider &row, const Inquired &inquired, const catalogue::Catalogue &catalogue)
{
    JsonWriter json;
    json.beginObject().key("status").string("success").key("provider").string(row.name);
    json.key("latency_ms").number(milliseconds(inquired.duration)).key("is_complete").boolean(inquired.list.isWhole);
    json.key("models").beginArray();
    for (const translate::ListedModel &model : inquired.list.models)
        writeModel(json, model, row, catalogue);
    return json.endArray().endObject().take();
}

std::string report(const Provider &row, const Inquired &inquired, const catalogue::Catalogue &catalogue)
{
    return inquired.reason.empty() ? listReport(row, inquired, catalogue) : refusalReport(row, inquired);
}

bool isSaid(const JsonObject &body, std::string_view name)
{
    return !wire::jsonIsNull(body.find(name));
}

// The entry that stands for the provider: no model of it is asked for.
Secret entryOf(const JsonObject &body, const Provider &row)
{
    JsonWriter json;
    json.beginObject().key("model_name").string("new").key("litellm_params").beginObject();
    json.key("model").string(std::string(row.name) + "/new");
    writeMembers(json, body, {"provider", "credential", "model", "mock_response"});
    if (isSaid(body, "credential"))
        json.key("litellm_credential_name").raw(body.find("credential"));
    return Secret(json.endObject().endObject().take());
}

// Names of what is no secret and still says whose credential is meant.
constexpr std::string_view credentialNames[] {
    "credential", "litellm_credential_name", "aws_access_key_id", "aws_profile_name", "aws_role_name"};

// What the environment holds is meant for its provider, and for no other address unless that is said. An address or a region
// says nothing of a credential.
bool isOnlyEnvironments(const JsonObject &body, const Provider &row)
{
    for (const std::string_view name : credentialNames) {
        if (isSaid(body, name))
            return false;
    }
    const std::vector<providers::Parameter> parameters = providers::parameters(row);
    return std::none_of(parameters.begin(), parameters.end(),
        [&body](const providers::Parameter &each) { return each.isSecret && isSaid(body, each.name); });
}

Deployment withoutKey(Deployment deployment)
{
    deployment.apiKey = Secret();
    deployment.cloud = {};
    return deployment;
}

std::string_view withoutSlash(std::string_view base)
{
    return base.ends_with('/') ? base.substr(0, base.size() - 1) : base;
}

// Whether \a body names an address that is not \a row's own.
bool isElsewhere(const JsonObject &body, const Provider &row)
{
    for (const std::string_view name : {std::string_view("api_base"), std::string_view("base_url"), row.baseParam}) {
        const auto base = wire::jsonString(body.find(name));
        if (base && !base->empty() && withoutSlash(*base) != row.base)
            return true;
    }
    return false;
}

Result<const Provider *> providerIn(const JsonObject &body)
{
    const auto name = wire::jsonString(body.find("provider"));
    if (!name)
        return Failure {Error {Fault::InvalidRequest, "provider is needed: a name of GET /providers", 0, {}, "provider"}};
    const Provider *row = providers::find(*name);
    if (!row || row->operations.empty())
        return Failure {Error {Fault::InvalidRequest, "there is no provider '" + *name + "'", 0, {}, "provider"}};
    return row;
}

} // namespace

void discoverModels(pipeline::Context &context, pipeline::Inbound inbound)
{
    const auto body = JsonObject::parse(inbound.request.body);
    if (!body)
        return answerError(inbound, body.error());
    const auto provider = providerIn(*body);
    if (!provider)
        return answerError(inbound, provider.error());
    const Provider &row = **provider; // of a table that never goes
    if (!providers::listsModels(row))
        return answerJson(inbound, refusalReport(row, {"no_list"}));
    const bool isKeyless = isElsewhere(*body, row) && isOnlyEnvironments(*body, row);
    TrialPlan plan;
    plan.entry = entryOf(*body, row);
    plan.make = [&row, isKeyless](pipeline::Context &world, const Deployment &deployment, const TrialPlan::Tell &tell) {
        const auto tellList = [&row, tell, snapshot = world.snapshot](
                                  const Inquired &inquired) { tell(report(row, inquired, snapshot->catalogue)); };
        return std::make_unique<ModelInquiry>(world, isKeyless ? withoutKey(deployment) : deployment, tellList);
    };
    plan.refuse = [&row](const Error &error) { return refusalReport(row, {"not_configured", 0, error.message}); };
    Trial::begin(context, std::move(inbound), std::move(plan));
}

} // namespace gatehouse::admin
