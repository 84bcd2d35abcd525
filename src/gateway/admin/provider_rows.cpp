// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/provider_rows.h"

#include "gateway/admin/answers.h"
#include "gateway/admin/catalogue_row.h"
#include "gateway/admin/later_answer.h"
#include "gateway/admin/spend_question.h"
#include "gateway/providers/listing.h"
#include "gateway/providers/parameters.h"
#include "gateway/providers/titles.h"

#include <algorithm>
#include <set>

namespace gatehouse::admin {

namespace {

using config::Environment;
using providers::Parameter;
using providers::Provider;
using routing::BreakerState;
using wire::JsonWriter;

BreakerState worse(BreakerState one, BreakerState other)
{
    const auto rank = [](BreakerState state) {
        return state == BreakerState::Open ? 2 : state == BreakerState::HalfOpen ? 1 : 0;
    };
    return rank(one) >= rank(other) ? one : other;
}

void writeDialects(JsonWriter &json, const Provider &row)
{
    json.key("dialect").string(toString(row.dialect)).key("dialects").beginArray().string(toString(row.dialect));
    for (const Dialect each : row.alsoSpeaks)
        json.string(toString(each));
    json.endArray();
}

void writeParameter(JsonWriter &json, const Parameter &parameter, const Environment &environment)
{
    json.beginObject();
    json.key("name").stringOrNull(parameter.name);
    json.key("title").string(parameter.title).key("variables").beginArray();
    for (const std::string &variable : providers::variablesIn(parameter.variables))
        json.string(variable);
    json.endArray();
    json.key("found").stringOrNull(providers::foundVariable(parameter.variables, environment));
    json.key("is_secret").boolean(parameter.isSecret).key("is_required").boolean(parameter.isRequired).endObject();
}

void writeWhatItTakes(JsonWriter &json, const Provider &row, const Environment &environment)
{
    json.key("operations").beginArray();
    for (const Operation each : providers::operationsIn(row))
        json.string(toString(each));
    json.endArray().key("parameters").beginArray();
    for (const Parameter &parameter : providers::parameters(row))
        writeParameter(json, parameter, environment);
    json.endArray();
}

void writeUse(JsonWriter &json, const ProviderUse &use)
{
    json.key("catalogue_models").number(use.catalogueModels).key("deployments").number(use.deployments);
    json.key("state").stringOrNull(use.worst ? std::string_view(toString(*use.worst)) : std::string_view());
}

ProviderUse useOf(const Provider &row, const ProviderUses &uses)
{
    const auto known = uses.find(row.name);
    return known == uses.end() ? ProviderUse() : known->second;
}

void writeRow(JsonWriter &json, const Provider &row, const ProviderUse &use, const Environment &environment)
{
    const Provider *original = providers::variantOf(row);
    json.beginObject().key("name").string(row.name).key("title").string(providers::shownTitle(row));
    json.key("variant_of").stringOrNull(original ? original->name : std::string_view());
    writeDialects(json, row);
    json.key("api_base").stringOrNull(row.base);
    json.key("needs_api_base").boolean(row.base.empty() && !row.cloudBase);
    json.key("is_local").boolean(providers::isLocal(row)).key("needs_key").boolean(providers::needsKey(row));
    writeWhatItTakes(json, row, environment);
    json.key("is_ready").boolean(providers::isReady(row, environment));
    json.key("lists_models").boolean(providers::listsModels(row));
    writeUse(json, use);
    json.endObject();
}

// The end of a key that is long enough not to be given away by it.
std::string hintOf(const std::string &value)
{
    constexpr std::size_t longEnough = 16, shown = 4;
    if (value.size() < longEnough)
        return {};
    const std::string end = value.substr(value.size() - shown);
    const bool isPlain = std::all_of(end.begin(), end.end(), [](char c) { return c > ' ' && c < 0x7f; });
    return isPlain ? "…" + end : std::string();
}

/// A variable of the environment, and which parameter it stands for.
struct FoundVariable {
    std::string name;
    Parameter parameter;
};

std::vector<FoundVariable> variablesOf(const Provider &row, const Environment &environment)
{
    std::vector<FoundVariable> found;
    for (const Parameter &parameter : providers::parameters(row)) {
        if (std::string name = providers::foundVariable(parameter.variables, environment); !name.empty())
            found.push_back({std::move(name), parameter});
    }
    return found;
}

// A region or a base address alone does not say that anybody means to use a provider.
bool tellsMuch(const std::vector<FoundVariable> &found)
{
    return std::any_of(found.begin(), found.end(), [](const FoundVariable &each) {
        const std::string_view name = each.parameter.name;
        return each.parameter.isSecret || name == "aws_profile_name" || name == "aws_role_name" || each.parameter.isRequired;
    });
}

void writeFound(JsonWriter &json, const std::vector<FoundVariable> &found, const Environment &environment)
{
    json.key("variables").beginArray();
    for (const auto &[name, parameter] : found) {
        json.beginObject().key("name").string(name);
        json.key("parameter").stringOrNull(parameter.name);
        json.key("is_secret").boolean(parameter.isSecret);
        json.key("hint").stringOrNull(parameter.isSecret ? hintOf(environment(name).value_or(std::string())) : std::string());
        json.endObject();
    }
    json.endArray().key("litellm_params").beginObject();
    for (const auto &[name, parameter] : found) {
        if (!parameter.name.empty())
            json.key(parameter.name).string("os.environ/" + name);
    }
    json.endObject();
}

// Asks for the environment, which belongs to the main thread's configuration.
void answerFromEnvironment(
    pipeline::Context &context, pipeline::Inbound inbound, std::function<std::string(const Environment &)> rows)
{
    LaterAnswer::begin(context, std::move(inbound), [&context, rows = std::move(rows)](LaterAnswer::Done done) {
        context.shared.lendReading(
            [rows, done = std::move(done)](const config::Reading &reading) { done(rows(reading.environment)); });
    });
}

} // namespace

ProviderUses providerUses(pipeline::Context &context)
{
    ProviderUses uses;
    routing::Health &health = context.shared.health;
    for (const Deployment &deployment : context.snapshot->router.deployments()) {
        ProviderUse &use = uses[deployment.provider.name];
        const auto standing = health.standing(health.enroll(deployment.id), context.clock.now());
        const BreakerState state = standing.outageLeft > std::chrono::milliseconds(0) ? BreakerState::Open : standing.state;
        ++use.deployments;
        use.worst = worse(use.worst.value_or(state), state);
    }
    std::map<std::string, std::int64_t, std::less<>> listed;
    for (const catalogue::Entry &entry : context.snapshot->catalogue.entries())
        ++listed[entry.provider];
    for (const auto &[provider, models] : listed) {
        if (const Provider *row = servedBy(provider))
            uses[std::string(row->name)].catalogueModels += models;
    }
    return uses;
}

std::string providerRows(const std::string &name, const ProviderUses &uses, const Environment &environment)
{
    JsonWriter json;
    json.beginObject().key("providers").beginArray();
    for (const Provider &row : providers::table()) {
        if (!row.operations.empty() && (name.empty() || row.name == name))
            writeRow(json, row, useOf(row, uses), environment);
    }
    return json.endArray().endObject().take();
}

std::string foundRows(const ProviderUses &uses, const Environment &environment)
{
    JsonWriter json;
    json.beginObject().key("found").beginArray();
    for (const Provider &row : providers::table()) {
        if (row.operations.empty() || providers::variantOf(row))
            continue;
        const auto found = variablesOf(row, environment);
        if (!tellsMuch(found))
            continue;
        json.beginObject().key("provider").string(row.name).key("title").string(providers::shownTitle(row));
        json.key("is_ready").boolean(providers::isReady(row, environment));
        json.key("is_used").boolean(useOf(row, uses).deployments > 0);
        writeFound(json, found, environment);
        json.endObject();
    }
    return json.endArray().endObject().take();
}

void listProviderRows(pipeline::Context &context, pipeline::Inbound inbound)
{
    const std::string name = inbound.request.queryValue("provider");
    const Provider *row = name.empty() ? nullptr : providers::find(name);
    if (!name.empty() && (!row || row->operations.empty()))
        return answerError(inbound, {Fault::NotFound, "there is no provider '" + name + "'", 0, {}, "provider"});
    answerFromEnvironment(context, std::move(inbound),
        [name, uses = providerUses(context)](const Environment &environment) { return providerRows(name, uses, environment); });
}

void listFoundProviders(pipeline::Context &context, pipeline::Inbound inbound)
{
    answerFromEnvironment(context, std::move(inbound),
        [uses = providerUses(context)](const Environment &environment) { return foundRows(uses, environment); });
}

} // namespace gatehouse::admin
