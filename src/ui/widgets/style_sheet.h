// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

namespace gatehouse::ui {

struct Colours;

/// The one style sheet of the application, on top of Fusion. Widgets choose their part in it by the dynamic property "role".
QString styleSheet(const Colours &colours);

} // namespace gatehouse::ui
