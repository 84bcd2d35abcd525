// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/routing/verdict.h"

#include <algorithm>

namespace gatehouse::routing {

namespace {

using std::chrono::milliseconds;

bool mayRetry(const Error &error, std::size_t groupSize)
{
    const int status = error.httpStatus();
    if (status == 401 || status == 403) // another deployment has another key; the same one will say the same
        return groupSize > 1;
    return info(error.fault).mayRetry && (status == 408 || status == 409 || status == 429 || status >= 500);
}

milliseconds pause(const Error &error, int tries, const RetrySettings &settings, Random &random)
{
    constexpr milliseconds longestOrder {60'000}, first {500}, longest {8'000};
    const milliseconds jitter(std::uniform_int_distribution<int>(0, 749)(random));
    if (error.retryAfter && error.retryAfter->count() > 0 && *error.retryAfter <= longestOrder)
        return *error.retryAfter + jitter;
    const milliseconds backOff = first * (1 << std::min(tries - 1, 10));
    return std::min(std::max(backOff, settings.retryAfter), longest) + jitter;
}

} // namespace

Verdict judge(const Error &error, int tries, std::size_t groupSize, const RetrySettings &settings, Random &random)
{
    if (tries > settings.retries || !mayRetry(error, groupSize))
        return {Verdict::Kind::FallBack};
    return {Verdict::Kind::Retry, groupSize > 1 ? milliseconds(0) : pause(error, tries, settings, random)};
}

} // namespace gatehouse::routing
