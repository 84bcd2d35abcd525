// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/front/budget_endpoints.h"

#include "gateway/admin/access_groups.h"
#include "gateway/admin/audit.h"
#include "gateway/admin/budgets.h"
#include "gateway/admin/customers.h"
#include "gateway/admin/invitations.h"
#include "gateway/admin/tags.h"

#include <iterator>

namespace gatehouse::front {

namespace {

using wire::Method;
constexpr Dialect openAi = Dialect::OpenAiChat;

} // namespace

std::vector<Endpoint> withBudgets(std::vector<Endpoint> rows)
{
    const Endpoint budgets[] {
        {Method::Post, "/customer/new", Guard::Admin, openAi, &admin::manage<admin::newCustomer>},
        {Method::Post, "/customer/update", Guard::Admin, openAi, &admin::manage<admin::updateCustomer>},
        {Method::Post, "/customer/delete", Guard::Admin, openAi, &admin::manage<admin::deleteCustomers>},
        {Method::Post, "/customer/block", Guard::Admin, openAi, &admin::manage<admin::blockCustomers>},
        {Method::Post, "/customer/unblock", Guard::Admin, openAi, &admin::manage<admin::unblockCustomers>},
        {Method::Get, "/customer/info", Guard::Admin, openAi, &admin::consult<admin::showCustomer>},
        {Method::Get, "/customer/list", Guard::Admin, openAi, &admin::consult<admin::listCustomers>},
        {Method::Post, "/end_user/new", Guard::Admin, openAi, &admin::manage<admin::newCustomer>},
        {Method::Post, "/end_user/update", Guard::Admin, openAi, &admin::manage<admin::updateCustomer>},
        {Method::Post, "/end_user/delete", Guard::Admin, openAi, &admin::manage<admin::deleteCustomers>},
        {Method::Post, "/end_user/block", Guard::Admin, openAi, &admin::manage<admin::blockCustomers>},
        {Method::Post, "/end_user/unblock", Guard::Admin, openAi, &admin::manage<admin::unblockCustomers>},
        {Method::Get, "/end_user/info", Guard::Admin, openAi, &admin::consult<admin::showCustomer>},
        {Method::Get, "/end_user/list", Guard::Admin, openAi, &admin::consult<admin::listCustomers>},
        {Method::Post, "/budget/new", Guard::Admin, openAi, &admin::manage<admin::newBudget>},
        {Method::Post, "/budget/update", Guard::Admin, openAi, &admin::manage<admin::updateBudget>},
        {Method::Post, "/budget/delete", Guard::Admin, openAi, &admin::manage<admin::deleteBudget>},
        {Method::Post, "/budget/info", Guard::Admin, openAi, &admin::consult<admin::showBudgets>},
        {Method::Get, "/budget/list", Guard::Admin, openAi, &admin::consult<admin::listBudgets>},
        {Method::Get, "/budget/settings", Guard::Admin, openAi, &admin::consult<admin::showBudgetSettings>},
        {Method::Post, "/tag/new", Guard::Admin, openAi, &admin::manage<admin::newTag>},
        {Method::Post, "/tag/update", Guard::Admin, openAi, &admin::manage<admin::updateTag>},
        {Method::Post, "/tag/delete", Guard::Admin, openAi, &admin::manage<admin::deleteTag>},
        {Method::Post, "/tag/info", Guard::Admin, openAi, &admin::consult<admin::showTags>},
        {Method::Get, "/tag/list", Guard::Admin, openAi, &admin::consult<admin::listTags>},
        {Method::Post, "/access_group/new", Guard::Admin, openAi, &admin::manage<admin::newAccessGroup>},
        {Method::Get, "/access_group/list", Guard::Admin, openAi, &admin::consult<admin::listAccessGroups>},
        {Method::Get, "/access_group/{id}/info", Guard::Admin, openAi, &admin::consult<admin::showAccessGroup>},
        {Method::Put, "/access_group/{id}/update", Guard::Admin, openAi, &admin::manage<admin::updateAccessGroup>},
        {Method::Delete, "/access_group/{id}/delete", Guard::Admin, openAi, &admin::manage<admin::deleteAccessGroup>},
        {Method::Post, "/v1/access_group", Guard::Admin, openAi, &admin::manage<admin::newAccessRow>},
        {Method::Get, "/v1/access_group", Guard::Admin, openAi, &admin::consult<admin::listAccessRows>},
        {Method::Get, "/v1/access_group/{id}", Guard::Admin, openAi, &admin::consult<admin::showAccessRow>},
        {Method::Put, "/v1/access_group/{id}", Guard::Admin, openAi, &admin::manage<admin::updateAccessRow>},
        {Method::Delete, "/v1/access_group/{id}", Guard::Admin, openAi, &admin::manage<admin::deleteAccessRow>},
        {Method::Post, "/invitation/new", Guard::Admin, openAi, &admin::manage<admin::newInvitation>},
        {Method::Get, "/invitation/info", Guard::Admin, openAi, &admin::consult<admin::showInvitation>},
        {Method::Post, "/invitation/update", Guard::Admin, openAi, &admin::manage<admin::updateInvitation>},
        {Method::Post, "/invitation/delete", Guard::Admin, openAi, &admin::manage<admin::deleteInvitation>},
        {Method::Get, "/audit", Guard::Admin, openAi, &admin::listAudit},
        {Method::Get, "/audit/{id}", Guard::Admin, openAi, &admin::showAudit},
    };
    rows.insert(rows.end(), std::begin(budgets), std::end(budgets));
    return rows;
}

} // namespace gatehouse::front
