// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

namespace gatehouse::ui {

/// A tool tip that shows the text as it is, whatever stands in it: Qt takes tips that look like HTML for HTML, and names, files
/// and errors come from providers and callers. Long ones are wrapped.
QString plainTip(const QString &text);

} // namespace gatehouse::ui
