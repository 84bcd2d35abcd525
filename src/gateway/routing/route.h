// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/routing/router.h"

#include <random>

namespace gatehouse::routing {

using Random = std::minstd_rand;

/// One deployment to try, with the name its provider is sent.
struct Target {
    const Deployment *deployment = nullptr;
    std::string model;
};

/// The way of one call: the group it asked for, then the groups to fall back to. Holds no reference to counters; every
/// decision is made when next() is asked.
class Route
{
public:
    Route() = default;
    Route(
        const Router &router, Found found, std::string asked, std::vector<std::string> fallbacks, std::vector<std::string> tags);

    /// The next deployment of the current group: a weighted shuffle that leaves out what has failed while another is left.
    std::optional<Target> next(Random &random);
    /// Only \a deployment (an id) is tried from now on, if it is one of this group's: nobody else keeps what the call speaks of.
    void keepTo(std::string_view deployment);
    /// Moves on to the next group that can be called. False when there is none.
    bool fallBack();

    const std::string &group() const;
    /// True when the current group has deployments, but none for the request's tags.
    bool isBarredByTags() const { return m_barred; }
    int fallbacks() const { return m_fallbacksDone; }
    /// How many different deployments the current group has.
    std::size_t size() const;
    const std::vector<std::string> &fallbackNames() const { return m_fallbacks; }

private:
    void enter(Found found, std::string asked);

    const Router *m_router = nullptr;
    Found m_found;
    std::vector<const Deployment *> m_candidates; // of the current group, after the filters
    bool m_barred = false;
    std::string m_asked;
    std::vector<std::string> m_fallbacks;
    std::vector<std::string> m_tags;
    std::size_t m_nextFallback = 0;
    int m_fallbacksDone = 0;
    std::vector<const Deployment *> m_tried;
};

/// simple-shuffle: a random choice, weighted by weight, else rpm, else tpm, whichever the first candidate has; entries without it
/// weigh nothing. All weights zero = uniform.
const Deployment *shuffle(const std::vector<const Deployment *> &candidates, Random &random);

} // namespace gatehouse::routing
