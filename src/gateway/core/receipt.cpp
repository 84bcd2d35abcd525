// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "gateway/core/receipt.h"

namespace gatehouse {

std::string_view toString(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Completed: return "completed";
    case Outcome::Failed: return "failed";
    case Outcome::Refused: return "refused";
    case Outcome::Abandoned: return "abandoned";
    }
    return "failed";
}

} // namespace gatehouse
