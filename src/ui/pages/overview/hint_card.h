// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QFrame>

class QButtonGroup;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace gatehouse::ui {

class CopyButton;
class Session;

/// How to send a first request: lines to paste for several clients, and a button that sends one from here.
class HintCard : public QFrame
{
    Q_OBJECT
public:
    explicit HintCard(Session &session, QWidget *parent = nullptr);

    QString code() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeTabs();
    QWidget *makeFoot();
    void showCode();
    void sendTest();
    void say(const QString &text, bool bad);

    Session &m_session;
    QButtonGroup *m_tabs;
    QPlainTextEdit *m_code;
    CopyButton *m_copy = nullptr;
    QPushButton *m_test = nullptr;
    QLabel *m_outcome = nullptr;
    QLabel *m_keyHint;
};

} // namespace gatehouse::ui
