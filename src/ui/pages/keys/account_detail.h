// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/pages/keys/section.h"

#include <QDateTime>
#include <QFrame>
#include <QJsonObject>

class QLabel;
class QMenu;
class QPushButton;
class QToolButton;

namespace gatehouse::ui {

struct Answer;
class BudgetBox;
class ElidedLabel;
class FactList;
class Pill;
class Poll;
class Session;
class SpendBox;

/// The selected key, team, user, customer or budget: how its budget stands and where that leads, its limits right now, what it
/// has spent day by day and by model, and who changed it.
class AccountDetail : public QFrame
{
    Q_OBJECT
public:
    explicit AccountDetail(Session &session, QWidget *parent = nullptr);

    void setRecord(
        const AccountSection &section, const QJsonObject &record, const QDateTime &now = QDateTime::currentDateTimeUtc());
    /// What can be done with it; the button asks for it when it is pressed.
    QMenu *actions() { return m_menu; }
    void setMayChange(bool may);

Q_SIGNALS:
    void editWished();
    void closed();

private:
    QWidget *makeHead();
    QWidget *makeBody();
    void askForChanges();
    void showChanges(const Answer &answer);
    void showReferrers();

    Session &m_session;
    const AccountSection *m_section = nullptr;
    QJsonObject m_record;
    ElidedLabel *m_name;
    ElidedLabel *m_origin;
    Pill *m_state;
    QPushButton *m_edit;
    QMenu *m_menu;
    BudgetBox *m_budget;
    SpendBox *m_spend;
    FactList *m_referrers;
    FactList *m_changes;
    Poll *m_changesPoll;
};

} // namespace gatehouse::ui
