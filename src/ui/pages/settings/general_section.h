// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QWidget>

namespace gatehouse::ui {

class MessageLine;
class Preferences;
class Session;
class Theme;

/// What the window itself does, on this computer: its look, its language, when it starts and what closing it means.
class GeneralSection : public QWidget
{
    Q_OBJECT
public:
    GeneralSection(Session &session, Preferences &preferences, QWidget *parent = nullptr);

private:
    QWidget *makeLook();
    QWidget *makeLanguage();
    QWidget *makeClosing();
    QWidget *makeStart();

    Session &m_session;
    Preferences &m_preferences;
    MessageLine *m_message;
};

} // namespace gatehouse::ui
