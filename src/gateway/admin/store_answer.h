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
class StoreAnswer final : public QObject, public pipeline::Life, private wire::ReplyListener
{
    Q_OBJECT
public:
    /// \a question is asked on the store's thread; what it returns is JSON.
    static void begin(pipeline::Context &context, pipeline::Inbound inbound, store::Keeper::Question question);
    ~StoreAnswer() override;
    void shutDown() override;

private:
    StoreAnswer(pipeline::Context &context, pipeline::Inbound inbound);
    void onClientGone() override { end(); }
    void onClientDrained() override { }
    void onAnswer(int status, const QByteArray &json);
    void end();

    pipeline::Context &m_context;
    pipeline::Inbound m_inbound;
    bool m_ended = false;
};

} // namespace gatehouse::admin
