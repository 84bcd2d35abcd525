// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/customers.h"

#include "gateway/admin/asking.h"
#include "gateway/admin/budget_fields.h"
#include "gateway/admin/rows.h"
#include "gateway/people/accounts.h"
#include "gateway/people/columns.h"
#include "gateway/people/fields.h"

namespace gatehouse::admin {

namespace {

using people::Draft;
using people::Kind;
using people::qt;
using people::textIn;

QJsonObject shown(const std::string &id, const QJsonObject &fields, const Draft &draft, const Asked &asked)
{
    QJsonObject row = shownRow(Kind::Customer, id, fields, draft, asked);
    row.insert(QStringLiteral("litellm_budget_table"), shownBudget(textIn(fields, "budget_id"), draft, asked));
    return row;
}

Failure<Error> tooMuch()
{
    return unprocessable({QJsonObject {{QStringLiteral("type"), QStringLiteral("value_error")},
        {QStringLiteral("loc"), QJsonArray {QStringLiteral("body")}},
        {QStringLiteral("msg"), QStringLiteral("Value error, Set either 'max_budget' or 'budget_id', not both.")},
        {QStringLiteral("input"), QJsonValue()}}});
}

Failure<Error> unknown(const std::string &id, const char *param)
{
    return spokenRefusal(404, "End User Id=" + id + " does not exist in db", "not_found", param);
}

bool isGiven(const QJsonObject &body, const char *name)
{
    const QJsonValue value = body.value(QLatin1String(name));
    return !value.isUndefined() && !value.isNull();
}

Result<> check(const Asked &asked)
{
    if (auto right = checkTypes(Kind::Customer, asked.body); !right)
        return right;
    const std::string id = textIn(asked.body, "user_id");
    if (id.empty())
        return missingMember("user_id");
    if (auto right = checkId("user_id", id); !right)
        return right;
    if (isGiven(asked.body, "max_budget") && isGiven(asked.body, "budget_id"))
        return tooMuch();
    if (auto right = checkBudget(asked.body); !right)
        return right;
    const std::string model = textIn(asked.body, "default_model");
    if (!model.empty() && !asked.snapshot->router.find(model))
        return refusal(422, "Default Model not on proxy! Configure via `/model/new` or config.yaml. Default_model=" + model);
    return {};
}

Result<std::string> keep(QJsonObject fields, Draft &draft, const Asked &asked)
{
    const std::string id = textIn(asked.body, "user_id");
    QJsonObject given = people::givenIn(Kind::Customer, asked.body);
    given.remove(QStringLiteral("budget_id"));
    given.remove(QStringLiteral("spend"));
    for (auto each = given.begin(); each != given.end(); ++each)
        fields.insert(each.key(), each.value());
    if (auto attached = attachBudget(Kind::Customer, fields, draft, asked); !attached)
        return Failure {attached.error()};
    if (const auto spent = people::moneyIn(asked.body, "spend"))
        draft.change({people::accountOf(Kind::Customer, id), spent});
    followBudget(Kind::Customer, id, fields, draft, asked);
    draft.put(Kind::Customer, id, fields);
    QJsonObject row = shown(id, fields, draft, asked);
    if (const auto spent = people::moneyIn(asked.body, "spend"))
        row.insert(QStringLiteral("spend"), people::jsonOf(*spent));
    return people::jsonOf(row);
}

// Whoever has called without being known can be blocked too.
Result<std::string> setBlocked(Draft &draft, const Asked &asked, bool isBlocked)
{
    if (!asked.body.value(QStringLiteral("user_ids")).isArray())
        return missingMember("user_ids");
    QJsonArray rows;
    for (const std::string &id : people::listIn(asked.body, "user_ids")) {
        if (auto right = checkId("user_ids", id); !right)
            return Failure {right.error()};
        QJsonObject fields = draft.find(Kind::Customer, id).value_or(QJsonObject());
        fields.insert(QStringLiteral("user_id"), qt(id));
        fields.insert(QStringLiteral("blocked"), isBlocked);
        draft.put(Kind::Customer, id, fields, isBlocked ? "blocked" : "unblocked");
        rows.append(shown(id, fields, draft, asked));
    }
    return people::jsonOf(QJsonObject {{QStringLiteral("blocked_users"), rows}});
}

std::string listText(const std::vector<std::string> &words)
{
    std::string text = "[";
    for (const std::string &word : words)
        text += (text.size() > 1 ? ", '" : "'") + word + "'";
    return text + "]";
}

} // namespace

Result<std::string> newCustomer(Draft &draft, const Asked &asked)
{
    if (auto right = check(asked); !right)
        return Failure {right.error()};
    const std::string id = textIn(asked.body, "user_id");
    if (draft.has(Kind::Customer, id))
        return spokenRefusal(
            400, "Customer already exists, passed user_id=" + id + ". Please pass a new user_id.", "bad_request", "user_id");
    return keep({}, draft, asked);
}

Result<std::string> updateCustomer(Draft &draft, const Asked &asked)
{
    if (auto right = check(asked); !right)
        return Failure {right.error()};
    const std::string id = textIn(asked.body, "user_id");
    const auto fields = draft.find(Kind::Customer, id);
    return fields ? keep(*fields, draft, asked) : Result<std::string>(unknown(id, "user_id"));
}

Result<std::string> deleteCustomers(Draft &draft, const Asked &asked)
{
    const std::vector<std::string> ids = people::listIn(asked.body, "user_ids");
    if (ids.empty())
        return missingMember("user_ids");
    std::vector<std::string> missing;
    for (const std::string &id : ids) {
        if (!draft.has(Kind::Customer, id))
            missing.push_back(id);
    }
    if (!missing.empty())
        return spokenRefusal(404, "End User Id(s)=" + listText(missing) + " do not exist in db", "not_found", "user_ids");
    for (const std::string &id : ids) {
        draft.remove(Kind::Customer, id);
        draft.change({people::accountOf(Kind::Customer, id), {}, false, {}, {}, true});
    }
    return people::jsonOf(QJsonObject {{QStringLiteral("deleted_customers"), static_cast<qint64>(ids.size())},
        {QStringLiteral("message"), qt("Successfully deleted customers with ids: " + listText(ids))}});
}

Result<std::string> showCustomer(Draft &draft, const Asked &asked)
{
    const std::string id = asked.query("end_user_id");
    const auto fields = draft.find(Kind::Customer, id);
    return fields ? people::jsonOf(shown(id, *fields, draft, asked)) : Result<std::string>(unknown(id, "end_user_id"));
}

Result<std::string> listCustomers(Draft &draft, const Asked &asked)
{
    QJsonArray rows;
    for (const std::string &id : draft.ids(Kind::Customer))
        rows.append(shown(id, *draft.find(Kind::Customer, id), draft, asked));
    return people::jsonOf(rows);
}

Result<std::string> blockCustomers(Draft &draft, const Asked &asked)
{
    return setBlocked(draft, asked, true);
}

Result<std::string> unblockCustomers(Draft &draft, const Asked &asked)
{
    return setBlocked(draft, asked, false);
}

} // namespace gatehouse::admin
