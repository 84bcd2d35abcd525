// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/keys/section.h"

#include "ui/pages/keys/columns.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <array>

namespace gatehouse::ui {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("Accounts", text);
}

constexpr std::array sections = {
    AccountSection {
        .key = "keys",
        .title = [] { return say(QT_TRANSLATE_NOOP("Accounts", "Keys")); },
        .one = [] { return say(QT_TRANSLATE_NOOP("Accounts", "Key")); },
        .add = [] { return say(QT_TRANSLATE_NOOP("Accounts", "Issue key…")); },
        .empty =
            [] {
                return say(QT_TRANSLATE_NOOP(
                    "Accounts", "No keys yet. Issue one for each application, so that you see what it uses and can limit it."));
            },
        .spender = "key",
        .idKey = "token",
        .list = "/key/list",
        .query = "return_full_object=true&expand=team,usage",
        .rows = "keys",
        .pageSize = "size",
        .total = "total_count",
        .only = "key_hash",
        .create = "/key/generate",
        .update = "/key/update",
        .updateId = "key",
        .remove = {"/key/delete", "keys", true},
        .block = {"/key/block", "key", false},
        .unblock = {"/key/unblock", "key", false},
        .activity = "/user/daily/activity",
        .activityId = "api_key",
        .columns = keyColumns,
        .isKeys = true,
    },
    AccountSection {
        .key = "teams",
        .title = [] { return say(QT_TRANSLATE_NOOP("Accounts", "Teams")); },
        .one = [] { return say(QT_TRANSLATE_NOOP("Accounts", "Team")); },
        .add = [] { return say(QT_TRANSLATE_NOOP("Accounts", "Add team…")); },
        .empty =
            [] {
                return say(QT_TRANSLATE_NOOP(
                    "Accounts", "No teams yet. A team shares models, limits and a budget among its members and their keys."));
            },
        .spender = "team",
        .idKey = "team_id",
        .list = "/v2/team/list",
        .query = "expand=usage",
        .rows = "teams",
        .pageSize = "page_size",
        .total = "total",
        .only = "team_id",
        .create = "/team/new",
        .update = "/team/update",
        .updateId = "team_id",
        .remove = {"/team/delete", "team_ids", true},
        .block = {"/team/block", "team_id", false},
        .unblock = {"/team/unblock", "team_id", false},
        .activity = "/team/daily/activity",
        .activityId = "team_ids",
        .columns = teamColumns,
    },
    AccountSection {
        .key = "users",
        .title = [] { return say(QT_TRANSLATE_NOOP("Accounts", "Users")); },
        .one = [] { return say(QT_TRANSLATE_NOOP("Accounts", "User")); },
        .add = [] { return say(QT_TRANSLATE_NOOP("Accounts", "Add user…")); },
        .empty =
            [] {
                return say(QT_TRANSLATE_NOOP(
                    "Accounts", "No users yet. A user owns keys, has a role, and may have a budget of their own."));
            },
        .spender = "user",
        .idKey = "user_id",
        .list = "/user/list",
        .query = "expand=usage",
        .rows = "users",
        .pageSize = "page_size",
        .total = "total",
        .only = "user_ids",
        .create = "/user/new",
        .update = "/user/update",
        .updateId = "user_id",
        .remove = {"/user/delete", "user_ids", true},
        .activity = "/user/daily/activity",
        .activityId = "user_ids",
        .columns = userColumns,
    },
    AccountSection {
        .key = "customers",
        .title = [] { return say(QT_TRANSLATE_NOOP("Accounts", "Customers")); },
        .one = [] { return say(QT_TRANSLATE_NOOP("Accounts", "Customer")); },
        .add = [] { return say(QT_TRANSLATE_NOOP("Accounts", "Add customer…")); },
        .empty =
            [] {
                return say(QT_TRANSLATE_NOOP(
                    "Accounts", "No customers yet. A customer is the end user that your application names in its requests."));
            },
        .spender = "customer",
        .idKey = "user_id",
        .list = "/customer/list",
        .query = "expand=usage",
        .create = "/customer/new",
        .update = "/customer/update",
        .updateId = "user_id",
        .remove = {"/customer/delete", "user_ids", true},
        .block = {"/customer/block", "user_ids", true},
        .unblock = {"/customer/unblock", "user_ids", true},
        .activity = "/customer/daily/activity",
        .activityId = "end_user_ids",
        .columns = customerColumns,
    },
    AccountSection {
        .key = "budgets",
        .title = [] { return say(QT_TRANSLATE_NOOP("Accounts", "Budgets")); },
        .one = [] { return say(QT_TRANSLATE_NOOP("Accounts", "Budget")); },
        .add = [] { return say(QT_TRANSLATE_NOOP("Accounts", "Add budget…")); },
        .empty =
            [] {
                return say(QT_TRANSLATE_NOOP("Accounts",
                    "No shared budgets yet. Keys and customers can refer to one; each of them has all of it for itself."));
            },
        .idKey = "budget_id",
        .list = "/budget/list",
        .query = "expand=referrers",
        .create = "/budget/new",
        .update = "/budget/update",
        .updateId = "budget_id",
        .remove = {"/budget/delete", "id", false},
        .columns = budgetColumns,
    },
};

} // namespace

QJsonObject AccountDoor::body(const QStringList &ids) const
{
    const QString name = QString::fromLatin1(member);
    if (!takesList)
        return {{name, ids.value(0)}};
    return {{name, QJsonArray::fromStringList(ids)}};
}

std::span<const AccountSection> accountSections()
{
    return sections;
}

const AccountSection &accountSection(const QString &key)
{
    const auto found = std::find_if(
        sections.begin(), sections.end(), [&key](const AccountSection &each) { return key == QLatin1StringView(each.key); });
    return found == sections.end() ? sections.front() : *found;
}

} // namespace gatehouse::ui
