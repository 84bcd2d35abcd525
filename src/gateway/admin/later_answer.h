// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/admin/pending_answer.h"

#include <QByteArray>
#include <QObject>

#include <functional>
#include <string>

namespace gatehouse::admin {

/// Carries an answer from another thread to the worker that waits for it. Nobody needs to wait any more when it comes.
class Answered final : public QObject
{
    Q_OBJECT
Q_SIGNALS:
    void come(int status, const QByteArray &body);
};

/// A question that another thread answers, from its door to its answer. Lives on one worker's thread and deletes itself.
class LaterAnswer final : public PendingAnswer
{
    Q_OBJECT
public:
    using Done = std::function<void(Result<std::string>)>;
    /// \a ask is called at once; the function it is given may be called on any thread, with the answer's body.
    static void begin(pipeline::Context &context, pipeline::Inbound inbound, const std::function<void(Done)> &ask,
        std::string contentType = "application/json");
    /// The same for who knows the status too: the function is given both.
    using Told = std::function<void(int status, const std::string &json)>;
    static void beginTold(pipeline::Context &context, pipeline::Inbound inbound, const std::function<void(Told)> &ask);

private:
    LaterAnswer(pipeline::Context &context, pipeline::Inbound inbound, std::string contentType);
    static Told teller(LaterAnswer *waiting);
    void onAnswer(int status, const QByteArray &body);

    std::string m_contentType;
};

/// Asks the store; what \a question returns is JSON.
void askStore(pipeline::Context &context, pipeline::Inbound inbound, store::Keeper::Question question);
/// Asks those who look on.
void askObserver(pipeline::Context &context, pipeline::Inbound inbound,
    std::function<Result<std::string>(observe::Lookout &)> question, std::string contentType = "application/json");

} // namespace gatehouse::admin
