// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/pipeline/admit.h"
#include "gateway/pipeline/coalescer.h"
#include "gateway/pipeline/context.h"
#include "gateway/pipeline/form_intake.h"
#include "gateway/pipeline/guarding.h"
#include "gateway/pipeline/life.h"
#include "gateway/pipeline/listener.h"
#include "gateway/pipeline/reply_head.h"
#include "gateway/pipeline/response_desk.h"
#include "gateway/pipeline/tap.h"
#include "gateway/pipeline/try.h"

#include <QObject>

#include <list>

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
    const Receipt *receipt() const override { return &m_receipt; }
    /// An administrator ends it.
    void abort() override;

private:
    /// A try under way, with what it holds of its deployment.
    struct Leg {
        routing::Target target = {};
        std::unique_ptr<routing::Turnstile::Place> place = {}; // in line, where too many run already
        routing::Turnstile::Pass pass = {};
        routing::Health::Tokens tokens = {};
        routing::Health::Use use = {};
        routing::Budgets::Reserved reserved = {};
        std::unique_ptr<translate::Continuation> continuation = {}; // before run: its streams must not outlive it
        std::unique_ptr<Try> run = {};
        Clock::Instant launchedAt = {};
        AttemptTap tap = {};
        bool isCopy = false; // of a request that is late
    };

    Exchange(Context &context, Inbound inbound);

    // From the door to the first try.
    void start();
    void open();
    void takeForm();
    Result<> recall();
    void onFormReady() override;
    void onFormTurned() override;
    void onFormFailed(Error error) override;
    void setOut();
    void depart(wire::Call call, Clock::Instant begunAt);
    void rehearse(wire::Rehearsal rehearsal);

    // Guardrails.
    void guard(wire::Call call);
    void onRequestJudged(guardrails::Verdict verdict);
    void object(Error objection, Outcome outcome);
    void noteJudged(std::vector<GuardrailRecord> records);
    void guardBeside();
    void onBesideJudged(guardrails::Verdict verdict);
    void hold(std::string_view bytes);
    void forgetHeld();
    void judgeAnswer(std::string answer, wire::Headers upstream);
    void lookBehind();
    void onAnswerJudged(guardrails::Verdict verdict);
    void putBack(const std::vector<std::string> &texts);
    void release();
    std::unique_ptr<Listener> listenerTo(const wire::Call &call, bool isPrivate);
    void guardSaid();
    guardrails::Asker askerFor(const std::string &model) const;
    Guarding &beginGuarding(guardrails::Course course, const wire::Call &call);
    void guardGroup();
    void onGroupJudged(guardrails::Verdict verdict);
    void passOver(const std::string &why);

    // The cache.
    bool mayAskCache();
    void askCache();
    void onKept(cache::KeptAnswer kept);
    void goOn();
    void adopt(const cache::Kept &kept);
    void collect(std::string_view bytes);
    void keepAnswer(std::string body);

    // Tries.
    void joinOthers();
    void onTold(std::shared_ptr<const Outturn> outturn, Clock::Instant joinedAt);
    void tryNext();
    void launch(routing::Target target, bool isCopy);
    void waitInLine(Leg &leg, std::int64_t limit);
    void run(Leg &leg);
    bool takeLimits(Leg &leg, Clock::Instant now);
    bool reserveBudgets(Leg &leg);
    void loseTarget(const Leg &leg);
    void armHedge();
    void sendCopy();
    Leg &legOf(const Try &run);
    void retire(Leg &leg, const Error *error);
    void giveUp(Leg &leg);
    void giveUpOthers(const Leg &leg);
    void dropAll(Fault fault);
    AttemptRecord recordOf(const Leg &leg) const;
    void tellOf(const AttemptRecord &record) const;

    // What comes of them.
    void onWords(Try &from, std::string_view bytes) override;
    void onDone(Try &from) override;
    void onFailed(Try &from, Error error) override;
    void beginReply(const Try &from);
    void sendStreamHead(std::chrono::microseconds waited, const wire::Headers *upstream);
    void noteId(std::string_view answer);
    void onBroken(Leg &leg, Error error);
    void adoptAnswer(Leg &leg);
    void bill();
    void retryOrFallBack(Error error, bool isAnswered);
    void fallBackOrEnd(Error error);
    void countHere();
    void endWhole(std::string_view ending);
    void endBegun(const Error &error, bool isSaid);
    void complete(Leg &leg);
    void deliver(std::string answer, const wire::Headers &headers);
    void tellOthers(const std::string &answer, const wire::Headers &upstream);
    void sendWhole(std::string answer, const wire::Headers &upstream);
    void leaveOthers(Outcome outcome, const Error *error);
    Outturn outturn() const;
    void conclude(Outcome outcome, const Error *error);
    void settle(Outcome outcome, const Error *error);
    void endNow(const Error &error);
    void tellOfHealth(const Leg &leg, const AttemptRecord &record, bool wasProbe);

    void onClientGone() override;
    void onClientDrained() override;

    HeadFacts facts(std::chrono::microseconds total, std::chrono::microseconds upstreamTime, const wire::Headers *upstream) const;
    Ground ground();
    const wire::Call &call() const { return m_changed ? *m_changed : m_plan->call; }
    Result<> holdMore(const limits::Ask &held);
    void applyChanges();
    void note(const routing::Target &target);
    std::string nameInAnswer() const;
    int fallbacks() const;
    routing::Health &health() const { return m_context.shared.health; }
    const routing::Router &router() const { return m_snapshot->router; }

    Context &m_context;
    std::shared_ptr<const Snapshot> m_snapshot;    // the configuration it began with
    std::shared_ptr<const routing::Board> m_board; // its deployments' live figures
    Inbound m_inbound;
    Receipt m_receipt;
    Clock::Instant m_startedAt;

    // The slots, in order of time.
    std::unique_ptr<wire::Reply> m_reply;
    std::shared_ptr<Capture> m_capture;   // of all that passes, for those who look on
    std::unique_ptr<FormIntake> m_intake; // of a form with files; uploads of the tries read from it
    std::unique_ptr<Guarding> m_guarding; // where guardrails look at the call
    std::optional<Plan> m_plan;
    std::optional<wire::Call> m_changed;                     // as the current group is sent it, where that differs
    std::unique_ptr<ResponseDesk> m_desk;                    // of the door of Responses
    std::unique_ptr<Listener> m_listener;                    // to what is said, where it is kept
    std::optional<std::string> m_collected;                  // of a streamed answer that is to be kept
    std::unique_ptr<Coalescer::Place> m_place;               // among those who ask the same at the same time
    std::shared_ptr<const Outturn> m_shared;                 // what one of them got, who led
    std::unique_ptr<translate::Continuation> m_continuation; // of an answer that has begun and may go on elsewhere
    std::vector<routing::Budgets::Reserved> m_spendings;     // of the legs that cost something: until it is booked
    std::list<Leg> m_legs;                                   // one, or more while a late one has copies
    const Try *m_speaker = nullptr;                          // whose words the caller gets

    const Deployment *m_deployment = nullptr; // tried last, or the one that answered
    int m_round = 0;                          // of launches, and of admissions: what waits for an earlier one is void
    int m_tries = 0;                          // failed ones in the current group
    int m_retries = 0;                        // in all
    int m_copies = 0;                         // hedges of the current try
    std::optional<Error> m_firstError;        // what the caller is told when everything has failed
    std::string m_answerType;                 // of an answer that is neither JSON nor events
    bool m_begun = false;                     // the streamed reply's head is out
    bool m_paused = false;                    // the caller reads too slowly
    bool m_concluded = false;                 // the receipt is final and in the journal
    bool m_settled = false;
};

} // namespace gatehouse::pipeline
