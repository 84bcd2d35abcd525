// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse {

/// How a guardrail judged a call. It holds nothing of what was found, only of which kind it was.
struct GuardrailRecord {
    enum class Status { Passed, Masked, Blocked, Failed };

    std::string name, provider; ///< "block-secrets", "litellm_content_filter"
    std::string_view mode;      ///< "pre_call", of static life
    Status status = Status::Passed;
    bool isPassedOver = false; ///< it failed, and the call went on
    std::string message = {};  ///< of one that blocked or failed
    std::chrono::system_clock::time_point begin {};
    std::chrono::microseconds duration {0};
    std::map<std::string, int> masked = {}; ///< how often what was masked: "email", "PERSON"
};

/// Those of one call, in the order in which they judged.
struct GuardrailRecords {
    std::vector<GuardrailRecord> all;
    std::vector<std::string> missing = {}; ///< that are for every call and cannot run
};

} // namespace gatehouse
