// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/store/spend_filter.h"

#include <cstdint>
#include <string>

namespace gatehouse::store {

enum class ExportFormat { Csv, Json };

/// A part of an export: the text of some rows, and where the next part begins.
struct ExportPart {
    std::string text;
    std::int64_t startedAt = INT64_MIN; ///< of the last row; the next part begins behind it
    std::string receiptId = {};
    bool isLast = false;
};

/// What stands before the first row, and behind the last one.
std::string_view exportHead(ExportFormat format);
std::string_view exportTail(ExportFormat format);
/// The rows behind \a last, the oldest first, at most \a most of them: so that a million of them are nowhere whole in memory.
/// Amounts are exact; a cell of CSV that a spreadsheet would take for a formula has an apostrophe before it.
Result<ExportPart> exportRows(
    Database &database, const SpendFilter &filter, ExportFormat format, const ExportPart &last, std::int64_t most = 500);

} // namespace gatehouse::store
