// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QWidget>

#include <initializer_list>

namespace gatehouse::ui {

class Card;
class FormRow;
class Preferences;
class Session;

/// What the window itself does, on this computer: its look, its language, when it starts and what closing it means.
class GeneralSection : public QWidget
{
    Q_OBJECT
public:
    GeneralSection(Session &session, Preferences &preferences, QWidget *parent = nullptr);

private:
    FormRow *makeLook();
    FormRow *makeLanguage();
    FormRow *makeClosing();
    FormRow *makeStart();
    FormRow *makeSteps();
    Card *makeCard(const QString &title, std::initializer_list<FormRow *> rows);

    Session &m_session;
    Preferences &m_preferences;
};

} // namespace gatehouse::ui
