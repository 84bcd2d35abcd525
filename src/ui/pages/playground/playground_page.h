// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/models/chat_question.h"
#include "ui/pages/page.h"

#include <QList>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace gatehouse::ui {

class ColumnRow;
class MessageLine;
class ModelColumn;
class Preferences;
class Session;
struct CapturedQuestion;

/// One question to up to four models at once, their answers side by side while they come. It asks in the name of whoever looks
/// on here, as every other client would.
class PlaygroundPage : public Page
{
    Q_OBJECT
public:
    PlaygroundPage(Session &session, Preferences &preferences, QWidget *parent = nullptr);

    /// @param argument "model:NAME" into the first column; "call:ID": the question of that request.
    void reveal(const QString &argument) override;
    void focusFilter() override;
    void refresh() override;
    bool leave() override;
    void save() override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeQuestion();
    QWidget *makeNotice();
    void runOrStop();
    void ask(const QList<ModelColumn *> &columns);
    void copyCurl(const ModelColumn *column);
    ChatQuestion question() const;
    void showState();
    void showNotice();
    void askForModels();
    void setModels(const QStringList &models);
    void load(const QString &callId);
    void takeCaptured(const CapturedQuestion &captured);

    Session &m_session;
    Preferences &m_preferences;
    QList<ChatQuestion::Turn> m_before; ///< of a question that was taken from Traffic
    int m_leftOut = 0;                  ///< of the same
    bool m_hasNoModel = false;          ///< the gateway has said so
    QPlainTextEdit *m_text;
    QPushButton *m_run;
    QPushButton *m_add;
    MessageLine *m_message;
    ColumnRow *m_columns;
    QWidget *m_notice = nullptr;
    QLabel *m_noticeText = nullptr;
    QPushButton *m_noticeAction = nullptr;
};

} // namespace gatehouse::ui
