// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/traffic/traffic_page.h"

#include "ui/models/traffic_filter.h"
#include "ui/models/traffic_histogram.h"
#include "ui/pages/overview/welcome.h"
#include "ui/pages/traffic/detail_pane.h"
#include "ui/pages/traffic/filter_bar.h"
#include "ui/pages/traffic/live_progress.h"
#include "ui/pages/traffic/traffic_export.h"
#include "ui/pages/traffic/traffic_table.h"
#include "ui/pages/traffic/volume_bars.h"
#include "ui/preferences.h"
#include "ui/session.h"
#include "ui/widgets/copy_button.h"
#include "ui/widgets/label.h"

#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <chrono>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

const auto columnsKey = u"traffic/columns"_s;
const auto splitKey = u"traffic/split"_s;

} // namespace

TrafficPage::TrafficPage(Session &session, Preferences &preferences, QWidget *parent)
    : Page(parent)
    , m_session(session)
    , m_preferences(preferences)
    , m_filter(new TrafficFilter(session.traffic(), this))
    , m_progress(new LiveProgress(session, this))
    , m_stack(new QStackedWidget)
{
    m_stack->addWidget(new Welcome(session));
    m_stack->addWidget(makeLive());
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_stack);
    m_second.setInterval(std::chrono::seconds(1));
    connect(&m_second, &QTimer::timeout, this, &TrafficPage::showVolume);
    connect(&session.traffic(), &QAbstractItemModel::rowsInserted, this, &TrafficPage::showCounts);
    connect(&session.traffic(), &QAbstractItemModel::modelReset, this, &TrafficPage::showCounts);
    connect(&session.feed(), &TrafficFeed::received, this, &TrafficPage::showDetail);
    addKeys();
    showCounts();
    showDetail();
}

QWidget *TrafficPage::makeLive()
{
    auto *live = new QWidget;
    m_volume = new VolumeBars;
    m_bar = new FilterBar(*m_filter, m_session.traffic(), m_preferences); // before the table: so goes the tab key
    m_detail = new DetailPane(m_session);
    m_split = new QSplitter(Qt::Vertical);
    m_split->setChildrenCollapsible(false);
    m_split->setHandleWidth(8);
    m_split->addWidget(makeTablePart());
    m_split->addWidget(m_detail);
    m_split->setStretchFactor(0, 1);
    m_split->setStretchFactor(1, 1);
    m_split->setSizes({320, 320});
    m_split->restoreState(m_preferences.bytes(splitKey));
    auto *column = new QVBoxLayout(live);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    column->addWidget(m_bar);
    column->addWidget(m_volume);
    column->addWidget(m_split, 1);
    connect(m_bar, &FilterBar::changed, this, [this] {
        showCounts();
        showVolume();
        showDetail();
    });
    connect(m_volume, &VolumeBars::roomChanged, this, &TrafficPage::showVolume);
    connect(m_volume, &VolumeBars::chosen, this, [this](const std::optional<TrafficWindow> &window) {
        m_filter->setWindow(window);
        m_bar->setQuery(m_bar->query());
    });
    return live;
}

QWidget *TrafficPage::makeTablePart()
{
    m_table = new TrafficTable(*m_filter);
    m_table->setColumns(m_preferences.bytes(columnsKey));
    m_nothing = makeLabel(Voice::Muted, tr("No request matches the filter. Press Esc to clear it."));
    m_nothing->setAlignment(Qt::AlignCenter);
    auto *part = new QWidget;
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_table, 1);
    column->addWidget(m_nothing);
    connectTable();
    return part;
}

void TrafficPage::connectTable()
{
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &TrafficPage::showDetail);
    connect(m_table, &TrafficTable::pauseWished, m_bar, &FilterBar::togglePause);
    connect(m_table, &TrafficTable::exportWished, this, &TrafficPage::askWhereToExport);
    connect(m_table, &TrafficTable::abortWished, this, &TrafficPage::askToAbort);
    connect(m_table, &TrafficTable::termWished, this, [this](const QString &term) {
        const QString query = m_bar->query().trimmed();
        m_bar->setQuery(query.isEmpty() ? term : query + u' ' + term);
    });
    connect(m_detail, &DetailPane::closed, m_table, &QTableView::clearSelection);
    connect(m_detail, &DetailPane::abortWished, this, &TrafficPage::askToAbort);
}

void TrafficPage::addKeys()
{
    const auto on = [this](const QKeySequence &keys, auto action) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, action);
    };
    on(Qt::Key_Slash, [this] { focusFilter(); });
    on(Qt::Key_BracketLeft, [this] { m_detail->step(-1); });
    on(Qt::Key_BracketRight, [this] { m_detail->step(1); });
    on(Qt::Key_J, [this] { m_table->go(1); });
    on(Qt::Key_K, [this] { m_table->go(-1); });
    on(Qt::Key_Y, [this] { m_detail->copyCurl(); });
    on(Qt::Key_R, [this] { m_detail->sendAgain(); });
    on(Qt::Key_P, [this] { m_detail->openInPlayground(); });
    on(Qt::CTRL | Qt::Key_E, [this] { askWhereToExport(); });
}

void TrafficPage::showCounts()
{
    const int all = m_session.traffic().rowCount();
    m_stack->setCurrentIndex(all > 0 ? 1 : 0);
    m_nothing->setVisible(all > 0 && m_filter->rowCount() == 0);
    m_bar->showCounts();
}

void TrafficPage::showVolume()
{
    m_volume->setWindow(m_filter->window());
    if (m_filter->isPaused() || !isVisible())
        return; // it stands still with the table
    m_volume->setHistogram(
        TrafficHistogram::of(m_session.traffic(), m_filter->query(), QDateTime::currentMSecsSinceEpoch(), m_volume->room()));
}

void TrafficPage::showDetail()
{
    const auto selected = m_table->onlyRow();
    m_detail->setVisible(selected.has_value());
    if (selected)
        m_detail->setRow(m_filter->at(*selected));
}

void TrafficPage::askToAbort(const TrafficRow &row)
{
    auto *question = new QMessageBox(QMessageBox::Question, tr("Abort the request"),
        tr("End this request to %1 now? Its caller gets an error, and what the provider has done by now may be charged.")
            .arg(row.model),
        QMessageBox::Cancel, this);
    question->setTextFormat(Qt::PlainText);
    question->setAttribute(Qt::WA_DeleteOnClose);
    const QAbstractButton *go = question->addButton(tr("Abort request"), QMessageBox::DestructiveRole);
    connect(go, &QAbstractButton::clicked, this, [this, row] { abort(row); });
    question->open();
}

void TrafficPage::abort(const TrafficRow &row)
{
    m_session.client().remove(u"/traffic/%1"_s.arg(row.id), this, [this](const Answer &answer) {
        if (answer.isOk())
            m_session.announce(tr("The request was aborted."));
        else if (answer.status == 409)
            m_session.announce(tr("The request had ended by itself."));
        else if (answer.kind != Answer::Kind::Cancelled)
            m_session.announce(answer.problem);
        m_session.feed().refresh();
    });
}

void TrafficPage::askWhereToExport()
{
    if (!m_table->selectionModel()->hasSelection())
        return m_session.announce(tr("Select the requests to export first."));
    auto *dialog = new QFileDialog(this, tr("Export requests"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("JSON files (*.json)"));
    dialog->setDefaultSuffix(u"json"_s);
    dialog->selectFile(u"requests.json"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &TrafficPage::exportTo);
    dialog->open();
}

void TrafficPage::exportTo(const QString &file)
{
    auto *work = new TrafficExport(m_session, m_table->selectedIds(TrafficExport::mostRequests), file, this);
    connect(work, &TrafficExport::finished, this, [this, file](int written, const QString &problem) {
        if (!problem.isEmpty())
            return m_session.announce(tr("Nothing was exported: %1").arg(problem));
        m_session.announce(tr("%n request(s) written to %1", nullptr, written).arg(file));
    });
    work->start();
}

void TrafficPage::reveal(const QString &argument)
{
    QString query = argument;
    m_filter->setWindow(takeWindow(query));
    m_bar->setQuery(query);
}

void TrafficPage::focusFilter()
{
    if (m_stack->currentIndex() == 1)
        m_bar->focusField();
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
    return m_bar->clear();
}

void TrafficPage::save()
{
    m_preferences.setBytes(columnsKey, m_table->columns());
    m_preferences.setBytes(splitKey, m_split->saveState());
}

void TrafficPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_progress->setWatched(true);
    m_second.start();
    showVolume();
}

void TrafficPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_progress->setWatched(false);
    m_second.stop();
}

} // namespace gatehouse::ui
