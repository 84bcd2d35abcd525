// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/key_record.h"

#include "gateway/admin/asking.h"
#include "gateway/admin/expand.h"
#include "gateway/admin/key_policy.h"
#include "gateway/admin/key_request.h"
#include "gateway/admin/rows.h"
#include "gateway/people/accounts.h"
#include "gateway/people/columns.h"
#include "gateway/people/fields.h"
#include "gateway/people/token.h"

namespace gatehouse::admin {

using people::Draft;
using people::Kind;
using people::qt;
using people::textIn;

namespace {

void keep(const std::string &token, QJsonObject fields, const QJsonObject &body, Draft &draft, const Asked &asked)
{
    stamp(fields, asked);
    followDuration(Kind::Key, token, fields, draft, asked);
    setSpend(Kind::Key, token, body, draft);
    draft.put(Kind::Key, token, fields);
}

} // namespace

std::vector<std::string> modelsWithAccount(const QJsonObject &key)
{
    std::vector<std::string> models;
    for (const char *map : {"model_max_budget", "model_spend_map"}) {
        for (const QString &model : key.value(QLatin1String(map)).toObject().keys())
            models.push_back(model.toStdString());
    }
    return models;
}

QJsonObject newKeyAnswer(const std::string &key, const QJsonObject &body, const Draft &draft, const Asked &asked)
{
    const std::string token = people::tokenOf(key);
    QJsonObject answer = shownRow(Kind::Key, token, draft, asked);
    const QJsonObject metadata = answer.value(QLatin1String("metadata")).toObject();
    for (const char *name : keyMetadataMembers()) {
        const QJsonValue value = metadata.value(QLatin1String(name));
        answer.insert(QLatin1String(name), value.isUndefined() ? QJsonValue() : value);
    }
    answer.insert(
        QStringLiteral("key_type"), textIn(body, "key_type").empty() ? QJsonValue() : body.value(QLatin1String("key_type")));
    answer.insert(
        QStringLiteral("duration"), textIn(body, "duration").empty() ? QJsonValue() : body.value(QLatin1String("duration")));
    answer.insert(QStringLiteral("key"), qt(key));
    answer.insert(QStringLiteral("token"), qt(token));
    answer.insert(QStringLiteral("token_id"), qt(token));
    return answer;
}

Result<QJsonObject> makeKey(Draft &draft, const Asked &asked, const QJsonObject &said)
{
    const QJsonObject body = withPlainExpiry(said, asked.now);
    if (auto right = checkKey(draft, body); !right)
        return Failure {right.error()};
    const auto key = chosenKey(draft, body);
    if (!key)
        return Failure {key.error()};
    const std::string token = people::tokenOf(*key);
    QJsonObject fields = people::givenIn(Kind::Key, body);
    if (auto laid = layRequest(body, fields, asked.now); !laid)
        return Failure {laid.error()};
    if (auto free = checkAlias(draft, textIn(fields, "key_alias"), token); !free)
        return Failure {free.error()};
    fields.insert(QStringLiteral("key_name"), qt(people::keyName(*key)));
    keep(token, fields, body, draft, asked);
    return newKeyAnswer(*key, body, draft, asked);
}

void removeKey(Draft &draft, const Asked &asked, const std::string &token)
{
    QJsonObject fields = *draft.find(Kind::Key, token);
    fields.insert(QStringLiteral("token"), qt(token));
    for (const std::string &model : modelsWithAccount(fields))
        draft.change({people::modelAccountOf(Kind::Key, token, model), {}, false, {}, {}, true});
    draft.put(Kind::DeletedKey, token, deletedRecord(Kind::Key, token, fields, draft, asked));
    draft.remove(Kind::Key, token);
    for (const std::string &retired : draft.idsWhere(Kind::RetiredKey, "token", token))
        draft.remove(Kind::RetiredKey, retired);
    draft.change({people::accountOf(Kind::Key, token), {}, false, {}, {}, true});
}

Result<> changeKey(Draft &draft, const Asked &asked, const std::string &token, const QJsonObject &said)
{
    const QJsonObject body = withPlainExpiry(said, asked.now);
    if (auto right = checkKey(draft, body); !right)
        return right;
    QJsonObject fields = *draft.find(Kind::Key, token);
    if (auto may = mayGive(draft, asked, fields, body); !may)
        return may;
    if (auto within = withinBounds(asked, body); !within)
        return Failure {within.error()};
    if (auto free = checkAlias(draft, textIn(body, "key_alias"), token); !free)
        return free;
    lay(people::givenIn(Kind::Key, body), fields);
    if (auto lifted = lift(asked, body, fields); !lifted)
        return lifted;
    if (auto laid = layRequest(body, fields, asked.now); !laid)
        return laid;
    keep(token, fields, body, draft, asked);
    return {};
}

} // namespace gatehouse::admin
