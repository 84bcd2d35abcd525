// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/store/spend_filter.h"

#include "gateway/store/record_text.h"
#include "gateway/wire/json_writer.h"

namespace gatehouse::store {

namespace {

// The term that lets an index of those who say something be used.
void isSaid(Condition &condition, std::string_view column, const std::string &value)
{
    condition.is(column, value);
    if (!value.empty())
        condition.add(latin(column) + QStringLiteral(" <> ''"));
}

// In the entry's text: our own writing has no spaces. A caller's metadata could say the same; that is a row too many, not one too
// few.
void isInEntry(Condition &condition, const std::string &part)
{
    QString pattern = sqlText(part);
    for (const char c : {'\\', '%', '_'})
        pattern.replace(QLatin1Char(c), QStringLiteral("\\") + QLatin1Char(c));
    condition.add(QStringLiteral("entry LIKE ? ESCAPE '\\'"), {QString(QStringLiteral("%") + pattern + QStringLiteral("%"))});
}

std::string quoted(const std::string &text)
{
    std::string out;
    wire::appendJsonString(out, text);
    return out;
}

void limitTimes(Condition &condition, const SpendFilter &filter)
{
    if (filter.begin)
        condition.add(QStringLiteral("started_at >= ?"), {static_cast<qlonglong>(*filter.begin)});
    if (filter.end)
        condition.add(QStringLiteral("started_at < ?"), {static_cast<qlonglong>(*filter.end)});
}

void limitOutcome(Condition &condition, const SpendFilter &filter)
{
    if (filter.status == "success" || filter.status == "failure")
        condition.add(
            filter.status == "success" ? QStringLiteral("outcome = 'completed'") : QStringLiteral("outcome <> 'completed'"));
    if (filter.httpStatus)
        condition.add(QStringLiteral("http_status = ?"), {static_cast<qlonglong>(*filter.httpStatus)});
    if (filter.atLeast)
        condition.add(QStringLiteral("spend_nanos >= ?"), {static_cast<qlonglong>(filter.atLeast->nanoDollars)});
    if (filter.atMost)
        condition.add(QStringLiteral("spend_nanos <= ?"), {static_cast<qlonglong>(filter.atMost->nanoDollars)});
}

void limitTexts(Condition &condition, const SpendFilter &filter)
{
    if (!filter.keyAlias.empty())
        isInEntry(condition, "\"key_alias\":" + quoted(filter.keyAlias));
    if (!filter.tag.empty())
        isInEntry(condition, quoted(filter.tag));
    if (!filter.errorMessage.empty()) {
        std::string part = quoted(filter.errorMessage);
        isInEntry(condition, part.substr(1, part.size() - 2));
    }
}

} // namespace

Condition SpendFilter::condition() const
{
    Condition condition;
    scope.limit(condition);
    if (!requestId.empty())
        condition.add(
            QStringLiteral("(request_id = ? OR (call_id = ? AND call_id <> ''))"), {sqlText(requestId), sqlText(requestId)});
    condition.is("api_key", apiKey);
    isSaid(condition, "user_id", userId);
    isSaid(condition, "team_id", teamId);
    isSaid(condition, "end_user", endUser);
    isSaid(condition, "session_id", sessionId);
    condition.is("organization_id", organizationId);
    condition.is("model", model);
    condition.is("model_group", modelGroup);
    condition.is("model_id", modelId);
    condition.is("custom_llm_provider", provider);
    limitTimes(condition, *this);
    limitOutcome(condition, *this);
    limitTexts(condition, *this);
    return condition;
}

bool SpendFilter::isTimeOnly() const
{
    SpendFilter times;
    times.begin = begin;
    times.end = end;
    return condition().where() == times.condition().where();
}

} // namespace gatehouse::store
