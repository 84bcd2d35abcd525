// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// How an Exchange counts tokens: by the provider's own counter where there is one, which is asked once and not for long; else, or
// when that fails, by an estimate that says it is one.
#include "gateway/pipeline/count.h"
#include "gateway/pipeline/exchange.h"
#include "gateway/providers/address.h"
#include "gateway/translate/operations.h"

namespace gatehouse::pipeline {

std::string countedHere(const tokens::Counter &counter, std::string_view model, const wire::JsonObject &body, Dialect door)
{
    const std::string_view part = translate::countedPart(body);
    const auto inner = wire::JsonObject::parse(std::string(part));
    const tokens::Count count = counter.countRequest(model, inner ? *inner : body);
    return translate::countAnswer(count.tokens, !count.exact, door);
}

bool Exchange::hasCounter() const
{
    return !m_deployment->mockResponse && providers::serves(*m_deployment, Operation::CountTokens)
        && translate::operationRow(Operation::CountTokens, m_view.from, m_deployment->provider.name);
}

void Exchange::answerCount()
{
    const wire::Call &call = m_plan->call;
    m_upstreamHeaders = {};
    m_collected = countedHere(m_context.shared.counter, m_receipt.upstreamModel, call.body, call.dialect);
    complete();
}

} // namespace gatehouse::pipeline
