// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/gateway_control.h"
#include "ui/widgets/mark.h"
#include "ui/widgets/pill.h"

#include <QString>

namespace gatehouse::ui {

/// How a state of the gateway is said and shown, in window and tray alike.
struct StateWords {
    Mark mark;
    Mood mood;
    QString word;   ///< "Running"
    QString button; ///< what the one button does then: "Stop"
    bool canToggle;
};

StateWords wordsFor(GatewayState state);
/// The same, in the words of a connection where the gateway is elsewhere.
StateWords wordsFor(const GatewayControl &control);
/// "Running on 127.0.0.1:4000", "Stopped"
QString statusLine(const GatewayControl &control);

} // namespace gatehouse::ui
