// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/playground/figure_grid.h"

#include "ui/models/text.h"
#include "ui/widgets/label.h"

#include <QGridLayout>
#include <QLocale>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

constexpr int roomForOne = 120; ///< pixels

QString nameOf(FigureGrid::Figure figure)
{
    switch (figure) {
    case FigureGrid::First: return FigureGrid::tr("First token");
    case FigureGrid::Speed: return FigureGrid::tr("Speed");
    case FigureGrid::Cost: return FigureGrid::tr("Cost");
    case FigureGrid::Tokens: return FigureGrid::tr("Tokens");
    }
    return {};
}

QString speedText(const AnswerFigures &figures)
{
    if (!figures.tokensPerSecond)
        return dash();
    const double speed = *figures.tokensPerSecond;
    const QString number = QLocale().toString(speed, 'f', speed < 10 ? 1 : 0);
    //: tokens a second
    return (figures.isCounted ? QString() : u"≈ "_s) + FigureGrid::tr("%1 tok/s").arg(number);
}

QString tokensText(const AnswerFigures &figures)
{
    if (!figures.outputTokens)
        return dash();
    // An arrow up for what went to the model, one down for what came.
    const QString in = figures.inputTokens ? u"↑ "_s + countText(*figures.inputTokens) + u"  "_s : QString();
    return in + (figures.isCounted ? u"↓ "_s : u"≈ ↓ "_s) + countText(*figures.outputTokens);
}

} // namespace

FigureGrid::FigureGrid(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(6);
    for (int at = 0; at < count; ++at) {
        Cell &cell = m_cells[std::size_t(at)];
        cell.box = new QWidget;
        cell.name = makeLabel(Voice::Small);
        cell.value = makeLabel(Voice::Strong);
        cell.value->setFont(tabular(cell.value->font()));
        auto *column = new QVBoxLayout(cell.box);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        column->addWidget(cell.name);
        column->addWidget(cell.value);
        showName(Figure(at));
    }
    m_cells[Tokens].box->setToolTip(tr("↑ in the question, ↓ in the answer"));
    setFigures({});
    arrange();
}

void FigureGrid::setFigures(const AnswerFigures &figures)
{
    setValue(First, durationText(figures.firstMs));
    setValue(Speed, speedText(figures));
    setValue(Cost, moneyText(figures.cost));
    setValue(Tokens, tokensText(figures));
}

void FigureGrid::setValue(Figure figure, const QString &value)
{
    m_cells[figure].value->setText(value);
    m_cells[figure].box->setAccessibleName(nameOf(figure) + u": "_s + value);
}

void FigureGrid::setBest(Figure figure, bool isBest)
{
    if (m_cells[figure].isBest == isBest)
        return;
    m_cells[figure].isBest = isBest;
    showName(figure);
}

QString FigureGrid::text(Figure figure) const
{
    return m_cells[figure].value->text();
}

void FigureGrid::showName(Figure figure)
{
    const Cell &cell = m_cells[figure];
    //: %1 is a figure such as "First token": no other model did better
    cell.name->setText(cell.isBest ? tr("%1 · best").arg(nameOf(figure)) : nameOf(figure));
    cell.value->setProperty("role", cell.isBest ? u"good"_s : u"plain"_s);
    cell.value->style()->unpolish(cell.value);
    cell.value->style()->polish(cell.value);
}

void FigureGrid::arrange()
{
    const int across = width() >= count * roomForOne ? count : count / 2;
    if (across == m_across)
        return;
    m_across = across;
    for (int at = 0; at < count; ++at)
        m_grid->addWidget(m_cells[std::size_t(at)].box, at / across, at % across);
    for (int at = 0; at < count; ++at)
        m_grid->setColumnStretch(at, at < across ? 1 : 0);
}

void FigureGrid::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace gatehouse::ui
