// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/widgets/pill.h"

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace gatehouse::ui {

class CopyButton;
class Session;
struct Answer;

/// The key of this gateway that a client is given: one that somebody pastes, or a virtual key made for the client. It is kept
/// here only as long as the page lives, and shown as dots.
class ClientKey : public QWidget
{
    Q_OBJECT
public:
    /// @param alias of a key that is made.
    ClientKey(Session &session, const QString &alias, QWidget *parent = nullptr);
    ~ClientKey() override;

    /// Empty: none was given.
    QString key() const;
    void focusField();

Q_SIGNALS:
    void changed();
    /// How making one went.
    void told(Mood mood, const QString &text);

private:
    void make(int attempt);
    void take(const Answer &answer, const QString &alias, int attempt);
    void showState();

    Session &m_session;
    QString m_alias;
    QLineEdit *m_line;
    QPushButton *m_make;
    CopyButton *m_copy;
};

} // namespace gatehouse::ui
