// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/guardrails/judge.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace gatehouse::guardrails {

/// When a guardrail runs.
enum class Mode : std::uint8_t {
    PreCall = 1,     ///< on the request, before anything is sent: may change it
    DuringCall = 2,  ///< on the request, beside the provider: the answer waits for it
    PostCall = 4,    ///< on the answer: may change it
    LoggingOnly = 8, ///< on what is kept of a call
};
/// LiteLLM's word: "pre_call".
std::string_view toString(Mode mode);

/// A set of modes.
class Modes
{
public:
    void add(Mode mode) { m_bits |= static_cast<std::uint8_t>(mode); }
    bool has(Mode mode) const { return (m_bits & static_cast<std::uint8_t>(mode)) != 0; }
    bool empty() const { return m_bits == 0; }

private:
    std::uint8_t m_bits = 0;
};

/// mode of a guardrail: the same for all, or by the tags of a call.
struct When {
    Modes modes;                                           ///< of who has none of the tags; empty = it does not run for them
    std::vector<std::pair<std::string, Modes>> byTag = {}; ///< in the order of the configuration
    const Modes &forTags(const std::vector<std::string> &tags) const;
};

/// One entry of guardrails, compiled. Immutable; part of a Snapshot.
struct Guardrail {
    std::string id, name, kind;
    When when;
    bool isDefault = false; ///< default_on: runs for every call
    double weight = 1;      ///< among those of the same name
    bool failsOpen = false; ///< what it cannot judge passes
    std::chrono::milliseconds timeout {10'000};
    std::string violationMessage = {};  ///< in place of its own words; empty = none
    std::string problem = {};           ///< why it cannot run; empty = it can
    std::unique_ptr<const Judge> judge; ///< nullptr where it cannot run
    std::string shownParams, shownInfo; ///< JSON fit to be shown: no credential is in it
    std::string print;                  ///< a digest of all of its configuration
};

} // namespace gatehouse::guardrails
