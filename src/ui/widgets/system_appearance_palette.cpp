// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/system_appearance.h"

namespace gatehouse::ui {

std::unique_ptr<SystemAppearance> makeSystemAppearance(const QPalette &platform)
{
    return std::make_unique<SystemAppearance>(platform);
}

} // namespace gatehouse::ui
