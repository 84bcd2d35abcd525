// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/config/config.h"
#include "gateway/observe/traffic/settings.h"

namespace gatehouse::pipeline {

/// What \a config says of keeping traffic: general_settings.capture*, and the settings that hide what was said.
observe::traffic::Settings trafficRules(const config::Config &config);

} // namespace gatehouse::pipeline
