// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/admin/management.h"

#include <string>

/// Internal users.
namespace gatehouse::admin {

Result<std::string> newUser(people::Draft &draft, const Asked &asked);     ///< POST /user/new
Result<std::string> updateUser(people::Draft &draft, const Asked &asked);  ///< POST /user/update
Result<std::string> updateUsers(people::Draft &draft, const Asked &asked); ///< POST /user/bulk_update
Result<std::string> deleteUsers(people::Draft &draft, const Asked &asked); ///< POST /user/delete

// --- user_lists.cpp
Result<std::string> showUser(people::Draft &draft, const Asked &asked);    ///< GET /user/info
Result<std::string> showUserRow(people::Draft &draft, const Asked &asked); ///< GET /v2/user/info
Result<std::string> listUsers(people::Draft &draft, const Asked &asked);   ///< GET /user/list
Result<std::string> filterUsers(people::Draft &draft, const Asked &asked); ///< GET /user/filter/ui
Result<std::string> listRoles(people::Draft &draft, const Asked &asked);   ///< GET /user/available_roles

/// The row of a user, with the teams it is a member of.
QJsonObject shownUser(const std::string &id, const people::Draft &draft, const Asked &asked);
/// What a new user has that nobody said anything else of: default_internal_user_params and the like.
QJsonObject usualUser(const Asked &asked);
/// The user whom \a said ({user_id} or {user_email}) names; empty = there is none.
std::string userNamed(const QJsonObject &said, const people::Draft &draft);
/// The same, made where there is none.
std::string userMade(const QJsonObject &said, people::Draft &draft, const Asked &asked);

} // namespace gatehouse::admin
