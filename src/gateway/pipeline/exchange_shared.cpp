// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// How an Exchange shares: of identical requests that are under way at the same time the first leads, goes the usual way and
// tells the others how it came out; who follows waits for that (joinOthers → onTold → settle). When who leads goes, because its
// caller has left or nobody could be asked, the first of the others takes over and sets out as if it had come alone.
#include "gateway/pipeline/coalesce_key.h"
#include "gateway/pipeline/exchange.h"

namespace gatehouse::pipeline {

void Exchange::joinOthers()
{
    std::string key = coalesceKey(*m_plan, m_inbound, *m_snapshot);
    m_place = m_context.shared.coalescer.join(
        std::move(key), this, [this, joinedAt = m_context.clock.now()](std::shared_ptr<const Outturn> outturn) {
            onTold(std::move(outturn), joinedAt);
        });
    if (m_place->isLeading())
        tryNext();
}

void Exchange::onTold(std::shared_ptr<const Outturn> outturn, Clock::Instant joinedAt)
{
    if (!outturn)
        return tryNext(); // who led has left
    m_place.reset();
    m_shared = std::move(outturn);
    m_deployment = m_shared->deployment;
    m_answerType = m_shared->answerType;
    m_retries = m_shared->retries;
    m_receipt.isShared = true;
    m_receipt.group = m_shared->group;
    m_receipt.upstreamModel = m_shared->upstreamModel;
    if (m_deployment) {
        m_receipt.deployment = m_deployment->id;
        m_receipt.provider = m_deployment->provider.name;
    }
    m_receipt.upstreamTime = std::chrono::duration_cast<std::chrono::microseconds>(m_context.clock.now() - joinedAt);
    if (m_shared->error)
        return settle(Outcome::Failed, &*m_shared->error);
    m_receipt.usage = m_shared->usage;
    m_receipt.finishReason = m_shared->finishReason;
    m_receipt.cost = Cost {}; // who led has paid
    sendWhole(m_shared->answer, m_shared->headers);
    settle(Outcome::Completed, nullptr);
}

Outturn Exchange::outturn() const
{
    Outturn result;
    result.deployment = m_deployment;
    result.group = m_receipt.group;
    result.upstreamModel = m_receipt.upstreamModel;
    result.answerType = m_answerType;
    result.usage = m_receipt.usage;
    result.finishReason = m_receipt.finishReason;
    result.retries = m_retries;
    result.fallbacks = fallbacks();
    return result;
}

void Exchange::tellOthers(const std::string &answer, const wire::Headers &upstream)
{
    if (!m_place)
        return;
    Outturn result = outturn();
    result.answer = answer;
    result.headers = upstream;
    m_place->tell(std::make_shared<const Outturn>(std::move(result)));
}

// What providers have said no to, they would say no to again. A caller that left, or a choice that found nobody, says nothing
// about the others.
void Exchange::leaveOthers(Outcome outcome, const Error *error)
{
    if (!m_place)
        return;
    if (outcome == Outcome::Failed && error && !m_receipt.attempts.empty()) {
        Outturn result = outturn();
        result.error = *error;
        m_place->tell(std::make_shared<const Outturn>(std::move(result)));
    }
    m_place.reset();
}

} // namespace gatehouse::pipeline
