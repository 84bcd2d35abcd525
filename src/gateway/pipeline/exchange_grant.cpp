// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// What a deployment of a cloud adds to an Exchange: a token or keys that have to be fetched before anything can be sent, and that
// are fetched once more when the provider does not accept them.
#include "gateway/pipeline/exchange.h"

#include "gateway/providers/sign.h"
#include "gateway/translate/translate.h"

namespace gatehouse::pipeline {

void Exchange::askForGrant()
{
    const auto found = m_context.grants.find(m_deployment->cloud);
    if (found.grant)
        return onGranted(*found.grant);
    if (found.refusal)
        return onRefused(*found.refusal);
    m_wait = m_context.grants.wait(m_deployment->cloud, this);
}

void Exchange::onGranted(const Grant &grant)
{
    m_wait.reset();
    m_grant = grant.number;
    send(&grant);
}

void Exchange::onRefused(const Error &error)
{
    m_wait.reset();
    if (error.fault == Fault::ApiConnection)
        return onFailed(translate::connectionError(m_deployment->provider, error.message));
    onFailed(providers::refusal(*m_deployment, error.message));
}

// A provider that does not accept what was fetched may be right: tokens are withdrawn before their time. Another one is
// fetched, once.
bool Exchange::renewGrant()
{
    const bool isRefused = m_upstreamStatus == 401 || (m_upstreamStatus == 403 && m_deployment->cloud.aws());
    if (!isRefused || m_renewed == m_deployment || !m_context.grants.drop(m_deployment->cloud, m_grant))
        return false;
    m_renewed = m_deployment;
    closeAttempt(Fault::Authentication);
    open({m_deployment, m_receipt.upstreamModel});
    return true;
}

} // namespace gatehouse::pipeline
