// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/playground/column_row.h"

#include "ui/pages/playground/figure_grid.h"
#include "ui/pages/playground/model_column.h"

#include <QHBoxLayout>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

constexpr qsizetype mostColumns = 4;

/// What makes one answer better than another: the smaller or the larger.
struct Contest {
    FigureGrid::Figure figure;
    std::optional<double> AnswerFigures::*value;
    bool isLess;
};

constexpr std::array contests = {
    Contest {FigureGrid::First, &AnswerFigures::firstMs, true},
    Contest {FigureGrid::Speed, &AnswerFigures::tokensPerSecond, false},
    Contest {FigureGrid::Cost, &AnswerFigures::cost, true},
};

/// Null where fewer than two can be held against each other, or none is better than all others.
const ModelColumn *winner(const QList<ModelColumn *> &columns, const Contest &contest)
{
    QList<std::pair<double, const ModelColumn *>> results;
    for (const ModelColumn *each : columns) {
        if (const auto value = each->figures().*contest.value; value && each->isAnswered())
            results.append({contest.isLess ? *value : -*value, each});
    }
    std::sort(results.begin(), results.end());
    return results.size() > 1 && results[0].first < results[1].first ? results[0].second : nullptr;
}

} // namespace

ColumnRow::ColumnRow(Session &session, QWidget *parent)
    : QScrollArea(parent)
    , m_session(session)
{
    auto *content = new QWidget;
    content->setProperty("role", u"page"_s);
    m_row = new QHBoxLayout(content);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(12);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus); // it follows what has the focus in it
    setWidget(content);
}

void ColumnRow::restore(const QJsonArray &taste)
{
    for (const QJsonValue each : taste)
        add(ColumnSetup::fromJson(each.toObject()));
    if (m_columns.isEmpty())
        add({});
}

QJsonArray ColumnRow::taste() const
{
    QJsonArray setups;
    for (ModelColumn *each : m_columns) {
        QJsonObject setup = each->fields().setup().toJson();
        setup.remove("system"_L1);
        setups.append(setup);
    }
    return setups;
}

bool ColumnRow::isFull() const
{
    return m_columns.size() >= mostColumns;
}

ModelColumn *ColumnRow::add(const ColumnSetup &setup)
{
    if (isFull())
        return nullptr;
    auto *column = new ModelColumn(m_session);
    column->fields().setModels(m_models);
    column->fields().setSetup(setup);
    m_columns.append(column);
    m_row->addWidget(column, 1);
    connect(column, &ModelColumn::runWished, this, [this, column] { Q_EMIT askWished(column); });
    connect(column, &ModelColumn::curlWished, this, [this, column] { Q_EMIT curlWished(column); });
    connect(column, &ModelColumn::removeWished, this, [this, column] { remove(column); });
    connect(column, &ModelColumn::changed, this, [this] {
        showBest();
        Q_EMIT changed();
    });
    onCountChanged();
    return column;
}

void ColumnRow::addAnother()
{
    QStringList asked;
    for (ModelColumn *each : m_columns)
        asked.append(each->fields().setup().model);
    const auto free = std::find_if(m_models.begin(), m_models.end(), [&](const QString &each) { return !asked.contains(each); });
    const QString model = free == m_models.end() ? QString() : *free;
    if (ModelColumn *column = add({model, m_columns.last()->fields().setup().system}))
        column->fields().focusModel();
}

void ColumnRow::remove(ModelColumn *column)
{
    column->stop();
    m_columns.removeOne(column);
    m_row->removeWidget(column);
    column->hide();
    column->deleteLater(); // its menu is still open
    onCountChanged();
    m_columns.last()->fields().focusModel();
}

void ColumnRow::onCountChanged()
{
    for (qsizetype at = 0; at < m_columns.size(); ++at) {
        //: for screen readers; %1 is a number from 1
        m_columns[at]->setAccessibleName(tr("Column %1").arg(at + 1));
        m_columns[at]->setRemovable(m_columns.size() > 1);
    }
    showBest();
    Q_EMIT changed();
}

bool ColumnRow::isAnyRunning() const
{
    return std::any_of(m_columns.begin(), m_columns.end(), [](const ModelColumn *each) { return each->isRunning(); });
}

void ColumnRow::stop()
{
    for (ModelColumn *each : m_columns)
        each->stop();
}

void ColumnRow::setModels(const QStringList &models)
{
    if (models != m_models) {
        m_models = models;
        for (ModelColumn *each : m_columns)
            each->fields().setModels(models);
    }
    ColumnSetup setup = first().fields().setup();
    if (!setup.model.isEmpty() || models.isEmpty())
        return;
    setup.model = models.first();
    first().fields().setSetup(setup);
}

void ColumnRow::showBest()
{
    for (const Contest &contest : contests) {
        const ModelColumn *best = winner(m_columns, contest);
        for (ModelColumn *each : m_columns)
            each->figureGrid().setBest(contest.figure, each == best);
    }
}

} // namespace gatehouse::ui
