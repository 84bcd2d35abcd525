// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/station.h"
#include "gateway/wire/headers.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace gatehouse::observe::traffic {

/// One request or one answer as it passed. Times run from the last byte of the caller's request.
struct Wire {
    std::string method = {}; ///< of a request
    std::string target = {}; ///< a path with its query, or a whole URL
    int status = 0;          ///< of an answer; 0 = none came
    wire::Headers headers = {};
    std::string body = {};
    std::uint64_t bodyBytes = 0; ///< as it passed, whatever is left of it here
    std::uint64_t cutBytes = 0;  ///< of them, that found no room
    bool isUpload = false;       ///< it was read as it was sent, and is not kept
    std::uint32_t redactedInBody = 0, redactedInHead = 0;
    std::optional<std::chrono::microseconds> begin = {}, end = {};

    bool isThere() const { return begin.has_value(); }
};

/// What one try sent and got.
struct AttemptWires {
    std::shared_ptr<const Station> station = {};
    std::string model = {}; ///< as the provider knows it
    bool isCopy = false;
    Wire request = {}, response = {};
};

/// Why a deployment was chosen, or was not.
struct Candidate {
    std::shared_ptr<const Station> station = {};
    std::string verdict = {}; ///< "chosen", "resting" …
    std::string why = {};     ///< in words, where there is more to say
};

/// One choice of the router.
struct Decision {
    std::chrono::microseconds at {0};
    std::string group = {}, strategy = {};
    std::vector<Candidate> candidates = {};
    std::size_t others = 0; ///< that are not listed
    bool isCopy = false;
};

/// All that one exchange put on its wires.
struct Wires {
    Wire clientRequest = {}, clientResponse = {};
    std::vector<AttemptWires> attempts = {};
    std::vector<Decision> decisions = {};

    /// The memory that it takes, as good as that can be told.
    std::size_t size() const;
};

} // namespace gatehouse::observe::traffic
