// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/pages/page.h"

namespace gatehouse::ui {

class Preferences;
class Session;

class RoutingPage : public Page
{
    Q_OBJECT
public:
    RoutingPage(Session &session, Preferences &preferences, QWidget *parent = nullptr);

private:
    Session &m_session;
    Preferences &m_preferences;
};

} // namespace gatehouse::ui
