// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/overview/top_card.h"

#include "ui/api/poll.h"
#include "ui/models/traffic_window.h"
#include "ui/pages/overview/range.h"
#include "ui/pages/overview/row_list.h"
#include "ui/pages/overview/top_rows.h"
#include "ui/session.h"
#include "ui/widgets/segments.h"

#include <QDateTime>

#include <chrono>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

constexpr qsizetype most = 5;

QStringList captions()
{
    QStringList all;
    for (const TopKind &kind : topKinds())
        all << kind.caption();
    return all;
}

/// From the beginning of the range until now.
TrafficWindow spanOf(const Range &range)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const qint64 seconds = qint64(range.step) * range.join * range.points;
    const QDateTime begin = range.days > 0 ? now.date().addDays(1 - range.days).startOfDay(Qt::UTC) : now.addSecs(-seconds);
    return {begin.toMSecsSinceEpoch(), now.toMSecsSinceEpoch(), range.days == 0};
}

QUrlQuery daysOf(const Range &range)
{
    const QDate today = QDateTime::currentDateTimeUtc().date();
    QUrlQuery query;
    query.addQueryItem(u"start_date"_s, today.addDays(1 - range.days).toString(Qt::ISODate));
    query.addQueryItem(u"end_date"_s, today.toString(Qt::ISODate));
    return query;
}

} // namespace

TopCard::TopCard(Session &session, QWidget *parent)
    : Card(tr("Most spent"), parent)
    , m_range(&ranges().front())
    , m_choice(new Segments(captions(), tr("What is ranked")))
    , m_rows(new RowList(tr("Most spent")))
    , m_poll(new Poll(session, u"/series"_s, std::chrono::seconds(10), this))
{
    addTool(m_choice);
    addContent(m_rows);
    body()->addStretch(1);
    m_poll->setQuery(m_range->wholeBy(u"model"_s));
    connect(m_choice, &Segments::chosen, this, &TopCard::ask);
    connect(m_poll, &Poll::answered, this, &TopCard::take);
    connect(m_rows, &RowList::chosen, this, [this, &session](const QString &argument) {
        const QString page = QString::fromLatin1(topKinds()[std::size_t(m_choice->current())].page);
        session.openPage(page, page == "traffic"_L1 ? windowWord(spanOf(*m_range)) + u' ' + argument : argument);
    });
}

void TopCard::setRange(const Range &range)
{
    m_range = &range;
    ask();
}

void TopCard::ask()
{
    const TopKind &kind = topKinds()[std::size_t(m_choice->current())];
    const bool byDay = m_range->days > 0;
    m_poll->setQuery(byDay ? daysOf(*m_range) : m_range->wholeBy(QString::fromLatin1(kind.dimension)));
    m_poll->setPath(byDay ? QString::fromLatin1(kind.report) : u"/series"_s);
}

void TopCard::take(const Answer &answer)
{
    if (!answer.isOk())
        return;
    const TopKind &kind = topKinds()[std::size_t(m_choice->current())];
    m_rows->setRows(m_range->days > 0 ? topOfReport(kind, answer.json, most) : topOfSeries(kind, answer.json, most));
    //: %1 is "the last hour" or another time
    m_rows->setEmptyText(tr("Nothing in %1.").arg(m_range->sentence()));
}

void TopCard::refresh()
{
    ask(); // the days may be others by now
    m_poll->ask();
}

} // namespace gatehouse::ui
