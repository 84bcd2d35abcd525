// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/tray/today.h"

#include "ui/api/other_gateway.h"
#include "ui/models/text.h"
#include "ui/session.h"

#include <QDateTime>
#include <QJsonObject>
#include <QUrlQuery>

#include <chrono>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

Today::Today(Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    m_timer.setInterval(std::chrono::minutes(1));
    connect(&m_timer, &QTimer::timeout, this, &Today::ask);
    onOtherGateway(session, this, [this] { forget(); });
    connect(&session, &Session::stateChanged, this, [this] {
        if (!m_session.isRunning())
            return forget();
        m_timer.start();
        ask();
    });
}

void Today::ask()
{
    if (!m_session.isRunning())
        return;
    const QString day = QDateTime::currentDateTimeUtc().date().toString(Qt::ISODate);
    QUrlQuery query;
    query.addQueryItem(u"start_date"_s, day);
    query.addQueryItem(u"end_date"_s, day);
    m_session.client().get(u"/user/daily/activity/aggregated"_s, query, this, [this](const Answer &answer) { take(answer); });
}

void Today::take(const Answer &answer)
{
    if (!answer.isOk())
        return;
    const QJsonObject sums = answer.json.object().value("metadata"_L1).toObject();
    m_spend = sums.value("total_spend"_L1).toDouble();
    m_tokens = sums.value("total_tokens"_L1).toInteger();
    m_requests = sums.value("total_api_requests"_L1).toInteger();
    Q_EMIT changed();
}

void Today::forget()
{
    m_timer.stop();
    m_spend = {};
    Q_EMIT changed();
}

QString Today::text() const
{
    if (!m_spend)
        return {};
    //: %1 is an amount of money, %2 a number of tokens
    return tr("Today %1 · %2 tokens").arg(moneyText(*m_spend), countText(m_tokens));
}

} // namespace gatehouse::ui
