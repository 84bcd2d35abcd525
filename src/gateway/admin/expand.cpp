// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/expand.h"

#include "gateway/admin/asking.h"
#include "gateway/people/fields.h"

#include <algorithm>
#include <array>

namespace gatehouse::admin {

namespace {

constexpr std::array limitNames {
    "max_budget", "soft_budget", "budget_duration", "rpm_limit", "tpm_limit", "max_parallel_requests"};

Result<std::vector<std::string>> liftedIn(const QJsonObject &body)
{
    constexpr people::Column column {"lift", people::Type::Texts};
    if (auto right = checkMembers({&column, 1}, body); !right)
        return Failure {right.error()};
    std::vector<std::string> names = people::listIn(body, "lift");
    for (const std::string &name : names) {
        if (std::find(limitNames.begin(), limitNames.end(), name) == limitNames.end())
            return refusal(400, "lift names limits, and this is none: " + name, "bad_request_error", "lift");
    }
    return names;
}

} // namespace

bool expands(const Asked &asked, std::string_view word)
{
    const auto words = listIn(asked.query("expand"));
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool isFound(const Asked &asked, const QJsonObject &row, std::initializer_list<const char *> members)
{
    const QStringList words = people::qt(asked.query("search")).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return std::all_of(words.begin(), words.end(), [&](const QString &word) {
        return std::any_of(members.begin(), members.end(),
            [&](const char *member) { return row.value(QLatin1String(member)).toString().contains(word, Qt::CaseInsensitive); });
    });
}

void insertUsage(const limits::Standing &standing, QJsonObject &row)
{
    row.insert(QStringLiteral("usage"),
        QJsonObject {{QStringLiteral("requests"), static_cast<qint64>(standing.requests)},
            {QStringLiteral("tokens"), static_cast<qint64>(standing.tokens)},
            {QStringLiteral("parallel"), static_cast<qint64>(standing.parallel)},
            {QStringLiteral("reserved"), people::jsonOf(standing.reserved)}});
}

Result<> lift(const Asked &asked, const QJsonObject &body, QJsonObject &fields)
{
    const auto names = liftedIn(body);
    if (!names)
        return Failure {names.error()};
    if (!names->empty() && !asked.caller->isAdmin)
        return refusal(403, "Only proxy admins can take limits away", "auth_error", "lift");
    for (const std::string &name : *names)
        fields.remove(QLatin1String(name.c_str()));
    return {};
}

Result<QJsonObject> withLifted(const QJsonObject &body)
{
    const auto names = liftedIn(body);
    if (!names)
        return Failure {names.error()};
    QJsonObject lifted = body;
    for (const std::string &name : *names)
        lifted.insert(QLatin1String(name.c_str()), QJsonValue());
    return lifted;
}

} // namespace gatehouse::admin
