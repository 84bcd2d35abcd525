// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/options.h"

namespace gatehouse::app {

/// Runs the program with its window and tray. CMake chooses the file behind it: face_desktop.cpp, or face_headless.cpp, which
/// says that this build has none.
int runFace(const Options &options, int &argc, char **argv);

} // namespace gatehouse::app
