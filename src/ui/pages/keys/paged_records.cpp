// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/keys/paged_records.h"

#include "ui/models/record_table.h"
#include "ui/pages/keys/last_uses.h"
#include "ui/session.h"

#include <QEvent>
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
    , m_lastUses(new LastUses(session, section, this))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(usualWait);
    m_soon.setSingleShot(true);
    m_soon.setInterval(soon);
    connect(&m_timer, &QTimer::timeout, this, &PagedRecords::refresh);
    connect(&m_soon, &QTimer::timeout, this, &PagedRecords::refresh);
    connect(m_lastUses, &LastUses::changed, this, [this](qsizetype place, qsizetype many) {
        if (!m_rows.isEmpty()) // else others are on their way, and the table keeps what it has
            showSome(place, many);
    });
    connect(&session, &Session::stateChanged, this, &PagedRecords::refresh);
    connect(&session.client(), &Client::targetChanged, this, &PagedRecords::restart);
    connect(&session.events(), &EventFeed::reconnected, this, &PagedRecords::refresh);
    connect(&session.events(), &EventFeed::happened, this, [this](const QString &name) {
        if (name == "record_changed"_L1)
            refresh();
        else if (name == "budget"_L1)
            askSoon();
    });
    // Who was charged is known as soon as a request is over; while many are, not more often than this.
    connect(&session.feed(), &TrafficFeed::received, this, &PagedRecords::askSoon);
    viewer->installEventFilter(this);
}

/// A long list that comes whole takes the gateway its time: it is not asked for with every request that ends.
bool PagedRecords::isLight() const
{
    return isPaged() || m_rows.size() <= pageRows;
}

void PagedRecords::askSoon()
{
    if (isSeen() && isLight() && !m_soon.isActive())
        m_soon.start();
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
    dropRows();
    m_wanted.clear();
    m_lastUses->forget();
    m_broughtId.clear();
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
    if (!words.isEmpty())
        m_broughtId.clear();
    ++m_epoch;
    dropRows(); // the table keeps its own until others come: nothing flickers while somebody types
    m_wanted = {1};
    m_total = -1;
    m_asking = false;
    askNext();
}

void PagedRecords::setConditions(const QUrlQuery &conditions)
{
    if (conditions == m_conditions)
        return;
    m_conditions = conditions;
    ++m_epoch;
    dropRows();
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
    dropRows();
    m_wanted = {1};
    m_asking = false;
    askNext();
}

void PagedRecords::dropRows()
{
    m_rows.clear();
    m_isMirrored = false;
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
    askBrought();
}

void PagedRecords::bring(const QString &id)
{
    if (!m_section.only)
        return;
    m_broughtId = id;
    m_brought = {};
    askBrought();
}

/// Whether somebody was asked for who is on no page that is there.
bool PagedRecords::needsBringing() const
{
    const auto isIt = [this](const QJsonObject &row) { return idOf(row) == m_broughtId; };
    return !m_broughtId.isEmpty() && std::none_of(m_rows.begin(), m_rows.end(), isIt);
}

/// With every refresh anew, as pages in view are.
void PagedRecords::askBrought()
{
    if (!needsBringing() || !isSeen())
        return;
    QUrlQuery query(QString::fromLatin1(m_section.query));
    query.addQueryItem(QString::fromLatin1(m_section.only), QString::fromLatin1(QUrl::toPercentEncoding(m_broughtId)));
    m_session.client().get(QString::fromLatin1(m_section.list), query, this, [this, id = m_broughtId](const Answer &answer) {
        if (!answer.isOk() || id != m_broughtId)
            return;
        const QJsonArray rows = rowsIn(answer);
        m_brought = rows.at(0).toObject();
        if (m_brought.isEmpty())
            m_broughtId.clear(); // there is none like that
        show();
        m_lastUses->ask(rows, 0, -1);
    });
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
    for (const auto &[name, value] : m_conditions.queryItems())
        query.addQueryItem(name, value);
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
    const QJsonArray rows = rowsIn(answer);
    const int total = isPaged() ? answer.json.object().value(QLatin1StringView(m_section.total)).toInt() : int(rows.size());
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
        m_isMirrored = false;
    }
    const qsizetype begin = isPaged() ? qsizetype(page - 1) * pageRows : 0;
    showSome(begin, rows.size());
    m_lastUses->ask(rows, isPaged() ? 0 : m_first, begin);
    askNext();
}

QJsonArray PagedRecords::rowsIn(const Answer &answer) const
{
    const QString member = QString::fromLatin1(m_section.rows);
    return member.isEmpty() ? answer.json.array() : answer.json.object().value(member).toArray();
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

QString PagedRecords::idOf(const QJsonObject &row) const
{
    return row.value(QLatin1StringView(m_section.idKey)).toString();
}

QList<QJsonObject> PagedRecords::dressed(qsizetype begin, qsizetype many) const
{
    QList<QJsonObject> rows;
    const qsizetype end = std::min(m_rows.size(), begin + many);
    for (qsizetype at = begin; at < end; ++at)
        rows.append(m_lastUses->with(m_rows[at]));
    return rows;
}

bool PagedRecords::appendToTable(const QList<QJsonObject> &rows)
{
    QSet<QString> ids;
    for (const QJsonObject &row : rows)
        ids.insert(idOf(row));
    // Between two pages a row may have moved from one to the other.
    if (ids.size() != rows.size() || ids.contains(QString()) || ids.intersects(m_shown))
        return false;
    m_shown += ids;
    m_table.append(rows);
    return true;
}

void PagedRecords::showSome(qsizetype begin, qsizetype many)
{
    if (begin < 0 || !m_isMirrored || needsBringing())
        return show();
    const qsizetype had = m_table.rowCount();
    const QList<QJsonObject> rows = dressed(begin, many);
    const bool isSame = had == m_rows.size() && m_table.update(int(begin), rows);
    const bool isMore = !isSame && had == begin && had + rows.size() == m_rows.size() && appendToTable(rows);
    if (!isSame && !isMore)
        return show();
    Q_EMIT changed();
}

void PagedRecords::show()
{
    m_shown.clear();
    QJsonArray records;
    const auto add = [&](const QJsonObject &row) {
        const QString id = idOf(row);
        if (id.isEmpty() || m_shown.contains(id))
            return;
        m_shown.insert(id);
        records.append(m_lastUses->with(row));
    };
    if (needsBringing())
        add(m_brought);
    for (const QJsonObject &row : m_rows)
        add(row);
    m_isMirrored = !needsBringing() && records.size() == m_rows.size();
    m_table.setRecords(records);
    Q_EMIT changed();
}

} // namespace gatehouse::ui
