// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/routing/fallbacks_view.h"

#include "ui/config/change_dialog.h"
#include "ui/pages/routing/add_fallback_dialog.h"
#include "ui/pages/routing/dry_run_panel.h"
#include "ui/pages/routing/fallback_edits.h"
#include "ui/pages/routing/fallback_list.h"
#include "ui/pages/routing/graph_view.h"
#include "ui/pages/routing/legend.h"
#include "ui/pages/routing/routing_state.h"
#include "ui/session.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/segments.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

enum { GraphPage, ListPage };

QString nameOf(const QString &group)
{
    return group == everyOther() ? FallbacksView::tr("every other model") : group;
}

} // namespace

FallbacksView::FallbacksView(RoutingState &state, QWidget *parent)
    : QWidget(parent)
    , m_state(state)
    , m_views(new Segments({tr("Graph"), tr("List")}, tr("View")))
    , m_add(new QPushButton(tr("Add fallback…")))
    , m_dryRunButton(new QPushButton(tr("Dry run")))
    , m_stack(new QStackedWidget)
    , m_graph(new GraphView)
    , m_list(new FallbackList)
    , m_legend(new Legend)
    , m_nothing(makeLabel(Voice::Muted))
    , m_dryRun(new DryRunPanel(state))
{
    auto *side = new Card(tr("Where would a request go?"));
    side->addContent(m_dryRun, 1);
    m_side = side;
    m_side->hide();
    auto *graph = new QFrame;
    graph->setProperty("role", u"card"_s);
    auto *graphColumn = new QVBoxLayout(graph);
    graphColumn->setContentsMargins(1, 1, 1, 8);
    graphColumn->addWidget(m_graph, 1);
    graphColumn->addWidget(m_legend);
    m_stack->addWidget(graph);
    m_stack->addWidget(m_list);
    m_nothing->setWordWrap(true);
    m_nothing->hide();
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(m_stack, 5);
    row->addWidget(m_side, 3);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(makeBar());
    column->addWidget(m_nothing);
    column->addLayout(row, 1);
    connectViews();
    showMap();
    showEditable();
}

QWidget *FallbacksView::makeBar()
{
    auto *bar = new QWidget;
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_views);
    row->addStretch(1);
    row->addWidget(m_dryRunButton);
    row->addWidget(m_add);
    m_add->setToolTip(QKeySequence(QKeySequence::New).toString(QKeySequence::NativeText));
    m_dryRunButton->setCheckable(true);
    m_dryRunButton->setToolTip(tr("Asks where a request would go, and why, without sending it"));
    return bar;
}

void FallbacksView::connectViews()
{
    connect(m_views, &Segments::chosen, this, [this](int at) {
        m_stack->setCurrentIndex(at);
        Q_EMIT viewChanged();
    });
    connect(m_add, &QPushButton::clicked, this, [this] { add(m_graph->selectedGroup()); });
    connect(new QShortcut(QKeySequence::New, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut), &QShortcut::activated,
        m_add, &QPushButton::click);
    connect(m_dryRunButton, &QPushButton::toggled, this, [this](bool on) {
        m_side->setVisible(on);
        m_dryRunButton->setText(on ? tr("Close dry run") : tr("Dry run"));
        showWay();
    });
    connect(m_dryRun, &DryRunPanel::told, this, &FallbacksView::showWay);
    connect(&m_state, &RoutingState::mapChanged, this, &FallbacksView::showMap);
    connect(&m_state, &RoutingState::treeChanged, this, &FallbacksView::showEditable);
    connect(&m_state, &RoutingState::deploymentsChanged, this, [this] { m_graph->setDeployments(m_state.deployments()); });
    connect(m_graph, &GraphView::connectWished, this, &FallbacksView::add);
    connect(m_graph, &GraphView::removeWished, this, &FallbacksView::remove);
    connect(m_graph, &GraphView::groupChosen, this, &FallbacksView::groupChosen);
    connect(m_graph, &GraphView::menuWished, this, &FallbacksView::fillMenu);
    connect(m_graph, &GraphView::selectionChanged, this, [this] { m_list->select(m_graph->selectedFallback()); });
    connect(m_list, &FallbackList::currentChangedTo, this, [this](const QString &id) { m_graph->selectFallback(id); });
    connect(m_list, &FallbackList::removeWished, this, &FallbacksView::remove);
    connect(m_list, &FallbackList::moveWished, this, &FallbacksView::move);
}

void FallbacksView::showMap()
{
    const RouteMap &map = m_state.map();
    m_graph->setMap(map);
    m_list->setMap(map);
    QStringList names;
    for (const RouteGroup &group : map.groups)
        names.append(group.name);
    for (const auto &[alias, target] : map.aliases) {
        if (!names.contains(alias))
            names.append(alias);
    }
    m_dryRun->setModels(names);
    showEditable();
}

void FallbacksView::showEditable()
{
    const bool editable = m_state.isEditable() && !m_state.map().groups.isEmpty();
    m_graph->setEditable(editable);
    m_list->setEditable(editable);
    m_add->setEnabled(editable);
    m_dryRunButton->setEnabled(m_state.isKnown());
    QString text = m_state.whyNotEditable();
    if (m_state.isKnown() && m_state.map().groups.isEmpty())
        text = tr("No models yet. Add two on the page Models, and one can stand behind the other here.");
    m_nothing->setText(text);
    m_nothing->setVisible(!text.isEmpty());
}

void FallbacksView::showWay()
{
    const DryRunStory &story = m_dryRun->story();
    const bool on = m_dryRunButton->isChecked();
    m_graph->setWay(on ? story.way : QStringList(), on ? story.answer : QString());
}

void FallbacksView::openDryRun(const QString &model)
{
    m_dryRunButton->setChecked(true);
    if (model.isEmpty())
        return;
    m_dryRun->setModel(model);
    m_dryRun->run();
}

void FallbacksView::selectGroup(const QString &name)
{
    m_graph->selectGroup(name);
}

void FallbacksView::setFilter(const QString &text)
{
    m_list->setFilter(text);
    for (const RouteGroup &group : m_state.map().groups) {
        if (!text.isEmpty() && group.name.contains(text, Qt::CaseInsensitive))
            return m_graph->selectGroup(group.name);
    }
}

bool FallbacksView::isList() const
{
    return m_stack->currentIndex() == ListPage;
}

void FallbacksView::showList(bool list)
{
    m_views->setCurrent(list ? ListPage : GraphPage);
    m_stack->setCurrentIndex(list ? ListPage : GraphPage);
}

bool FallbacksView::copy()
{
    return m_list->copy();
}

bool FallbacksView::leave()
{
    if (!m_dryRunButton->isChecked())
        return false;
    m_dryRunButton->setChecked(false);
    return true;
}

void FallbacksView::add(const QString &from, const QString &to)
{
    if (!m_add->isEnabled())
        return;
    auto *dialog = new AddFallbackDialog(m_state.map(), from, to, window());
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        change(addFallback(m_state.tree(), dialog->kind(), dialog->from(), dialog->to()),
            tr("When %1 fails, try %2").arg(nameOf(dialog->from()), dialog->to()));
    });
    dialog->open();
}

void FallbacksView::remove(const QString &id)
{
    const Fallback *fallback = m_state.map().fallback(id);
    if (fallback)
        change(removeFallback(m_state.tree(), *fallback),
            tr("When %1 fails, do not try %2").arg(nameOf(fallback->from), fallback->to));
}

void FallbacksView::move(const QString &id, int by)
{
    const Fallback *fallback = m_state.map().fallback(id);
    if (!fallback)
        return;
    const QString summary = by < 0 ? tr("When %1 fails, try %2 earlier") : tr("When %1 fails, try %2 later");
    change(moveFallback(m_state.tree(), *fallback, by), summary.arg(nameOf(fallback->from), fallback->to));
}

void FallbacksView::change(const QJsonArray &edits, const QString &summary)
{
    if (edits.isEmpty())
        return m_state.session().announce(tr("This stands in the file in a way that has to be changed by hand."));
    applyChange(m_state.session(), editsSeenIn(m_state.revision(), edits), summary, window(), [this] { m_state.refresh(); });
}

void FallbacksView::fillMenu(QMenu *menu)
{
    const QString group = m_graph->selectedGroup();
    const Fallback *fallback = m_state.map().fallback(m_graph->selectedFallback());
    if (m_add->isEnabled())
        menu->addAction(m_add->text(), this, [this, group] { add(group); });
    if (m_state.map().group(group)) {
        menu->addAction(tr("Dry run with %1").arg(group), this, [this, group] { openDryRun(group); });
        menu->addAction(tr("Show deployments"), this, [this, group] { Q_EMIT groupChosen(group); });
    }
    if (!fallback || !fallback->place || !m_state.isEditable())
        return;
    const QString id = fallback->id();
    const qsizetype siblings = m_state.map().siblings(fallback->kind, fallback->from).size();
    menu->addAction(tr("Try earlier"), this, [this, id] { move(id, -1); })->setEnabled(fallback->order > 1);
    menu->addAction(tr("Try later"), this, [this, id] { move(id, 1); })->setEnabled(fallback->order < siblings);
    menu->addAction(tr("Remove"), this, [this, id] { remove(id); });
}

} // namespace gatehouse::ui
