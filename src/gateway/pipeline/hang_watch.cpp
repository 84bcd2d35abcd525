// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/hang_watch.h"

#include "gateway/wire/json_writer.h"

#include <algorithm>

namespace gatehouse::pipeline {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds shortestLook {100}, longestLook {10'000};

observe::Signal signalOf(const Receipt &receipt, Clock::Wall now)
{
    wire::JsonWriter json;
    json.beginObject().key("model").string(receipt.model).key("who").string(receipt.who);
    json.key("team").string(receipt.principal ? receipt.principal->teamAlias : std::string());
    json.key("api_base").string(receipt.station ? receipt.station->apiBase : std::string());
    const auto age = std::chrono::duration_cast<milliseconds>(now - receipt.startedAt);
    json.key("milliseconds").number(static_cast<std::int64_t>(age.count())).endObject();
    return {observe::Signal::Kind::CallHangs, receipt.callId, receipt.model, json.take(), now};
}

} // namespace

HangWatch::HangWatch(observe::Observer &observer, const std::vector<Life *> &running)
    : m_observer(observer)
    , m_running(running)
{
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { look(Clock().wall()); });
}

void HangWatch::configure(std::optional<milliseconds> patience)
{
    m_patience = patience.value_or(milliseconds(0));
    if (m_patience.count() <= 0)
        return m_timer.stop();
    m_timer.start(std::clamp(m_patience / 4, shortestLook, longestLook));
}

void HangWatch::look(Clock::Wall now)
{
    for (Life *life : m_running) {
        const Receipt *receipt = life->isLate ? nullptr : life->receipt();
        if (!receipt || now - receipt->startedAt < m_patience)
            continue;
        life->isLate = true;
        m_observer.tell(signalOf(*receipt, now));
    }
}

} // namespace gatehouse::pipeline
