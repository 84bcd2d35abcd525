// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/admin/pending_answer.h"
#include "gateway/observe/events.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace gatehouse::admin {

/// Carries the news that there are events from whatever thread to the worker of one who listens.
class EventBell final : public QObject
{
    Q_OBJECT
Q_SIGNALS:
    void rung();
};

/// GET /events: what happens, as server-sent events, until the client leaves or the gateway stops. Who reads slowly loses the
/// oldest of what waits, and is told how many. Lives on one worker's thread and deletes itself.
class EventStream final : public PendingAnswer
{
    Q_OBJECT
public:
    static void begin(pipeline::Context &context, pipeline::Inbound inbound, std::uint32_t kinds);
    void shutDown() override;

private:
    EventStream(pipeline::Context &context, pipeline::Inbound inbound);
    void onClientGone() override { leave(); }
    void onClientDrained() override;
    void onRung();
    void write(const observe::Events::Listener::Batch &batch);
    void leave();

    std::shared_ptr<EventBell> m_bell = std::make_shared<EventBell>();
    std::unique_ptr<observe::Events::Listener> m_listener;
    QTimer m_heartbeat;
    std::string m_text; // of one batch; kept for its capacity
    bool m_paused = false;
};

/// GET /events (admin). kinds=a,b asks for some only; 400 for one that there is not.
void followEvents(pipeline::Context &context, pipeline::Inbound inbound);

} // namespace gatehouse::admin
