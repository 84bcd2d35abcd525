// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/clock.h"
#include "gateway/core/receipt.h"

#include <memory>
#include <string>

namespace gatehouse::observe {

/// Something that happened in the gateway beside a call: what alerts, events and metrics are told of.
struct Signal {
    enum class Kind {
        DeploymentRests,  ///< it failed too often and is left out for a while
        DeploymentIsBack, ///< it answers again
        BudgetCrossed,    ///< an account has passed a mark of its budget
        ConfigChanged,    ///< another configuration is in use
        RecordChanged,    ///< somebody administered something: a key, a team, a model …
        DatabaseLost,
        DatabaseBack,
        CallHangs, ///< it runs for longer than alerting_threshold
        SpendLost, ///< what a call has spent could not be written down
    };
    Kind kind = Kind::ConfigChanged;
    std::string subject = {}; ///< of what: a deployment's id, an account's name, "key/<id>"
    std::string text = {};    ///< in words for people, without secrets
    std::string details = {}; ///< a JSON object; empty = none
    Clock::Wall at = {};
    /// The health check that let a deployment rest, or found that it is well. None = a call or an administrator did.
    std::shared_ptr<const AttemptRecord> check = {};
};

} // namespace gatehouse::observe
