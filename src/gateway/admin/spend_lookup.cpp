// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/spend_lookup.h"

#include "gateway/admin/answers.h"

#include <QDate>

#include <algorithm>
#include <charconv>

namespace gatehouse::admin {

namespace {

std::string errorJson(const Error &error)
{
    return translate::errorBody(error, Dialect::OpenAiChat);
}

// Days since 1970, of YYYY-MM-DD; a time behind it is of no account.
Result<std::optional<std::int64_t>> dayOf(const wire::Request &request, const std::string &name)
{
    const std::string text = request.queryValue(name);
    if (text.empty())
        return std::optional<std::int64_t>();
    const QDate date = QDate::fromString(QString::fromStdString(text.substr(0, 10)), Qt::ISODate);
    if (!date.isValid())
        return Failure {Error {Fault::InvalidRequest, name + " must be a day such as 2024-01-31", 0, {}, name}};
    return std::optional<std::int64_t>(QDate(1970, 1, 1).daysTo(date));
}

std::int64_t limitOf(const wire::Request &request)
{
    constexpr std::int64_t most = 10'000;
    const std::string text = request.queryValue("limit");
    std::int64_t limit = store::SpendQuery {}.limit;
    std::from_chars(text.data(), text.data() + text.size(), limit);
    return std::clamp<std::int64_t>(limit, 1, most);
}

Result<store::SpendQuery> queryOf(const wire::Request &request)
{
    store::SpendQuery query;
    query.requestId = request.queryValue("request_id");
    query.apiKey = request.queryValue("api_key");
    query.userId = request.queryValue("user_id");
    const auto first = dayOf(request, "start_date"), last = dayOf(request, "end_date");
    if (!first || !last)
        return Failure {first ? last.error() : first.error()};
    query.firstDay = *first;
    query.lastDay = *last;
    query.isSummary = *first && *last && request.queryValue("summarize") != "false";
    constexpr std::int64_t mostDays = 3660;
    if (query.isSummary && **last - **first > mostDays)
        return Failure {Error {Fault::InvalidRequest, "at most ten years can be summed up at once", 0, {}, "start_date"}};
    query.limit = limitOf(request);
    return query;
}

} // namespace

void listSpend(pipeline::Context &context, pipeline::Inbound inbound)
{
    auto query = queryOf(inbound.request);
    if (!query)
        return answerJson(inbound, errorJson(query.error()), query.error().httpStatus());
    SpendLookup::begin(context, std::move(inbound), std::move(*query));
}

void SpendLookup::begin(pipeline::Context &context, pipeline::Inbound inbound, store::SpendQuery query)
{
    auto *lookup = new SpendLookup(context, std::move(inbound));
    const auto answered = std::make_shared<Answered>();
    connect(answered.get(), &Answered::come, lookup, &SpendLookup::onAnswer, Qt::QueuedConnection);
    context.shared.keeper.spendLogs(std::move(query), [answered](const Result<std::string> &answer) {
        Q_EMIT answered->come(
            answer ? 200 : answer.error().httpStatus(), QByteArray::fromStdString(answer ? *answer : errorJson(answer.error())));
    });
}

SpendLookup::SpendLookup(pipeline::Context &context, pipeline::Inbound inbound)
    : m_context(context)
    , m_inbound(std::move(inbound))
{
    context.enter(*this);
    m_inbound.reply->listen(this);
}

SpendLookup::~SpendLookup()
{
    if (m_inbound.reply)
        m_inbound.reply->listen(nullptr);
}

void SpendLookup::onAnswer(int status, const QByteArray &json)
{
    if (m_ended)
        return;
    answerJson(m_inbound, json.toStdString(), status);
    end();
}

void SpendLookup::shutDown()
{
    const Error stopping {Fault::ShuttingDown, "the gateway is shutting down; please try again"};
    onAnswer(stopping.httpStatus(), QByteArray::fromStdString(errorJson(stopping)));
}

void SpendLookup::end()
{
    if (std::exchange(m_ended, true))
        return;
    m_inbound.reply->listen(nullptr);
    m_context.leave(*this);
    deleteLater();
}

} // namespace gatehouse::admin
