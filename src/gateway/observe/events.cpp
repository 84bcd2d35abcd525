// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/events.h"

#include "gateway/observe/receipt_text.h"
#include "gateway/wire/json_writer.h"

#include <algorithm>
#include <array>
#include <utility>

namespace gatehouse::observe {

namespace {

struct KindName {
    EventKind kind;
    std::string_view name;
};
constexpr std::array kindNames {KindName {EventKind::RequestStarted, "request_started"},
    KindName {EventKind::FirstToken, "first_token"}, KindName {EventKind::Progress, "progress"},
    KindName {EventKind::RequestDone, "request_done"}, KindName {EventKind::RequestFailed, "request_failed"},
    KindName {EventKind::Breaker, "breaker"}, KindName {EventKind::Budget, "budget"},
    KindName {EventKind::ConfigChanged, "config_changed"}, KindName {EventKind::RecordChanged, "record_changed"},
    KindName {EventKind::Database, "database"}, KindName {EventKind::Tick, "tick"}, KindName {EventKind::Stopping, "stopping"}};

/// Which event a signal is, and the state that it tells of.
struct SignalEvent {
    Signal::Kind signal;
    EventKind event;
    std::string_view state;
};
constexpr std::array signalEvents {SignalEvent {Signal::Kind::DeploymentRests, EventKind::Breaker, "open"},
    SignalEvent {Signal::Kind::DeploymentIsBack, EventKind::Breaker, "closed"},
    SignalEvent {Signal::Kind::BudgetCrossed, EventKind::Budget, "crossed"},
    SignalEvent {Signal::Kind::ConfigChanged, EventKind::ConfigChanged, "applied"},
    SignalEvent {Signal::Kind::RecordChanged, EventKind::RecordChanged, "changed"},
    SignalEvent {Signal::Kind::DatabaseLost, EventKind::Database, "lost"},
    SignalEvent {Signal::Kind::DatabaseBack, EventKind::Database, "back"}};

std::uint32_t bit(EventKind kind)
{
    return 1U << static_cast<unsigned>(kind);
}

std::string dataOf(const Signal &signal, std::string_view state)
{
    wire::JsonWriter json;
    json.beginObject().key("at").string(isoTime(signal.at)).key("state").string(state).key("subject").string(signal.subject);
    json.key("text").string(signal.text);
    if (!signal.details.empty())
        json.key("details").raw(signal.details);
    return json.endObject().take();
}

} // namespace

std::string_view toString(EventKind kind)
{
    return kindNames[static_cast<std::size_t>(kind)].name;
}

std::optional<EventKind> eventKindFrom(std::string_view name)
{
    const auto row = std::find_if(kindNames.begin(), kindNames.end(), [&](const KindName &each) { return each.name == name; });
    return row == kindNames.end() ? std::nullopt : std::optional(row->kind);
}

void Events::say(EventKind kind, std::string data)
{
    if (!isHeard())
        return;
    const std::scoped_lock lock(m_lock);
    const auto event = std::make_shared<const Event>(Event {++m_lastId, kind, std::move(data)});
    for (Ear *ear : m_ears) {
        if (!(ear->kinds & bit(kind)))
            continue;
        const bool wasEmpty = ear->waiting.empty();
        ear->waiting.push_back(event);
        if (ear->waiting.size() > mostWaiting) {
            ear->waiting.pop_front();
            ++ear->lost;
        }
        if (wasEmpty)
            ear->wake();
    }
}

void Events::say(const Signal &signal)
{
    if (!isHeard())
        return;
    const auto row = std::find_if(
        signalEvents.begin(), signalEvents.end(), [&](const SignalEvent &each) { return each.signal == signal.kind; });
    if (row != signalEvents.end())
        say(row->event, dataOf(signal, row->state));
}

void Events::count(const Receipt &receipt)
{
    if (!isHeard())
        return;
    const std::scoped_lock lock(m_lock);
    ++m_sums.requests;
    m_sums.errors += receipt.outcome == Outcome::Failed || receipt.outcome == Outcome::Refused ? 1 : 0;
    m_sums.inputTokens += receipt.usage.input;
    m_sums.outputTokens += receipt.usage.output;
    if (receipt.cost)
        m_sums.spend.nanoDollars += receipt.cost->total.nanoDollars;
}

void Events::tick(std::size_t inFlight)
{
    if (!isHeard())
        return;
    Sums sums;
    {
        const std::scoped_lock lock(m_lock);
        sums = std::exchange(m_sums, {});
    }
    wire::JsonWriter json;
    json.beginObject().key("requests").number(sums.requests).key("errors").number(sums.errors);
    json.key("input_tokens").number(sums.inputTokens).key("output_tokens").number(sums.outputTokens);
    json.key("spend").raw(dollars(sums.spend)).key("in_flight").number(static_cast<std::int64_t>(inFlight)).endObject();
    say(EventKind::Tick, json.take());
}

// To everybody, whatever they asked for: it says why nothing follows.
void Events::end()
{
    const std::scoped_lock lock(m_lock);
    const auto event = std::make_shared<const Event>(Event {++m_lastId, EventKind::Stopping, "{}"});
    for (Ear *ear : m_ears) {
        ear->waiting.push_back(event);
        ear->wake();
    }
}

std::unique_ptr<Events::Listener> Events::listen(std::uint32_t kinds, std::function<void()> wake)
{
    auto listener = std::make_unique<Listener>(*this);
    listener->m_ear.kinds = kinds;
    listener->m_ear.wake = std::move(wake);
    const std::scoped_lock lock(m_lock);
    if (m_ears.empty())
        m_sums = {};
    m_ears.push_back(&listener->m_ear);
    m_heard = true;
    return listener;
}

void Events::leave(Ear &ear)
{
    const std::scoped_lock lock(m_lock);
    std::erase(m_ears, &ear);
    m_heard = !m_ears.empty();
}

Events::Listener::Batch Events::Listener::take(std::size_t most)
{
    const std::scoped_lock lock(m_events.m_lock);
    Batch batch;
    batch.lost = std::exchange(m_ear.lost, 0);
    while (!m_ear.waiting.empty() && batch.events.size() < most) {
        batch.events.push_back(std::move(m_ear.waiting.front()));
        m_ear.waiting.pop_front();
    }
    return batch;
}

} // namespace gatehouse::observe
