// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QTableView>

class QLabel;

namespace gatehouse::ui {

class RecordTable;
class WordFilter;

/// A RecordTable to look at and work with: sorted by any column, filtered by words that must all stand in a row, columns
/// chosen in the header's menu, rows copied as text, and a sentence in the middle while there is nothing to show. Columns share
/// the room there is until somebody gives one a width.
class RecordView : public QTableView
{
    Q_OBJECT
public:
    /// @param accessibleName what the rows are: "Keys". The model is shared, not owned.
    RecordView(RecordTable &table, const QString &accessibleName, QWidget *parent = nullptr);

    /// Words that must all stand in a row, in any column.
    void setFilter(const QString &text);
    /// Shown while there are no rows; another sentence says when only the filter hides them.
    void setEmptyText(const QString &text);
    /// By default no column: the order of the answer.
    void sortBy(const char *column, Qt::SortOrder order);

    int shownRows() const;
    /// Of a shown row, from above; empty: there is no such row.
    QJsonObject recordAt(int row) const;
    QString idAt(int row) const;
    /// Whether a column decides on the order.
    bool isSorted() const;
    /// The record of the current row; empty: none.
    QJsonObject current() const;
    QString currentId() const;
    QStringList selectedIds() const;
    /// Selects and shows a record; false: it is not there, or filtered out.
    bool select(const QString &id);
    /// Selected rows, tab-separated.
    QString selectedText() const;
    /// Rows as shown, as CSV with a head line.
    QString csv() const;

    QByteArray layoutState() const;
    void setLayoutState(const QByteArray &state);

Q_SIGNALS:
    void currentChangedTo(const QString &id); ///< empty: none
    void chosen(const QString &id);           ///< double click or Enter
    void rowsShown(int count);
    /// Right click or the menu key on a row: fill the menu with what can be done with it.
    void menuWished(class QMenu *menu, const QString &id);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void setUpColumns();
    int naturalWidth(int column) const;
    int leastWidth(int column) const;
    void shareRoom();
    void showColumnMenu(const QPoint &where);
    void updateEmpty();
    QStringList cells(int proxyRow) const;

    RecordTable &m_table;
    WordFilter *m_proxy;
    QLabel *m_empty;
    QString m_emptyText;
    int m_room = 0;              // for all columns; 0: not known yet
    bool m_isSharing = false;    // widths change, and it is not the user
    bool m_hasOwnWidths = false; // the user's, now or in an earlier session
};

} // namespace gatehouse::ui
