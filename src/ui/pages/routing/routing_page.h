// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/pages/page.h"

class QLineEdit;
class QStackedWidget;

namespace gatehouse::ui {

class DeploymentsView;
class FallbacksView;
class MessageLine;
class Preferences;
class RoutingState;
class RulesView;
class Segments;
class Session;

/// Where requests go: fallbacks, the deployments behind them with their drills, and the rules by which one is picked.
class RoutingPage : public Page
{
    Q_OBJECT
public:
    RoutingPage(Session &session, Preferences &preferences, QWidget *parent = nullptr);

    /// "group:gpt-4o", "dry-run:gpt-4o", "deployments", "deployment:ID", "rules".
    void reveal(const QString &argument) override;
    void focusFilter() override;
    void refresh() override;
    bool copy() override;
    bool leave() override;
    void save() override;

private:
    QWidget *makeBar();
    void showTab(int tab);
    void showProblem();

    Preferences &m_preferences;
    RoutingState *m_state;
    Segments *m_tabs;
    QLineEdit *m_filter;
    MessageLine *m_problem;
    QStackedWidget *m_stack;
    FallbacksView *m_fallbacks;
    DeploymentsView *m_deployments;
    RulesView *m_rules;
};

} // namespace gatehouse::ui
