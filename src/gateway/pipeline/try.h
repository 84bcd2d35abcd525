// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/pipeline/context.h"
#include "gateway/pipeline/form_intake.h"
#include "gateway/pipeline/gathering.h"
#include "gateway/pipeline/response_desk.h"
#include "gateway/pipeline/tap.h"
#include "gateway/routing/route.h"
#include "gateway/translate/continuation.h"
#include "gateway/translate/translate.h"

#include <memory>
#include <string>

namespace gatehouse::pipeline {

class Try;

/// Hears how a try goes. Inside any of these the try may be destroyed. They may come from inside Try::start().
class TryListener
{
public:
    /// Bytes of a streamed answer, in the caller's dialect. With the first of them the try is begun().
    virtual void onWords(Try &from, std::string_view bytes) = 0;
    /// The answer is whole: all words of a stream have been said, or takeAnswer() has it.
    virtual void onDone(Try &from) = 0;
    /// It failed, at whatever point.
    virtual void onFailed(Try &from, Error error) = 0;

protected:
    ~TryListener() = default;
};

/// What a try is made from, beside the world. All of it must outlive the try.
struct Trial {
    const wire::Call &call;
    routing::Target target;
    std::string name = {};                           ///< what the answer calls the model; empty = as its provider does
    ResponseDesk *desk = nullptr;                    ///< of the door of Responses
    FormIntake *intake = nullptr;                    ///< of a form with files; there may be one try at a time then
    translate::Continuation *continuation = nullptr; ///< of an answer that another may go on with
    AttemptTap tap = {};                             ///< where what passes is written down
};

/// One try at one deployment, from the token it may have to wait for to its decoded answer:
///   start → (askForGrant → onGranted) → (gatherFiles → onGathered → start) → send → onHead, onBytes, onEnded
///         → onWords, onDone or onFailed of its listener
/// It does not know whether there were others before it, or are beside it. Destroying it cancels it.
class Try final : private upstream::AttemptListener, private credentials::GrantListener, private GatheringListener
{
public:
    Try(Context &context, std::shared_ptr<const Snapshot> snapshot, Trial trial, TryListener &listener);
    ~Try();

    void start();
    void pause();
    void resume();

    const Deployment &deployment() const { return *m_trial.target.deployment; }
    const std::string &model() const { return m_trial.target.model; }
    Clock::Instant startedAt() const { return m_startedAt; } ///< or when what had to be fetched for it was there
    Clock::Instant begunAt() const { return m_begunAt; }     ///< its first word came; Clock::Instant() = none has
    bool isBegun() const { return m_begunAt != Clock::Instant(); }
    std::chrono::milliseconds fetchTime() const { return m_fetchTime; } ///< before that, for files named by address
    bool isAsked() const { return m_isAsked; }                          ///< the provider was sent something
    int status() const { return m_status; }                             ///< the provider's; 0 = no answer yet
    const wire::Headers &headers() const { return m_headers; }          ///< the provider's
    /// Of an answer that is neither JSON nor events; empty otherwise.
    const std::string &answerType() const { return m_answerType; }
    bool saidError() const { return m_stream && m_stream->saidError(); }
    /// As far as they are known by now.
    Usage usage() const { return m_stream ? m_stream->usage() : m_usage; }
    std::string finishReason() const { return m_stream ? m_stream->finishReason() : m_finishReason; }
    std::string takeAnswer() { return std::move(m_collected); }

private:
    void onGranted(const Grant &grant) override;
    void onRefused(const Error &error) override;
    void onHead(int status, wire::Headers headers) override;
    void onBytes(std::string_view bytes) override;
    void onEnded(Result<> outcome) override;

    void onGathered() override;
    void onMissed(Error error) override;

    void askForGrant();
    bool renewGrant();
    void send(const Grant *grant);
    void sendForKept(const Grant *grant);
    void gatherFiles();
    upstream::Timeouts timesLeft() const;
    void answerMock();
    void continueMock();
    void answerCount();
    bool hasCounter() const;
    bool isPlainAnswer() const;
    void say(std::string_view bytes);
    void finishStream();
    void finishAnswer();
    void done(translate::Answer answer);
    void fail(Error error);
    void tellRest();

    Context &m_context;
    std::shared_ptr<const Snapshot> m_snapshot;
    const Trial m_trial;
    TryListener &m_listener;

    std::unique_ptr<credentials::Wait> m_wait; // for a token that is fetched before anything can be sent
    translate::Files m_files;                  // that the call names by address and the provider is handed
    std::unique_ptr<Gathering> m_gathering;    // of them
    std::unique_ptr<upstream::Attempt> m_attempt;
    std::unique_ptr<translate::Stream> m_stream;

    translate::View m_view;
    Clock::Instant m_startedAt;
    std::chrono::milliseconds m_fetchTime {0};
    Clock::Instant m_begunAt;
    std::uint64_t m_grant = 0; // the number of what was shown; 0 = nothing that was fetched
    bool m_isRenewed = false;  // it was fetched anew, which is done once
    bool m_isAsked = false;
    int m_status = 0;
    wire::Headers m_headers;
    std::string m_collected; // a whole answer, or an error's body
    bool m_isTold = false;   // the tap has what was collected
    std::string m_out;       // what a stream gave for the caller; kept for its capacity
    std::string m_answerType;
    Usage m_usage; // of a whole answer
    std::string m_finishReason;
};

} // namespace gatehouse::pipeline
