// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/guardrails/round.h"
#include "gateway/pipeline/context.h"
#include "gateway/wire/call.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace gatehouse::pipeline {

/// What an exchange has to do with guardrails, where any look at its call. Its rounds end with it.
struct Guarding {
    guardrails::Course course;
    guardrails::Course own = {}; ///< of the group that the call has fallen back to
    std::vector<guardrails::StandIn> standIns = {};
    guardrails::Circumstance circumstance = {};
    bool hasReadable = false;            ///< answers of its kind hold texts
    std::optional<wire::Call> call = {}; ///< that waits for its judgement
    guardrails::Texts texts = {};        ///< of that, or of the answer
    bool isBesideOpen = false;           ///< those beside the provider have not judged yet
    std::string answer = {};             ///< held back: whole, or the words of a stream
    bool isStream = false;               ///< … which is one of these
    bool isWhole = false;                ///< all of it has come
    wire::Headers upstream = {};         ///< its provider's
    std::unique_ptr<guardrails::Round> before = {}, beside = {}, behind = {};

    /// Some look at the answer, or it is to have the originals again.
    bool readsAnswer() const { return hasReadable && !(course.behind.empty() && own.behind.empty() && standIns.empty()); }
    /// What is said now is not for the caller yet.
    bool holds() const { return isBesideOpen || readsAnswer(); }
    std::vector<guardrails::Station> behindAll() const;
};

/// Whether any of \a course asks a service before the caller has the answer.
bool asksSomebody(const guardrails::Course &course);
/// Those of \a course that judge before and beside, each once: where all of them judge before.
std::vector<guardrails::Station> beforeAndBeside(const guardrails::Course &course);

/// Who asks what, for the services of guardrails.
guardrails::Circumstance circumstanceFor(const Inbound &inbound, const wire::Call &call, const Receipt &receipt);

/// The \a objection as callers at the door of \a dialect are told.
Error toldAt(Dialect dialect, Error objection);

/// \a body with what \a stations, which judge by themselves, make of its \a texts; for what is only written down. What they
/// object to is nothing to write down.
std::string judgedForLog(Context &context, const Guarding &guarding, const guardrails::Texts &texts, std::string_view body);

} // namespace gatehouse::pipeline
