// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/sinks/probe.h"

#include "gateway/wire/json_writer.h"

namespace gatehouse::observe::sinks {

Receipt sampleReceipt(bool isFailure, Clock::Wall now)
{
    Receipt receipt;
    receipt.callId = "gatehouse-test-event";
    receipt.startedAt = now - std::chrono::milliseconds(1);
    receipt.path = "/health/services";
    receipt.who = "gatehouse";
    receipt.model = receipt.group = receipt.upstreamModel = "gatehouse-test-model";
    receipt.provider = "gatehouse";
    receipt.tags = {"gatehouse-test"};
    receipt.duration = std::chrono::milliseconds(1);
    receipt.usage.input = receipt.usage.output = 1;
    receipt.outcome = isFailure ? Outcome::Failed : Outcome::Completed;
    receipt.status = isFailure ? 500 : 200;
    if (isFailure) {
        receipt.fault = Fault::InternalServer;
        receipt.error = "This is a test error of the gateway's /health/services";
    }
    receipt.said = std::make_shared<const Said>(Said {
        R"([{"role":"user","content":"This is a test of the gateway's /health/services"}])",
        R"({"choices":[{"index":0,"message":{"role":"assistant","content":"This is a test answer"},"finish_reason":"stop"}]})"});
    return receipt;
}

Probe::Probe(std::string name, Told told)
    : m_name(std::move(name))
    , m_told(std::move(told))
{
}

void Probe::begin(upstream::Client &client, Post post)
{
    constexpr std::chrono::seconds patience {10};
    upstream::Outgoing outgoing;
    outgoing.method = std::move(post.method);
    outgoing.url = std::move(post.url);
    outgoing.headers = std::move(post.headers);
    outgoing.body = std::move(post.body);
    outgoing.timeouts.total = patience;
    m_attempt = client.send(std::move(outgoing), this);
}

void Probe::giveUp()
{
    if (!std::exchange(m_isOver, true))
        m_told(Failure {Error {Fault::ServiceUnavailable, m_name + " is being configured anew"}});
}

void Probe::onEnded(Result<> outcome)
{
    m_isOver = true;
    if (!outcome)
        return m_told(Failure {Error {Fault::BadGateway, m_name + ": " + outcome.error().message}});
    if (m_status < 200 || m_status >= 300)
        return m_told(Failure {Error {Fault::BadGateway, m_name + " answered HTTP " + std::to_string(m_status)}});
    m_told("HTTP " + std::to_string(m_status));
}

} // namespace gatehouse::observe::sinks
