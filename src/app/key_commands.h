// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/options.h"

namespace gatehouse::app {

/// key set, key check, key delete, key list: the keys that Gatehouse keeps in the keychain. No command shows one. Returns the
/// exit status. Wants an application object.
int runKeyCommand(const Options &options);

} // namespace gatehouse::app
