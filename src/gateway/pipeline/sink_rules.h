// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/config/config.h"
#include "gateway/observe/sinks/settings.h"

#include <vector>

namespace gatehouse::pipeline {

/// The sinks that \a config names (litellm_settings.callbacks, success_callback, failure_callback), with what they need from it
/// and from the environment. One that cannot be used as it is written is said in \a notes and left out.
observe::sinks::Settings sinkRules(const config::Config &config, std::vector<config::Diagnostic> &notes);

} // namespace gatehouse::pipeline
