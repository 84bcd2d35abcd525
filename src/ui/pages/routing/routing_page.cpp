// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/routing/routing_page.h"

#include "ui/pages/routing/deployments_view.h"
#include "ui/pages/routing/fallbacks_view.h"
#include "ui/pages/routing/outage_banner.h"
#include "ui/pages/routing/routing_state.h"
#include "ui/pages/routing/rules_view.h"
#include "ui/preferences.h"
#include "ui/session.h"
#include "ui/widgets/message_line.h"
#include "ui/widgets/segments.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

enum Tab { FallbacksTab, DeploymentsTab, RulesTab };
const auto listKey = u"routing/list"_s;

} // namespace

RoutingPage::RoutingPage(Session &session, Preferences &preferences, QWidget *parent)
    : Page(parent)
    , m_preferences(preferences)
    , m_state(new RoutingState(session, this))
    , m_tabs(new Segments({tr("Fallbacks"), tr("Deployments"), tr("Rules")}, tr("Routing")))
    , m_filter(new QLineEdit)
    , m_problem(new MessageLine)
    , m_stack(new QStackedWidget)
    , m_fallbacks(new FallbacksView(*m_state))
    , m_deployments(new DeploymentsView(*m_state))
    , m_rules(new RulesView(*m_state))
{
    for (QWidget *tab : std::initializer_list<QWidget *> {m_fallbacks, m_deployments, m_rules})
        m_stack->addWidget(tab);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 14, 16, 12);
    column->setSpacing(8);
    column->addWidget(makeBar());
    column->addWidget(new OutageBanner(*m_state));
    column->addWidget(m_problem);
    column->addWidget(m_stack, 1);
    m_fallbacks->showList(preferences.bytes(listKey) == "true");
    connect(m_tabs, &Segments::chosen, this, &RoutingPage::showTab);
    connect(m_filter, &QLineEdit::textChanged, m_fallbacks, &FallbacksView::setFilter);
    connect(m_filter, &QLineEdit::textChanged, m_deployments, &DeploymentsView::setFilter);
    connect(m_state, &RoutingState::problemChanged, this, &RoutingPage::showProblem);
    connect(m_fallbacks, &FallbacksView::groupChosen, this, [this](const QString &group) {
        m_filter->setText(group);
        showTab(DeploymentsTab);
    });
    connect(new QShortcut(QKeySequence::Save, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut), &QShortcut::activated,
        this, [this] {
            if (m_stack->currentIndex() == RulesTab)
                m_rules->save();
        });
    showTab(FallbacksTab);
}

QWidget *RoutingPage::makeBar()
{
    auto *bar = new QWidget;
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    m_filter->setPlaceholderText(tr("Find a model"));
    m_filter->setAccessibleName(tr("Find a model"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaximumWidth(fontMetrics().averageCharWidth() * 40);
    row->addWidget(m_tabs);
    row->addStretch(1);
    row->addWidget(m_filter, 1);
    return bar;
}

void RoutingPage::showTab(int tab)
{
    m_tabs->setCurrent(tab);
    m_stack->setCurrentIndex(tab);
    m_filter->setVisible(tab != RulesTab);
}

void RoutingPage::showProblem()
{
    m_problem->say(m_state->problem().isEmpty() ? Mood::Idle : Mood::Bad, m_state->problem());
}

void RoutingPage::reveal(const QString &argument)
{
    const QString what = argument.section(u':', 0, 0);
    const QString name = argument.section(u':', 1);
    if (what == "deployments"_L1 || what == "rules"_L1)
        return showTab(what == "rules"_L1 ? RulesTab : DeploymentsTab);
    if (what == "deployment"_L1) {
        showTab(DeploymentsTab);
        m_filter->clear();
        return m_deployments->reveal(name);
    }
    showTab(FallbacksTab);
    if (what == "dry-run"_L1)
        m_fallbacks->openDryRun(name);
    else if (what == "group"_L1)
        m_fallbacks->selectGroup(name);
}

void RoutingPage::focusFilter()
{
    if (m_stack->currentIndex() == RulesTab)
        showTab(FallbacksTab);
    m_filter->setFocus();
    m_filter->selectAll();
}

void RoutingPage::refresh()
{
    m_state->refresh();
}

bool RoutingPage::copy()
{
    return m_stack->currentIndex() == DeploymentsTab ? m_deployments->copy() : m_fallbacks->copy();
}

bool RoutingPage::leave()
{
    if (!m_filter->text().isEmpty()) {
        m_filter->clear();
        return true;
    }
    return m_stack->currentIndex() == FallbacksTab && m_fallbacks->leave();
}

void RoutingPage::save()
{
    m_preferences.setBytes(listKey, m_fallbacks->isList() ? "true" : "false");
}

} // namespace gatehouse::ui
