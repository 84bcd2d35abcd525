// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/sinks/otel_account.h"
#include "gateway/observe/sinks/otel_meter.h"
#include "gateway/observe/sinks/otlp_histograms.h"
#include "gateway/observe/sinks/vendors.h"

#include <utility>

namespace gatehouse::observe::sinks {

namespace {

/// Metrics over OTLP/HTTP. What is sent is always the whole of what was counted, so a report only says that there is something
/// to send: one of them at a time.
class OtelMetrics final : public Sink
{
public:
    explicit OtelMetrics(const Making &making)
        : m_account(otelAccount(making, "metrics"))
        , m_meter(making.terms, std::chrono::system_clock::now())
    {
        m_habits.batch = 2; // never reached: what is to be sent waits for its time
        m_habits.interval = intervalOf(making);
    }

    Habits habits() const override { return m_habits; }

    std::string report(const Receipt &receipt) override
    {
        m_meter.add(receipt);
        return std::exchange(m_isTold, true) ? std::string() : std::string("+");
    }

    Post post(std::span<const std::string>, Clock::Wall now) override
    {
        m_isTold = false;
        Post post = otelPost(m_account);
        post.body = otlp::metrics(m_meter.histograms(now), m_account.resource, m_account.format);
        return post;
    }

private:
    // Milliseconds, as OpenTelemetry says it.
    static std::chrono::milliseconds intervalOf(const Making &making)
    {
        constexpr std::size_t usual = 10'000, longest = 86'400'000;
        return std::chrono::milliseconds(std::min(longest, making.count("OTEL_METRIC_EXPORT_INTERVAL", usual)));
    }

    OtelAccount m_account;
    OtelMeter m_meter;
    Habits m_habits;
    bool m_isTold = false; // a report waits, or is on its way
};

} // namespace

std::unique_ptr<Sink> makeOtelMetrics(const Making &making)
{
    return std::make_unique<OtelMetrics>(making);
}

} // namespace gatehouse::observe::sinks
