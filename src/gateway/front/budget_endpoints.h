// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/front/endpoints.h"

namespace gatehouse::front {

/// The doors by which budgets, customers, tags and access groups are administered, and the audit log is read.
std::vector<Endpoint> withBudgets(std::vector<Endpoint> rows);

} // namespace gatehouse::front
