// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/spend_question.h"

#include "gateway/admin/answers.h"
#include "gateway/core/number_from.h"

#include <QCryptographicHash>
#include <QDateTime>

#include <algorithm>
#include <array>

namespace gatehouse::admin {

namespace {

constexpr std::int64_t secondMicros = 1'000'000, daySeconds = 86'400;

Failure<Error> noTime(const std::string &name)
{
    return Failure {Error {
        Fault::InvalidRequest, name + " must be a day such as 2024-01-31, or a time such as 2024-01-31 23:59:59", 0, {}, name}};
}

/// A point in time, and how long what was written stands for: a day or a second.
struct Written {
    std::int64_t seconds = 0, length = 0;
};

std::optional<Written> timeOf(const std::string &written)
{
    QString text = QString::fromStdString(written).trimmed();
    constexpr int dayLength = 10;
    const QDate day = QDate::fromString(text.left(dayLength), Qt::ISODate);
    if (!day.isValid())
        return std::nullopt;
    if (text.size() == dayLength)
        return Written {QDate(1970, 1, 1).daysTo(day) * daySeconds, daySeconds};
    QDateTime time = QDateTime::fromString(text.replace(dayLength, 1, QLatin1Char('T')), Qt::ISODate);
    if (!time.isValid())
        return std::nullopt;
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeSpec(Qt::UTC);
    return Written {time.toSecsSinceEpoch(), 1};
}

Result<std::optional<Written>> timeOf(const wire::Request &request, const std::string &name)
{
    const std::string text = request.queryValue(name);
    auto time = timeOf(text);
    if (!text.empty() && !time)
        return noTime(name);
    return time;
}

std::int64_t dayOf(const Written &time)
{
    return time.seconds >= 0 ? time.seconds / daySeconds : (time.seconds + 1) / daySeconds - 1;
}

Result<> readTimes(store::SpendFilter &filter, const wire::Request &request)
{
    const auto first = timeOf(request, "start_date"), last = timeOf(request, "end_date");
    if (!first || !last)
        return Failure {first ? last.error() : first.error()};
    if (*first)
        filter.begin = (*first)->seconds * secondMicros;
    if (*last)
        filter.end = ((*last)->seconds + (*last)->length) * secondMicros;
    return {};
}

Result<std::optional<Money>> moneyOf(const wire::Request &request, const std::string &name)
{
    const std::string text = request.queryValue(name);
    auto money = moneyFrom(text);
    if (!text.empty() && !money)
        return Failure {Error {Fault::InvalidRequest, name + " must be an amount in dollars", 0, {}, name}};
    return money;
}

Result<> readAmounts(store::SpendFilter &filter, const wire::Request &request)
{
    const auto least = moneyOf(request, "min_spend"), most = moneyOf(request, "max_spend");
    if (!least || !most)
        return Failure {least ? most.error() : least.error()};
    filter.atLeast = *least;
    filter.atMost = *most;
    const std::string code = request.queryValue("error_code");
    const auto status = numberFrom<std::int64_t>(code);
    if (!code.empty() && !status)
        return Failure {Error {Fault::InvalidRequest, "error_code must be an HTTP status", 0, {}, "error_code"}};
    if (status)
        filter.httpStatus = *status;
    return {};
}

/// A filter that is a text, by LiteLLM's name of it.
struct Text {
    std::string_view name;
    std::string store::SpendFilter::*member;
};
constexpr std::array<Text, 15> texts {{
    {"request_id", &store::SpendFilter::requestId},
    {"user_id", &store::SpendFilter::userId},
    {"team_id", &store::SpendFilter::teamId},
    {"organization_id", &store::SpendFilter::organizationId},
    {"end_user", &store::SpendFilter::endUser},
    {"model", &store::SpendFilter::model},
    {"model_group", &store::SpendFilter::modelGroup},
    {"model_id", &store::SpendFilter::modelId},
    {"custom_llm_provider", &store::SpendFilter::provider},
    {"key_alias", &store::SpendFilter::keyAlias},
    {"session_id", &store::SpendFilter::sessionId},
    {"request_tag", &store::SpendFilter::tag},
    {"status_filter", &store::SpendFilter::status},
    {"status", &store::SpendFilter::status},
    {"error_message", &store::SpendFilter::errorMessage},
}};

constexpr std::array<std::pair<std::string_view, store::SpendOrder>, 9> orders {{
    {"startTime", store::SpendOrder::StartTime},
    {"endTime", store::SpendOrder::EndTime},
    {"request_duration_ms", store::SpendOrder::Duration},
    {"duration", store::SpendOrder::Duration},
    {"spend", store::SpendOrder::Spend},
    {"total_tokens", store::SpendOrder::TotalTokens},
    {"prompt_tokens", store::SpendOrder::PromptTokens},
    {"completion_tokens", store::SpendOrder::CompletionTokens},
    {"model", store::SpendOrder::Model},
}};

void addParts(std::vector<std::string> &all, const std::string &text)
{
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(',', begin), text.size());
        if (end > begin)
            all.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
}

} // namespace

store::SpendScope scopeOf(const Identity &identity)
{
    if (identity.isAdmin || !identity.caller)
        return {identity.isAdmin, {}, {}};
    const people::Caller &caller = *identity.caller;
    return {caller.role == people::Role::ProxyAdminViewer, caller.userId(), caller.who->token};
}

std::string keyHash(std::string_view key)
{
    if (!key.starts_with("sk-"))
        return std::string(key);
    const QByteArrayView bytes(key.data(), static_cast<qsizetype>(key.size()));
    return QCryptographicHash::hash(bytes.toByteArray(), QCryptographicHash::Sha256).toHex().toStdString();
}

std::int64_t numberOf(const wire::Request &request, std::string_view name, std::int64_t otherwise, std::int64_t most)
{
    const std::string text = request.queryValue(name);
    return std::clamp<std::int64_t>(numberFrom<std::int64_t>(text).value_or(otherwise), 1, most);
}

std::vector<std::string> listOf(const wire::Request &request, std::string_view name)
{
    std::vector<std::string> all;
    std::string_view rest = request.query;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('&'), rest.size());
        const std::string_view pair = rest.substr(0, end);
        const std::size_t equals = pair.find('=');
        if (equals != std::string_view::npos && wire::percentDecoded(pair.substr(0, equals), true) == name)
            addParts(all, wire::percentDecoded(pair.substr(equals + 1), true));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return all;
}

std::optional<std::int64_t> dayOf(const std::string &text)
{
    const auto time = timeOf(text);
    return time ? std::optional(dayOf(*time)) : std::nullopt;
}

Result<std::optional<Days>> daysOf(const wire::Request &request)
{
    const auto first = timeOf(request, "start_date"), last = timeOf(request, "end_date");
    if (!first || !last)
        return Failure {first ? last.error() : first.error()};
    if (!*first || !*last)
        return std::optional<Days>();
    const Days days {dayOf(**first), dayOf(**last)};
    constexpr std::int64_t most = 3660;
    if (days.last - days.first > most)
        return Failure {Error {Fault::InvalidRequest, "at most ten years can be summed up at once", 0, {}, "start_date"}};
    return std::optional<Days>(days);
}

Days lastDays(const pipeline::Context &context, int count)
{
    const auto now = std::chrono::duration_cast<std::chrono::seconds>(context.clock.wall().time_since_epoch()).count();
    return {now / daySeconds - count + 1, now / daySeconds};
}

Result<store::SpendFilter> filterOf(const pipeline::Inbound &inbound)
{
    const wire::Request &request = inbound.request;
    store::SpendFilter filter;
    filter.scope = scopeOf(inbound.identity);
    filter.apiKey = keyHash(request.queryValue("api_key"));
    for (const Text &text : texts) {
        if (std::string value = request.queryValue(text.name); !value.empty())
            filter.*text.member = std::move(value);
    }
    if (auto read = readTimes(filter, request); !read)
        return Failure {read.error()};
    if (auto read = readAmounts(filter, request); !read)
        return Failure {read.error()};
    return filter;
}

store::SpendPage pageOf(const wire::Request &request, std::string_view sizeName, std::int64_t otherwise, std::int64_t most)
{
    constexpr std::int64_t mostPages = 100'000'000;
    store::SpendPage page;
    page.size = numberOf(request, sizeName, otherwise, most);
    page.number = numberOf(request, "page", 1, mostPages);
    const std::string by = request.queryValue("sort_by");
    const auto found = std::find_if(orders.begin(), orders.end(), [&](const auto &row) { return row.first == by; });
    page.order = found == orders.end() ? store::SpendOrder::StartTime : found->second;
    page.isAscending = request.queryValue("sort_order") == "asc";
    return page;
}

void answerError(pipeline::Inbound &inbound, const Error &error)
{
    answerJson(inbound, translate::errorBody(error, Dialect::OpenAiChat), error.httpStatus());
}

} // namespace gatehouse::admin
