// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/api/client.h"
#include "ui/pages/keys/section.h"

#include <QList>
#include <QObject>
#include <QSet>
#include <QTimer>

class QWidget;

namespace gatehouse::ui {

class LastUses;
class RecordTable;
class Session;

/// Brings the rows of a section into a table, page after page as far as somebody scrolls, and keeps the pages in view fresh while
/// the viewer is visible. One question at a time. Main thread; owned by its viewer.
class PagedRecords : public QObject
{
    Q_OBJECT
public:
    PagedRecords(Session &session, const AccountSection &section, RecordTable &table, QWidget *viewer);

    /// Words that must all stand in a row; the gateway looks for them where the section comes in pages.
    void setSearch(const QString &words);
    /// What the question says besides, in words of the API.
    void setConditions(const QUrlQuery &conditions);
    /// By a column of the API; empty: the newest first.
    void sortBy(const QString &column, Qt::SortOrder order);
    /// Rows of the table that can be seen: what has to be fresh.
    void setInView(int first, int last);
    /// Fetches one record, wherever it is in the list: it stands above all others until its own page is there, or until something
    /// is searched for.
    void bring(const QString &id);
    /// The next page, if there is one and none is under way.
    void more();
    void refresh();

    bool isPaged() const { return m_section.pageSize != nullptr; }
    /// -1: not known yet.
    int total() const { return m_total; }

Q_SIGNALS:
    void changed();
    /// For people. isDenied: the key in use may not see this.
    void failed(const QString &problem, bool isDenied);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool isSeen() const;
    bool isLight() const;
    void askSoon();
    void restart();
    void want(int page);
    void askNext();
    void take(int page, const Answer &answer);
    void place(int page, const QJsonArray &rows);
    /// Hands all rows to the table: what is long takes its time.
    void show();
    /// Only these, where the table has them or lacks no others; else all.
    void showSome(qsizetype begin, qsizetype many);
    QList<QJsonObject> dressed(qsizetype begin, qsizetype many) const;
    bool appendToTable(const QList<QJsonObject> &rows);
    QString idOf(const QJsonObject &row) const;
    void dropRows();
    void askBrought();
    bool needsBringing() const;
    QJsonArray rowsIn(const Answer &answer) const;
    QUrlQuery query(int page) const;

    Session &m_session;
    const AccountSection &m_section;
    RecordTable &m_table;
    QWidget *m_viewer;
    LastUses *m_lastUses;
    QList<QJsonObject> m_rows;
    QSet<QString> m_shown;     ///< ids in the table
    bool m_isMirrored = false; ///< the table has the first of m_rows, one by one, and nothing else
    QString m_broughtId;       ///< empty: none
    QJsonObject m_brought;
    QList<int> m_wanted; ///< pages, the next one first
    QTimer m_timer;      ///< until pages in view are asked for again
    QTimer m_soon;       ///< something happened
    QString m_search;
    QUrlQuery m_conditions;
    QString m_sortBy;
    Qt::SortOrder m_order = Qt::DescendingOrder;
    int m_total = -1;
    int m_first = 0;
    int m_last = 0;
    int m_epoch = 0; ///< counts restart()s, so that a late answer is known as one
    bool m_asking = false;
};

} // namespace gatehouse::ui
