// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/guardrail_doors.h"

#include "gateway/admin/answers.h"
#include "gateway/admin/later_answer.h"
#include "gateway/guardrails/round.h"
#include "gateway/wire/json_object.h"
#include "gateway/wire/json_writer.h"

#include <algorithm>

namespace gatehouse::admin {

namespace {

using guardrails::Guardrail;
using wire::JsonWriter;

void write(JsonWriter &json, const Guardrail &guardrail)
{
    json.beginObject().key("guardrail_id").string(guardrail.id).key("guardrail_name").string(guardrail.name);
    json.key("litellm_params").raw(guardrail.shownParams).key("guardrail_info").raw(guardrail.shownInfo);
    json.key("created_at").null().key("updated_at").null().key("guardrail_definition_location").string("config").endObject();
}

/// One text before one guardrail, until it is judged; keeps alive what it needs.
struct Trial {
    std::shared_ptr<const pipeline::Snapshot> snapshot;
    guardrails::Circumstance nobody = {};
    std::unique_ptr<guardrails::Round> round = {};
};

std::string textOf(std::string text)
{
    JsonWriter json;
    return json.beginObject().key("response_text").string(text).endObject().take();
}

// What the call says beside the text goes to the guardrail as its extra_body would.
std::string extraOf(const wire::JsonObject &body)
{
    JsonWriter json;
    json.beginObject();
    for (const char *name : {"language", "entities"}) {
        if (const std::string_view given = body.find(name); !wire::jsonIsNull(given))
            json.key(name).raw(given);
    }
    return json.endObject().take();
}

} // namespace

void listGuardrails(pipeline::Context &context, pipeline::Inbound inbound)
{
    JsonWriter json;
    json.beginObject().key("guardrails").beginArray();
    if (const auto &all = context.snapshot->guardrails) {
        for (const Guardrail &guardrail : all->all())
            write(json, guardrail);
    }
    answerJson(inbound, json.endArray().endObject().take());
}

void showGuardrail(pipeline::Context &context, pipeline::Inbound inbound)
{
    if (const auto &all = context.snapshot->guardrails) {
        const auto found = std::find_if(
            all->all().begin(), all->all().end(), [&](const Guardrail &each) { return each.id == inbound.pathModel; });
        if (found != all->all().end()) {
            JsonWriter json;
            write(json, *found);
            return answerJson(inbound, json.take());
        }
    }
    answerDetail(inbound, 404, "Guardrail with ID " + inbound.pathModel + " not found");
}

void applyGuardrail(pipeline::Context &context, pipeline::Inbound inbound)
{
    const auto body = wire::JsonObject::parse(inbound.request.body);
    const auto name = body ? wire::jsonString(body->find("guardrail_name")) : std::nullopt;
    const auto text = body ? wire::jsonString(body->find("text")) : std::nullopt;
    if (!name || !text)
        return answerRefusal(inbound, "\"guardrail_name\" and \"text\" are needed");
    const Guardrail *guardrail = context.snapshot->guardrails ? context.snapshot->guardrails->find(*name) : nullptr;
    if (!guardrail)
        return answerDetail(inbound, 404, "Guardrail '" + *name + "' not found");
    if (!guardrail->judge)
        return answerRefusal(inbound, "the guardrail '" + *name + "' cannot run: " + guardrail->problem);
    auto trial = std::make_shared<Trial>(Trial {context.snapshot});
    LaterAnswer::begin(context, std::move(inbound), [&](const LaterAnswer::Done &done) {
        guardrails::Ride ride {{{guardrail, extraOf(*body)}}, guardrails::Mode::PreCall, {*text}};
        trial->round = std::make_unique<guardrails::Round>(
            context.upstream, context.clock, trial->nobody, std::move(ride), [done, trial](const guardrails::Verdict &verdict) {
                verdict.objection ? done(Failure {*verdict.objection}) : done(textOf(verdict.texts.front()));
            });
        trial->round->start();
    });
}

} // namespace gatehouse::admin
