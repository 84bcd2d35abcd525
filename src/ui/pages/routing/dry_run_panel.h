// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/api/client.h"
#include "ui/pages/routing/dry_run.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace gatehouse::ui {

class MessageLine;
class RoutingState;

/// "Where would this request go, and why": asks the gateway to play a request through without sending it.
class DryRunPanel : public QWidget
{
    Q_OBJECT
public:
    explicit DryRunPanel(RoutingState &state, QWidget *parent = nullptr);

    /// Names to choose from; what is chosen stays.
    void setModels(const QStringList &names);
    void setModel(const QString &name);
    void run();
    const DryRunStory &story() const { return m_story; }

Q_SIGNALS:
    /// story() is another one; empty when there is none any more.
    void told();
    void closed();

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeForm();
    void askForKeys();
    DryRunFields fields() const;
    void take(const Answer &answer, int asked);
    void showStory();
    void clear();

    RoutingState &m_state;
    QComboBox *m_model;
    QComboBox *m_door;
    QComboBox *m_key;
    QComboBox *m_failure;
    QLineEdit *m_tokens;
    QLineEdit *m_tags;
    QPushButton *m_run;
    MessageLine *m_message;
    QVBoxLayout *m_steps;
    QWidget *m_result = nullptr;
    DryRunStory m_story;
    int m_asked = 0; ///< questions; an answer to an older one is not shown
};

} // namespace gatehouse::ui
