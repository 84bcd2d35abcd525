// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/options.h"

namespace gatehouse::app {

/// The commands that print and end. Returns the exit status.
int runCommand(const Options &options);

} // namespace gatehouse::app
