// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/traffic/traffic_page.h"

#include "ui/models/traffic_filter.h"
#include "ui/pages/overview/hint_card.h"
#include "ui/pages/overview/summary_row.h"
#include "ui/pages/overview/welcome.h"
#include "ui/pages/traffic/detail_pane.h"
#include "ui/pages/traffic/traffic_table.h"
#include "ui/preferences.h"
#include "ui/session.h"
#include "ui/widgets/copy_button.h"
#include "ui/widgets/label.h"

#include <QDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <chrono>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

const auto columnsKey = u"traffic/columns"_s;

} // namespace

TrafficPage::TrafficPage(Session &session, Preferences &preferences, QWidget *parent)
    : Page(parent)
    , m_session(session)
    , m_preferences(preferences)
    , m_filter(new TrafficFilter(session.traffic(), this))
    , m_stack(new QStackedWidget)
{
    m_stack->addWidget(new Welcome(session));
    m_stack->addWidget(makeLive());
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_stack);

    m_second.setInterval(std::chrono::seconds(1));
    connect(&m_second, &QTimer::timeout, this, [this] {
        if (isVisible())
            m_summary->refresh();
    });
    m_second.start();
    connect(&session.traffic(), &QAbstractItemModel::rowsInserted, this, &TrafficPage::showCounts);
    connect(&session.traffic(), &QAbstractItemModel::modelReset, this, &TrafficPage::showCounts);
    connect(&session.traffic(), &TrafficModel::runningChanged, m_summary, &SummaryRow::refresh);
    connect(&session.feed(), &TrafficFeed::received, this, &TrafficPage::showDetail);
    showCounts();
    showDetail();
}

QWidget *TrafficPage::makeLive()
{
    auto *live = new QWidget;
    m_summary = new SummaryRow(m_session.traffic());
    QWidget *toolBar = makeToolBar(); // before the table: so goes the tab key
    m_table = new TrafficTable(*m_filter);
    m_table->setColumns(m_preferences.bytes(columnsKey));
    m_detail = new DetailPane;
    m_nothing = makeLabel(Voice::Muted, tr("No request matches the filter. Press Esc to clear it."));
    m_nothing->setAlignment(Qt::AlignCenter);
    auto *column = new QVBoxLayout(live);
    column->setContentsMargins(16, 14, 16, 12);
    column->setSpacing(12);
    column->addWidget(m_summary);
    column->addWidget(toolBar);
    column->addWidget(m_table, 1);
    column->addWidget(m_nothing);
    column->addWidget(m_detail);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &TrafficPage::showDetail);
    connect(m_detail, &DetailPane::closed, m_table, &QTableView::clearSelection);
    return live;
}

QWidget *TrafficPage::makeToolBar()
{
    auto *bar = new QWidget;
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    m_query = new QLineEdit;
    m_query->setClearButtonEnabled(true);
    //: the words with a colon or a sign are typed as they stand and stay English
    m_query->setPlaceholderText(tr("Filter: gpt-4o  provider:openai  status>=400"));
    m_query->setAccessibleName(tr("Filter requests"));
    m_query->setToolTip(tr("Words must all match. Fields: model: provider: who: state: path: error: id: "
                           "status>=400 duration>1000 first>500 in> out> attempts>1"));
    m_count = makeLabel(Voice::Muted);
    auto *connectButton = new QPushButton(tr("How to connect…"));
    row->addWidget(m_query, 1);
    row->addWidget(m_count);
    row->addWidget(connectButton);
    connect(m_query, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter->setQuery(text);
        showCounts();
    });
    connect(connectButton, &QPushButton::clicked, this, &TrafficPage::showConnect);
    return bar;
}

void TrafficPage::showCounts()
{
    const int all = m_session.traffic().rowCount();
    const int shown = m_filter->rowCount();
    const QLocale locale;
    m_stack->setCurrentIndex(all > 0 ? 1 : 0);
    m_nothing->setVisible(all > 0 && shown == 0);
    if (m_query->text().isEmpty())
        m_count->setText(tr("%n request(s)", nullptr, all));
    else //: %1 of %2 requests pass the filter
        m_count->setText(tr("%1 of %2 requests").arg(locale.toString(shown), locale.toString(all)));
    m_summary->refresh();
}

void TrafficPage::showDetail()
{
    const QModelIndexList selected = m_table->selectionModel()->selectedRows();
    m_detail->setVisible(selected.size() == 1);
    if (selected.size() == 1)
        m_detail->setRow(m_filter->at(selected.first().row()));
}

void TrafficPage::showConnect()
{
    auto *dialog = new QDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("How to connect"));
    auto *column = new QVBoxLayout(dialog);
    column->setContentsMargins(16, 16, 16, 16);
    column->addWidget(new HintCard(m_session));
    dialog->resize(680, 100);
    dialog->show();
}

void TrafficPage::focusFilter()
{
    if (m_stack->currentIndex() != 1)
        return;
    m_query->setFocus(Qt::ShortcutFocusReason);
    m_query->selectAll();
}

void TrafficPage::refresh()
{
    m_session.feed().refresh();
    m_session.askForModels();
}

bool TrafficPage::copy()
{
    const QString rows = m_table->hasFocus() ? m_table->selectedText() : QString();
    if (rows.isEmpty())
        return false;
    copyText(rows);
    return true;
}

bool TrafficPage::leave()
{
    if (m_table->selectionModel()->hasSelection()) {
        m_table->clearSelection();
        return true;
    }
    if (m_query->text().isEmpty())
        return false;
    m_query->clear();
    return true;
}

void TrafficPage::save()
{
    m_preferences.setBytes(columnsKey, m_table->columns());
}

} // namespace gatehouse::ui
