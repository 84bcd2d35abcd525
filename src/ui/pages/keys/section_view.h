// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/pages/keys/section.h"

#include <QTimer>
#include <QUrlQuery>
#include <QWidget>

class QMenu;

namespace gatehouse::ui {

class PagedRecords;
class RecordTable;
class RecordView;
class Session;

/// The table of one section: fetched while it is scrolled, searched and sorted by the gateway where there may be many.
class SectionView : public QWidget
{
    Q_OBJECT
public:
    SectionView(Session &session, const AccountSection &section, QWidget *parent = nullptr);

    const AccountSection &section() const { return m_section; }
    RecordView &view() { return *m_view; }
    void setSearch(const QString &words);
    /// Shows only what the gateway finds under these conditions.
    void setConditions(const QUrlQuery &conditions);
    void refresh();
    /// "12 keys", or "3 of 12".
    QString countText() const;
    /// The key in use may not look at this.
    bool isDenied() const { return m_denied; }
    /// The records that are selected.
    QList<QJsonObject> selected() const;
    /// Selects a record as soon as it is there, and fetches it where its page is not.
    void reveal(const QString &id);

Q_SIGNALS:
    void changed(); ///< rows, their number, or what is selected

private:
    void onFailed(const QString &problem, bool isDenied);
    void onScrolled();
    void onSorted(int column, Qt::SortOrder order);
    void showEmpty();
    void tryReveal();

    const AccountSection &m_section;
    RecordTable *m_table;
    RecordView *m_view;
    PagedRecords *m_records;
    QTimer m_typing; ///< until what was typed is searched for
    QString m_search;
    QString m_problem;
    QString m_wished; ///< the id to select
    bool m_denied = false;
    bool m_isConditional = false;
};

} // namespace gatehouse::ui
