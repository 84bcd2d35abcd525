// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QObject>

#include <functional>

class QKeySequence;
class QMenu;

namespace gatehouse::ui {

class ModelFeed;
class Session;

/// What can be done with a deployment (a row of modelRows()), wherever it is kept: in the configuration file every change is
/// shown before it is made and can be undone; what is in the database is changed at once. Main thread; owned by its page.
class ModelActions : public QObject
{
    Q_OBJECT
public:
    ModelActions(Session &session, ModelFeed &feed, QWidget *page);

    /// Whether it stands where it can be changed from here: not in an included file.
    static bool isChangeable(const QJsonObject &row);
    void fill(QMenu &menu, const QJsonObject &row);
    /// What stands at the end of the menu.
    void fillEnd(QMenu &menu, const QJsonObject &row);

    void add();
    void edit(const QJsonObject &row);
    void duplicate(const QJsonObject &row);
    void setBlocked(const QJsonObject &row, bool blocked);
    void remove(const QJsonObject &row);
    void test(const QJsonObject &row);

private:
    void offer(QMenu &menu, const QString &text, const QKeySequence &key, bool isPossible, const std::function<void()> &act);
    void change(const QJsonObject &row, const QJsonArray &edits, const QString &summary);
    void saveEdited(const QJsonObject &row, const QJsonObject &before, const QJsonObject &after, class ModelDialog *dialog);
    void removeStored(const QJsonObject &row);
    QWidget *page() const;

    Session &m_session;
    ModelFeed &m_feed;
};

} // namespace gatehouse::ui
