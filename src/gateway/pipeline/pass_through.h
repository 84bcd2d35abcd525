// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/pipeline/context.h"
#include "gateway/pipeline/guarding.h"
#include "gateway/pipeline/life.h"
#include "gateway/pipeline/listener.h"
#include "gateway/pipeline/pass_through_rules.h"
#include "gateway/pipeline/tap.h"
#include "gateway/translate/usage_tap.h"

#include <QObject>

namespace gatehouse::pipeline {

/// The rule of the configuration for \a request, or nullptr: whoever has no door of the gateway's own may still have this.
const PassThroughRule *passThroughRule(const Context &context, const wire::Request &request);
/// Whether the body of \a request may go on as it comes. Where the whole of it is signed, or guardrails look at it, it may
/// not; but they look at no files.
bool isPassedAsItComes(const PassThroughRule &rule, const wire::Request &request);

/// A request that is handed on to another server as it is, and its answer, alive: from the door to the receipt. One attempt, no
/// fallback: nothing here knows what is asked. Lives on one worker's thread; made by begin(), deletes itself after settle(),
/// which is its one exit and is taken exactly once.
class PassThrough final : public QObject,
                          public Life,
                          private credentials::GrantListener,
                          private upstream::AttemptListener,
                          private wire::ReplyListener
{
    Q_OBJECT
public:
    /// Takes the request over. \a rule must be of the context's present snapshot.
    static void begin(Context &context, wire::Request request, std::unique_ptr<wire::Reply> reply, const PassThroughRule &rule);
    ~PassThrough() override;

    void shutDown() override;
    const Receipt *receipt() const override { return &m_receipt; }
    void abort() override;

private:
    PassThrough(Context &context, wire::Request request, std::unique_ptr<wire::Reply> reply, const PassThroughRule &rule);

    void start();
    Result<> admit();
    Result<> identify();
    Result<> describe();
    void listenTo(const wire::Call &call);
    void guard();
    void onRequestJudged(guardrails::Verdict verdict);
    void hold(std::string_view bytes);
    void judgeAnswer();
    void onAnswerJudged(guardrails::Verdict verdict);
    void noteJudged(std::vector<GuardrailRecord> records);
    void release(std::string answer);
    void object(Error objection, Outcome outcome);
    void setOut();
    guardrails::Texts textsOf(std::string_view answer) const;
    void finish();
    void askForGrant();
    void send(const Grant *grant);
    Result<upstream::Outgoing> outgoing(const Grant *grant);

    void onGranted(const Grant &grant) override;
    void onRefused(const Error &error) override;
    void onHead(int status, wire::Headers headers) override;
    void onBytes(std::string_view bytes) override;
    void onEnded(Result<> outcome) override;
    void onClientGone() override;
    void onClientDrained() override;

    void endNow(const Error &error);
    void fail(const Error &error);
    void settle(Outcome outcome, const Error *error);
    void closeAttempt(std::optional<Fault> fault);

    Context &m_context;
    std::shared_ptr<const Snapshot> m_snapshot; // keeps the rule
    const PassThroughRule &m_rule;
    Inbound m_inbound; // its dialect is that of the gateway's own words; its reply is m_reply
    Receipt m_receipt;
    limits::Hold m_hold; // of the caller's limits
    Clock::Instant m_startedAt;

    std::unique_ptr<wire::Reply> m_reply;
    std::shared_ptr<Capture> m_capture; // of all that passes, for those who look on
    AttemptTap m_tapped;
    std::unique_ptr<Guarding> m_guarding;      // where guardrails look at the call
    guardrails::Wishes m_wishes;               // what it says of them
    std::unique_ptr<credentials::Wait> m_wait; // for a token that is fetched before anything can be sent
    std::unique_ptr<upstream::Attempt> m_attempt;
    std::optional<translate::UsageTap> m_tap;
    std::unique_ptr<Listener> m_listener; // only where somebody wants the words, and they are in a form that is known
    Clock::Instant m_attemptStartedAt {};
    int m_status = 0;     // the other server's
    bool m_begun = false; // the reply's head is out
    bool m_paused = false;
    bool m_isWhole = false; // the answer has come to its end
    bool m_settled = false;
};

} // namespace gatehouse::pipeline
