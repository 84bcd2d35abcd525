// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/admin/pending_answer.h"
#include "gateway/admin/replay_source.h"

#include <QObject>

#include <memory>

namespace gatehouse::admin {

/// Carries the news that what is to be replayed was found from the observer's thread to its worker.
class ReplayFound final : public QObject
{
    Q_OBJECT
Q_SIGNALS:
    void come();
};

/// A captured request that is sent once more, by the administrator who asks for it: it goes the way of every other, is admitted,
/// charged and captured anew, and its answer is the answer here. Lives on one worker's thread and deletes itself.
class Replay final : public PendingAnswer
{
    Q_OBJECT
public:
    static void begin(pipeline::Context &context, pipeline::Inbound inbound, std::string model);

private:
    class Collector;

    Replay(pipeline::Context &context, pipeline::Inbound inbound, std::string model);
    void ask();
    void onFound();
    void send(ReplaySource source);
    void onClientGone() override;
    void onAnswer(const wire::Head &head, const std::string &body, bool isWhole);

    const std::string m_model;                     // in place of the request's; empty = its own
    std::shared_ptr<Result<ReplaySource>> m_found; // written on the observer's thread before it is told
    Collector *m_collector = nullptr;              // belongs to the exchange; nullptr when that has let it go
};

/// POST /traffic/{id}/replay (admin), with {"model": "…"} or nothing: {"id", "call_id", "status", "headers", "body"}. 404 when
/// nobody remembers it, 409 when it was not kept whole.
void replayTraffic(pipeline::Context &context, pipeline::Inbound inbound);

} // namespace gatehouse::admin
