// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/record_view.h"

#include "ui/models/record_table.h"
#include "ui/models/word_filter.h"
#include "ui/widgets/label.h"
#include "ui/widgets/record_delegate.h"
#include "ui/widgets/row_table.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

// Before a layout whose widths are nobody's.
const QByteArray sharedMark("shared:");

QString csvCell(QString text)
{
    // A cell that a spreadsheet would read as a formula is told to be text.
    if (!text.isEmpty() && u"=+-@\t"_s.contains(text.front()))
        text.prepend(u'\'');
    if (!text.contains(u',') && !text.contains(u'"') && !text.contains(u'\n'))
        return text;
    return u'"' + text.replace(u'"', u"\"\""_s) + u'"';
}

} // namespace

RecordView::RecordView(RecordTable &table, const QString &accessibleName, QWidget *parent)
    : QTableView(parent)
    , m_table(table)
    , m_proxy(new WordFilter(this))
    , m_empty(makeLabel(Voice::Muted, {}, viewport()))
{
    m_proxy->setSourceModel(&table);
    m_proxy->setSortRole(RecordTable::SortRole);
    setModel(m_proxy);
    setItemDelegate(new RecordDelegate(this));
    setUpRowTable(*this, 18);
    setAccessibleName(accessibleName);
    setUpColumns();
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setAttribute(Qt::WA_TransparentForMouseEvents);
    connect(m_proxy, &QAbstractItemModel::rowsInserted, this, &RecordView::updateEmpty);
    connect(m_proxy, &QAbstractItemModel::rowsRemoved, this, &RecordView::updateEmpty);
    connect(m_proxy, &QAbstractItemModel::modelReset, this, &RecordView::updateEmpty);
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] { Q_EMIT currentChangedTo(currentId()); });
    connect(this, &QTableView::doubleClicked, this, [this] { Q_EMIT chosen(currentId()); });
    updateEmpty();
}

void RecordView::setUpColumns()
{
    QHeaderView *header = horizontalHeader();
    header->setMinimumSectionSize(40);
    for (int at = 0; at < m_table.columnCount(); ++at)
        setColumnHidden(at, m_table.columns()[std::size_t(at)].hidden);
    shareRoom();
    connect(header, &QHeaderView::customContextMenuRequested, this, &RecordView::showColumnMenu);
    connect(header, &QHeaderView::sectionResized, this, [this](int, int before, int now) {
        m_hasOwnWidths |= !m_isSharing && before > 0 && now > 0; // 0 is hidden
    });
}

int RecordView::leastWidth(int column) const
{
    return fontMetrics().horizontalAdvance(m_table.columns()[std::size_t(column)].title()) + 30;
}

int RecordView::naturalWidth(int column) const
{
    const int text = m_table.columns()[std::size_t(column)].width * fontMetrics().averageCharWidth() + 20;
    return std::max(text, leastWidth(column));
}

// What is left over goes to the columns of words, and what is missing comes from them: figures want no more than they need.
void RecordView::shareRoom()
{
    if (m_hasOwnWidths)
        return;
    int whole = 0, words = 0;
    const auto isOfWords = [this](int column) { return !(m_table.columns()[std::size_t(column)].alignment & Qt::AlignRight); };
    for (int at = 0; at < m_table.columnCount(); ++at) {
        const int width = isColumnHidden(at) ? 0 : naturalWidth(at);
        whole += width;
        words += isOfWords(at) ? width : 0;
    }
    const double stretch = m_room > 0 && words > 0 ? double(m_room - whole + words) / words : 1;
    m_isSharing = true;
    for (int at = 0; at < m_table.columnCount(); ++at) {
        const int width = naturalWidth(at);
        const int least = at == 0 ? std::max(leastWidth(at), width * 2 / 3) : leastWidth(at); // rows are known by the first
        if (!isColumnHidden(at))
            setColumnWidth(at, isOfWords(at) ? std::max(least, int(width * stretch)) : width);
    }
    m_isSharing = false;
}

void RecordView::setFilter(const QString &text)
{
    m_proxy->setWords(text.split(u' ', Qt::SkipEmptyParts));
    updateEmpty();
}

void RecordView::setEmptyText(const QString &text)
{
    m_emptyText = text;
    updateEmpty();
}

void RecordView::sortBy(const char *name, Qt::SortOrder order)
{
    for (std::size_t at = 0; at < m_table.columns().size(); ++at) {
        if (qstrcmp(m_table.columns()[at].name, name) == 0)
            sortByColumn(int(at), order);
    }
}

int RecordView::shownRows() const
{
    return m_proxy->rowCount();
}

QJsonObject RecordView::recordAt(int row) const
{
    const QModelIndex index = m_proxy->mapToSource(m_proxy->index(row, 0));
    return index.isValid() ? m_table.at(index.row()) : QJsonObject();
}

QString RecordView::idAt(int row) const
{
    const QModelIndex index = m_proxy->mapToSource(m_proxy->index(row, 0));
    return index.isValid() ? m_table.idAt(index.row()) : QString();
}

bool RecordView::isSorted() const
{
    return m_proxy->sortColumn() >= 0;
}

QJsonObject RecordView::current() const
{
    const QModelIndex index = m_proxy->mapToSource(currentIndex());
    return index.isValid() ? m_table.at(index.row()) : QJsonObject();
}

QString RecordView::currentId() const
{
    const QModelIndex index = m_proxy->mapToSource(currentIndex());
    return index.isValid() ? m_table.idAt(index.row()) : QString();
}

QStringList RecordView::selectedIds() const
{
    QStringList ids;
    for (const QModelIndex &index : selectionModel()->selectedRows())
        ids.append(m_table.idAt(m_proxy->mapToSource(index).row()));
    return ids;
}

bool RecordView::select(const QString &id)
{
    const int row = m_table.rowOf(id);
    const QModelIndex index = row < 0 ? QModelIndex() : m_proxy->mapFromSource(m_table.index(row, 0));
    if (!index.isValid())
        return false;
    selectRow(index.row());
    scrollTo(index);
    return true;
}

QStringList RecordView::cells(int proxyRow) const
{
    QStringList texts;
    for (int visual = 0; visual < m_proxy->columnCount(); ++visual) {
        const int column = horizontalHeader()->logicalIndex(visual);
        if (!isColumnHidden(column))
            texts.append(m_proxy->index(proxyRow, column).data().toString());
    }
    return texts;
}

QString RecordView::selectedText() const
{
    QModelIndexList selected = selectionModel()->selectedRows();
    std::sort(selected.begin(), selected.end());
    QStringList lines;
    for (const QModelIndex &index : selected)
        lines.append(cells(index.row()).join(u'\t'));
    return lines.join(u'\n');
}

QString RecordView::csv() const
{
    QStringList head;
    for (int visual = 0; visual < m_proxy->columnCount(); ++visual) {
        const int column = horizontalHeader()->logicalIndex(visual);
        if (!isColumnHidden(column))
            head.append(csvCell(m_proxy->headerData(column, Qt::Horizontal).toString()));
    }
    QStringList lines {head.join(u',')};
    for (int row = 0; row < m_proxy->rowCount(); ++row) {
        QStringList texts;
        for (const QString &text : cells(row))
            texts.append(csvCell(text));
        lines.append(texts.join(u','));
    }
    return lines.join(u"\r\n"_s) + u"\r\n"_s;
}

QByteArray RecordView::layoutState() const
{
    const QByteArray state = horizontalHeader()->saveState();
    return m_hasOwnWidths ? state : sharedMark + state;
}

void RecordView::setLayoutState(const QByteArray &state)
{
    if (state.isEmpty())
        return;
    m_hasOwnWidths = !state.startsWith(sharedMark);
    m_isSharing = true;
    horizontalHeader()->restoreState(m_hasOwnWidths ? state : state.mid(sharedMark.size()));
    m_isSharing = false;
    shareRoom();
}

void RecordView::keyPressEvent(QKeyEvent *event)
{
    if (event->modifiers().testFlag(Qt::AltModifier))
        return event->ignore(); // to move a row, which is the page's affair
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && currentIndex().isValid())
        return Q_EMIT chosen(currentId());
    QTableView::keyPressEvent(event);
}

void RecordView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    m_room = viewport()->width();
    shareRoom();
    updateEmpty();
}

void RecordView::contextMenuEvent(QContextMenuEvent *event)
{
    const QModelIndex index = event->reason() == QContextMenuEvent::Mouse ? indexAt(event->pos()) : currentIndex();
    if (!index.isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    Q_EMIT menuWished(menu, m_table.idAt(m_proxy->mapToSource(index).row()));
    if (menu->isEmpty())
        return menu->deleteLater();
    menu->popup(event->reason() == QContextMenuEvent::Mouse ? event->globalPos()
                                                            : viewport()->mapToGlobal(visualRect(index).bottomLeft()));
}

void RecordView::showColumnMenu(const QPoint &where)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int at = 0; at < m_table.columnCount(); ++at) {
        QAction *action = menu->addAction(m_table.columns()[std::size_t(at)].title());
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(at));
        action->setEnabled(at > 0); // one always stays, or the menu could not be reached
        connect(action, &QAction::toggled, this, [this, at](bool shown) {
            setColumnHidden(at, !shown);
            shareRoom();
        });
    }
    menu->popup(horizontalHeader()->mapToGlobal(where));
}

void RecordView::updateEmpty()
{
    const int shown = m_proxy->rowCount();
    const bool filtered = shown == 0 && m_table.rowCount() > 0;
    m_empty->setText(filtered ? tr("Nothing matches the filter. Press Esc to clear it.") : m_emptyText);
    m_empty->setVisible(shown == 0);
    m_empty->setGeometry(viewport()->rect().adjusted(24, 0, -24, 0));
    Q_EMIT rowsShown(shown);
}

} // namespace gatehouse::ui
