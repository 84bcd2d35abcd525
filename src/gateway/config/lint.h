// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/config/config.h"

namespace gatehouse::config {

/// Looks at what no single key can know: names that lead nowhere, entries that share an id, settings said in two places.
/// Adds to \a config's diagnostics.
void lint(Config &config);

} // namespace gatehouse::config
