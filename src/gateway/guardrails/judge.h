// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/clock.h"
#include "gateway/core/error.h"
#include "gateway/guardrails/stand_in.h"
#include "gateway/upstream/client.h"
#include "gateway/wire/headers.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace gatehouse::guardrails {

/// Who asks what, for services that want to know. All of it outlives the rounds of its call.
struct Circumstance {
    std::string callId, model;
    std::string keyHash, keyAlias, userId, userEmail, teamId, teamAlias, organizationId, customer;
    wire::Headers headers = {};
    std::string body = {}; ///< the request's, as it came
};

/// What a guardrail is shown.
struct Question {
    std::vector<std::string> texts;
    bool isAnswer = false; ///< it is what a model said, not what it was asked
    std::string extra;     ///< what the call says to this guardrail alone, a JSON object; empty = nothing
    Clock::Wall now;       ///< for what is signed
    const Circumstance &circumstance;
};

/// What a guardrail says of a question.
struct Judgement {
    enum class Kind {
        Passes,  ///< as it is
        Changes, ///< with other texts in the place of these
        Blocks,  ///< not at all
        Fails,   ///< it could not judge
    };
    /// A member of provider_specific_fields; its value is JSON text, or nothing for null.
    using Field = std::pair<std::string, std::string>;

    Kind kind = Kind::Passes;
    std::vector<std::string> texts = {};    ///< of Changes, as many as were asked
    std::string message = {};               ///< of Blocks and Fails; never holds what was found
    std::vector<Field> fields = {};         ///< of Blocks, behind "error"
    std::map<std::string, int> masked = {}; ///< how often what was masked
    int status = 400;                       ///< of Blocks
    std::vector<StandIn> standIns = {};     ///< of Changes: whose originals the answer is to have again
};

/// A question on its way through one guardrail: what is to be asked of its service, or what it says.
using Turn = std::variant<Judgement, upstream::Outgoing>;

/// One question before one guardrail, alive until it is judged. It knows no sockets: what it wants asked is asked for it.
class Hearing
{
public:
    virtual ~Hearing() = default;
    virtual Turn begin() = 0;
    /// A service has answered what was asked last.
    virtual Turn hear(int status, std::string_view body) = 0;
};

/// A guardrail's own way to judge, one file for each kind. Immutable; part of a Snapshot, which outlives its hearings.
class Judge
{
public:
    virtual ~Judge() = default;
    /// \a question outlives the hearing.
    virtual std::unique_ptr<Hearing> open(const Question &question) const = 0;
    /// It asks nobody, so that it can judge at once.
    virtual bool isLocal() const { return false; }
};

} // namespace gatehouse::guardrails
