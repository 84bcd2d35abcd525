// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/limits/ledger.h"
#include "gateway/people/directory.h"
#include "gateway/people/policy.h"

#include <QJsonObject>

#include <string_view>

namespace gatehouse::people {

/// What callers and their claims are compiled from.
struct Ground {
    const Directory &directory;
    limits::Ledger &ledger;
    const Policy &policy;

    /// Of a record; none where there is no such.
    QJsonObject fields(Kind kind, std::string_view id) const;
};

} // namespace gatehouse::people
