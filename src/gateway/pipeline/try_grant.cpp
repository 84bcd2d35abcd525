// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// What a deployment of a cloud adds to a Try: a token or keys that have to be fetched before anything can be sent, and that
// are fetched once more when the provider does not accept them.
#include "gateway/pipeline/try.h"

#include "gateway/providers/sign.h"

namespace gatehouse::pipeline {

void Try::askForGrant()
{
    const auto found = m_context.grants.find(deployment().cloud);
    if (found.grant)
        return onGranted(*found.grant);
    if (found.refusal)
        return onRefused(*found.refusal);
    m_wait = m_context.grants.wait(deployment().cloud, this);
}

void Try::onGranted(const Grant &grant)
{
    m_wait.reset();
    m_grant = grant.number;
    send(&grant);
}

void Try::onRefused(const Error &error)
{
    m_wait.reset();
    if (error.fault == Fault::ApiConnection)
        return fail(translate::connectionError(deployment().provider, error.message));
    fail(providers::refusal(deployment(), error.message));
}

// A provider that does not accept what was fetched may be right: tokens are withdrawn before their time. Another one is
// fetched, once.
bool Try::renewGrant()
{
    const bool isRefused = m_status == 401 || (m_status == 403 && deployment().cloud.aws());
    if (!isRefused || m_isRenewed || !m_context.grants.drop(deployment().cloud, m_grant))
        return false;
    m_isRenewed = true;
    m_attempt.reset();
    m_status = 0;
    m_headers = {};
    m_collected.clear();
    m_grant = 0;
    askForGrant();
    return true;
}

} // namespace gatehouse::pipeline
