// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/api/traffic_feed.h"

#include "ui/api/client.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

constexpr int pageSize = 1000; // all that the gateway remembers: of what is more, a page leaves the oldest out

} // namespace

TrafficFeed::TrafficFeed(Client &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &TrafficFeed::ask);
    connect(&m_client, &Client::targetChanged, this, &TrafficFeed::restart);
}

void TrafficFeed::setPace(Pace pace)
{
    if (pace == m_pace)
        return;
    const bool faster = pace > m_pace;
    m_pace = pace;
    if (pace == Pace::Off)
        m_timer.stop();
    else if (faster && m_failures == 0)
        refresh();
}

void TrafficFeed::refresh()
{
    if (m_pace != Pace::Off && !m_asking)
        ask();
}

void TrafficFeed::restart()
{
    ++m_epoch;
    m_cursor = 0;
    m_failures = 0;
    m_problem.clear();
    m_nextTry = {};
    Q_EMIT restarted();
    Q_EMIT conditionChanged();
    refresh();
}

void TrafficFeed::ask()
{
    m_timer.stop();
    m_asking = true;
    QUrlQuery query;
    query.addQueryItem(u"after"_s, QString::number(m_cursor));
    query.addQueryItem(u"limit"_s, QString::number(pageSize));
    m_client.get(u"/traffic"_s, query, this, [this, epoch = m_epoch](const Answer &answer) {
        m_asking = false;
        if (epoch == m_epoch)
            take(answer);
        else
            schedule(m_intervals.behind); // what the gateway of before still had to say
    });
}

void TrafficFeed::take(const Answer &answer)
{
    if (answer.kind == Answer::Kind::Cancelled)
        return schedule(m_intervals.behind);
    if (!answer.isOk())
        return fail(answer.problem);
    if (!answer.json.object().value("data"_L1).isArray())
        return fail(tr("What answers at %1 is not this gateway.").arg(m_client.baseUrl().authority()));
    takeRows(answer);
}

void TrafficFeed::takeRows(const Answer &answer)
{
    const QJsonArray data = answer.json.object().value("data"_L1).toArray();
    const qint64 next = std::max<qint64>(0, answer.json.object().value("next"_L1).toInteger(m_cursor));
    m_failures = 0;
    m_problem.clear();
    m_nextTry = {};
    m_lastHeard = QDateTime::currentDateTime();
    if (next < m_cursor) {
        // It was started again without our hearing of it. Not at once: a server that does this every time must not spin us.
        m_cursor = 0;
        Q_EMIT restarted();
        return schedule(usualWait());
    }
    m_cursor = next;
    QList<TrafficRow> rows;
    rows.reserve(data.size());
    for (const auto &value : data)
        rows.append(TrafficRow::fromJson(value.toObject()));
    if (!rows.isEmpty())
        Q_EMIT received(rows);
    Q_EMIT conditionChanged();
    schedule(rows.size() >= pageSize ? m_intervals.behind : usualWait());
}

void TrafficFeed::fail(const QString &problem)
{
    m_failures = std::min(m_failures + 1, 16);
    const auto wait = std::max(usualWait(), std::min(m_intervals.longest, usualWait() * (1 << std::min(m_failures, 8))));
    m_problem = problem;
    m_nextTry = QDateTime::currentDateTime().addMSecs(wait.count());
    schedule(wait);
    Q_EMIT conditionChanged();
}

void TrafficFeed::schedule(std::chrono::milliseconds wait)
{
    if (m_pace != Pace::Off && !m_asking)
        m_timer.start(wait);
}

std::chrono::milliseconds TrafficFeed::usualWait() const
{
    return m_pace == Pace::Live ? m_intervals.live : m_intervals.slow;
}

} // namespace gatehouse::ui
