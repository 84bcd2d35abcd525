// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/clock.h"
#include "gateway/core/guardrail_record.h"
#include "gateway/guardrails/set.h"
#include "gateway/guardrails/texts.h"
#include "gateway/upstream/client.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace gatehouse::guardrails {

/// What a round leads through its guardrails.
struct Ride {
    std::vector<Station> stations;
    Mode mode = Mode::PreCall;
    std::vector<std::string> texts;
};

/// What came of a round.
struct Verdict {
    std::optional<Error> objection = {}; ///< none = it passes, with these
    std::vector<std::string> texts = {};
    std::vector<GuardrailRecord> records = {};
    std::vector<StandIn> standIns = {};
};

/// Texts on their way through guardrails, one after the other; each sees what the one before has made of them, and each text
/// once, however often it stands there. Where all judge by themselves nothing is waited for. Lives on one worker's thread;
/// destroying it cancels.
class Round final : private upstream::AttemptListener
{
public:
    /// Called once, maybe from inside start(); it may destroy the Round.
    using Done = std::function<void(Verdict verdict)>;
    Round(upstream::Client &client, const Clock &clock, const Circumstance &circumstance, Ride ride, Done done);
    ~Round();

    void start();

private:
    void onHead(int status, wire::Headers headers) override;
    void onBytes(std::string_view bytes) override;
    void onEnded(Result<> outcome) override;

    void next();
    void take(Turn turn);
    void judged(Judgement judgement);
    void record(const Judgement &judgement, bool isPassedOver);
    Error objectionOf(const Judgement &judgement) const;
    void finish();

    upstream::Client &m_client;
    const Clock &m_clock;
    Ride m_ride;
    Done m_done;
    Verdict m_verdict;
    std::vector<std::size_t> m_uniqueOf; // which of the question's texts each of the ride's is
    Question m_question;
    std::size_t m_at = 0;
    Clock::Instant m_begunAt;
    Clock::Wall m_begunAtWall;
    std::unique_ptr<Hearing> m_hearing;
    std::unique_ptr<upstream::Attempt> m_attempt;
    int m_status = 0;
    std::string m_body;
};

} // namespace gatehouse::guardrails
