// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/secret.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace gatehouse::observe::sinks {

/// What a sink is told of itself: "LANGFUSE_HOST" and the like, from the environment, the configuration or a key.
using Variables = std::map<std::string, Secret, std::less<>>;

/// A sink that is in use.
struct Choice {
    std::string name; ///< as it was configured: "langfuse", or an own name of callback_settings
    std::string kind; ///< name of its row in the table of sinks
    bool onSuccess = true, onFailure = true;
    Variables variables = {};
    bool hidesMessages = false; ///< turn_off_message_logging of this one
    bool operator==(const Choice &other) const;
};

/// What all sinks keep to.
struct Terms {
    bool hidesMessages = false;              ///< litellm_settings.turn_off_message_logging
    bool hidesCaller = false;                ///< litellm_settings.redact_user_api_key_info
    bool tagsUserAgent = true;               ///< not disable_add_user_agent_to_request_tags
    std::vector<std::string> excluded = {};  ///< standard_logging_payload_excluded_fields
    std::vector<std::string> traceTags = {}; ///< langfuse_default_tags
    std::string proxyUrl = {};               ///< PROXY_BASE_URL
    bool operator==(const Terms &) const = default;
};

/// How much a sink holds back while it cannot be reached, and how it goes on.
struct Bounds {
    std::size_t reports = 10'000;
    std::size_t memory = 16 * 1024 * 1024; ///< bytes
    std::uint64_t disk = 256 * 1024 * 1024;
    std::chrono::milliseconds firstPause {1'000}, longestPause {60'000};
    std::chrono::milliseconds patience {30'000}; ///< for one answer
    bool operator==(const Bounds &) const = default;
};

/// How sinks reach their servers.
struct Connections {
    std::string caFile = {};
    bool verifyPeer = true, forceIpv4 = false;
    bool operator==(const Connections &) const = default;
};

/// Where os.environ/NAME is looked up.
using Environment = std::function<std::optional<std::string>(const std::string &)>;

/// What the configuration says about sinks.
struct Settings {
    std::vector<Choice> choices = {};
    Terms terms = {};
    Bounds bounds = {};
    Connections connections = {};
    bool wantsWords = false;      ///< one of them is told what was said
    Environment environment = {}; ///< for the sinks of keys and teams
};

} // namespace gatehouse::observe::sinks
