// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/pipeline/context.h"

#include <QObject>

#include <string>

namespace gatehouse::admin {

/// A request at an administrative door that is not answered at once. It stands among the lives of its worker until it is answered
/// or its client has gone, and deletes itself then. Lives on that worker's thread.
class PendingAnswer : public QObject, public pipeline::Life, private wire::ReplyListener
{
    Q_OBJECT
public:
    ~PendingAnswer() override;
    /// Says that the gateway is stopping, where nothing else was said.
    void shutDown() override;

protected:
    PendingAnswer(pipeline::Context &context, pipeline::Inbound inbound);

    bool hasEnded() const { return m_ended; }
    /// Says \a json, or why there is none, where nothing else was said; and that is the end of it.
    void answer(std::string json, int status = 200);
    void refuse(const Error &error);
    /// From here on nobody listens, and this object lives until the event loop is reached.
    void end();

    void onClientGone() override { end(); }
    void onClientDrained() override { }

    pipeline::Context &m_context;
    pipeline::Inbound m_inbound;

private:
    bool m_ended = false;
};

} // namespace gatehouse::admin
