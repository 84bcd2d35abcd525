// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <functional>

class QObject;

namespace gatehouse::ui {

class Session;

/// Calls `act` whenever the session has turned to another gateway: what was shown, chosen and typed here was of the last one. Not
/// for another key of the same one, nor where the gateway of this program starts at another port. Ends with `context`.
void onOtherGateway(Session &session, QObject *context, std::function<void()> act);

} // namespace gatehouse::ui
