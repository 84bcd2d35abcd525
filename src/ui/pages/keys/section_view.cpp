// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/keys/section_view.h"

#include "ui/models/record_table.h"
#include "ui/pages/keys/columns.h"
#include "ui/pages/keys/paged_records.h"
#include "ui/session.h"
#include "ui/widgets/record_view.h"

#include <QHeaderView>
#include <QLocale>
#include <QScrollBar>
#include <QSortFilterProxyModel>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace gatehouse::ui {

SectionView::SectionView(Session &session, const AccountSection &section, QWidget *parent)
    : QWidget(parent)
    , m_section(section)
    , m_table(new RecordTable(section.columns(), QString::fromLatin1(section.idKey), this))
    , m_view(new RecordView(*m_table, section.title()))
    , m_records(new PagedRecords(session, section, *m_table, this))
{
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_view);
    setFocusProxy(m_view);
    m_typing.setSingleShot(true);
    m_typing.setInterval(std::chrono::milliseconds(200));
    connect(&m_typing, &QTimer::timeout, this, [this] { m_records->setSearch(m_search); });
    connect(m_records, &PagedRecords::failed, this, &SectionView::onFailed);
    connect(m_records, &PagedRecords::changed, this, [this] {
        m_problem.clear();
        m_denied = false;
        showEmpty();
        onScrolled();
        tryReveal();
        Q_EMIT changed();
    });
    connect(m_view->verticalScrollBar(), &QScrollBar::valueChanged, this, &SectionView::onScrolled);
    connect(m_view->verticalScrollBar(), &QScrollBar::rangeChanged, this, &SectionView::onScrolled);
    connect(m_view->horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, &SectionView::onSorted);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &SectionView::changed);
    showEmpty();
}

void SectionView::setSearch(const QString &words)
{
    m_search = words.simplified();
    if (m_records->isPaged())
        m_typing.start();
    else
        m_view->setFilter(m_search);
    Q_EMIT changed();
}

void SectionView::setConditions(const QUrlQuery &conditions)
{
    m_isConditional = !conditions.isEmpty();
    m_records->setConditions(conditions);
    Q_EMIT changed();
}

void SectionView::refresh()
{
    m_records->refresh();
}

QString SectionView::countText() const
{
    const QLocale locale;
    const int total = m_records->total();
    if (total < 0)
        return {};
    const int shown = m_records->isPaged() ? total : m_view->shownRows();
    if (m_records->isPaged() || shown == total)
        return locale.toString(total);
    //: numbers of rows: %1 of %2 match the filter
    return tr("%1 of %2").arg(locale.toString(shown), locale.toString(total));
}

QList<QJsonObject> SectionView::selected() const
{
    QList<QJsonObject> records;
    for (const QString &id : m_view->selectedIds()) {
        if (const int row = m_table->rowOf(id); row >= 0)
            records.append(m_table->at(row));
    }
    return records;
}

void SectionView::reveal(const QString &id)
{
    m_wished = id;
    tryReveal();
    if (!m_wished.isEmpty())
        m_records->bring(id);
}

void SectionView::tryReveal()
{
    if (!m_wished.isEmpty() && m_view->select(m_wished))
        m_wished.clear();
}

void SectionView::onFailed(const QString &problem, bool isDenied)
{
    m_problem = problem;
    m_denied = isDenied;
    if (isDenied)
        m_table->clear();
    showEmpty();
    Q_EMIT changed();
}

void SectionView::showEmpty()
{
    if (m_denied)
        m_view->setEmptyText(tr("The key this window uses may not see this list. Connect with an administrator's key."));
    else if (!m_problem.isEmpty())
        m_view->setEmptyText(m_problem);
    else if (m_records->total() < 0)
        m_view->setEmptyText({});
    else if (!m_search.isEmpty() || m_isConditional)
        m_view->setEmptyText(tr("Nothing matches. Press Esc to clear the search."));
    else
        m_view->setEmptyText(m_section.empty());
}

void SectionView::onScrolled()
{
    const auto *proxy = static_cast<const QSortFilterProxyModel *>(m_view->model());
    const int rows = proxy->rowCount();
    if (rows == 0)
        return m_records->setInView(0, 0);
    const int top = std::max(0, m_view->rowAt(0));
    const int below = m_view->rowAt(m_view->viewport()->height() - 1);
    const int bottom = below < 0 ? rows - 1 : below;
    int first = m_table->rowCount();
    int last = 0;
    for (int row = top; row <= bottom; ++row) {
        const int source = proxy->mapToSource(proxy->index(row, 0)).row();
        first = std::min(first, source);
        last = std::max(last, source);
    }
    m_records->setInView(first, last);
    constexpr int ahead = 40; // rows that are fetched before they are reached
    if (bottom + ahead >= rows)
        m_records->more();
}

void SectionView::onSorted(int column, Qt::SortOrder order)
{
    const char *name = column < 0 ? "" : m_section.columns()[std::size_t(column)].name;
    if (isServersColumn(name))
        m_records->sortBy(QString::fromLatin1(name), order);
}

} // namespace gatehouse::ui
