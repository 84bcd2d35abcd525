// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/routing/route.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace gatehouse::routing {

/// The moment a rehearsal is played at.
struct Moment {
    Clock::Instant now;
    Clock::Wall wall;
};

/// One group of a call's way, as it would be if everything before it failed.
struct Leg {
    const Group *members = nullptr;               ///< never null
    std::string asked;                            ///< the name that led to it
    std::string changes;                          ///< what of the request is different here: a JSON object, or empty
    std::vector<Considered> candidates = {};      ///< who would be chosen, then the others; empty where nobody would be
    std::size_t others = 0;                       ///< more of the group than are listed
    std::map<const Deployment *, int> draws = {}; ///< how often each was chosen, of Rehearsal::draws
    std::vector<const Deployment *> then = {};    ///< who of the group would be tried next, and next, if it failed
    std::optional<Error> nobody = {};             ///< why nobody would be chosen
};

/// Where a call would go, decided as it would be, without going there: nothing is counted, held or learnt.
struct Rehearsal {
    static constexpr int draws = 200; ///< choices that are made for each leg, since most strategies leave something to chance
    std::vector<Leg> legs = {};       ///< the group that was asked for, then its fallbacks in their order
};

/// Plays \a route as if each attempt failed in a way that leads to the fallbacks of \a kind. At most \a tries are listed of a
/// group.
Rehearsal rehearse(Route route, FallbackKind kind, std::size_t tries, Moment moment, Random &random);

} // namespace gatehouse::routing
