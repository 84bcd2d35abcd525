// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/overview/row_button.h"

#include "ui/models/plain_tip.h"
#include "ui/widgets/colours.h"
#include "ui/widgets/gauge.h"
#include "ui/widgets/label.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

constexpr int side = 6;
constexpr int edge = 5;
constexpr int gap = 8;
constexpr int barHigh = 5;

QFont titleFont(QFont font)
{
    font.setWeight(QFont::Medium);
    return font;
}

void paintShare(QPainter &painter, const QRectF &box, const RowText &row, const Colours &colours)
{
    if (!row.calm) {
        paintGauge(painter, box, *row.share, colours);
    } else {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours.series[0]);
        painter.drawRoundedRect(
            QRectF(box.left(), box.top(), std::max(box.height(), box.width() * std::min(1.0, *row.share)), box.height()),
            box.height() / 2, box.height() / 2);
    }
    if (!row.forecast)
        return;
    const qreal x = box.left() + std::clamp(*row.forecast, 0.0, 1.0) * (box.width() - 2);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.text);
    painter.drawRect(QRectF(x, box.top() - 2, 2, box.height() + 4));
}

} // namespace

RowButton::RowButton(QWidget *parent)
    : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFont(tabular(font()));
}

void RowButton::setRow(const RowText &row)
{
    if (row == m_row)
        return;
    const bool otherHeight = row.detail.isEmpty() != m_row.detail.isEmpty() || row.share.has_value() != m_row.share.has_value();
    m_row = row;
    setAccessibleName(row.figure.isEmpty() ? row.title : row.title + u": "_s + row.figure);
    setAccessibleDescription(row.detail.isEmpty() ? row.tip : row.detail);
    setToolTip(plainTip(row.tip));
    showAction();
    if (otherHeight)
        updateGeometry();
    update();
}

void RowButton::showAction()
{
    if (!m_action && m_row.action.isEmpty())
        return;
    if (!m_action) {
        m_action = new QPushButton(this);
        m_action->setProperty("role", u"quiet"_s);
        m_action->setCursor(Qt::ArrowCursor);
        connect(m_action, &QPushButton::clicked, this, &RowButton::acted);
    }
    m_action->setText(m_row.action);
    m_action->setVisible(!m_row.action.isEmpty());
    const QSize size = m_action->sizeHint();
    m_action->setGeometry(width() - size.width() - side, (height() - size.height()) / 2, size.width(), size.height());
}

void RowButton::resizeEvent(QResizeEvent *event)
{
    QAbstractButton::resizeEvent(event);
    showAction();
}

QSize RowButton::sizeHint() const
{
    const int lines = m_row.detail.isEmpty() ? 1 : 2;
    const int high = 2 * edge + lines * fontMetrics().height() + (m_row.share ? barHigh + edge : 0);
    return {fontMetrics().averageCharWidth() * 36, high};
}

QSize RowButton::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 16, sizeHint().height()};
}

QRect RowButton::inner() const
{
    const int action = m_action && !m_row.action.isEmpty() ? m_action->width() + gap : 0;
    return rect().adjusted(side, edge, -side - action, -edge);
}

int RowButton::signWidth() const
{
    return m_row.mood ? fontMetrics().ascent() + gap : 0;
}

void RowButton::paintEvent(QPaintEvent *)
{
    const Colours &colours = Colours::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintGround(painter, colours);
    if (m_row.mood) {
        const int size = fontMetrics().ascent();
        const QRectF box(inner().left(), inner().top() + (fontMetrics().height() - size) / 2.0, size, size);
        paintMark(painter, m_row.mark, box, moodColour(*m_row.mood, colours), colours.surface);
    }
    paintWords(painter, colours);
    if (m_row.share)
        paintShare(painter, QRectF(inner().left(), inner().bottom() - barHigh + 1, inner().width(), barHigh), m_row, colours);
}

void RowButton::paintGround(QPainter &painter, const Colours &colours) const
{
    painter.setPen(hasFocus() ? QPen(colours.accent, 2) : QPen(Qt::NoPen));
    painter.setBrush(underMouse() || isDown() ? QBrush(colours.inset) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
    painter.setBrush(Qt::NoBrush);
}

void RowButton::paintWords(QPainter &painter, const Colours &colours) const
{
    const QFont bold = titleFont(font());
    const QFontMetrics boldMetrics(bold);
    const int high = fontMetrics().height();
    QRect line(inner().left() + signWidth(), inner().top(), inner().width() - signWidth(), high);
    const int figureWide = fontMetrics().horizontalAdvance(m_row.figure);
    const int titleWide = std::max(0, line.width() - (figureWide > 0 ? figureWide + gap : 0));
    painter.setPen(colours.text);
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, m_row.figure);
    painter.setFont(bold);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, boldMetrics.elidedText(m_row.title, Qt::ElideMiddle, titleWide));
    painter.setFont(font());
    painter.setPen(colours.muted);
    line.translate(0, high);
    painter.drawText(
        line, Qt::AlignLeft | Qt::AlignVCenter, fontMetrics().elidedText(m_row.detail, Qt::ElideRight, line.width()));
}

void RowButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return click();
    QAbstractButton::keyPressEvent(event);
}

void RowButton::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void RowButton::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace gatehouse::ui
