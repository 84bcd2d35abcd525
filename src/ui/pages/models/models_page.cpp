// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/models/models_page.h"

#include "ui/pages/models/alias_card.h"
#include "ui/pages/models/model_actions.h"
#include "ui/pages/models/model_columns.h"
#include "ui/pages/models/model_feed.h"
#include "ui/pages/models/model_order.h"
#include "ui/preferences.h"
#include "ui/session.h"
#include "ui/widgets/copy_button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/message_line.h"
#include "ui/widgets/record_view.h"
#include "ui/widgets/segments.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

const auto columnsKey = u"models/columns"_s;

} // namespace

ModelsPage::ModelsPage(Session &session, Preferences &preferences, QWidget *parent)
    : Page(parent)
    , m_session(session)
    , m_preferences(preferences)
    , m_feed(new ModelFeed(session, this))
    , m_actions(new ModelActions(session, *m_feed, this))
    , m_table(modelColumns(), u"id"_s)
    , m_parts(new Segments({tr("Deployments"), tr("Other names")}, tr("Part of the page")))
    , m_stack(new QStackedWidget)
    , m_aliases(new AliasCard(session, *m_feed))
    , m_problem(new MessageLine)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 14, 16, 12);
    column->setSpacing(12);
    column->addWidget(m_parts, 0, Qt::AlignLeft);
    column->addWidget(m_problem);
    column->addWidget(m_stack, 1);
    m_stack->addWidget(makeDeployments());
    m_stack->addWidget(m_aliases);
    connect(m_parts, &Segments::chosen, m_stack, &QStackedWidget::setCurrentIndex);
    connect(m_feed, &ModelFeed::changed, this, &ModelsPage::showRows);
    connect(&session, &Session::stateChanged, this, &ModelsPage::showState);
    showState();
    showSelection();
}

QWidget *ModelsPage::makeDeployments()
{
    auto *part = new QWidget;
    QWidget *bar = makeToolBar(); // before the table: so goes the tab key
    m_view = new RecordView(m_table, tr("Deployments"));
    m_view->setLayoutState(m_preferences.bytes(columnsKey));
    m_order = new ModelOrder(m_session, *m_feed, *m_view);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(bar);
    column->addWidget(m_view, 1);
    connect(m_filter, &QLineEdit::textChanged, m_view, &RecordView::setFilter);
    connect(m_view, &RecordView::chosen, this, [this] { m_actions->edit(chosen()); });
    connect(m_view, &RecordView::menuWished, this, [this](QMenu *menu) { fillMenu(*menu); });
    connect(m_view, &RecordView::currentChangedTo, this, &ModelsPage::showSelection);
    connect(m_view, &RecordView::rowsShown, this, &ModelsPage::showCount);
    return part;
}

QWidget *ModelsPage::makeToolBar()
{
    auto *bar = new QWidget;
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_filter = new QLineEdit;
    m_filter->setClearButtonEnabled(true);
    m_filter->setPlaceholderText(tr("Filter by name, provider, key or state"));
    m_filter->setAccessibleName(tr("Filter deployments"));
    m_count = makeLabel(Voice::Muted);
    m_edit = new QPushButton(tr("Edit…"));
    m_more = new QToolButton;
    m_more->setText(tr("More"));
    m_more->setAccessibleName(tr("More actions"));
    m_more->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(m_more);
    m_more->setMenu(menu);
    auto *add = m_add = new QPushButton(tr("Add model"));
    add->setProperty("role", u"primary"_s);
    row->addWidget(m_filter, 1);
    row->addWidget(m_count);
    row->addSpacing(8);
    row->addWidget(m_edit);
    row->addWidget(m_more);
    row->addWidget(add);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        fillMenu(*menu);
    });
    connect(m_edit, &QPushButton::clicked, this, [this] { m_actions->edit(chosen()); });
    connect(add, &QPushButton::clicked, m_actions, &ModelActions::add);
    return bar;
}

QJsonObject ModelsPage::chosen() const
{
    return m_view->current();
}

void ModelsPage::fillMenu(QMenu &menu)
{
    const QJsonObject row = chosen();
    if (row.isEmpty())
        return;
    m_actions->fill(menu, row);
    menu.addSeparator();
    m_order->fill(menu);
    menu.addSeparator();
    m_actions->fillEnd(menu, row);
}

void ModelsPage::showRows()
{
    m_table.setRecords(m_feed->rows());
    if (!m_wished.isEmpty()) {
        const QString group = m_wished;
        reveal(u"model:"_s + group);
    }
    showState();
    showSelection();
}

void ModelsPage::showCount()
{
    const int all = m_table.rowCount(), shown = m_view->shownRows();
    const QLocale locale;
    m_count->setText(shown == all
            ? tr("%n deployment(s), figures of 24 hours", nullptr, all) //: %1 of %2 deployments pass the filter
            : tr("%1 of %2 deployments").arg(locale.toString(shown), locale.toString(all)));
    m_count->setVisible(m_feed->isKnown());
}

void ModelsPage::showState()
{
    showCount();
    m_add->setEnabled(m_session.isRunning());
    if (!m_session.isRunning() && !m_feed->isKnown())
        m_view->setEmptyText(tr("The gateway is stopped. Start it to see its models."));
    else
        m_view->setEmptyText(m_feed->isKnown() ? tr("No model yet. Add one, and callers can ask for it at once.") : QString());
    m_problem->say(Mood::Bad, m_session.isRunning() ? m_feed->problem() : QString());
}

void ModelsPage::showSelection()
{
    const QJsonObject row = chosen();
    m_edit->setEnabled(!row.isEmpty() && ModelActions::isChangeable(row));
    m_more->setEnabled(!row.isEmpty());
}

void ModelsPage::keyPressEvent(QKeyEvent *event)
{
    const bool isControl = event->modifiers() == Qt::ControlModifier;
    const QJsonObject row = m_view->hasFocus() ? chosen() : QJsonObject();
    if (event->matches(QKeySequence::New) && m_stack->currentIndex() != 0)
        return m_aliases->addAlias();
    if (event->matches(QKeySequence::New) && m_add->isEnabled())
        return m_actions->add();
    if (row.isEmpty())
        return Page::keyPressEvent(event);
    if (event->key() == Qt::Key_F2)
        return m_actions->edit(row);
    if (event->key() == Qt::Key_Delete)
        return m_actions->remove(row);
    if (isControl && event->key() == Qt::Key_D)
        return m_actions->duplicate(row);
    if (m_order->take(*event))
        return;
    Page::keyPressEvent(event);
}

void ModelsPage::reveal(const QString &argument)
{
    if (argument == "add"_L1)
        return m_actions->add();
    if (!argument.startsWith("model:"_L1))
        return;
    m_parts->setCurrent(0);
    m_stack->setCurrentIndex(0);
    m_wished = argument.mid(6);
    for (const QJsonValue row : m_feed->rows()) {
        if (row["group"_L1].toString() != m_wished && row["id"_L1].toString() != m_wished)
            continue;
        m_wished.clear();
        m_filter->clear();
        m_view->select(row["id"_L1].toString());
        return;
    }
}

void ModelsPage::focusFilter()
{
    if (m_stack->currentIndex() != 0)
        return;
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void ModelsPage::refresh()
{
    m_feed->ask();
}

bool ModelsPage::copy()
{
    RecordView *view = m_stack->currentIndex() == 0 ? m_view : m_aliases->view();
    const QString rows = view->hasFocus() ? view->selectedText() : QString();
    if (rows.isEmpty())
        return false;
    copyText(rows);
    return true;
}

bool ModelsPage::leave()
{
    if (m_stack->currentIndex() != 0 || m_filter->text().isEmpty())
        return false;
    m_filter->clear();
    return true;
}

void ModelsPage::save()
{
    m_preferences.setBytes(columnsKey, m_view->layoutState());
}

} // namespace gatehouse::ui
