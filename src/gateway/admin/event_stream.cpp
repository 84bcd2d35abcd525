// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/event_stream.h"

#include "gateway/admin/answers.h"

namespace gatehouse::admin {

namespace {

constexpr std::chrono::seconds heartbeat {15};
constexpr std::size_t mostAtOnce = 200;

// Nothing for a kind that there is not.
std::optional<std::uint32_t> kindsOf(std::string_view list)
{
    if (list.empty())
        return ~std::uint32_t(0);
    std::uint32_t kinds = 0;
    while (!list.empty()) {
        const std::size_t end = std::min(list.find(','), list.size());
        const auto kind = observe::eventKindFrom(list.substr(0, end));
        if (!kind)
            return std::nullopt;
        kinds |= 1U << static_cast<unsigned>(*kind);
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return kinds;
}

} // namespace

void EventStream::begin(pipeline::Context &context, pipeline::Inbound inbound, std::uint32_t kinds)
{
    auto *stream = new EventStream(context, std::move(inbound));
    stream->m_listener = context.shared.observer.events().listen(kinds, [bell = stream->m_bell] { Q_EMIT bell->rung(); });
}

EventStream::EventStream(pipeline::Context &context, pipeline::Inbound inbound)
    : PendingAnswer(context, std::move(inbound))
{
    connect(m_bell.get(), &EventBell::rung, this, &EventStream::onRung, Qt::QueuedConnection);
    connect(&m_heartbeat, &QTimer::timeout, this, [this] { m_inbound.reply->write(": still here\n\n"); });
    m_heartbeat.start(heartbeat);
    m_inbound.reply->begin({200,
        {{"content-type", "text/event-stream; charset=utf-8"}, {"cache-control", "no-cache"}, {"x-accel-buffering", "no"}}});
    m_inbound.reply->write(": listening\n\n");
}

// Rung only when there is something after there was nothing: so all of it is taken, or it is gone on with when there is room.
void EventStream::onRung()
{
    while (!hasEnded()) {
        if (m_inbound.reply->pending() > wire::Reply::highWater) {
            m_paused = true;
            return;
        }
        const auto batch = m_listener->take(mostAtOnce);
        if (batch.events.empty())
            return;
        write(batch);
    }
}

void EventStream::write(const observe::Events::Listener::Batch &batch)
{
    m_text.clear();
    if (batch.lost > 0)
        m_text += "event: lost\ndata: {\"lost\":" + std::to_string(batch.lost) + "}\n\n";
    bool isLast = false;
    for (const auto &event : batch.events) {
        m_text.append("id: ").append(std::to_string(event->id)).append("\nevent: ").append(toString(event->kind));
        m_text.append("\ndata: ").append(event->data).append("\n\n");
        isLast = isLast || event->kind == observe::EventKind::Stopping;
    }
    m_inbound.reply->write(m_text);
    if (!isLast)
        return;
    m_inbound.reply->end();
    leave();
}

void EventStream::onClientDrained()
{
    if (std::exchange(m_paused, false))
        onRung();
}

void EventStream::shutDown()
{
    if (hasEnded())
        return;
    m_inbound.reply->end();
    leave();
}

void EventStream::leave()
{
    m_listener.reset();
    m_heartbeat.stop();
    end();
}

void followEvents(pipeline::Context &context, pipeline::Inbound inbound)
{
    const auto kinds = kindsOf(inbound.request.queryValue("kinds"));
    if (!kinds)
        return answerRefusal(inbound,
            "kinds is a list, separated by commas, of: request_started, first_token, progress, request_done, request_failed, "
            "breaker, budget, config_changed, record_changed, database, tick, stopping");
    if (inbound.request.isHead)
        return answerJson(inbound, {});
    EventStream::begin(context, std::move(inbound), *kinds);
}

} // namespace gatehouse::admin
