// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/error.h"
#include "gateway/routing/board.h"

#include <vector>

namespace gatehouse::routing {

/// One deployment to try, with the name its provider is sent.
struct Target {
    const Deployment *deployment = nullptr;
    std::string model = {};
    Slot slot = 0;
};

/// What became of one deployment of a group in a choice.
struct Considered {
    enum class Verdict { Chosen, NotPicked, Tried, Rests, LeftOut, FilteredOut, LaterOrder, AtLimit };
    const Deployment *deployment = nullptr;
    Verdict verdict = Verdict::NotPicked;
    std::string why = {}; ///< in words, where there is more to say
};
std::string_view toString(Considered::Verdict verdict);

/// What a call brings to its route.
struct Traveller {
    std::string model = {}; ///< as the caller asked
    Needs needs = {};
    wire::CallOptions options = {}; ///< fallbacks and tags of its own
    bool stream = false;
};

/// The way of one call: the group it asked for, then the groups to fall back to. Every decision is made when it is asked for, on
/// the figures of that moment.
class Route
{
public:
    Route() = default;
    Route(const Board &board, Found found, Traveller traveller);

    /// The next deployment of the current group, by the router's strategy: never one that rests, and never one that has been
    /// tried while another is left. Nothing = there is none; nobody() says why.
    std::optional<Target> next(Clock::Instant now, Clock::Wall wall, Random &random);
    /// One beside those that are under way, for a second copy of a request. Nothing = there is no other.
    std::optional<Target> another(Clock::Instant now, Clock::Wall wall, Random &random);
    /// \a deployment of the current group is not tried any more, nor, where the budget is its provider's, are its provider's
    /// others: there is no room for this call.
    void leaveOut(const Deployment &deployment, const Short &why);
    /// Only \a deployment (an id) is tried from now on, if it is one of this group's: nobody else keeps what the call speaks of.
    void keepTo(std::string_view deployment);
    /// Moves on to the next group that can be called. False when there is none.
    bool fallBack(FallbackKind kind);
    /// What of the request is different in the current group: a JSON object, or empty.
    const std::string &changes() const { return m_changes; }

    const std::string &group() const;
    const std::string &asked() const { return m_asked; } ///< the current group, by the name that led to it
    const Group *current() const { return m_found.group; }
    /// Whether some deployment of the current group takes requests now, and whether one of these has not been tried.
    bool hasAvailable(Clock::Instant now, Clock::Wall wall, Random &random) const;
    bool hasUntried(Clock::Instant now, Clock::Wall wall, Random &random) const;
    /// Why next() had nobody, for the caller: a filter, budgets, limits, or all are resting; then it says until when, and why.
    Error nobody(Clock::Instant now, Clock::Wall wall) const;
    /// Why the filters left nobody of the current group.
    Barred barred() const { return m_sieved.barred; }

    /// Why the last choice came out as it did: who was chosen, then up to \a most in all of the others.
    std::vector<Considered> considered(Clock::Instant now, std::size_t most) const;
    std::string_view strategy() const;

    /// An estimate of the prompt; 0 = nobody looks at tokens.
    std::int64_t inputTokens() const { return m_traveller.needs.inputTokens; }
    int fallbacks() const { return m_fallbacksDone; }
    /// Whether a group stands behind the current one for failures of \a kind.
    bool hasFallback(FallbackKind kind) const;
    /// Whether an answer that its provider's content filter cut is asked for elsewhere: LiteLLM does so only where fallbacks
    /// for that (or default ones) are configured.
    bool asksOthersWhenBlocked() const;
    /// The groups behind the one that was asked for, in order, for the caller.
    std::vector<std::string> fallbackNames() const;
    /// How many different deployments the current group has.
    std::size_t size() const;
    Peers peers() const;

private:
    void enter(Found found, std::string asked, std::string changes);
    const std::vector<wire::Fallback> *listFor(FallbackKind kind) const;
    bool isSeen(const std::string &model) const;
    bool isAnyWithinBudget(Clock::Wall wall) const;
    std::optional<std::uint32_t> pick(
        Clock::Instant now, Clock::Wall wall, Random &random, const std::vector<std::uint32_t> &without) const;
    Target targetAt(std::uint32_t index) const;
    const Pool &pool() const { return m_board->poolOf(*m_found.group); }
    std::optional<std::size_t> levelOf(std::uint32_t index) const;
    Considered judged(std::uint32_t index, Clock::Instant now) const;
    Error allResting(Clock::Instant now) const;
    Error allAtLimit(Clock::Instant now) const;

    const Board *m_board = nullptr;
    Traveller m_traveller;
    Found m_found;
    std::string m_first; // the group that was asked for
    std::string m_asked; // the current group, as it was called
    std::string m_changes;
    Sieved m_sieved;
    std::vector<std::uint32_t> m_tried;    // of the current group
    std::vector<std::uint32_t> m_leftOut;  // of it as well
    std::string m_shortages;               // why they were, a line each
    std::vector<wire::Fallback> m_pending; // the next one first
    std::vector<std::string> m_seen;       // groups that were entered or wait to be, beside the first
    int m_fallbacksDone = 0;
    bool m_isPinned = false; // to one deployment
};

} // namespace gatehouse::routing
