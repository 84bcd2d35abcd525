// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/connection_test.h"

#include "gateway/admin/answers.h"
#include "gateway/admin/check_probe.h"
#include "gateway/admin/check_question.h"
#include "gateway/admin/entry_text.h"
#include "gateway/admin/refused_words.h"
#include "gateway/admin/spend_question.h"
#include "gateway/admin/trial.h"
#include "gateway/catalogue/cost.h"

namespace gatehouse::admin {

namespace {

using wire::JsonObject;
using wire::JsonWriter;

void writeUsage(JsonWriter &json, const Usage &usage)
{
    json.key("usage");
    if (!usage.reported) {
        json.null();
        return;
    }
    json.beginObject().key("prompt_tokens").number(usage.input).key("completion_tokens").number(usage.output);
    json.key("total_tokens").number(usage.input + usage.output).endObject();
}

void writeCost(JsonWriter &json, const Usage &usage, const Prices &prices)
{
    json.key("cost");
    catalogue::Consumption consumption;
    consumption.usage = usage;
    const auto bill = usage.reported ? catalogue::cost(consumption, prices) : std::nullopt;
    if (bill)
        json.raw(dollars(bill->total));
    else
        json.null();
}

// Callers are told of a connection that failed as LiteLLM does it, which is not to be told from a provider's own failure.
std::string_view reasonOf(const CheckProbe &probe, const Error &error)
{
    return probe.isUnanswered() && error.fault != Fault::Timeout ? std::string_view("unreachable") : reasonFor(error);
}

void writeResult(JsonWriter &json, const CheckProbe &probe)
{
    const pipeline::Checked &found = probe.found();
    json.key("result").beginObject();
    for (const auto &[name, value] : found.limits)
        json.key(name).string(value);
    if (found.error) {
        json.key("error").string(withoutKeys(found.error->message, probe.deployment()));
        json.key("exception_status").number(std::int64_t(found.error->httpStatus()));
        json.key("reason").string(reasonOf(probe, *found.error));
    }
    json.endObject();
}

std::string report(const CheckProbe &probe)
{
    const Deployment &deployment = probe.deployment();
    const pipeline::Checked &found = probe.found();
    const Usage usage = found.error ? Usage() : probe.usage();
    JsonWriter json;
    json.beginObject().key("status").string(found.error ? "error" : "success");
    json.key("latency_ms").number(static_cast<double>(found.duration.count()) / 1000);
    json.key("model").string(deployment.litellmModel).key("mode").string(checkedMode(deployment));
    writeUsage(json, usage);
    writeCost(json, usage, deployment.prices);
    writeResult(json, probe);
    return json.endObject().take();
}

// Before anybody was asked.
std::string refusedReport(const std::string &model, const std::string &why)
{
    JsonWriter json;
    json.beginObject().key("status").string("error").key("latency_ms").raw("0").key("model").string(model).key("mode").null();
    json.key("usage").null().key("cost").null();
    json.key("result").beginObject().key("error").string(why).key("exception_status").number(std::int64_t(400));
    return json.key("reason").string("not_configured").endObject().endObject().take();
}

/// One probe of a deployment that nobody knows of.
class ConnectionTest final : public Experiment
{
public:
    ConnectionTest(pipeline::Context &context, const Deployment &deployment, TrialPlan::Tell tell)
        : m_tell(std::move(tell))
        , m_probe(context, {context.snapshot, deployment, false}, [this] { m_tell(report(m_probe)); })
    {
    }
    void start() override
    {
        const Deployment &deployment = m_probe.deployment();
        if (canBeChecked(deployment))
            return m_probe.start();
        const bool isWildcard = deployment.model.find('*') != std::string::npos;
        m_tell(refusedReport(deployment.litellmModel,
            isWildcard ? "a wildcard stands for no model: name one, or set model_info.health_check_model"
                       : "there is no test call for a model of the mode '" + checkedMode(deployment) + "'"));
    }

private:
    TrialPlan::Tell m_tell;
    CheckProbe m_probe;
};

// The entry that would be stored.
Result<Secret> entryIn(const JsonObject &body, const std::string &model)
{
    const auto mode = wire::jsonString(body.find("mode"));
    if (!wire::jsonIsNull(body.find("mode")) && (!mode || !hasQuestion(*mode)))
        return Failure {Error {Fault::InvalidRequest, "no test call is known for this mode", 0, {}, "mode"}};
    const auto info = objectIn(body, "model_info");
    if (!info)
        return Failure {info.error()};
    JsonWriter json;
    json.beginObject().key("model_name").string(model).key("litellm_params").raw(body.find("litellm_params"));
    json.key("model_info").beginObject();
    writeMembers(json, *info, {"id", mode ? "mode" : "id"});
    if (mode)
        json.key("mode").string(*mode);
    return Secret(json.endObject().endObject().take());
}

} // namespace

void testConnection(pipeline::Context &context, pipeline::Inbound inbound)
{
    const auto body = JsonObject::parse(inbound.request.body);
    if (!body)
        return answerError(inbound, body.error());
    const auto params = objectIn(*body, "litellm_params");
    if (!params)
        return answerError(inbound, params.error());
    const auto model = wire::jsonString(params->find("model")).value_or(std::string());
    if (model.empty())
        return answerError(
            inbound, {Fault::InvalidRequest, "litellm_params needs a model, as provider/model", 0, {}, "litellm_params.model"});
    auto entry = entryIn(*body, model);
    if (!entry)
        return answerError(inbound, entry.error());
    TrialPlan plan;
    plan.entry = std::move(*entry);
    plan.make = [](pipeline::Context &world, const Deployment &deployment, TrialPlan::Tell tell) -> std::unique_ptr<Experiment> {
        return std::make_unique<ConnectionTest>(world, deployment, std::move(tell));
    };
    plan.refuse = [model](const Error &error) { return refusedReport(model, error.message); };
    Trial::begin(context, std::move(inbound), std::move(plan));
}

} // namespace gatehouse::admin
