// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/pages/guardrails/guardrail_rows.h"
#include "ui/pages/page.h"

class QTreeWidget;

namespace gatehouse::ui {

class Card;
class GuardrailHint;
class GuardrailTrial;
class MessageLine;
class Poll;
class Preferences;
class Session;
struct Answer;

/// The guardrails of the configuration: what each looks for and when, how often it has judged, and a text to try it on.
class GuardrailsPage : public Page
{
    Q_OBJECT
public:
    GuardrailsPage(Session &session, Preferences &preferences, QWidget *parent = nullptr);

    /// @param argument "guardrail:NAME".
    void reveal(const QString &argument) override;
    void focusFilter() override;
    void refresh() override;

private:
    QWidget *makeContent();
    void take(const Answer &answer);
    void askForCounts();
    void showRows();
    void showState();
    void showSelected();

    Session &m_session;
    Poll *m_poll;
    MessageLine *m_problem;
    GuardrailHint *m_hint;
    QTreeWidget *m_table = nullptr;
    Card *m_settings = nullptr;
    QTreeWidget *m_params = nullptr;
    GuardrailTrial *m_trial = nullptr;
    QWidget *m_content; ///< of the four above
    QList<GuardrailRow> m_rows;
    QJsonObject m_shownParams;
    QString m_wished; ///< to be chosen when the rows come
    bool m_isKnown = false;
};

} // namespace gatehouse::ui
