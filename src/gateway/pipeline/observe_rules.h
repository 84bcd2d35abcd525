// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/config/config.h"
#include "gateway/observe/settings.h"

#include <memory>
#include <vector>

namespace gatehouse::pipeline {

/// What \a config says about metrics, sinks, alerts and traffic. What cannot be used as it is written, such as a sink without
/// its credentials, is said in \a notes and left out.
std::shared_ptr<const observe::Settings> observeRules(const config::Config &config, std::vector<config::Diagnostic> &notes);

} // namespace gatehouse::pipeline
