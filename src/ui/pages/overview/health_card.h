// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/pages/overview/health_rows.h"
#include "ui/widgets/card.h"

#include <QTimer>

class QPushButton;

namespace gatehouse::ui {

class Poll;
class RowList;
class Session;

/// How each deployment is, what rests first, with the time until it is tried again.
class HealthCard : public Card
{
    Q_OBJECT
public:
    explicit HealthCard(Session &session, QWidget *parent = nullptr);

    void refresh();

private:
    void show();

    Poll *m_states;
    Poll *m_past;
    RowList *m_rows;
    QPushButton *m_more;
    QTimer m_second;
    QJsonArray m_deployments;
    QHash<QString, Attempts> m_attempts;
};

} // namespace gatehouse::ui
