// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/traffic/filter_bar.h"

#include "ui/models/plain_tip.h"
#include "ui/models/traffic.h"
#include "ui/models/traffic_filter.h"
#include "ui/pages/traffic/query_completer.h"
#include "ui/pages/traffic/volume_bars.h"
#include "ui/preferences.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include <chrono>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

const auto keptKey = u"traffic/filters"_s;
constexpr qsizetype mostKept = 20;
constexpr qsizetype mostChips = 6;
constexpr int atOnce = 20000; ///< rows that are filtered at every key
constexpr std::chrono::milliseconds rest {120};

} // namespace

FilterBar::FilterBar(TrafficFilter &filter, TrafficModel &model, Preferences &preferences, QWidget *parent)
    : QWidget(parent)
    , m_filter(filter)
    , m_model(model)
    , m_preferences(preferences)
    , m_field(new QLineEdit)
    , m_kept(new QPushButton)
    , m_pause(new QPushButton)
    , m_count(makeLabel(Voice::Muted))
    , m_chips(new QWidget)
    , m_chipRow(new QHBoxLayout(m_chips))
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(rest);
    connect(&m_soon, &QTimer::timeout, this, &FilterBar::apply);
    m_chipRow->setContentsMargins(0, 0, 0, 0);
    m_chipRow->setSpacing(8);
    m_chipRow->addStretch(1);
    m_chips->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(makeBar());
    column->addWidget(m_chips);
    connect(&m_filter, &TrafficFilter::heldBackChanged, this, &FilterBar::showPause);
    showPause();
}

QWidget *FilterBar::makeBar()
{
    m_field->setClearButtonEnabled(true);
    //: the words with a colon or a sign are typed as they stand and stay English
    m_field->setPlaceholderText(tr("Filter: gpt-4o  provider:openai  status>=400"));
    m_field->setAccessibleName(tr("Filter requests"));
    m_field->setToolTip(tr("Words must all match; a minus in front means the opposite. "
                           "Fields: model: provider: key: team: state: path: error: id: status:5xx is:stream is:inflight "
                           "first>500 duration>2s cost>0.01 in> out> attempts>1"));
    new QueryCompleter(*m_field, m_model);
    //: a button that opens a list of filters kept for later
    m_kept->setText(tr("Filters ▾"));
    m_kept->setToolTip(tr("Filters kept for later"));
    connect(m_kept, &QPushButton::clicked, this, [this] {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        fillKept(menu);
        menu->popup(m_kept->mapToGlobal(QPoint(0, m_kept->height())));
    });
    m_pause->setToolTip(tr("Let no more rows in, or let them in again (Space in the table)"));
    auto *bar = new QWidget;
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_field, 1);
    row->addWidget(m_kept);
    row->addWidget(m_pause);
    row->addWidget(m_count);
    connect(m_field, &QLineEdit::textChanged, this, &FilterBar::onTyped);
    connect(m_field, &QLineEdit::returnPressed, this, &FilterBar::apply);
    connect(m_pause, &QPushButton::clicked, this, &FilterBar::togglePause);
    return bar;
}

void FilterBar::apply()
{
    m_soon.stop();
    m_filter.setQuery(m_field->text());
    showChips();
    Q_EMIT changed();
}

void FilterBar::onTyped()
{
    if (m_isSetting)
        return;
    if (m_model.rowCount() > atOnce)
        m_soon.start();
    else
        apply();
}

void FilterBar::setQuery(const QString &text)
{
    m_isSetting = true;
    m_field->setText(text);
    m_isSetting = false;
    apply();
}

QString FilterBar::query() const
{
    return m_field->text();
}

void FilterBar::focusField()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void FilterBar::togglePause()
{
    m_filter.setPaused(!m_filter.isPaused());
    showPause();
    Q_EMIT changed();
}

void FilterBar::showPause()
{
    if (!m_filter.isPaused()) //: a button: let no more rows into the table
        m_pause->setText(tr("Pause"));
    else if (m_filter.heldBack() == 0) //: a button: let rows into the table again
        m_pause->setText(tr("Follow"));
    else //: a button: let rows into the table again; %n have come in the meantime
        m_pause->setText(tr("Follow (%n new)", nullptr, m_filter.heldBack()));
}

bool FilterBar::clear()
{
    if (m_field->text().isEmpty() && !m_filter.window())
        return false;
    m_filter.setWindow(std::nullopt);
    setQuery({});
    return true;
}

void FilterBar::showCounts()
{
    const QLocale locale;
    const int all = m_model.rowCount();
    if (m_filter.query().isEmpty() && !m_filter.window() && !m_filter.isPaused())
        m_count->setText(tr("%n request(s)", nullptr, all));
    else //: %1 of %2 requests pass the filter
        m_count->setText(tr("%1 of %2 requests").arg(locale.toString(m_filter.rowCount()), locale.toString(all)));
}

void FilterBar::showChips()
{
    while (m_chipRow->count() > 1) {
        const QLayoutItem *item = m_chipRow->takeAt(0);
        item->widget()->hide();
        item->widget()->deleteLater(); // it may be the one that was clicked
        delete item;
    }
    if (m_filter.window()) {
        addChip(windowText(*m_filter.window()), [this] {
            m_filter.setWindow(std::nullopt);
            apply();
        });
    }
    const QList<TrafficQuery::Term> &terms = m_filter.query().terms();
    for (qsizetype at = 0; at < std::min(terms.size(), mostChips); ++at)
        addChip(terms[at].source, [this, at] { setQuery(m_filter.query().without(at)); });
    m_chips->setVisible(m_chipRow->count() > 1);
}

void FilterBar::addChip(const QString &text, const std::function<void()> &remove)
{
    const QString shown = text.size() > 40 ? text.left(39) + u'…' : text;
    auto *chip = new QPushButton(shown + u"  ✕"_s);
    chip->setProperty("role", u"chip"_s);
    chip->setAutoDefault(false);
    //: %1 is a part of a filter
    chip->setAccessibleName(tr("Remove %1").arg(text));
    chip->setToolTip(plainTip(tr("Remove %1").arg(text)));
    m_chipRow->insertWidget(m_chipRow->count() - 1, chip);
    chip->show();
    connect(chip, &QPushButton::clicked, this, [remove] { remove(); });
}

QStringList FilterBar::kept() const
{
    QStringList queries;
    const QJsonArray list = QJsonDocument::fromJson(m_preferences.bytes(keptKey)).array();
    for (const auto &each : list) {
        if (!each.toString().isEmpty() && queries.size() < mostKept)
            queries.append(each.toString());
    }
    return queries;
}

void FilterBar::keep(const QStringList &queries)
{
    m_preferences.setBytes(keptKey, QJsonDocument(QJsonArray::fromStringList(queries)).toJson(QJsonDocument::Compact));
}

void FilterBar::fillKept(QMenu *menu)
{
    const QStringList queries = kept();
    for (const QString &query : queries)
        menu->addAction(query.left(80), this, [this, query] { setQuery(query); });
    if (queries.isEmpty())
        menu->addAction(tr("No filter was kept yet"))->setEnabled(false);
    menu->addSeparator();
    const QString now = m_field->text().simplified();
    QAction *add = menu->addAction(tr("Keep this filter"), this, [this, queries, now] { keep(QStringList {now} + queries); });
    add->setEnabled(!now.isEmpty() && !queries.contains(now));
    QAction *forget = menu->addAction(tr("Forget this filter"), this, [this, queries, now] {
        QStringList left = queries;
        left.removeAll(now);
        keep(left);
    });
    forget->setEnabled(queries.contains(now));
}

} // namespace gatehouse::ui
