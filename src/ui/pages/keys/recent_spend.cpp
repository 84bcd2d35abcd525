// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/keys/recent_spend.h"

#include <QHash>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

constexpr qint64 mostDays = 400; ///< whatever an answer says

void addModels(const QJsonObject &day, QHash<QString, ModelSpend> &models)
{
    const QJsonObject parts = day.value("breakdown"_L1).toObject().value("models"_L1).toObject();
    for (auto each = parts.begin(); each != parts.end(); ++each) {
        const QJsonObject metrics = each.value().toObject().value("metrics"_L1).toObject();
        ModelSpend &model = models[each.key()];
        model.model = each.key();
        model.dollars += metrics.value("spend"_L1).toDouble();
        model.requests += metrics.value("api_requests"_L1).toInteger();
    }
}

} // namespace

RecentSpend RecentSpend::of(const QJsonObject &answer, const QDate &first, const QDate &last)
{
    RecentSpend recent;
    const qint64 span = std::clamp<qint64>(first.daysTo(last) + 1, 0, mostDays);
    for (qint64 at = 0; at < span; ++at)
        recent.days.append({.day = first.addDays(at)});
    QHash<QString, ModelSpend> models;
    for (const QJsonValue each : answer.value("results"_L1).toArray()) {
        const QJsonObject day = each.toObject();
        const QJsonObject metrics = day.value("metrics"_L1).toObject();
        const qint64 at = first.daysTo(QDate::fromString(day.value("date"_L1).toString(), Qt::ISODate));
        if (at < 0 || at >= span)
            continue;
        DaySpend &sum = recent.days[at];
        sum.dollars += metrics.value("spend"_L1).toDouble();
        sum.requests += metrics.value("api_requests"_L1).toInteger();
        sum.failed += metrics.value("failed_requests"_L1).toInteger();
        recent.dollars += metrics.value("spend"_L1).toDouble();
        recent.requests += metrics.value("api_requests"_L1).toInteger();
        addModels(day, models);
    }
    recent.models = models.values();
    std::sort(recent.models.begin(), recent.models.end(), [](const ModelSpend &one, const ModelSpend &other) {
        return one.dollars != other.dollars ? one.dollars > other.dollars : one.model < other.model;
    });
    return recent;
}

} // namespace gatehouse::ui
