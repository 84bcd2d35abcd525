// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/routing/rehearsal.h"

#include <algorithm>

namespace gatehouse::routing {

namespace {

constexpr std::size_t mostListed = 100; // candidates of a leg
constexpr std::size_t mostLegs = 50;

/// What came of one choice: who, and the route that knows why.
struct Drawn {
    const Deployment *deployment = nullptr;
    Route route;
};

// Chooses many times from the same figures, and keeps the choice that came most often.
std::optional<Drawn> mostLikely(const Route &route, Leg &leg, Moment moment, Random &random)
{
    std::optional<Drawn> likely;
    for (int draw = 0; draw < Rehearsal::draws; ++draw) {
        Route copy = route;
        const auto target = copy.next(moment.now, moment.wall, random);
        if (!target)
            break;
        const int count = ++leg.draws[target->deployment];
        if (!likely || count > leg.draws[likely->deployment])
            likely = Drawn {target->deployment, std::move(copy)};
    }
    return likely;
}

void listNext(Leg &leg, Route route, std::size_t tries, Moment moment, Random &random)
{
    while (leg.then.size() + 1 < tries && route.hasUntried(moment.now, moment.wall, random)) {
        const auto target = route.next(moment.now, moment.wall, random);
        if (!target)
            return;
        leg.then.push_back(target->deployment);
    }
}

Leg legOf(const Route &route, std::size_t tries, Moment moment, Random &random)
{
    Leg leg {route.current(), route.asked(), route.changes()};
    if (route.current()->deployments.empty()) {
        leg.nobody = Error {Fault::NotBuiltYet, route.current()->unserved};
        return leg;
    }
    const auto likely = mostLikely(route, leg, moment, random);
    if (!likely) {
        leg.nobody = route.nobody(moment.now, moment.wall);
        return leg;
    }
    leg.candidates = likely->route.considered(moment.now, mostListed);
    const std::size_t all = route.current()->deployments.size();
    leg.others = all - std::min(all, leg.candidates.size());
    listNext(leg, likely->route, tries, moment, random);
    return leg;
}

} // namespace

Rehearsal rehearse(Route route, FallbackKind kind, std::size_t tries, Moment moment, Random &random)
{
    Rehearsal rehearsal;
    do
        rehearsal.legs.push_back(legOf(route, tries, moment, random));
    while (rehearsal.legs.size() < mostLegs && route.fallBack(kind));
    return rehearsal;
}

} // namespace gatehouse::routing
