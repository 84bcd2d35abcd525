// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/keys/spend_box.h"

#include "ui/api/poll.h"
#include "ui/models/text.h"
#include "ui/pages/keys/fact_list.h"
#include "ui/session.h"
#include "ui/widgets/label.h"
#include "ui/widgets/time_chart.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

constexpr int days = 30;
constexpr qsizetype mostModels = 6;

} // namespace

SpendBox::SpendBox(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_total(makeLabel(Voice::Body))
    , m_chart(new TimeChart(tr("Spend of each day")))
    , m_models(new FactList(tr("By model")))
{
    m_chart->setLines(
        {{.name = tr("Spend"), .text = [](double dollars) { return moneyText(dollars); }, .shape = ChartLine::Shape::Bars}});
    m_chart->setEmptyText(tr("Nothing spent"));
    m_chart->setFixedHeight(fontMetrics().height() * 9);
    auto *head = new QHBoxLayout;
    head->addWidget(makeLabel(Voice::Strong, tr("Last %n day(s)", nullptr, days)), 1);
    head->addWidget(m_total);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(head);
    column->addWidget(m_chart);
    column->addSpacing(10);
    column->addWidget(m_models);
}

void SpendBox::setAccount(const AccountSection &section, const QString &id, const QDate &today)
{
    setVisible(section.activity != nullptr);
    if (!section.activity)
        return;
    const bool isOther = id != m_id;
    m_id = id;
    m_last = today;
    m_first = m_last.addDays(1 - days);
    if (isOther)
        showNothing();
    QUrlQuery query;
    query.addQueryItem(QString::fromLatin1(section.activityId), QString::fromLatin1(QUrl::toPercentEncoding(id)));
    query.addQueryItem(u"start_date"_s, m_first.toString(Qt::ISODate));
    query.addQueryItem(u"end_date"_s, m_last.toString(Qt::ISODate));
    query.addQueryItem(u"page_size"_s, u"1000"_s);
    const QString path = QString::fromLatin1(section.activity);
    if (!m_poll) {
        m_poll = new Poll(m_session, path, std::chrono::seconds(10), this);
        connect(m_poll, &Poll::answered, this, &SpendBox::take);
    }
    m_poll->setPath(path);
    m_poll->setQuery(query);
}

void SpendBox::showNothing()
{
    m_total->clear();
    m_chart->setData({});
    m_models->setLines({});
}

void SpendBox::take(const Answer &answer)
{
    if (!answer.isOk())
        return m_total->setText(answer.problem);
    const RecentSpend recent = RecentSpend::of(answer.json.object(), m_first, m_last);
    ChartData figures {.from = m_first.startOfDay(Qt::UTC).toSecsSinceEpoch(), .step = 24 * 3600, .utc = true, .values = {{}}};
    for (const DaySpend &day : recent.days)
        figures.values.first().append(day.dollars);
    m_chart->setData(figures);
    //: an amount of money, and how many requests it was for
    m_total->setText(tr("%1 for %n request(s)", nullptr, int(recent.requests)).arg(moneyText(recent.dollars)));
    QList<FactList::Line> lines;
    for (const ModelSpend &model : recent.models.mid(0, mostModels))
        lines.append({model.model.isEmpty() ? dash() : model.model, moneyText(model.dollars),
            tr("%n request(s)", nullptr, int(model.requests))});
    m_models->setLines(lines);
}

} // namespace gatehouse::ui
