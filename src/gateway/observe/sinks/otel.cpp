// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/sinks/otel_account.h"
#include "gateway/observe/sinks/otel_call.h"
#include "gateway/observe/sinks/otlp_request.h"
#include "gateway/observe/sinks/otlp_spans.h"
#include "gateway/observe/sinks/text.h"
#include "gateway/observe/sinks/trace_parent.h"
#include "gateway/observe/sinks/vendors.h"
#include "gateway/observe/sinks/words.h"

#include <algorithm>
#include <cstring>
#include <random>

namespace gatehouse::observe::sinks {

namespace {

using otlp::AttributeWriter;
using otlp::Span;
using otlp::SpanId;
using otlp::SpanWriter;
using otlp::TraceId;

std::uint64_t nanos(std::chrono::system_clock::time_point time)
{
    return static_cast<std::uint64_t>(
        std::max<std::int64_t>(0, std::chrono::duration_cast<std::chrono::nanoseconds>(time.time_since_epoch()).count()));
}

// The client may have a name for its call. Few have, and to look for one costs less than to read all they say.
std::string nameOf(const Receipt &receipt)
{
    constexpr std::string_view key = "generation_name";
    const Circumstances *said = receipt.circumstances.get();
    const bool isThere = said
        && (said->metadata.find(key) != std::string::npos
            || std::any_of(
                said->headers.begin(), said->headers.end(), [=](const auto &each) { return each.first.ends_with(key); }));
    std::string name = isThere ? ClientMetadata(receipt).text(key) : std::string();
    return name.empty() ? "litellm_request" : name;
}

/// Traces over OTLP/HTTP: a span for the request, one in it for the call, and one in that for each attempt. A report is these.
class OpenTelemetry final : public Sink
{
public:
    explicit OpenTelemetry(const Making &making)
        : m_terms(making.terms)
        , m_isHidden(making.hidesMessages)
        , m_account(otelAccount(making, "traces"))
    {
        m_habits.interval = making.seconds("OTEL_BSP_SCHEDULE_DELAY_SECONDS", m_habits.interval);
    }

    Habits habits() const override { return m_habits; }

    std::string report(const Receipt &receipt) override
    {
        const TraceParent parent = traceParent(receipt.traceParent);
        if (parent.isValid && !parent.isSampled) // who began the trace wants none
            return {};
        const OtelWords words = otelWordsOf(receipt, m_isHidden);
        const std::string name = nameOf(receipt);
        const Span root = rootOf(receipt, parent), call = childOf(root, Span::Internal, name);
        SpanWriter spans(m_account.format);
        spans.reserve(sizeOf(words));
        spans.add(root, [&](AttributeWriter &list) { describeRequest(list, receipt); });
        spans.add(call, [&](AttributeWriter &list) { describeCall(list, receipt, m_terms, words); });
        for (const AttemptRecord &attempt : receipt.attempts)
            addAttempt(spans, receipt, call, attempt);
        return spans.take();
    }

    Post post(std::span<const std::string> reports, Clock::Wall) override
    {
        std::size_t size = 0;
        for (const std::string &report : reports)
            size += report.size();
        Post post = otelPost(m_account);
        post.around = otlp::enclosure(otlp::Signal::Traces, m_account.resource, m_account.format, size);
        return post;
    }

private:
    // What a report is like to take: growing with a long text in it would copy that. In JSON texts have their quotes escaped.
    std::size_t sizeOf(const OtelWords &words) const
    {
        constexpr std::size_t usual = 6144, quotes = 8;
        const std::size_t said = words.input.size() + words.output.size();
        return usual + said + (m_account.format == otlp::Format::Json ? said / quotes : 0);
    }

    template <typename Id> Id newId()
    {
        Id id;
        for (std::size_t i = 0; i < id.size(); i += sizeof(std::uint64_t)) {
            const std::uint64_t value = m_random() | 1; // never all zero
            std::memcpy(id.data() + i, &value, sizeof value);
        }
        return id;
    }

    Span rootOf(const Receipt &receipt, const TraceParent &parent)
    {
        Span span;
        // A call's id is a UUID unless its client chose another: then the trace can be found by it.
        if (const auto known = parent.isValid ? std::optional(parent.traceId) : traceIdIn(receipt.callId))
            span.trace = *known;
        else
            span.trace = newId<TraceId>();
        if (parent.isValid)
            span.parent = parent.spanId;
        span.id = newId<SpanId>();
        span.name = "Received Proxy Server Request";
        span.kind = Span::Server;
        span.start = nanos(receipt.startedAt);
        span.end = nanos(endOf(receipt));
        span.isError = !isSuccess(receipt);
        span.error = receipt.error;
        return span;
    }

    Span childOf(const Span &parent, Span::Kind kind, std::string_view name)
    {
        Span span = parent;
        span.parent = parent.id;
        span.id = newId<SpanId>();
        span.kind = kind;
        span.name = name;
        return span;
    }

    void addAttempt(SpanWriter &spans, const Receipt &receipt, const Span &call, const AttemptRecord &attempt)
    {
        std::string name(otelOperation(receipt));
        name.append(" ").append(modelOf(receipt, attempt));
        const auto begin = receipt.startedAt + attempt.begin;
        Span span = childOf(call, Span::Client, name);
        span.start = nanos(begin);
        span.end = nanos(begin + attempt.duration);
        span.isError = attempt.fault.has_value();
        span.error = attempt.error;
        spans.add(span, [&](AttributeWriter &list) { describeAttempt(list, receipt, attempt); });
    }

    const Terms &m_terms;
    bool m_isHidden;
    OtelAccount m_account;
    Habits m_habits;
    std::mt19937_64 m_random {std::random_device {}()};
};

} // namespace

std::unique_ptr<Sink> makeOpenTelemetry(const Making &making)
{
    return std::make_unique<OpenTelemetry>(making);
}

} // namespace gatehouse::observe::sinks
