// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/models/record_table.h"

#include <QWidget>

class QPushButton;

namespace gatehouse::ui {

class RecordView;
struct RouteMap;

/// Fallbacks as a table: the same as the graph, for keyboard and screen readers, and for those who have many. The changes
/// themselves are made by whoever listens.
class FallbackList : public QWidget
{
    Q_OBJECT
public:
    explicit FallbackList(QWidget *parent = nullptr);

    void setMap(const RouteMap &map);
    void setEditable(bool editable);
    /// An id of a Fallback; empty: none.
    QString currentId() const;
    void select(const QString &id);
    void setFilter(const QString &text);
    bool copy();
    RecordView *view() { return m_view; }
    RecordTable &table() { return m_table; }

Q_SIGNALS:
    void currentChangedTo(const QString &id);
    /// One earlier (-1) or later (1).
    void moveWished(const QString &id, int by);
    void removeWished(const QString &id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void updateButtons();
    void move(int by);
    QJsonObject current() const;

    RecordTable m_table;
    RecordView *m_view;
    QPushButton *m_up;
    QPushButton *m_down;
    QPushButton *m_remove;
    bool m_isEditable = false;
};

} // namespace gatehouse::ui
