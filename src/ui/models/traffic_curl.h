// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

namespace gatehouse::ui {

struct TrafficRecord;

/// The caller's request as a line for a shell, to the gateway at `address`. The key is a variable, whatever was captured. Empty
/// where the request was not kept.
QString curlOf(const TrafficRecord &record, const QString &address);

/// A text as one word of a shell.
QString shellQuoted(QString text);

} // namespace gatehouse::ui
