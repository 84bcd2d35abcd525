// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/predict_spend.h"

#include "gateway/admin/answers.h"
#include "gateway/admin/spend_question.h"

#include <QDate>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <map>

namespace gatehouse::admin {

namespace {

using DayCosts = std::map<QDate, std::int64_t>; // nano-dollars

constexpr double nanos = 1e9;
constexpr double mostDollars = 9e9;

DayCosts daysIn(const QJsonArray &data)
{
    DayCosts days;
    for (const auto &each : data) {
        const QDate date = QDate::fromString(each[QLatin1String("date")].toString().left(10), Qt::ISODate);
        const double spend = std::clamp(each[QLatin1String("spend")].toDouble(), 0.0, mostDollars);
        if (date.isValid())
            days[date] = std::llround(spend * nanos);
    }
    return days;
}

std::int64_t average(const DayCosts &days)
{
    constexpr std::size_t most = 7;
    const std::size_t count = std::min(days.size(), most);
    double sum = 0;
    auto day = days.rbegin();
    for (std::size_t i = 0; i < count; ++i, ++day)
        sum += static_cast<double>(day->second);
    return std::llround(sum / static_cast<double>(count));
}

} // namespace

Result<std::string> prediction(const std::string &body)
{
    const QJsonValue data = QJsonDocument::fromJson(QByteArray::fromStdString(body)).object()[QLatin1String("data")];
    const DayCosts days = daysIn(data.toArray());
    if (days.empty())
        return Failure {
            Error {Fault::InvalidRequest, "data must be a list of {\"date\": \"2024-01-31\", \"spend\": 1.5}", 0, {}, "data"}};
    const QDate last = days.rbegin()->first;
    const Money daily {average(days)};
    Money month;
    for (const auto &[date, spend] : days)
        month = date.year() == last.year() && date.month() == last.month() ? month + Money {spend} : month;
    wire::JsonWriter json;
    json.beginObject().key("response").beginArray();
    for (QDate day = last.addDays(1); day.month() == last.month(); day = day.addDays(1)) {
        month = month + daily;
        json.beginObject()
            .key("date")
            .string(day.toString(Qt::ISODate).toStdString())
            .key("predicted_spend")
            .raw(dollars(daily))
            .endObject();
    }
    json.endArray().key("predicted_spend");
    return json
        .string("Predicted Spend for " + last.toString(QStringLiteral("yyyy-MM")).toStdString() + " is: $" + dollars(month))
        .endObject()
        .take();
}

void predictSpend(pipeline::Context &, pipeline::Inbound inbound)
{
    auto predicted = prediction(inbound.request.body);
    if (!predicted)
        return answerError(inbound, predicted.error());
    answerJson(inbound, std::move(*predicted));
}

} // namespace gatehouse::admin
