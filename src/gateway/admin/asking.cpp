// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/asking.h"

#include "gateway/core/number_from.h"
#include "gateway/limits/reset_time.h"
#include "gateway/people/accounts.h"
#include "gateway/people/fields.h"

#include <algorithm>

namespace gatehouse::admin {

using people::qt;
using people::textIn;

namespace {

// PostgreSQL's indexes hold keys of some 2,700 bytes, and the names of accounts are made of two ids.
constexpr std::size_t longestId = 512;

constexpr const char *amounts[] {"max_budget", "soft_budget", "spend", "max_budget_in_team", "max_budget_in_organization",
    "team_member_budget", "temp_budget_increase"};
constexpr const char *counts[] {
    "tpm_limit", "rpm_limit", "max_parallel_requests", "team_member_rpm_limit", "team_member_tpm_limit"};

Failure<Error> wrong(const char *name, const char *type, const std::string &message, const QJsonValue &input)
{
    return unprocessable({QJsonObject {{QStringLiteral("type"), QLatin1String(type)},
        {QStringLiteral("loc"), QJsonArray {QStringLiteral("body"), QLatin1String(name)}}, {QStringLiteral("msg"), qt(message)},
        {QStringLiteral("input"), input}}});
}

bool comesBefore(const QJsonValue &one, const QJsonValue &other)
{
    if (one.isDouble() && other.isDouble())
        return one.toDouble() < other.toDouble();
    return one.toVariant().toString() < other.toVariant().toString();
}

} // namespace

Result<> checkMembers(std::span<const people::Column> columns, const QJsonObject &body)
{
    const QJsonArray complaints = people::complaints(columns, body);
    return complaints.isEmpty() ? Result<> {} : Result<>(unprocessable(complaints));
}

Result<> checkLimits(const QJsonObject &fields)
{
    const auto isSet = [&fields](const char *name) {
        const QJsonValue value = fields.value(QLatin1String(name));
        return !value.isUndefined() && !value.isNull();
    };
    for (const char *name : amounts) {
        if (isSet(name) && !people::moneyIn(fields, name))
            return refusal(
                400, std::string(name) + " cannot be negative, nor more than 9.2 billion dollars", "bad_request_error", name);
    }
    for (const char *name : counts) {
        const auto count = people::integerIn(fields, name);
        if (isSet(name) && (!count || *count < 0))
            return refusal(400, std::string(name) + " has to be a whole number that is not negative", "bad_request_error", name);
    }
    return {};
}

Result<> checkId(const char *name, const std::string &id)
{
    if (id.empty())
        return wrong(name, "string_too_short", "String should have at least 1 character", QString());
    if (id.size() > longestId)
        return wrong(name, "string_too_long", "String should have at most " + std::to_string(longestId) + " characters",
            QString(qt(id).left(40) + QStringLiteral("…")));
    const auto isControl = [](unsigned char character) { return character < ' ' || character == 0x7f; };
    if (std::any_of(id.begin(), id.end(), isControl))
        return wrong(name, "string_pattern_mismatch", "String should have no control characters", qt(id));
    return {};
}

Result<> checkIds(std::initializer_list<const char *> names, const QJsonObject &body)
{
    for (const char *name : names) {
        const std::string id = textIn(body, name);
        if (auto right = id.empty() ? Result<> {} : checkId(name, id); !right)
            return right;
    }
    return {};
}

Result<> checkDuration(const QJsonObject &body, const char *name)
{
    const std::string duration = textIn(body, name);
    if (duration.empty() || limits::nextReset({duration, "UTC"}, Clock::Wall {}))
        return {};
    return refusal(400, "Invalid " + std::string(name) + ": " + duration + ". Write a number and s, m, h, d, w or mo, or monthly",
        "bad_request_error", name);
}

Result<std::string> requiredText(const QJsonObject &body, const char *name)
{
    const QJsonValue value = body.value(QLatin1String(name));
    if (value.isUndefined() || value.isNull())
        return missingMember(name);
    if (!value.isString())
        return wrong(name, "string_type", "Input should be a valid string", value);
    return value.toString().toStdString();
}

Result<std::vector<std::string>> requiredTexts(const QJsonObject &body, const char *name, const char *otherwise)
{
    const people::Column column {name, people::Type::Texts};
    if (auto right = checkMembers({&column, 1}, body); !right)
        return Failure {right.error()};
    std::vector<std::string> texts = people::listIn(body, name);
    if (texts.empty())
        return refusal(400, otherwise);
    return texts;
}

void lay(const QJsonObject &from, QJsonObject &fields)
{
    for (auto each = from.begin(); each != from.end(); ++each)
        fields.insert(each.key(), each.value());
}

void moveIntoMetadata(std::span<const char *const> names, const QJsonObject &body, QJsonObject &fields)
{
    QJsonObject metadata = fields.value(QStringLiteral("metadata")).toObject();
    for (const char *name : names) {
        const QJsonValue value = body.value(QLatin1String(name));
        if (!value.isUndefined() && !value.isNull())
            metadata.insert(QLatin1String(name), value);
    }
    if (!metadata.isEmpty())
        fields.insert(QStringLiteral("metadata"), metadata);
}

void setSpend(people::Kind kind, const std::string &id, const QJsonObject &body, people::Draft &draft)
{
    if (const auto spend = people::moneyIn(body, "spend"))
        draft.change({people::accountOf(kind, id), spend, false, {}, {}, false});
}

Result<Page> pageOf(const Asked &asked, const char *sizeName, int usualSize, int mostAtOnce)
{
    Page page {1, usualSize, asked.query("sort_order") != "asc", asked.query("sort_by")};
    const auto read = [&asked](const char *name, int most, int &number) -> Result<> {
        const std::string text = asked.query(name);
        const auto said = text.empty() ? std::optional(number) : numberFrom<int>(text);
        if (!said || *said < 1 || *said > most)
            return unprocessable({QJsonObject {{QStringLiteral("type"), QStringLiteral("int_parsing")},
                {QStringLiteral("loc"), QJsonArray {QStringLiteral("query"), QLatin1String(name)}},
                {QStringLiteral("msg"), qt("Input should be a valid integer from 1 to " + std::to_string(most))},
                {QStringLiteral("input"), qt(text)}}});
        number = *said;
        return {};
    };
    constexpr int lastPage = 1'000'000;
    if (auto right = read("page", lastPage, page.number); !right)
        return Failure {right.error()};
    if (auto right = read(sizeName, mostAtOnce, page.size); !right)
        return Failure {right.error()};
    return page;
}

QJsonArray shareOf(std::vector<QJsonObject> rows, const Page &page)
{
    const QString column = page.sortBy.empty() ? QStringLiteral("created_at") : qt(page.sortBy);
    std::stable_sort(rows.begin(), rows.end(), [&](const QJsonObject &one, const QJsonObject &other) {
        return page.isDescending ? comesBefore(other.value(column), one.value(column))
                                 : comesBefore(one.value(column), other.value(column));
    });
    QJsonArray share;
    const std::size_t begin = static_cast<std::size_t>(page.number - 1) * static_cast<std::size_t>(page.size);
    for (std::size_t i = begin; i < rows.size() && i < begin + static_cast<std::size_t>(page.size); ++i)
        share.append(rows[i]);
    return share;
}

int pagesOf(std::size_t rows, const Page &page)
{
    const auto size = static_cast<std::size_t>(page.size);
    return static_cast<int>((rows + size - 1) / size);
}

QJsonObject pageAnswer(const char *name, std::vector<QJsonObject> rows, const Page &page)
{
    const std::size_t total = rows.size();
    return {{QLatin1String(name), shareOf(std::move(rows), page)}, {QStringLiteral("total"), static_cast<qint64>(total)},
        {QStringLiteral("page"), page.number}, {QStringLiteral("page_size"), page.size},
        {QStringLiteral("total_pages"), pagesOf(total, page)}};
}

bool isOn(const Asked &asked, std::string_view name)
{
    const std::string text = asked.query(name);
    return text == "true" || text == "True" || text == "1";
}

std::vector<std::string> listIn(const std::string &commaSeparated)
{
    std::vector<std::string> texts;
    for (const QString &each : qt(commaSeparated).split(QLatin1Char(','), Qt::SkipEmptyParts))
        texts.push_back(each.trimmed().toStdString());
    return texts;
}

} // namespace gatehouse::admin
