// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/pages/routing/rules.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace gatehouse::ui {

class Card;
class MessageLine;
class RoutingState;

/// Strategy, retries, timeouts and rests as a form: what the file says stands in the fields, defaults stand in them muted. What
/// somebody else changes meanwhile appears in the fields that were not touched here.
class RulesView : public QWidget
{
    Q_OBJECT
public:
    explicit RulesView(RoutingState &state, QWidget *parent = nullptr);

    void save();

private:
    QWidget *makeCards();
    Card *makeCard(const QString &title, RuleGroup group, const QString &help = {});
    Card *makePolicyCard();
    QWidget *makeField(const Rule &rule);
    QString textOf(const QString &key) const;
    void setText(const QString &key, const QString &text);
    QHash<QString, QString> wanted() const;
    QString problem() const;
    void askForDefaults();
    void showDefaults();
    void showFile();
    void showState();
    void discard();

    RoutingState &m_state;
    QHash<QString, QWidget *> m_fields;
    QHash<QString, QString> m_defaults;
    RuleValues m_shown; ///< what the file said when the fields were filled
    QLabel *m_how;
    QLabel *m_needs;
    MessageLine *m_message;
    QPushButton *m_save;
    QPushButton *m_discard;
    QWidget *m_form = nullptr;
};

} // namespace gatehouse::ui
