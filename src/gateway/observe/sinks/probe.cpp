// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/sinks/probe.h"

#include <memory>
#include <span>
#include <utility>

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

Probe::Probe(std::unique_ptr<Transport> transport, Told told)
    : m_transport(std::move(transport))
    , m_told(std::move(told))
{
}

void Probe::send(std::string report)
{
    m_report = std::move(report);
    m_transit = m_transport->send(std::span(&m_report, 1), [this](const Answer &answer) { end(&answer); });
}

void Probe::giveUp()
{
    if (!isOver())
        end(nullptr);
}

// Who hears it may end this object.
void Probe::end(const Answer *answer)
{
    const Told told = std::exchange(m_told, nullptr);
    told(answer);
}

} // namespace gatehouse::observe::sinks
