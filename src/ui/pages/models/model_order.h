// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QJsonObject>
#include <QObject>
#include <QStringList>

#include <optional>

class QKeyEvent;
class QMenu;

namespace gatehouse::ui {

class ModelFeed;
class RecordView;
class Session;

/// Changes the order of the entries in the configuration file, by dragging rows of the table, by keys and by menu. Every move
/// is shown before it is made and can be undone. What is not of the file has no place in it, and that is said. Main thread;
/// owned by the view.
class ModelOrder : public QObject
{
    Q_OBJECT
public:
    ModelOrder(Session &session, ModelFeed &feed, RecordView &view);

    /// What can be done with the rows that are selected.
    void fill(QMenu &menu);
    /// Alt with an arrow moves what is selected, Shift with both the group of the current row. False: it is another key.
    bool take(const QKeyEvent &event);

private:
    QString whyNot(const QJsonObject &row) const;
    QString whyNotSelected() const;
    std::optional<int> besideSelected(int by) const;
    std::optional<int> besideGroup(int by) const;
    QString currentGroup() const;
    void step(int by);
    void stepGroup(int by);
    void drop(const QStringList &ids, const QString &above, const QString &below);
    void move(const QStringList &ids, int before);
    void change(const QList<int> &chosen, int before, const QString &summary);

    Session &m_session;
    ModelFeed &m_feed;
    RecordView &m_view;
};

} // namespace gatehouse::ui
