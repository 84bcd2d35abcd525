// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// How tokens are counted: by the provider's own counter where there is one, which is asked once and not for long; else, or when
// that fails, by an estimate that says it is one.
#include "gateway/pipeline/count.h"
#include "gateway/pipeline/try.h"
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

bool Try::hasCounter() const
{
    return !deployment().mockResponse && providers::serves(deployment(), Operation::CountTokens)
        && translate::operationRow(Operation::CountTokens, m_view.from, deployment().provider.name);
}

void Try::answerCount()
{
    const wire::Call &call = m_trial.call;
    m_isTold = true; // it is no provider's
    m_collected = countedHere(m_context.shared.counter, model(), call.body, call.dialect);
    m_listener.onDone(*this);
}

} // namespace gatehouse::pipeline
