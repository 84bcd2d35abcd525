// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/pipeline/admit.h"
#include "gateway/pipeline/context.h"
#include "gateway/pipeline/form_intake.h"
#include "gateway/pipeline/life.h"
#include "gateway/pipeline/reply_head.h"
#include "gateway/pipeline/response_desk.h"
#include "gateway/pipeline/try.h"

#include <QObject>

namespace gatehouse::pipeline {

/// One request and its reply, alive: from the door to the receipt. This file tells the life of a request from top to bottom.
/// Lives on one worker's thread; made by begin(), deletes itself after settle(), which is its one exit and is taken exactly
/// once, whatever happened: success, refusal, client gone, shutdown.
class Exchange final : public QObject, public Life, private TryListener, private wire::ReplyListener, private IntakeListener
{
    Q_OBJECT
public:
    /// Takes the request over and returns before anything has happened to it.
    static void begin(Context &context, Inbound inbound);
    ~Exchange() override;

    /// The gateway stops: says so to the caller, in the stream if it has begun, and settles.
    void shutDown() override;

private:
    Exchange(Context &context, Inbound inbound);

    void start();
    void takeForm();
    Result<> recall();
    void tryNext();
    void launch(routing::Target target);

    void onWords(Try &from, std::string_view bytes) override;
    void onDone(Try &from) override;
    void onFailed(Try &from, Error error) override;
    void onClientGone() override;
    void onClientDrained() override;
    void onFormReady() override;
    void onFormTurned() override;
    void onFormFailed(Error error) override;

    void beginReply(const Try &from);
    void retryOrFallBack(Error error);
    void countHere();
    void endBegun(const Error &error, bool isSaid);
    void complete(Try &from);
    void settle(Outcome outcome, const Error *error);

    HeadFacts facts(std::chrono::microseconds total, std::chrono::microseconds upstreamTime, const wire::Headers *upstream) const;
    void close(std::optional<Fault> fault);
    bool isFallenBack() const { return m_plan && m_plan->route.fallbacks() > 0; }

    Context &m_context;
    std::shared_ptr<const Snapshot> m_snapshot; // the configuration it began with
    Inbound m_inbound;
    Receipt m_receipt;
    Clock::Instant m_startedAt;

    // The slots, in order of time.
    std::unique_ptr<wire::Reply> m_reply;
    std::unique_ptr<FormIntake> m_intake; // of a form with files; uploads of the tries read from it
    std::optional<Plan> m_plan;
    std::unique_ptr<ResponseDesk> m_desk; // of the door of Responses
    std::unique_ptr<Try> m_try;

    const Deployment *m_deployment = nullptr; // tried last
    int m_round = 0;                          // of admissions: a form may need two
    int m_tries = 0;                          // in the current group
    int m_retries = 0;                        // in all
    std::optional<Error> m_firstError;        // what the caller is told when everything has failed
    std::string m_answerType;                 // of an answer that is neither JSON nor events
    bool m_begun = false;                     // the streamed reply's head is out
    bool m_paused = false;                    // the caller reads too slowly
    bool m_settled = false;
};

} // namespace gatehouse::pipeline
