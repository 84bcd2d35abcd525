// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/limits/refusal.h"

#include "gateway/limits/account.h"

#include <algorithm>

namespace gatehouse::limits {

namespace {

using namespace std::chrono_literals;
using std::chrono::milliseconds;
using What = Refusal::What;

constexpr milliseconds soon = 1s;   // something that runs may end at any time
constexpr milliseconds never = 60s; // what no waiting helps against gets LiteLLM's figure

// Whether there is room for \a asked. With nothing left there is none even for nothing.
bool hasRoom(const Refusal &figures, bool isBounded)
{
    const std::int64_t left = figures.limit - figures.used;
    if (!isBounded && figures.reserved == 0)
        return left > 0;
    return left - figures.reserved > 0 && figures.asked <= left - figures.reserved;
}

milliseconds untilGone(const Window &window, std::int64_t Window::Use::*what, std::int64_t count, Clock::Instant now)
{
    const auto seconds = window.secondsUntilGone(what, count);
    if (!seconds)
        return never;
    const auto passed = std::chrono::duration_cast<milliseconds>(now - std::chrono::floor<std::chrono::seconds>(now));
    return std::chrono::seconds(*seconds) - passed;
}

milliseconds tokensWait(const Window &window, const Refusal &figures, bool isBounded, Clock::Instant now)
{
    if (isBounded && figures.asked > figures.limit)
        return never;
    const std::int64_t wanted = std::max<std::int64_t>(std::min(figures.asked, figures.limit), 1);
    const std::int64_t tooMany = figures.used + figures.reserved + wanted - figures.limit;
    return figures.reserved > 0 && tooMany > figures.used ? soon : untilGone(window, &Window::Use::tokens, tooMany, now);
}

std::optional<Refusal> budgetRefusal(const Account &account, Money limit, const Ask &ask)
{
    if (ask.isBounded && ask.money == Money {})
        return std::nullopt;
    Refusal figures {What::Budget, limit.nanoDollars, account.spent().nanoDollars, account.reserved.nanoDollars,
        ask.money.nanoDollars, account.resetAt};
    if (hasRoom(figures, ask.isBounded))
        return std::nullopt;
    Refusal alone = figures;
    alone.reserved = 0;
    if (hasRoom(alone, ask.isBounded))
        figures.wait = soon;
    return figures;
}

std::optional<Refusal> windowRefusal(const Account &account, const Limits &limits, const Ask &ask, Clock::Instant now)
{
    const Window &window = *account.window;
    if (limits.requests && !ask.isMore && window.used().requests >= *limits.requests) {
        Refusal figures {What::Requests, *limits.requests, window.used().requests};
        figures.wait = untilGone(window, &Window::Use::requests, figures.used + 1 - figures.limit, now);
        return figures;
    }
    if (!limits.tokens)
        return std::nullopt;
    Refusal figures {What::Tokens, *limits.tokens, window.used().tokens, account.reservedTokens, ask.tokens};
    if (hasRoom(figures, ask.isBounded))
        return std::nullopt;
    figures.wait = tokensWait(window, figures, ask.isBounded, now);
    return figures;
}

} // namespace

std::optional<Refusal> findRefusal(const Account &account, const Limits &limits, const Ask &ask, Clock::Instant now)
{
    if (limits.budget) {
        if (auto refusal = budgetRefusal(account, *limits.budget, ask))
            return refusal;
    }
    if (limits.haveWindow()) {
        if (auto refusal = windowRefusal(account, limits, ask, now))
            return refusal;
    }
    if (limits.parallel && !ask.isMore && account.parallel >= *limits.parallel)
        return Refusal {What::Parallel, *limits.parallel, account.parallel, 0, 1, {}, soon};
    return std::nullopt;
}

} // namespace gatehouse::limits
