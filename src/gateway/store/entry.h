// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/receipt.h"

#include <string>

namespace gatehouse::store {

/// A receipt as it stands in the journal, with what was \a said in it where that is kept (JSON): a JSON object with the columns
/// of spend_logs (columns.h). What is empty or nothing is left out, and an unknown member is no harm, so journals of other
/// versions can be read.
std::string entryOf(const Receipt &receipt, const Said *said = nullptr);
/// What is left of it where no log of calls is wanted: what it cost, and whom. Empty = nobody anything.
std::string chargeOf(const Receipt &receipt);

} // namespace gatehouse::store
