// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/cluster/redis_place.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace gatehouse::cache {

/// Whether answers are kept, where, and for how long (litellm_settings.cache, cache_params).
struct Settings {
    enum class Place : std::uint8_t { Nowhere, Memory, Redis };
    Place place = Place::Nowhere;
    bool mustBeAskedFor = false; ///< mode: default_off
    std::string nameSpace = {};
    std::chrono::milliseconds ttl {600'000}; ///< of an answer whose caller says nothing
    std::size_t memoryBytes = 64 * 1024 * 1024;
    cluster::RedisPlace redis = {};
    std::vector<std::string> callTypes = {}; ///< of calls whose answers are kept, in core/call_type.h's words

    bool isOn() const { return place != Place::Nowhere; }
};

} // namespace gatehouse::cache
