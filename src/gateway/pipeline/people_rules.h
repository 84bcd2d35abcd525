// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/config/config.h"
#include "gateway/people/policy.h"

namespace gatehouse::pipeline {

/// What \a config says about keys, users, teams and customers.
people::Policy peopleRules(const config::Config &config);

} // namespace gatehouse::pipeline
