// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/guarding.h"

#include "gateway/guardrails/python_text.h"

#include <algorithm>

namespace gatehouse::pipeline {

std::vector<guardrails::Station> Guarding::behindAll() const
{
    std::vector<guardrails::Station> all = course.behind;
    all.insert(all.end(), own.behind.begin(), own.behind.end());
    return all;
}

bool asksSomebody(const guardrails::Course &course)
{
    const auto asks = [](const guardrails::Station &each) { return !each.guardrail->judge->isLocal(); };
    const auto any = [&](const std::vector<guardrails::Station> &list) { return std::any_of(list.begin(), list.end(), asks); };
    return any(course.before) || any(course.beside) || any(course.behind);
}

std::vector<guardrails::Station> beforeAndBeside(const guardrails::Course &course)
{
    std::vector<guardrails::Station> stations = course.before;
    for (const guardrails::Station &each : course.beside) {
        const auto isSame = [&](const guardrails::Station &other) { return other.guardrail == each.guardrail; };
        if (std::none_of(stations.begin(), stations.end(), isSame))
            stations.push_back(each);
    }
    return stations;
}

guardrails::Circumstance circumstanceFor(const Inbound &inbound, const wire::Call &call, const Receipt &receipt)
{
    guardrails::Circumstance circumstance;
    circumstance.callId = call.id;
    circumstance.model = call.model;
    if (receipt.principal) {
        const Principal &who = *receipt.principal;
        circumstance.keyHash = who.token;
        circumstance.keyAlias = who.keyAlias;
        circumstance.userId = who.userId;
        circumstance.userEmail = who.userEmail;
        circumstance.teamId = who.teamId;
        circumstance.teamAlias = who.teamAlias;
        circumstance.organizationId = who.organizationId;
    }
    circumstance.customer = receipt.customer;
    circumstance.headers = inbound.request.headers;
    circumstance.body = call.body.text();
    return circumstance;
}

// At the door of Messages LiteLLM writes all of it into the message, as Python prints it.
Error toldAt(Dialect dialect, Error objection)
{
    if (dialect == Dialect::AnthropicMessages && !objection.detail.empty()) {
        objection.message = std::to_string(objection.httpStatus()) + ": " + guardrails::pythonText(objection.detail);
        objection.detail.clear();
    }
    return objection;
}

std::string judgedForLog(Context &context, const Guarding &guarding, const guardrails::Texts &texts, std::string_view body)
{
    std::vector<guardrails::Station> local;
    std::copy_if(guarding.course.logging.begin(), guarding.course.logging.end(), std::back_inserter(local),
        [](const guardrails::Station &each) { return each.guardrail->judge->isLocal(); });
    std::string result;
    guardrails::Round round(context.upstream, context.clock, guarding.circumstance,
        {std::move(local), guardrails::Mode::LoggingOnly, texts.all()}, [&](guardrails::Verdict verdict) {
            if (verdict.objection)
                verdict.texts.assign(verdict.texts.size(), "[BLOCKED]");
            result = texts.written(body, verdict.texts);
        });
    round.start(); // nobody is waited for
    return result;
}

} // namespace gatehouse::pipeline
