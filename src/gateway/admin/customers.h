// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/admin/management.h"

/// Customers, who are the end users of those who call; /end_user/… is the same.
namespace gatehouse::admin {

Result<std::string> newCustomer(people::Draft &draft, const Asked &asked);      ///< POST /customer/new
Result<std::string> updateCustomer(people::Draft &draft, const Asked &asked);   ///< POST /customer/update
Result<std::string> deleteCustomers(people::Draft &draft, const Asked &asked);  ///< POST /customer/delete
Result<std::string> showCustomer(people::Draft &draft, const Asked &asked);     ///< GET /customer/info
Result<std::string> listCustomers(people::Draft &draft, const Asked &asked);    ///< GET /customer/list
Result<std::string> blockCustomers(people::Draft &draft, const Asked &asked);   ///< POST /customer/block
Result<std::string> unblockCustomers(people::Draft &draft, const Asked &asked); ///< POST /customer/unblock

} // namespace gatehouse::admin
