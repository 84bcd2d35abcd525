// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/deployment.h"
#include "gateway/observe/traffic/capture.h"
#include "gateway/pipeline/context.h"
#include "gateway/upstream/client.h"
#include "gateway/wire/reply.h"

#include <memory>
#include <span>
#include <string_view>
#include <utility>

/// How an exchange's wires come into its capture.
namespace gatehouse::pipeline {

using observe::traffic::Capture;

/// A capture for a call that begins, in the ring from now on; \a receipt is given its id.
std::shared_ptr<Capture> openCapture(Context &context, Receipt &receipt, const Inbound &inbound);
/// The request of the caller, as it came. \a body may have come later than its head.
void captureRequest(Capture &capture, const wire::Request &request, const auth::Settings &settings);
/// The \a fields of a form whose head was captured, as JSON; its files are not kept.
void captureForm(Capture &capture, std::string_view fields);
/// It is known who asks what, or why he may not.
void captureAdmitted(Context &context, Capture &capture, const Receipt &receipt);
/// Who was chosen of the current group of \a route, and why not the others.
void captureChoice(Capture &capture, const routing::Route &route, Clock::Instant now, Clock::Instant startedAt, bool isCopy);

/// The way back to the caller, and a copy of what goes there for the capture. Tells those who listen how it goes.
class Tap final : public wire::Reply
{
public:
    Tap(std::unique_ptr<wire::Reply> reply, std::shared_ptr<Capture> capture, Context &context, Clock::Instant startedAt);

    void send(wire::Head head, std::string body) override;
    void begin(wire::Head head) override;
    void write(std::string_view bytes) override;
    void end() override { m_reply->end(); }
    void abort() override { m_reply->abort(); }
    std::size_t pending() const override { return m_reply->pending(); }
    void listen(wire::ReplyListener *listener) override { m_reply->listen(listener); }

private:
    Capture::Elapsed elapsed() const;
    void tellProgress(Capture::Elapsed at);

    std::unique_ptr<wire::Reply> m_reply;
    std::shared_ptr<Capture> m_capture;
    Context &m_context;
    Clock::Instant m_startedAt;
    Capture::Elapsed m_toldAt {0};
};

/// What one attempt puts on its wires. A value; where there is no capture it does nothing.
class AttemptTap
{
public:
    AttemptTap() = default;
    AttemptTap(std::shared_ptr<Capture> capture, std::size_t attempt, Clock::Instant startedAt)
        : m_capture(std::move(capture))
        , m_attempt(attempt)
        , m_startedAt(startedAt)
    {
    }

    /// Fields that come from the configuration are hidden whatever they are called: those of \a deployment, if there is one, and
    /// those that were \a added to what the caller sent.
    void sent(const upstream::Outgoing &outgoing, const Deployment *deployment, Clock::Instant now,
        std::span<const std::pair<std::string, Secret>> added = {}) const;
    void answered(int status, const wire::Headers &headers, Clock::Instant now) const;
    void heard(std::string_view bytes, Clock::Instant now) const;

private:
    Capture::Elapsed since(Clock::Instant now) const;

    std::shared_ptr<Capture> m_capture;
    std::size_t m_attempt = 0;
    Clock::Instant m_startedAt {};
};

} // namespace gatehouse::pipeline
