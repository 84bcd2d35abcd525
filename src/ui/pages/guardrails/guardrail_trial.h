// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/widgets/card.h"

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace gatehouse::ui {

class CopyButton;
class MessageLine;
class Pill;
class Session;
struct Answer;

/// A text before one guardrail: whether it passes, what is masked in it, or why it is blocked. Nothing is sent to a model.
class GuardrailTrial : public Card
{
    Q_OBJECT
public:
    explicit GuardrailTrial(Session &session, QWidget *parent = nullptr);

    /// The guardrail that is tried; empty: none.
    void setGuardrail(const QString &name);
    void focusText();

private:
    QWidget *makeFoot();
    void run();
    void take(const Answer &answer, const QString &text);
    void showState();

    Session &m_session;
    QString m_name;
    QPlainTextEdit *m_text;
    QPushButton *m_run;
    Pill *m_outcome;
    MessageLine *m_message;
    QPlainTextEdit *m_made;
    bool m_isRunning = false;
};

} // namespace gatehouse::ui
