// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// What is asked of a response that its provider keeps: it has a method, a path and no body.
#include "gateway/pipeline/timeouts.h"
#include "gateway/pipeline/try.h"
#include "gateway/providers/address.h"
#include "gateway/providers/sign.h"

namespace gatehouse::pipeline {

namespace {

// A path and a query behind an address that may have a query of its own.
std::string extended(const std::string &address, std::string_view tail)
{
    const std::size_t query = address.find('?');
    if (query == std::string::npos)
        return address + std::string(tail);
    const std::string_view own = std::string_view(address).substr(query + 1);
    std::string url = address.substr(0, query) + std::string(tail);
    url += tail.find('?') == std::string_view::npos ? '?' : '&';
    return url.append(own);
}

} // namespace

void Try::sendForKept(const Grant *grant)
{
    const wire::Call &call = m_trial.call;
    const std::string base = providers::address(deployment(), {m_view.from, Operation::Chat, model(), false});
    std::string url = extended(base, call.tail), body = call.verb == "POST" ? "{}" : "";
    wire::Headers headers = providers::headers(deployment(), call, {});
    if (auto done = providers::sign(deployment(), {url, body, grant, call.verb}, m_context.clock.wall(), headers); !done)
        return fail(std::move(done).error());
    upstream::Outgoing outgoing {
        call.verb, std::move(url), std::move(headers), std::move(body), timeoutsOf(call, deployment(), m_snapshot->settings)};
    m_trial.tap.sent(outgoing, &deployment(), m_context.clock.now());
    m_attempt = m_context.upstream.send(std::move(outgoing), this);
}

} // namespace gatehouse::pipeline
