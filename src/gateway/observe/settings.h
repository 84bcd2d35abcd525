// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/observe/alerts/settings.h"
#include "gateway/observe/metrics/settings.h"
#include "gateway/observe/sinks/settings.h"
#include "gateway/observe/traffic/settings.h"

namespace gatehouse::observe {

/// What the configuration says about those who look on. Immutable: a reload makes another.
struct Settings {
    alerts::Settings alerts = {};
    metrics::Settings metrics = {};
    sinks::Settings sinks = {};
    traffic::Settings traffic = {};
};

} // namespace gatehouse::observe
