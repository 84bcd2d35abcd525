// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/options.h"

extern "C" {

/// The way into the desktop module, by name: see face_module.cpp.
Q_DECL_EXPORT int gatehouseRunDesktop(const gatehouse::app::Options &options, int &argc, char **argv);
}
