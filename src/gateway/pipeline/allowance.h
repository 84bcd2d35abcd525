// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/limits/ledger.h"
#include "gateway/pipeline/context.h"
#include "gateway/pipeline/reply_head.h"
#include "gateway/wire/call.h"

namespace gatehouse::pipeline {

/// What a caller may: asked after the call is known, before anything is counted.
struct Asking {
    const Snapshot &snapshot;
    people::Callers &callers;
};

/// Whether the lists of models of \a caller's key, team, user, organization and project all have \a model, under whatever name
/// they know it. Fails with 403.
Result<> mayUseModel(const std::string &model, const people::Caller &caller, const Snapshot &snapshot);

/// Whether the caller's key, team, user, organization and project let it make \a call: the door, the model and those of the
/// call's own fallbacks, the parameters that are demanded of it, its end user. Writes the model that the caller's aliases mean,
/// and what the end user's record says of region and model, into the call.
Result<> checkRights(wire::Call &call, const Inbound &inbound, const Receipt &receipt, const Asking &asking);

/// What a call holds, and what is left then to those who are charged for it: empty where nobody is limited by rates.
struct Reserved {
    limits::Hold hold = {};
    std::vector<limits::Margin> margins = {};
};

/// Reserves what \a call may use at worst at \a deployments with everybody who is charged for it, and writes their accounts into
/// \a receipt. Fails with 429 and whose limit it is; then nothing is taken.
Result<Reserved> reserve(const wire::Call &call, const std::vector<const Deployment *> &deployments, Receipt &receipt,
    const Inbound &inbound, const Asking &asking, const Clock &clock);

/// What the call of \a inbound needs beyond what it has \a held, to be tried at \a deployments: of a dearer group that it falls
/// back to, or for a copy (nothing \a held). Fails like reserve(), and nothing is taken then.
Result<limits::Hold> reserveMore(const wire::Call &call, const std::vector<const Deployment *> &deployments,
    const limits::Ask &held, const Receipt &receipt, const Inbound &inbound, const Asking &asking, const Clock &clock);

/// The same for a request of which nobody here knows what it is: it counts as one, and a budget that is used up refuses it.
Result<limits::Hold> reserveBlind(const people::Caller &caller, Receipt &receipt, Context &context);

/// What an answer to \a inbound says of its caller's limits, now.
LimitFacts limitFacts(const Inbound &inbound, const std::vector<limits::Margin> *margins, const Context &context);

} // namespace gatehouse::pipeline
