// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/observe/receipt_ring.h"
#include "gateway/wire/request.h"

#include <string>

namespace gatehouse::admin {

/// Which rows of the ring are meant, by the query of GET /traffic. Members that are empty ask for nothing.
class TrafficFilter
{
public:
    explicit TrafficFilter(const wire::Request &request);
    bool isEmpty() const { return m_isEmpty; }
    bool has(const observe::Row &row) const;

private:
    bool hasReceipt(const Receipt &receipt) const;

    std::string m_state, m_model, m_key, m_team, m_status, m_text;
    bool m_errors = false, m_isEmpty = true;
    std::uint64_t m_before = 0; ///< 0 = whatever
};

} // namespace gatehouse::admin
