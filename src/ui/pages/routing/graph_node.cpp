// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/routing/graph_node.h"

#include "ui/models/plain_tip.h"
#include "ui/widgets/colours.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QStyleOptionGraphicsItem>
#include <QWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

constexpr qreal pad = 12;
constexpr qreal handleRadius = 6;
constexpr int mostLines = 5; ///< deployments that are listed
constexpr int characters = 38, fewestCharacters = 24;

QFont bold(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

qreal lineHeight(const QFont &font)
{
    return QFontMetricsF(font).height() + 4;
}

int linesOf(const GraphNode &node)
{
    return std::min(int(node.deployments.size()), mostLines + (node.deployments.size() == mostLines + 1 ? 1 : 0));
}

QString shortened(const QString &text, const QFont &font, qreal width)
{
    return QFontMetricsF(font).elidedText(text, Qt::ElideMiddle, width);
}

QString tipOf(const GraphNode &node, const QList<DeploymentWords> &states)
{
    QStringList lines {node.title};
    if (!node.remark.isEmpty())
        lines.append(node.remark);
    for (int at = 0; at < node.deployments.size() && at < states.size(); ++at)
        lines.append(
            u"%1 (%2): %3 %4"_s.arg(node.deployments[at].model, node.deployments[at].id, states[at].word, states[at].left)
                .trimmed());
    return lines.join(u'\n');
}

} // namespace

GraphNodeItem::GraphNodeItem(const GraphNode &node, const QFont &font)
    : m_node(node)
    , m_font(font)
    , m_size(sizeOf(node, font))
{
    setFlag(ItemIsSelectable);
    setStates({});
}

QSizeF GraphNodeItem::sizeOf(const GraphNode &node, const QFont &font)
{
    const qreal line = lineHeight(font);
    const bool isMore = node.deployments.size() > linesOf(node);
    const int lines = 1 + (node.remark.isEmpty() ? 0 : 1) + linesOf(node) + (isMore ? 1 : 0);
    return {QFontMetricsF(font).averageCharWidth() * characters + 2 * pad, line * lines + 1.5 * pad};
}

qreal GraphNodeItem::leastWidth(const QFont &font)
{
    return QFontMetricsF(font).averageCharWidth() * fewestCharacters + 2 * pad;
}

void GraphNodeItem::setWidth(qreal width)
{
    prepareGeometryChange();
    m_size.setWidth(width);
}

void GraphNodeItem::setStates(const QList<DeploymentWords> &states)
{
    m_states = states;
    setToolTip(plainTip(tipOf(m_node, states)));
    update();
}

void GraphNodeItem::setHighlight(Highlight highlight)
{
    m_highlight = highlight;
    setOpacity(highlight == Highlight::Aside ? 0.45 : 1);
    update();
}

void GraphNodeItem::setHovered(bool hovered)
{
    if (m_isHovered == hovered)
        return;
    m_isHovered = hovered;
    update();
}

bool GraphNodeItem::isHandle(const QPointF &scenePos) const
{
    const QPointF away = mapFromScene(scenePos) - handle();
    return !m_node.isUnknown && away.manhattanLength() < 3 * handleRadius && away.x() > -handleRadius;
}

QRectF GraphNodeItem::boundingRect() const
{
    return box().adjusted(-3, -3, 3 + 2 * handleRadius, 3);
}

void GraphNodeItem::paintBox(QPainter &painter, const Colours &colours) const
{
    const bool isOn = m_highlight == Highlight::OnWay || m_highlight == Highlight::Answer;
    QPen edge(colours.border, 1);
    if (m_node.isUnknown)
        edge = QPen(colours.bad, 1.5, Qt::DashLine);
    if (isOn)
        edge = QPen(m_highlight == Highlight::Answer ? colours.good : colours.accent, 2);
    if (isSelected())
        edge = QPen(colours.accent, 2.5);
    painter.setPen(edge);
    painter.setBrush(isSelected() ? blend(colours.accent, colours.surface, 0.06) : colours.surface);
    painter.drawRoundedRect(box(), 10, 10);
    if (!m_isHovered && !isSelected())
        return;
    painter.setPen(QPen(colours.accent, 1.5));
    painter.setBrush(colours.surface);
    painter.drawEllipse(handle(), handleRadius, handleRadius);
    painter.drawLine(handle() - QPointF(3, 0), handle() + QPointF(3, 0));
    painter.drawLine(handle() - QPointF(0, 3), handle() + QPointF(0, 3));
}

void GraphNodeItem::paintLine(QPainter &painter, const QRectF &line, int at, const Colours &colours) const
{
    const RouteDeployment &deployment = m_node.deployments[at];
    const DeploymentWords words = at < m_states.size() ? m_states[at] : wordsOf({});
    const qreal sign = QFontMetricsF(m_font).ascent();
    const QColor mood = moodColour(words.sign.mood, colours);
    paintMark(painter, words.sign.mark, QRectF(line.left(), line.center().y() - sign / 2, sign, sign), mood, colours.surface);
    const QFontMetricsF metrics(m_font);
    const qreal right = words.left.isEmpty() ? 0 : metrics.horizontalAdvance(words.left) + 8;
    const QRectF text = line.adjusted(sign + 8, 0, -right, 0);
    painter.setPen(colours.text);
    painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter, shortened(deployment.model, m_font, text.width()));
    painter.setPen(mood);
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, words.left);
}

void GraphNodeItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget)
{
    const Colours &colours = Colours::of(widget ? widget->palette() : option->palette);
    painter->setRenderHint(QPainter::Antialiasing);
    paintBox(*painter, colours);
    const qreal height = lineHeight(m_font);
    QRectF line(pad, pad * 0.75, m_size.width() - 2 * pad, height);
    painter->setFont(bold(m_font));
    painter->setPen(colours.text);
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter, shortened(m_node.title, bold(m_font), line.width()));
    painter->setFont(m_font);
    if (!m_node.remark.isEmpty()) {
        line.translate(0, height);
        painter->setPen(m_node.isUnknown ? colours.bad : colours.muted);
        painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter, shortened(m_node.remark, m_font, line.width()));
    }
    for (int at = 0; at < linesOf(m_node); ++at) {
        line.translate(0, height);
        paintLine(*painter, line, at, colours);
    }
    if (const auto more = m_node.deployments.size() - linesOf(m_node); more > 0) {
        line.translate(0, height);
        painter->setPen(colours.muted);
        painter->drawText(
            line, Qt::AlignLeft | Qt::AlignVCenter, QCoreApplication::translate("Routing", "%n more", "", int(more)));
    }
}

} // namespace gatehouse::ui
