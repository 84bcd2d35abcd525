// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/asking.h"
#include "gateway/admin/key_record.h"
#include "gateway/admin/key_rights.h"
#include "gateway/admin/keys.h"
#include "gateway/admin/rights.h"
#include "gateway/admin/rows.h"
#include "gateway/core/period.h"
#include "gateway/people/accounts.h"
#include "gateway/people/fields.h"
#include "gateway/people/token.h"

namespace gatehouse::admin {

using people::Draft;
using people::Kind;
using people::qt;
using people::textIn;

namespace {

// What the old account has spent, and when its period ends, is the new one's.
void moveAccount(const std::string &from, const std::string &to, const std::string &duration, Draft &draft, const Asked &asked)
{
    const auto standing = asked.ledger.standing(from, asked.instant, asked.now);
    people::AccountChange moved {to, standing.spent, true, {}, standing.resetAt, false};
    if (!duration.empty())
        moved.schedule = limits::Schedule {duration, asked.policy().zone};
    if (moved.schedule && !textIn(asked.body, "budget_duration").empty())
        moved.resetAt = limits::nextReset(*moved.schedule, asked.now);
    draft.change({from, {}, false, {}, {}, true});
    draft.change(std::move(moved));
}

// How long the key that is replaced is good.
Result<std::optional<Clock::Wall>> graceOf(const Asked &asked)
{
    const QJsonValue said = asked.body.value(QLatin1String("grace_period"));
    std::string text = said.toString().toStdString();
    if (said.isDouble())
        text = std::to_string(people::integerIn(asked.body, "grace_period").value_or(-1)) + "s";
    if (text.empty() || text == "0" || text == "0s")
        return std::optional<Clock::Wall>();
    const auto period = periodFrom(text);
    if (!period)
        return Failure {refusal(400, "Invalid grace_period: " + text + ". Write a number and s, m, h or d, for example 24h",
            "bad_request_error", "grace_period")
                            .error};
    return std::optional(period->after(asked.now));
}

// Keys that were replaced before lead to the newest too, for as long as they have.
void retire(const std::string &old, const std::string &token, std::optional<Clock::Wall> until, Draft &draft, const Asked &asked)
{
    for (const std::string &earlier : draft.idsWhere(Kind::RetiredKey, "token", old)) {
        QJsonObject fields = *draft.find(Kind::RetiredKey, earlier);
        const auto expires = people::timeIn(fields, "expires");
        if (!until || !expires || *expires <= asked.now) {
            draft.remove(Kind::RetiredKey, earlier);
            continue;
        }
        fields.insert(QStringLiteral("token"), qt(token));
        draft.put(Kind::RetiredKey, earlier, fields);
    }
    if (until)
        draft.put(Kind::RetiredKey, old,
            {{QStringLiteral("token"), qt(token)}, {QStringLiteral("expires"), people::jsonOf(until)}}, "rotated");
}

Result<std::string> newKeyFor(const Draft &draft, const Asked &asked)
{
    const std::string said = textIn(asked.body, "new_key");
    if (said.empty())
        return people::newKey();
    constexpr std::size_t shortest = 8;
    const std::string token = people::tokenOf(said);
    if (said.substr(0, 3) != "sk-" || said.size() < shortest)
        return refusal(400, "New key must start with sk- and be no shorter than 8 characters", "bad_request_error", "new_key");
    if (draft.has(Kind::Key, token) || draft.has(Kind::RetiredKey, token))
        return refusal(400, "This key is taken already", "bad_request_error", "new_key");
    return said;
}

Result<std::string> keyAsked(const Draft &draft, const Asked &asked)
{
    std::string key = asked.id.empty() ? textIn(asked.body, "key") : asked.id;
    if (key.empty()) // a key may be replaced by itself
        key = asked.caller->who->token;
    return changeableKey(draft, asked, key);
}

} // namespace

Result<std::string> regenerateKey(Draft &draft, const Asked &asked)
{
    if (!textIn(asked.body, "new_master_key").empty())
        return refusal(400, "The master key is changed in the configuration, not here", "bad_request_error", "new_master_key");
    const auto old = keyAsked(draft, asked);
    if (!old)
        return old;
    const auto until = graceOf(asked);
    if (!until)
        return Failure {until.error()};
    const auto key = newKeyFor(draft, asked);
    if (!key)
        return key;
    if (auto changed = changeKey(draft, asked, *old, asked.body); !changed)
        return Failure {changed.error()};
    const std::string token = people::tokenOf(*key);
    QJsonObject fields = *draft.find(Kind::Key, *old);
    fields.insert(QStringLiteral("key_name"), qt(people::keyName(*key)));
    fields.insert(
        QStringLiteral("rotation_count"), static_cast<qint64>(people::integerIn(fields, "rotation_count").value_or(0) + 1));
    fields.insert(QStringLiteral("last_rotation_at"), people::jsonOf(std::optional(asked.now)));
    moveAccount(
        people::accountOf(Kind::Key, *old), people::accountOf(Kind::Key, token), textIn(fields, "budget_duration"), draft, asked);
    for (const std::string &model : modelsWithAccount(fields))
        moveAccount(
            people::modelAccountOf(Kind::Key, *old, model), people::modelAccountOf(Kind::Key, token, model), {}, draft, asked);
    draft.remove(Kind::Key, *old);
    draft.put(Kind::Key, token, fields, "rotated");
    retire(*old, token, *until, draft, asked);
    QJsonObject answer = newKeyAnswer(*key, asked.body, draft, asked);
    const auto spent = asked.ledger.standing(people::accountOf(Kind::Key, *old), asked.instant, asked.now).spent;
    answer.insert(QStringLiteral("spend"), people::jsonOf(spent)); // the new account has it once this is kept
    return people::jsonOf(answer);
}

Result<std::string> resetKeySpend(Draft &draft, const Asked &asked)
{
    const auto token = keyAsked(draft, asked);
    if (!token)
        return token;
    const QJsonObject fields = *draft.find(Kind::Key, *token);
    const std::string team = textIn(fields, "team_id");
    if (!asked.caller->isAdmin && (team.empty() || !maySteerTeam(draft, asked, team)))
        return refusal(403, "Only proxy admins and admins of the key's team can reset what a key has spent");
    const QJsonValue said = asked.body.value(QLatin1String("reset_to"));
    if (said.isUndefined() || said.isNull())
        return missingMember("reset_to");
    const std::string account = people::accountOf(Kind::Key, *token);
    const auto standing = asked.ledger.standing(account, asked.instant, asked.now);
    const auto to = people::moneyIn(asked.body, "reset_to");
    if (!to || standing.spent < *to)
        return refusal(400, "reset_to has to be an amount from 0 to what the key has spent, " + dollars(standing.spent),
            "bad_request_error", "reset_to");
    draft.change({account, *to, false, {}, {}, false});
    for (const std::string &model : to->nanoDollars == 0 ? modelsWithAccount(fields) : std::vector<std::string>())
        draft.change({people::modelAccountOf(Kind::Key, *token, model), Money {}, false, {}, {}, false});
    const QJsonObject row = shownRow(Kind::Key, *token, draft, asked);
    return people::jsonOf(QJsonObject {{QStringLiteral("key_hash"), qt(*token)}, {QStringLiteral("spend"), people::jsonOf(*to)},
        {QStringLiteral("previous_spend"), people::jsonOf(standing.spent)},
        {QStringLiteral("max_budget"), row.value(QLatin1String("max_budget"))},
        {QStringLiteral("budget_reset_at"), row.value(QLatin1String("budget_reset_at"))}});
}

} // namespace gatehouse::admin
