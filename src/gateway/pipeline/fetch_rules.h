// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/config/config.h"
#include "gateway/upstream/web_address.h"

#include <cstddef>
#include <set>
#include <string>

namespace gatehouse::pipeline {

/// What the configuration says of files that callers name by their addresses.
struct FetchRules {
    bool checksPlaces = true;                      ///< user_url_validation
    std::set<std::string, std::less<>> hosts = {}; ///< user_url_allowed_hosts, in small letters: "host" or "host:port"
    std::size_t largest = 50 * 1024 * 1024;        ///< in bytes; 0 = nothing is fetched

    /// Whether \a address may lead to a place that is not public.
    bool mayBePrivate(const upstream::WebAddress &address) const;
};

FetchRules fetchRules(const config::Config &config);

} // namespace gatehouse::pipeline
