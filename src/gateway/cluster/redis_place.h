// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/secret.h"

#include <optional>
#include <string>
#include <string_view>

namespace gatehouse::cluster {

/// Where a Redis is, and as whom it is spoken to.
struct RedisPlace {
    std::string host = "127.0.0.1";
    int port = 6379;
    std::string user = {};
    Secret password = {};
    int database = 0;
    bool isSecure = false; ///< over TLS
    bool verifiesPeer = true;
    std::string caFile = {}; ///< PEM; its certificates vouch for the peer, in place of the system's

    std::string name() const { return host + ":" + std::to_string(port); } ///< for messages
};

/// "redis://[[user]:password@]host[:port][/database]"; "rediss:" is TLS. Nothing for anything else.
std::optional<RedisPlace> redisPlaceFrom(const std::string &url);

} // namespace gatehouse::cluster
