// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/tap.h"

#include "gateway/core/unsaid.h"
#include "gateway/observe/receipt_text.h"
#include "gateway/observe/traffic/secret_text.h"
#include "gateway/wire/json_writer.h"

namespace gatehouse::pipeline {

namespace {

using observe::EventKind;
using observe::traffic::RequestHead;
using std::chrono::duration_cast;

constexpr std::chrono::milliseconds progressPause {250};

std::string targetOf(const wire::Request &request)
{
    std::string target = request.rawPath.empty() ? request.path : request.rawPath;
    if (!request.query.empty())
        target.append("?").append(request.query);
    return target;
}

std::string startedJson(const Receipt &receipt)
{
    wire::JsonWriter json;
    json.beginObject().key("id").number(static_cast<std::int64_t>(receipt.id)).key("call_id").string(receipt.callId);
    json.key("at").string(observe::isoTime(receipt.startedAt)).key("path").string(receipt.path);
    json.key("dialect").string(toString(receipt.dialect)).key("who").string(receipt.who).key("model").string(receipt.model);
    json.key("group").string(receipt.group).key("stream").boolean(receipt.stream);
    return json.endObject().take();
}

std::string progressJson(const Capture &capture, Capture::Elapsed at)
{
    const auto receipt = capture.receipt();
    wire::JsonWriter json;
    json.beginObject().key("id").number(static_cast<std::int64_t>(receipt->id)).key("call_id").string(receipt->callId);
    json.key("model").string(receipt->model).key("deployment").string(receipt->deployment);
    json.key("first_token_ms").number(static_cast<double>(receipt->firstToken.count()) / 1000.0);
    json.key("elapsed_ms").number(static_cast<double>(at.count()) / 1000.0);
    json.key("reply_bytes").number(static_cast<std::int64_t>(capture.replyBytes()));
    return json.endObject().take();
}

} // namespace

std::shared_ptr<Capture> openCapture(Context &context, Receipt &receipt, const Inbound &inbound)
{
    auto capture = std::make_shared<Capture>(receipt, Capture::Door {inbound.pathModel, inbound.streams},
        context.snapshot->settings.observe->traffic, context.shared.captureRoom);
    receipt.id = context.shared.ring.open(capture);
    return capture;
}

void captureRequest(Capture &capture, const wire::Request &request, const auth::Settings &settings)
{
    if (!capture.keepsWires())
        return;
    const std::string target = targetOf(request);
    const std::string_view method = request.isHead ? "HEAD" : wire::toString(request.method);
    capture.setRequest({method, target, request.headers, request.stream != nullptr}, request.body);
    capture.addSecret(auth::shownKey(request, settings));
    if (!request.query.empty())
        capture.addSecret(request.queryValue("key")); // Google's clients show theirs there
}

void captureForm(Capture &capture, std::string_view fields)
{
    capture.addRequest(fields);
}

void captureAdmitted(Context &context, Capture &capture, const Receipt &receipt)
{
    capture.setAdmitted(receipt);
    context.shared.ring.touch(receipt.id);
    if (observe::Events &events = context.shared.observer.events(); events.isHeard())
        events.say(EventKind::RequestStarted, startedJson(receipt));
}

void captureChoice(Capture &capture, const routing::Route &route, Clock::Instant now, Clock::Instant startedAt, bool isCopy)
{
    if (!capture.keepsWires())
        return;
    constexpr std::size_t mostListed = 20;
    observe::traffic::Decision decision;
    decision.at = duration_cast<Capture::Elapsed>(now - startedAt);
    decision.group = route.group();
    decision.strategy = route.strategy();
    decision.isCopy = isCopy;
    for (routing::Considered &each : route.considered(now, mostListed))
        decision.candidates.push_back({each.deployment->station, std::string(toString(each.verdict)), std::move(each.why)});
    const std::size_t all = route.current()->deployments.size();
    decision.others = all - std::min(all, decision.candidates.size());
    capture.addDecision(decision);
}

Tap::Tap(std::unique_ptr<wire::Reply> reply, std::shared_ptr<Capture> capture, Context &context, Clock::Instant startedAt)
    : m_reply(std::move(reply))
    , m_capture(std::move(capture))
    , m_context(context)
    , m_startedAt(startedAt)
{
}

Capture::Elapsed Tap::elapsed() const
{
    return duration_cast<Capture::Elapsed>(m_context.clock.now() - m_startedAt);
}

void Tap::send(wire::Head head, std::string body)
{
    const auto at = elapsed();
    m_capture->setReply(head.status, head.headers, at);
    m_capture->addReply(body, at);
    m_reply->send(std::move(head), std::move(body));
}

void Tap::begin(wire::Head head)
{
    const auto at = elapsed();
    m_capture->setReply(head.status, head.headers, at);
    m_context.shared.ring.touch(m_capture->id());
    if (observe::Events &events = m_context.shared.observer.events(); events.isHeard())
        events.say(EventKind::FirstToken, progressJson(*m_capture, at));
    m_toldAt = at;
    m_reply->begin(std::move(head));
}

void Tap::write(std::string_view bytes)
{
    const auto at = elapsed();
    m_capture->addReply(bytes, at);
    tellProgress(at);
    m_reply->write(bytes);
}

void Tap::tellProgress(Capture::Elapsed at)
{
    observe::Events &events = m_context.shared.observer.events();
    if (!events.isHeard() || at - m_toldAt < progressPause)
        return;
    m_toldAt = at;
    events.say(EventKind::Progress, progressJson(*m_capture, at));
}

namespace {

// How many of \a fields were there to be hidden.
template <typename Fields> std::uint32_t hide(wire::Headers &headers, const Fields &fields)
{
    std::uint32_t hidden = 0;
    for (const auto &[name, value] : fields) {
        if (!headers.has(name))
            continue;
        headers.set(name, redacted);
        ++hidden;
    }
    return hidden;
}

} // namespace

Capture::Elapsed AttemptTap::since(Clock::Instant now) const
{
    return duration_cast<Capture::Elapsed>(now - m_startedAt);
}

void AttemptTap::sent(const upstream::Outgoing &outgoing, const Deployment *deployment, Clock::Instant now,
    std::span<const std::pair<std::string, Secret>> added) const
{
    if (!m_capture || !m_capture->keepsWires())
        return;
    const bool hidesSome = !added.empty() || (deployment && !deployment->extraHeaders.empty()); // hardly ever
    wire::Headers clean = hidesSome ? outgoing.headers : wire::Headers();
    std::uint32_t hidden = hide(clean, added);
    if (deployment) {
        m_capture->addSecret(deployment->apiKey.reveal());
        hidden += hide(clean, deployment->extraHeaders);
    }
    const RequestHead head {
        outgoing.method, outgoing.url, hidesSome ? clean : outgoing.headers, outgoing.upload != nullptr, hidden, since(now)};
    m_capture->setSent(m_attempt, head, outgoing.body);
}

void AttemptTap::answered(int status, const wire::Headers &headers, Clock::Instant now) const
{
    if (m_capture)
        m_capture->setAnswered(m_attempt, status, headers, since(now));
}

void AttemptTap::heard(std::string_view bytes, Clock::Instant now) const
{
    if (m_capture && !bytes.empty())
        m_capture->addAnswer(m_attempt, bytes, since(now));
}

} // namespace gatehouse::pipeline
