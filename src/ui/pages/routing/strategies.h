// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

#include <span>

namespace gatehouse::ui {

/// A routing strategy in words.
struct StrategyInfo {
    const char *name;
    QString (*how)();   ///< whom it takes, in one line
    QString (*needs)(); ///< what it decides by, and what that takes; empty: nothing
};

std::span<const StrategyInfo> strategies();
/// One that we have no words for has an empty name and empty words.
const StrategyInfo &strategyNamed(const QString &name);

} // namespace gatehouse::ui
