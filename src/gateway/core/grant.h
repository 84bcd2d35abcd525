// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/clock.h"
#include "gateway/core/cloud_access.h"

#include <cstdint>

namespace gatehouse {

/// What a cloud's token service gave for a CloudAccess: shown to the provider in its place until it expires.
struct Grant {
    Secret bearer = {}; ///< a token, or
    AwsKeys keys = {};  ///< temporary keys to sign with
    Clock::Wall expiresAt = {};
    std::uint64_t number = 0; ///< tells the grants of one cache apart
};

} // namespace gatehouse
