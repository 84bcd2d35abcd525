// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/invitations.h"

#include "gateway/admin/rows.h"
#include "gateway/people/columns.h"
#include "gateway/people/fields.h"
#include "gateway/people/token.h"

namespace gatehouse::admin {

namespace {

using people::Draft;
using people::Kind;
using people::qt;
using people::textIn;

constexpr std::chrono::hours goodFor {7 * 24};

Failure<Error> unknown()
{
    return plainRefusal(
        400, QJsonObject {{QStringLiteral("error"), QStringLiteral("Invitation id does not exist in the database.")}});
}

std::string text(const QJsonObject &fields)
{
    return people::jsonOf(people::rowOf(Kind::Invitation, fields));
}

} // namespace

Result<std::string> newInvitation(Draft &draft, const Asked &asked)
{
    if (auto right = checkTypes(Kind::Invitation, asked.body); !right)
        return Failure {right.error()};
    const std::string user = textIn(asked.body, "user_id");
    if (user.empty())
        return missingMember("user_id");
    if (!draft.has(Kind::User, user))
        return plainRefusal(
            400, QJsonObject {{QStringLiteral("error"), qt("User id does not exist in 'LiteLLM_UserTable': " + user)}});
    const std::string id = people::newId();
    QJsonObject fields {{QStringLiteral("id"), qt(id)}, {QStringLiteral("user_id"), qt(user)},
        {QStringLiteral("expires_at"), people::jsonOf(std::optional(asked.now + goodFor))}};
    stamp(fields, asked);
    draft.put(Kind::Invitation, id, fields);
    return text(fields);
}

Result<std::string> showInvitation(Draft &draft, const Asked &asked)
{
    const auto fields = draft.find(Kind::Invitation, asked.query("invitation_id"));
    return fields ? text(*fields) : Result<std::string>(unknown());
}

Result<std::string> updateInvitation(Draft &draft, const Asked &asked)
{
    if (auto right = checkTypes(Kind::Invitation, asked.body); !right)
        return Failure {right.error()};
    const std::string id = textIn(asked.body, "invitation_id");
    auto fields = draft.find(Kind::Invitation, id);
    if (!fields)
        return unknown();
    const bool isAccepted = asked.body.value(QStringLiteral("is_accepted")).toBool();
    fields->insert(QStringLiteral("is_accepted"), isAccepted);
    if (isAccepted)
        fields->insert(QStringLiteral("accepted_at"), people::jsonOf(std::optional(asked.now)));
    stamp(*fields, asked);
    draft.put(Kind::Invitation, id, *fields);
    return text(*fields);
}

Result<std::string> deleteInvitation(Draft &draft, const Asked &asked)
{
    const std::string id = textIn(asked.body, "invitation_id");
    const auto fields = draft.find(Kind::Invitation, id);
    if (!fields)
        return unknown();
    draft.remove(Kind::Invitation, id);
    return text(*fields);
}

} // namespace gatehouse::admin
