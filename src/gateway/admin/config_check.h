// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/config/config.h"
#include "gateway/config/file_source.h"

#include <string>
#include <vector>

namespace gatehouse::admin {

/// What would be said of a text as the configuration's file.
struct ConfigCheck {
    std::vector<config::Diagnostic> said = {};
    std::vector<std::string> includes = {};
    bool isUsable() const;
};

/// Reads and compiles \a text as the gateway would, without using it. Takes as long as that takes; any thread.
ConfigCheck checkConfig(const std::string &text, const config::FileSource &source);

} // namespace gatehouse::admin
