// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/config/config.h"

namespace gatehouse::config {

/// The configuration of `packaging/run`: a mock model that answers without any key, and all models of every provider whose key
/// is in \a environment. YAML text for parse().
std::string demoYaml(const Environment &environment = processEnvironment());

} // namespace gatehouse::config
