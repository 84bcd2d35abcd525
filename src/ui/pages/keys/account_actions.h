// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/pages/keys/section.h"

#include <QJsonObject>
#include <QList>
#include <QObject>

#include <functional>

class QMenu;

namespace gatehouse::ui {

struct Answer;
class Session;

/// What can be done with keys, teams, users, customers and budgets: the dialogs, the calls, what is said afterwards, and the undo
/// of what can be undone. Main thread; owned by the page.
class AccountActions : public QObject
{
    Q_OBJECT
public:
    /// @param page the parent of the dialogs.
    AccountActions(Session &session, QWidget *page);

    /// The key in use may only look: nothing is offered.
    void setMayChange(bool may) { m_mayChange = may; }
    bool mayChange() const { return m_mayChange; }

    /// Every action for these records of a section.
    void fill(QMenu &menu, const AccountSection &section, const QList<QJsonObject> &records);
    void add(const AccountSection &section);
    void edit(const AccountSection &section, const QJsonObject &record);
    void setBlocked(const AccountSection &section, const QList<QJsonObject> &records, bool blocked);
    void rotate(const QJsonObject &key);
    void raise(const AccountSection &section, const QJsonObject &record);
    void raiseBy(const AccountSection &section, const QJsonObject &record, double toDollars);
    void resetSpend(const QJsonObject &key);
    void showMembers(const QJsonObject &team);
    void remove(const AccountSection &section, const QList<QJsonObject> &records);

Q_SIGNALS:
    /// Something was changed: lists are to be asked for again. @param id what was made or replaced; empty: nothing new.
    void done(const QString &section, const QString &id);

private:
    void fillOne(QMenu &menu, const AccountSection &section, const QJsonObject &record);
    void post(const char *path, const QJsonObject &body, std::function<void(const QJsonObject &)> then);
    void postEach(const AccountDoor &door, const QStringList &ids, const std::function<void()> &then);
    void showKey(const QJsonObject &answer);
    void offerUndo(const AccountSection &section, const QJsonObject &record, const QJsonObject &change);
    void complain(const Answer &answer);

    Session &m_session;
    QWidget *m_page;
    bool m_mayChange = true;
};

} // namespace gatehouse::ui
