// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/guardrail_doors.h"

#include "gateway/admin/answers.h"
#include "gateway/admin/pending_answer.h"
#include "gateway/guardrails/round.h"
#include "gateway/wire/json_object.h"
#include "gateway/wire/json_writer.h"

#include <algorithm>

namespace gatehouse::admin {

namespace {

using guardrails::Guardrail;
using wire::JsonWriter;

// When one of the database was made and changed; null for those of the file.
void writeTimes(JsonWriter &json, const people::RecordPointer &record)
{
    const auto fields = wire::JsonObject::parse(record ? record->json : "{}");
    for (const char *name : {"created_at", "updated_at"}) {
        const std::string_view time = fields ? fields->find(name) : std::string_view();
        json.key(name).raw(time.empty() ? "null" : time);
    }
}

void write(JsonWriter &json, const Guardrail &guardrail, const people::Directory &directory)
{
    const auto record = directory.find(people::Kind::Guardrail, guardrail.id);
    json.beginObject().key("guardrail_id").string(guardrail.id).key("guardrail_name").string(guardrail.name);
    json.key("litellm_params").raw(guardrail.shownParams).key("guardrail_info").raw(guardrail.shownInfo);
    writeTimes(json, record);
    json.key("guardrail_definition_location").string(record ? "db" : "config").endObject();
}

std::string textOf(const std::string &text)
{
    JsonWriter json;
    return json.beginObject().key("response_text").string(text).endObject().take();
}

/// One text before one guardrail, from its door to its answer. Lives on one worker's thread and deletes itself.
class GuardrailTrial final : public PendingAnswer
{
public:
    static void begin(pipeline::Context &context, pipeline::Inbound inbound, guardrails::Ride ride)
    {
        auto *trial = new GuardrailTrial(context, std::move(inbound), std::move(ride));
        trial->m_round.start();
    }

private:
    GuardrailTrial(pipeline::Context &context, pipeline::Inbound inbound, guardrails::Ride ride)
        : PendingAnswer(context, std::move(inbound))
        , m_snapshot(context.snapshot)
        , m_round(context.upstream, context.clock, m_nobody, std::move(ride),
              [this](const guardrails::Verdict &verdict) { onJudged(verdict); })
    {
    }
    void onJudged(const guardrails::Verdict &verdict)
    {
        verdict.objection ? refuse(*verdict.objection) : answer(textOf(verdict.texts.front()));
    }

    const std::shared_ptr<const pipeline::Snapshot> m_snapshot; // whose guardrail it is
    const guardrails::Circumstance m_nobody = {};
    guardrails::Round m_round;
};

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
            write(json, guardrail, context.shared.directory);
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
            write(json, *found, context.shared.directory);
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
    GuardrailTrial::begin(context, std::move(inbound), {{{guardrail, extraOf(*body)}}, guardrails::Mode::PreCall, {*text}});
}

} // namespace gatehouse::admin
