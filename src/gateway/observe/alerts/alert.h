// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/clock.h"
#include "gateway/observe/alerts/kinds.h"

#include <functional>
#include <string>
#include <vector>

namespace gatehouse::observe::alerts {

enum class Level { Low, Medium, High };
/// Which of the channels; an incident or an event it must have for theirs.
enum class Audience { Everybody, Pager, Webhook };

/// Something that somebody should know. Holds no secret.
struct Alert {
    Kind kind = Kind::LlmExceptions;
    Level level = Level::Low;
    std::string subject = {};  ///< what it is about: alerts of one kind and subject that wait together become one
    std::string text = {};     ///< for people, in Slack's markup
    std::string incident = {}; ///< what begins with it, by a name that stays the same; empty = it is no state, it just happened
    bool isOver = false;       ///< … or ends with it
    std::string event = {};    ///< the body of LiteLLM's webhook, a JSON object; empty = it is told of other things
    std::vector<std::string> mailTo = {}; ///< whom it concerns, besides the operators
    Audience audience = Audience::Everybody;
};

using Raise = std::function<void(Alert)>;

} // namespace gatehouse::observe::alerts
