// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/pipeline/admit.h"
#include "gateway/pipeline/context.h"
#include "gateway/pipeline/form_intake.h"
#include "gateway/pipeline/life.h"
#include "gateway/pipeline/reply_head.h"
#include "gateway/pipeline/response_desk.h"

#include <QObject>

namespace gatehouse::pipeline {

/// One request and its reply, alive: from the door to the receipt. This file tells the life of a request from top to bottom.
/// Lives on one worker's thread; made by begin(), deletes itself after settle(), which is its one exit and is taken exactly
/// once, whatever happened: success, refusal, client gone, shutdown.
class Exchange final : public QObject,
                       public Life,
                       private upstream::AttemptListener,
                       private credentials::GrantListener,
                       private wire::ReplyListener,
                       private IntakeListener
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
    void tryNext();
    void open(const routing::Target &target);
    void askForGrant();
    void send(const Grant *grant);
    void sendForKept(const Grant *grant);
    Result<> recall();
    void answerMock();
    bool isCounting() const { return m_plan && m_plan->call.operation == Operation::CountTokens; }
    bool hasCounter() const;
    void answerCount();

    void onGranted(const Grant &grant) override;
    void onRefused(const Error &error) override;
    void onHead(int status, wire::Headers headers) override;
    void onBytes(std::string_view bytes) override;
    void onEnded(Result<> outcome) override;
    void onClientGone() override;
    void onClientDrained() override;
    void onFormReady() override;
    void onFormTurned() override;
    void onFormFailed(Error error) override;
    bool isPlainAnswer() const;

    void relay(std::string_view bytes);
    void deliver(std::string_view bytes);
    void finishStream();
    void finishAnswer();
    bool renewGrant();
    void onFailed(Error error);
    void endBegun(const Error &error);
    void complete();
    void settle(Outcome outcome, const Error *error);

    HeadFacts facts(std::chrono::microseconds total, std::chrono::microseconds upstreamTime, const wire::Headers *upstream) const;
    bool isTrying() const { return m_attempt || m_wait; }
    void closeAttempt(std::optional<Fault> fault);
    bool isFallenBack() const { return m_plan && m_plan->route.fallbacks() > 0; }

    Context &m_context;
    std::shared_ptr<const Snapshot> m_snapshot; // the configuration it began with
    Inbound m_inbound;
    Receipt m_receipt;
    Clock::Instant m_startedAt;

    // The six slots, in order of time.
    std::unique_ptr<wire::Reply> m_reply;
    std::unique_ptr<FormIntake> m_intake; // of a form with files; uploads of the attempts read from it
    std::optional<Plan> m_plan;
    std::unique_ptr<ResponseDesk> m_desk;      // of the door of Responses
    std::unique_ptr<credentials::Wait> m_wait; // for a token that is fetched before anything can be sent
    std::unique_ptr<upstream::Attempt> m_attempt;
    std::unique_ptr<translate::Stream> m_stream;

    // The attempt under way.
    const Deployment *m_deployment = nullptr;
    translate::View m_view;
    std::uint64_t m_grant = 0; // the number of what was shown; 0 = nothing that was fetched
    Clock::Instant m_attemptStartedAt;
    int m_upstreamStatus = 0;
    wire::Headers m_upstreamHeaders;
    std::string m_collected; // a whole answer, or an error's body
    std::string m_out;       // what a stream gave for the caller; kept for its capacity

    std::string m_answerType;              // of an answer that is neither JSON nor events
    const Deployment *m_renewed = nullptr; // for which a grant was fetched anew, which is done once
    int m_round = 0;                       // of admissions: a form may need two
    int m_tries = 0;                       // in the current group
    int m_retries = 0;                     // in all
    std::optional<Error> m_firstError;     // what the caller is told when everything has failed
    bool m_isAsked = false;                // a provider, at least once
    bool m_begun = false;                  // the streamed reply's head is out
    bool m_paused = false;                 // the caller reads too slowly
    bool m_settled = false;
};

} // namespace gatehouse::pipeline
