// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/traffic/traffic_table.h"

#include "ui/models/traffic_columns.h"
#include "ui/models/traffic_filter.h"
#include "ui/pages/traffic/traffic_delegate.h"
#include "ui/widgets/colours.h"
#include "ui/widgets/copy_button.h"
#include "ui/widgets/mark.h"
#include "ui/widgets/row_table.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPushButton>
#include <QResizeEvent>
#include <QScrollBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

TrafficTable::TrafficTable(TrafficFilter &filter, QWidget *parent)
    : QTableView(parent)
    , m_filter(filter)
    , m_news(new QPushButton(this))
{
    setModel(&filter);
    setItemDelegate(new TrafficDelegate(this));
    setUpRowTable(*this, 14);
    setAccessibleName(tr("Requests"));
    setUpColumns();
    m_news->setProperty("role", u"floating"_s);
    m_news->hide();
    connect(m_news, &QPushButton::clicked, this, &TrafficTable::follow);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &TrafficTable::updateNews);
}

void TrafficTable::setUpColumns()
{
    QHeaderView *header = horizontalHeader();
    header->setMinimumSectionSize(48);
    const QFontMetrics metrics = fontMetrics();
    for (const TrafficColumnInfo &column : trafficColumns())
        setColumnWidth(int(column.column),
            std::max(column.width * metrics.averageCharWidth(), metrics.horizontalAdvance(column.title()) + 26));
    int widestWord = 0;
    for (const TrafficRow::State state : TrafficRow::states)
        widestWord = std::max(widestWord, metrics.horizontalAdvance(TrafficRow::word(state)));
    setColumnWidth(int(TrafficColumn::State), widestWord + 44); // with its mark
    header->setSectionResizeMode(int(TrafficColumn::Model), QHeaderView::Stretch);
    for (const TrafficColumnInfo &column : trafficColumns())
        setColumnHidden(int(column.column), !column.atFirst);
    connect(header, &QHeaderView::customContextMenuRequested, this, &TrafficTable::showColumnMenu);
}

bool TrafficTable::isFollowing() const
{
    return verticalScrollBar()->value() <= 0;
}

void TrafficTable::follow()
{
    verticalScrollBar()->setValue(0);
}

void TrafficTable::rowsInserted(const QModelIndex &parent, int start, int end)
{
    const bool following = isFollowing();
    const int before = verticalScrollBar()->value();
    QTableView::rowsInserted(parent, start, end);
    if (following || start > rowAt(0))
        return;
    // What is being read stays where it is: the new rows push from above, so the view moves by as much.
    const int added = end - start + 1;
    m_unseen += added;
    updateGeometries();
    verticalScrollBar()->setValue(before + added * verticalHeader()->defaultSectionSize());
    updateNews();
}

void TrafficTable::updateNews()
{
    if (isFollowing())
        m_unseen = 0;
    m_news->setVisible(m_unseen > 0);
    if (m_unseen == 0)
        return;
    m_news->setIcon(markPixmap(Mark::ArrowUp, 14, devicePixelRatioF(), Colours::of(palette()).onAccent));
    m_news->setText(tr("%n new request(s)", nullptr, m_unseen));
    placeNews();
}

void TrafficTable::placeNews()
{
    m_news->adjustSize();
    m_news->move((width() - m_news->width()) / 2, horizontalHeader()->height() + 10);
    m_news->raise();
}

void TrafficTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    placeNews();
    keepSelectionInSight(event->oldSize().height());
}

void TrafficTable::keepSelectionInSight(int heightBefore)
{
    const auto selected = onlyRow();
    if (!selected)
        return;
    const QRect row = visualRect(m_filter.index(*selected, 0));
    if (row.top() >= 0 && row.top() < heightBefore && row.bottom() >= viewport()->height())
        scrollTo(m_filter.index(*selected, 0));
}

std::optional<int> TrafficTable::onlyRow() const
{
    std::optional<int> only;
    const QItemSelection selection = selectionModel()->selection();
    for (const QItemSelectionRange &range : selection) {
        if (range.height() != 1 || range.top() != only.value_or(range.top()))
            return {};
        only = range.top();
    }
    return only;
}

/// By ranges: selectedRows() of a hundred thousand would take its time.
QList<int> TrafficTable::selectedRows(int most) const
{
    QList<int> rows;
    const QItemSelection selection = selectionModel()->selection();
    for (const QItemSelectionRange &range : selection) {
        for (int row = range.top(); row <= range.bottom() && rows.size() < most; ++row)
            rows.append(row);
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

QList<qint64> TrafficTable::selectedIds(int most) const
{
    QList<qint64> ids;
    const QList<int> rows = selectedRows(most);
    for (auto row = rows.rbegin(); row != rows.rend(); ++row)
        ids.append(m_filter.at(*row).id);
    return ids;
}

QString TrafficTable::selectedText() const
{
    constexpr int most = 5000;
    QStringList lines;
    const QList<int> rows = selectedRows(most);
    for (const int row : rows) {
        QStringList cells;
        for (int visual = 0; visual < model()->columnCount(); ++visual) {
            const int column = horizontalHeader()->logicalIndex(visual);
            if (!isColumnHidden(column))
                cells.append(m_filter.index(row, column).data().toString());
        }
        lines.append(cells.join(u'\t'));
    }
    return lines.join(u'\n');
}

void TrafficTable::go(int by)
{
    if (m_filter.rowCount() == 0)
        return;
    const int now = currentIndex().isValid() ? currentIndex().row() + by : 0;
    setCurrentIndex(m_filter.index(std::clamp(now, 0, m_filter.rowCount() - 1), 0));
}

void TrafficTable::keyPressEvent(QKeyEvent *event)
{
    const auto row = onlyRow();
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::NoModifier)
        return Q_EMIT pauseWished();
    if (event->key() == Qt::Key_Delete && row && m_filter.at(*row).isRunning())
        return Q_EMIT abortWished(m_filter.at(*row));
    QTableView::keyPressEvent(event);
}

void TrafficTable::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex at = byKey ? currentIndex() : indexAt(event->pos());
    if (!at.isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(menu, m_filter.at(at.row()));
    menu->popup(byKey ? viewport()->mapToGlobal(visualRect(at).bottomLeft()) : event->globalPos());
}

void TrafficTable::fillMenu(QMenu *menu, const TrafficRow &row)
{
    const std::initializer_list<std::pair<QString, QString>> terms = {
        {u"model"_s, row.model}, {u"provider"_s, row.provider}, {u"key"_s, row.who}, {u"deployment"_s, row.deployment}};
    for (const auto &[field, value] : terms) {
        if (value.isEmpty())
            continue;
        const QString term = trafficQueryTerm(field, u'=', value);
        //: %1 is a term of the filter, such as "provider=openai"
        menu->addAction(tr("Show only %1").arg(term), this, [this, term] { Q_EMIT termWished(term); });
        menu->addAction(tr("Hide %1").arg(term), this, [this, term] { Q_EMIT termWished(u'-' + term); });
    }
    menu->addSeparator();
    menu->addAction(tr("Copy call ID"), this, [row] { copyText(row.callId); });
    menu->addAction(tr("Export as JSON…"), this, &TrafficTable::exportWished);
    if (row.isRunning())
        menu->addAction(tr("Abort…"), this, [this, row] { Q_EMIT abortWished(row); });
}

QByteArray TrafficTable::columns() const
{
    return horizontalHeader()->saveState();
}

void TrafficTable::setColumns(const QByteArray &state)
{
    if (state.isEmpty() || !horizontalHeader()->restoreState(state))
        return;
    // Order and widths are remembered, a chosen sorting is not: the table begins live.
    sortByColumn(-1, Qt::AscendingOrder);
}

void TrafficTable::showColumnMenu(const QPoint &where)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const TrafficColumnInfo &column : trafficColumns()) {
        const int at = int(column.column);
        QAction *action = menu->addAction(column.title());
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(at));
        action->setEnabled(column.column != TrafficColumn::State); // one always stays, or the menu could not be reached
        connect(action, &QAction::toggled, this, [this, at](bool shown) { setColumnHidden(at, !shown); });
    }
    menu->popup(horizontalHeader()->mapToGlobal(where));
}

} // namespace gatehouse::ui
