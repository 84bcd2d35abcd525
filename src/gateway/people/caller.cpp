// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/people/caller.h"

#include <algorithm>
#include <iterator>

namespace gatehouse::people {

namespace {

struct Row {
    Role role;
    std::string_view name;
};

constexpr Row rows[] {
    {Role::None, ""},
    {Role::ProxyAdmin, "proxy_admin"},
    {Role::ProxyAdminViewer, "proxy_admin_viewer"},
    {Role::OrgAdmin, "org_admin"},
    {Role::InternalUser, "internal_user"},
    {Role::InternalUserViewer, "internal_user_viewer"},
    {Role::Team, "team"},
    {Role::Customer, "customer"},
};

} // namespace

std::string_view toString(Role role)
{
    return std::find_if(std::begin(rows), std::end(rows), [role](const Row &row) { return row.role == role; })->name;
}

Role roleFrom(std::string_view text)
{
    const auto row = std::find_if(std::begin(rows), std::end(rows), [text](const Row &each) { return each.name == text; });
    return row == std::end(rows) ? Role::None : row->role;
}

} // namespace gatehouse::people
