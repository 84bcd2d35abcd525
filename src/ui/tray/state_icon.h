// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/gateway_control.h"

#include <QIcon>

namespace gatehouse::ui {

/// The tray icon of a state: the gate stands open or closed, and a badge of its own shape says the rest. The gate is of a
/// middle grey, because nobody tells us whether the panel is light or dark.
QIcon stateIcon(GatewayState state);

} // namespace gatehouse::ui
