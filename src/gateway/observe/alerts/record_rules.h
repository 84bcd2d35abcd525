// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/observe/alerts/alert.h"
#include "gateway/observe/alerts/settings.h"
#include "gateway/observe/signal.h"

namespace gatehouse::observe::alerts {

/// Signal::Kind::RecordChanged as alerts: keys, teams and users that came, changed or went, and models that came.
void tellChange(const Signal &signal, const Settings &settings, const Raise &raise);

} // namespace gatehouse::observe::alerts
