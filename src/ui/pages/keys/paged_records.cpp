// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/keys/paged_records.h"

#include "ui/models/record_table.h"
#include "ui/session.h"

#include <QEvent>
#include <QSet>
#include <QWidget>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

constexpr int pageRows = 100;
constexpr int mostRefreshed = 4;        ///< pages at once: more cannot be seen
constexpr int mostKeptAfterChange = 10; ///< pages that are asked for again when rows came or went
constexpr std::chrono::milliseconds usualWait = std::chrono::seconds(10);
constexpr std::chrono::milliseconds soon = std::chrono::milliseconds(800);

} // namespace

PagedRecords::PagedRecords(Session &session, const AccountSection &section, RecordTable &table, QWidget *viewer)
    : QObject(viewer)
    , m_session(session)
    , m_section(section)
    , m_table(table)
    , m_viewer(viewer)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(usualWait);
    m_soon.setSingleShot(true);
    m_soon.setInterval(soon);
    connect(&m_timer, &QTimer::timeout, this, &PagedRecords::refresh);
    connect(&m_soon, &QTimer::timeout, this, &PagedRecords::refresh);
    connect(&session, &Session::stateChanged, this, &PagedRecords::refresh);
    connect(&session.client(), &Client::targetChanged, this, &PagedRecords::restart);
    connect(&session.events(), &EventFeed::reconnected, this, &PagedRecords::refresh);
    connect(&session.events(), &EventFeed::happened, this, [this](const QString &name) {
        if (name == "record_changed"_L1)
            refresh();
        else if (name == "budget"_L1 && !m_soon.isActive())
            m_soon.start();
    });
    // Who was charged is known as soon as a request is over; while many are, not more often than this.
    connect(&session.feed(), &TrafficFeed::received, this, [this] {
        if (isSeen() && !m_soon.isActive())
            m_soon.start();
    });
    viewer->installEventFilter(this);
}

bool PagedRecords::isSeen() const
{
    return m_session.isRunning() && m_viewer->isVisible() && !m_viewer->window()->isMinimized();
}

bool PagedRecords::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show)
        QMetaObject::invokeMethod(this, &PagedRecords::refresh, Qt::QueuedConnection);
    else if (event->type() == QEvent::Hide)
        m_timer.stop();
    return QObject::eventFilter(watched, event);
}

void PagedRecords::restart()
{
    ++m_epoch;
    m_rows.clear();
    m_wanted.clear();
    m_total = -1;
    m_asking = false;
    m_table.clear();
    Q_EMIT changed();
    refresh();
}

void PagedRecords::setSearch(const QString &words)
{
    if (words == m_search)
        return;
    m_search = words;
    ++m_epoch;
    m_rows.clear(); // the table keeps its own until others come: nothing flickers while somebody types
    m_wanted = {1};
    m_total = -1;
    m_asking = false;
    askNext();
}

void PagedRecords::sortBy(const QString &column, Qt::SortOrder order)
{
    if (column == m_sortBy && order == m_order)
        return;
    m_sortBy = column;
    m_order = order;
    if (!isPaged() || (m_total >= 0 && m_rows.size() >= m_total))
        return; // all are here: the view sorts
    ++m_epoch;
    m_rows.clear();
    m_wanted = {1};
    m_asking = false;
    askNext();
}

void PagedRecords::setInView(int first, int last)
{
    m_first = std::max(0, first);
    m_last = std::max(m_first, last);
}

void PagedRecords::more()
{
    if (!isPaged() || m_total < 0 || m_rows.size() >= m_total || m_asking)
        return;
    want(int(m_rows.size()) / pageRows + 1);
    askNext();
}

void PagedRecords::refresh()
{
    m_timer.stop();
    if (!isSeen())
        return;
    const int first = isPaged() ? m_first / pageRows + 1 : 1;
    const int last = isPaged() ? m_last / pageRows + 1 : 1;
    for (int page = first; page <= std::min(last, first + mostRefreshed - 1); ++page)
        want(page);
    askNext();
}

void PagedRecords::want(int page)
{
    if (!m_wanted.contains(page))
        m_wanted.append(page);
}

QUrlQuery PagedRecords::query(int page) const
{
    QUrlQuery query(QString::fromLatin1(m_section.query));
    if (!isPaged())
        return query;
    query.addQueryItem(u"page"_s, QString::number(page));
    query.addQueryItem(QString::fromLatin1(m_section.pageSize), QString::number(pageRows));
    if (!m_search.isEmpty())
        query.addQueryItem(u"search"_s, QString::fromLatin1(QUrl::toPercentEncoding(m_search)));
    if (!m_sortBy.isEmpty()) {
        query.addQueryItem(u"sort_by"_s, m_sortBy);
        query.addQueryItem(u"sort_order"_s, m_order == Qt::AscendingOrder ? u"asc"_s : u"desc"_s);
    }
    return query;
}

void PagedRecords::askNext()
{
    if (m_asking || m_wanted.isEmpty() || !m_session.isRunning())
        return;
    const int page = m_wanted.takeFirst();
    m_asking = true;
    m_session.client().get(
        QString::fromLatin1(m_section.list), query(page), this, [this, page, epoch = m_epoch](const Answer &answer) {
            if (epoch != m_epoch)
                return;
            m_asking = false;
            take(page, answer);
        });
}

void PagedRecords::take(int page, const Answer &answer)
{
    m_timer.start();
    if (answer.kind == Answer::Kind::Cancelled)
        return;
    if (!answer.isOk()) {
        m_wanted.clear();
        return Q_EMIT failed(answer.problem, answer.kind == Answer::Kind::Denied);
    }
    const QJsonObject whole = answer.json.object();
    const QString member = QString::fromLatin1(m_section.rows);
    const QJsonArray rows = member.isEmpty() ? answer.json.array() : whole.value(member).toArray();
    const int total = isPaged() ? whole.value(QLatin1StringView(m_section.total)).toInt() : int(rows.size());
    const bool hasShifted = m_total >= 0 && total != m_total;
    m_total = total;
    place(page, rows);
    if (hasShifted) {
        const int kept = std::min(int(m_rows.size() - 1) / pageRows + 1, mostKeptAfterChange);
        m_rows.resize(std::min<qsizetype>(m_rows.size(), qsizetype(kept) * pageRows));
        for (int each = 1; each <= kept; ++each) {
            if (each != page)
                want(each);
        }
    }
    show();
    askLastUsed(rows);
    askNext();
}

void PagedRecords::place(int page, const QJsonArray &rows)
{
    const qsizetype begin = isPaged() ? qsizetype(page - 1) * pageRows : 0;
    const qsizetype end = begin + rows.size();
    m_rows.resize(std::max(m_rows.size(), end));
    for (qsizetype at = 0; at < rows.size(); ++at)
        m_rows[begin + at] = rows[at].toObject();
    if (!isPaged() || rows.size() < pageRows)
        m_rows.resize(end);
    m_rows.resize(std::min<qsizetype>(m_rows.size(), m_total));
}

void PagedRecords::show()
{
    const QString idKey = QString::fromLatin1(m_section.idKey);
    QSet<QString> seen;
    QJsonArray records;
    for (QJsonObject row : m_rows) {
        const QString id = row.value(idKey).toString();
        if (id.isEmpty() || seen.contains(id)) // between two pages a row may have moved from one to the other
            continue;
        seen.insert(id);
        if (const QString used = m_lastUsed.value(id); !used.isEmpty())
            row.insert("last_used"_L1, used);
        records.append(row);
    }
    m_table.setRecords(records);
    Q_EMIT changed();
}

void PagedRecords::askLastUsed(const QJsonArray &rows)
{
    constexpr qsizetype mostAtOnce = 500;
    if (!m_section.spender || rows.isEmpty())
        return;
    QJsonArray ids;
    for (qsizetype at = 0; at < std::min(rows.size(), mostAtOnce); ++at)
        ids.append(rows[at].toObject().value(QLatin1StringView(m_section.idKey)));
    const QJsonObject question {{u"of"_s, QString::fromLatin1(m_section.spender)}, {u"ids"_s, ids}};
    m_session.client().post(u"/spend/last_used"_s, question, this, [this, epoch = m_epoch](const Answer &answer) {
        const QJsonObject times = answer.json.object();
        if (!answer.isOk() || times.isEmpty() || epoch != m_epoch)
            return;
        for (auto each = times.begin(); each != times.end(); ++each)
            m_lastUsed.insert(each.key(), each.value().toString());
        show();
    });
}

} // namespace gatehouse::ui
