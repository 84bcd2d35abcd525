// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/secret.h"
#include "gateway/observe/traffic/wires.h"

#include <span>

namespace gatehouse::observe::traffic {

/// Makes \a wires fit to be kept and shown: no credential stays in its addresses, header fields and bodies, be it one of
/// \a known, one by its look or by its name; and where \a hidesMessages, nothing of what was said. What was taken out is counted
/// in each wire.
void redact(Wires &wires, std::span<const Secret> known, bool hidesMessages);

} // namespace gatehouse::observe::traffic
