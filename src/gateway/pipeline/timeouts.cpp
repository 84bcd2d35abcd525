// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/timeouts.h"

#include <algorithm>

namespace gatehouse::pipeline {

upstream::Timeouts timeoutsOf(const wire::Call &call, const Deployment &deployment, const Settings &settings)
{
    const auto whole = call.options.timeout.value_or(deployment.timeout.value_or(settings.timeout));
    upstream::Timeouts result;
    if (!call.stream) {
        // Who counts tokens is about to ask something; an estimate now is worth more than the count later.
        constexpr std::chrono::milliseconds patience {10'000};
        result.total = call.operation == Operation::CountTokens ? std::min(whole, patience) : whole;
        return result;
    }
    std::optional<std::chrono::milliseconds> gap = call.options.streamTimeout;
    if (!gap)
        gap = deployment.streamTimeout;
    if (!gap)
        gap = settings.streamTimeout;
    result.firstByte = result.idle = gap.value_or(whole);
    return result;
}

} // namespace gatehouse::pipeline
