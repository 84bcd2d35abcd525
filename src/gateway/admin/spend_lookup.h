// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/pipeline/context.h"

#include <QByteArray>
#include <QObject>

namespace gatehouse::admin {

/// Carries an answer from the store's thread to the worker that waits for it. Nobody needs to wait any more when it comes.
class Answered final : public QObject
{
    Q_OBJECT
Q_SIGNALS:
    void come(int status, const QByteArray &json);
};

/// A question to the store, from its door to its answer. Lives on one worker's thread and deletes itself.
class SpendLookup final : public QObject, public pipeline::Life, private wire::ReplyListener
{
    Q_OBJECT
public:
    static void begin(pipeline::Context &context, pipeline::Inbound inbound, store::SpendQuery query);
    ~SpendLookup() override;
    void shutDown() override;

private:
    SpendLookup(pipeline::Context &context, pipeline::Inbound inbound);
    void onClientGone() override { end(); }
    void onClientDrained() override { }
    void onAnswer(int status, const QByteArray &json);
    void end();

    pipeline::Context &m_context;
    pipeline::Inbound m_inbound;
    bool m_ended = false;
};

/// GET /spend/logs: calls and what they cost, or the sums of days.
void listSpend(pipeline::Context &context, pipeline::Inbound inbound);

} // namespace gatehouse::admin
