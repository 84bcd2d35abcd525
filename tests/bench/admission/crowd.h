// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/limits/ledger.h"
#include "gateway/people/callers.h"
#include "gateway/people/directory.h"

#include <string>

namespace bench {

/// Keys with limits and budgets of their own, ten to a user and a hundred to a team, who have theirs.
class Crowd
{
public:
    explicit Crowd(std::size_t keys);

    std::string keyOf(std::size_t index) const;
    gatehouse::people::Callers &callers() { return m_callers; }

private:
    gatehouse::people::Directory m_directory;
    gatehouse::limits::Ledger m_ledger;
    gatehouse::people::Policy m_policy;
    gatehouse::people::Callers m_callers {{m_directory, m_ledger, m_policy}};
};

} // namespace bench
