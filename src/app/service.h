// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/options.h"

namespace gatehouse::app {

/// Runs headless until SIGTERM or SIGINT; a second one hurries. SIGHUP reloads. Returns the exit status.
/// \a argc and \a argv are for Qt.
int runService(const Options &options, int &argc, char **argv);

} // namespace gatehouse::app
