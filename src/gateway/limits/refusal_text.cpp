// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// A Refusal in words.
#include "gateway/limits/refusal.h"
#include "gateway/limits/subjects.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace gatehouse::limits {

namespace {

using What = Refusal::What;

constexpr std::array<std::string_view, 4> limitNames {"budget", "requests", "tokens", "max_parallel_requests"};

std::string_view nameOf(What what)
{
    return limitNames[static_cast<std::size_t>(what)];
}

std::int64_t leftOf(const Refusal &refusal)
{
    return std::max<std::int64_t>(refusal.limit - refusal.used - refusal.reserved, 0);
}

// Figures of tokens, or of money, as they are told.
std::string amount(const Refusal &refusal, std::int64_t figure)
{
    return refusal.what == What::Budget ? dollars(Money {figure}) : std::to_string(figure);
}

// Only where not the past alone refuses.
std::string reservations(const Refusal &refusal)
{
    if (refusal.used >= refusal.limit || refusal.what == What::Parallel)
        return {};
    return " Reserved by running requests: " + amount(refusal, refusal.reserved)
        + ". This request may take up to: " + amount(refusal, refusal.asked) + ".";
}

Error rateError(const Refusal &refusal, const Claim &claim, Clock::Wall wall)
{
    const std::string resetAt = timeText(wall + *refusal.wait);
    Error error {Fault::RateLimit,
        "Rate limit exceeded for " + std::string(info(claim.subject).name) + ": " + claim.shown
            + ". Limit type: " + std::string(nameOf(refusal.what)) + ". Current limit: " + std::to_string(refusal.limit)
            + ", Remaining: " + std::to_string(leftOf(refusal)) + ". Limit resets at: " + resetAt,
        0, "None", "None"};
    if (const std::string more = reservations(refusal); !more.empty())
        error.message += "." + more;
    error.retryAfter = refusal.wait;
    error.limit = LimitNote {std::string(nameOf(refusal.what)), resetAt};
    return error;
}

// LiteLLM's words, and who it is where they do not say it.
std::string exceeded(const Refusal &refusal, const Claim &claim)
{
    const SubjectInfo &words = info(claim.subject);
    std::string text(words.exceeded);
    const std::size_t who = text.find("{}");
    if (who != std::string::npos)
        text.replace(who, 2, claim.shown);
    text += dollars(Money {refusal.used});
    text += words.most;
    text += dollars(Money {refusal.limit});
    if (who == std::string::npos)
        text += " (" + std::string(words.name) + (claim.shown.empty() ? std::string() : ": " + claim.shown) + ")";
    return text;
}

Error budgetError(const Refusal &refusal, const Claim &claim, Clock::Wall wall)
{
    const std::string resetAt = refusal.resetAt ? timeText(*refusal.resetAt) : std::string();
    Error error {Fault::BudgetExceeded,
        exceeded(refusal, claim) + ". Remaining: " + dollars(Money {leftOf(refusal)}) + "." + reservations(refusal)
            + (resetAt.empty() ? " Budget never resets." : " Budget resets at: " + resetAt)};
    error.retryAfter = refusal.wait;
    if (!error.retryAfter && refusal.resetAt)
        error.retryAfter = std::chrono::ceil<std::chrono::milliseconds>(*refusal.resetAt - wall);
    error.limit = LimitNote {std::string(nameOf(refusal.what)), resetAt};
    return error;
}

} // namespace

std::string timeText(Clock::Wall time)
{
    using namespace std::chrono;
    const auto seconds = ceil<std::chrono::seconds>(time);
    const auto day = floor<days>(seconds);
    const year_month_day date(day);
    const hh_mm_ss clock(seconds - day);
    char text[48];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u %02d:%02d:%02d UTC", static_cast<int>(date.year()),
        static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), static_cast<int>(clock.hours().count()),
        static_cast<int>(clock.minutes().count()), static_cast<int>(clock.seconds().count()));
    return text;
}

Error toError(const Refusal &refusal, const Claim &claim, Clock::Wall wall)
{
    Error error = refusal.what == What::Budget ? budgetError(refusal, claim, wall) : rateError(refusal, claim, wall);
    error.limit->limit = amount(refusal, refusal.limit);
    error.limit->remaining = amount(refusal, leftOf(refusal));
    return error;
}

} // namespace gatehouse::limits
