// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/config/config.h"
#include "gateway/guardrails/judge.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::guardrails {

/// What a guardrail's own file is made from.
struct Source {
    const config::Value &params; ///< litellm_params
    const config::Environment &environment;
    std::vector<config::Diagnostic> &notes;

    /// The first of \a names that the configuration sets, else the \a variable of the environment, else empty.
    std::string text(std::initializer_list<std::string_view> names, const char *variable = nullptr) const;
};

/// A row of the table of kinds.
struct Kind {
    std::string_view name;
    /// Fails with what is missing.
    Result<std::unique_ptr<Judge>, std::string> (*make)(const Source &source);
};

/// The row of \a name; nullptr where it is not built.
const Kind *findKind(std::string_view name);

} // namespace gatehouse::guardrails
