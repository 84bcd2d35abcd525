// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/routing/graph_view.h"

#include "ui/widgets/colours.h"

#include <QContextMenuEvent>
#include <QGraphicsPathItem>
#include <QHash>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>
#include <QSet>
#include <QSignalBlocker>

#include <algorithm>
#include <cmath>
#include <utility>

namespace gatehouse::ui {

namespace {

constexpr qreal margin = 24;

// Whether two graphs look alike but for texts that change by themselves.
bool isSameShape(const GraphContent &one, const GraphContent &other)
{
    const auto sameNode = [](const GraphNode &a, const GraphNode &b) {
        const auto sameDeployment = [](const RouteDeployment &x, const RouteDeployment &y) {
            return x.id == y.id && x.model == y.model;
        };
        return a.key == b.key && a.title == b.title && a.remark == b.remark && a.isUnknown == b.isUnknown
            && std::equal(
                a.deployments.cbegin(), a.deployments.cend(), b.deployments.cbegin(), b.deployments.cend(), sameDeployment);
    };
    const auto sameEdge = [](const GraphEdge &a, const GraphEdge &b) {
        return a.id == b.id && a.from == b.from && a.to == b.to && a.fallback.order == b.fallback.order
            && a.fallback.isUsed == b.fallback.isUsed && a.fallback.isKnown == b.fallback.isKnown;
    };
    return std::equal(one.nodes.cbegin(), one.nodes.cend(), other.nodes.cbegin(), other.nodes.cend(), sameNode)
        && std::equal(one.edges.cbegin(), one.edges.cend(), other.edges.cbegin(), other.edges.cend(), sameEdge);
}

} // namespace

GraphView::GraphView(QWidget *parent)
    : QGraphicsView(parent)
{
    setScene(&m_scene);
    setAccessibleName(tr("Fallbacks as a graph"));
    setAccessibleDescription(tr("The list shows the same as a table"));
    setFrameShape(QFrame::NoFrame);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
    setMouseTracking(true);
    setRenderHint(QPainter::Antialiasing);
    setBackgroundBrush(Qt::NoBrush);
    viewport()->setAutoFillBackground(false);
    connect(&m_scene, &QGraphicsScene::selectionChanged, this, &GraphView::selectionChanged);
}

// What is taken out of the scene is not taken out of the selection any more: nobody listens now.
GraphView::~GraphView()
{
    m_scene.disconnect(this);
}

void GraphView::setMap(const RouteMap &map)
{
    GraphContent content = graphOf(map);
    const bool isSame = isSameShape(content, m_content);
    m_content = std::move(content);
    if (isSame)
        return;
    build();
}

void GraphView::build()
{
    const QString group = selectedGroup();
    const QString fallback = selectedFallback();
    {
        const QSignalBlocker quiet(&m_scene);
        m_hovered = m_dragged = nullptr;
        m_rubber = nullptr;
        m_nodes.clear();
        m_arrows.clear();
        m_scene.clear();
        for (const GraphNode &each : std::as_const(m_content.nodes)) {
            m_nodes.append(new GraphNodeItem(each, font()));
            m_scene.addItem(m_nodes.last());
        }
        for (const GraphEdge &each : std::as_const(m_content.edges)) {
            m_arrows.append(new GraphArrowItem(each, font()));
            m_scene.addItem(m_arrows.last());
        }
    }
    arrange();
    showStates();
    showWay();
    selectGroup(group);
    selectFallback(fallback);
    Q_EMIT selectionChanged();
}

namespace {

int columnsOf(const QList<QRectF> &boxes)
{
    QSet<int> lefts;
    for (const QRectF &each : boxes)
        lefts.insert(int(each.left()));
    return int(lefts.size());
}

qreal rightEnd(const QList<QRectF> &boxes)
{
    qreal end = 0;
    for (const QRectF &each : boxes)
        end = std::max(end, each.right());
    return end;
}

} // namespace

// Boxes and the room for arrows are as wide as they like, or as narrow as it takes to see the whole without scrolling.
Layered GraphView::layoutIn(qreal width)
{
    QList<QSizeF> boxes;
    QList<QPair<int, int>> arrows;
    for (const GraphNode &each : std::as_const(m_content.nodes))
        boxes.append(GraphNodeItem::sizeOf(each, font()));
    for (const GraphEdge &each : std::as_const(m_content.edges))
        arrows.append({each.from, each.to});
    LayoutSpacing spacing;
    spacing.width = width;
    spacing.columns = fontMetrics().averageCharWidth() * 14;
    Layered layout = layered(boxes, arrows, spacing);
    if (const int columns = columnsOf(layout.boxes); columns > 1 && rightEnd(layout.boxes) > width) {
        spacing.columns = fontMetrics().averageCharWidth() * 9;
        const qreal share = (width - spacing.columns * (columns - 1)) / columns;
        for (QSizeF &each : boxes)
            each.setWidth(std::clamp(share, std::min(each.width(), GraphNodeItem::leastWidth(font())), each.width()));
        layout = layered(boxes, arrows, spacing);
    }
    for (int at = 0; at < boxes.size(); ++at)
        m_nodes[at]->setWidth(boxes[at].width());
    return layout;
}

void GraphView::arrange()
{
    m_width = viewport()->width();
    const qreal loops = fontMetrics().averageCharWidth() * 5; // of arrows that lead back, beside the last boxes
    const Layered layout = layoutIn(std::max<qreal>(m_width - 2 * margin - loops, 300));
    const QList<QRectF> &rects = layout.boxes;
    QRectF bounds;
    for (int at = 0; at < rects.size(); ++at) {
        m_nodes[at]->setPos(rects[at].topLeft());
        bounds = bounds.united(rects[at]);
    }
    connectArrows(layout.via);
    for (const GraphArrowItem *arrow : std::as_const(m_arrows))
        bounds = bounds.united(arrow->boundingRect());
    m_scene.setSceneRect(bounds.adjusted(-margin, -margin, margin, margin));
    if (m_scene.selectedItems().isEmpty())
        horizontalScrollBar()->setValue(horizontalScrollBar()->minimum());
}

// Arrows leave and enter a box side by side, in the order of the boxes at their other ends.
void GraphView::connectArrows(const QList<QList<QRectF>> &via)
{
    QHash<int, QList<int>> leaving;
    QHash<int, QList<int>> entering;
    for (int at = 0; at < m_arrows.size(); ++at) {
        leaving[m_content.edges[at].from].append(at);
        entering[m_content.edges[at].to].append(at);
    }
    const auto rect = [this](int node) { return m_nodes[node]->sceneBoundingRect().adjusted(3, 3, -15, -3); };
    const auto port = [&](const QList<int> &arrows, int arrow, int node) {
        const qreal share = qreal(arrows.indexOf(arrow) + 1) / qreal(arrows.size() + 1);
        return rect(node).top() + share * rect(node).height();
    };
    const auto sort = [&](QList<int> &arrows, bool byTarget) {
        std::stable_sort(arrows.begin(), arrows.end(), [&](int one, int other) {
            const auto y = [&](int arrow) {
                const GraphEdge &edge = m_content.edges[arrow];
                return rect(byTarget ? edge.to : edge.from).center().y();
            };
            return y(one) < y(other);
        });
    };
    for (QList<int> &arrows : leaving)
        sort(arrows, true);
    for (QList<int> &arrows : entering)
        sort(arrows, false);
    for (int at = 0; at < m_arrows.size(); ++at) {
        const GraphEdge &edge = m_content.edges[at];
        m_arrows[at]->setEnds({rect(edge.from).right(), port(leaving[edge.from], at, edge.from)},
            {rect(edge.to).left(), port(entering[edge.to], at, edge.to)}, via[at]);
    }
}

void GraphView::setDeployments(const QJsonArray &deployments)
{
    m_deployments = deployments;
    showStates();
}

void GraphView::showStates()
{
    QHash<QString, QJsonObject> rows;
    for (const QJsonValue each : std::as_const(m_deployments))
        rows.insert(each[QLatin1StringView("id")].toString(), each.toObject());
    for (GraphNodeItem *item : std::as_const(m_nodes)) {
        QList<DeploymentWords> states;
        for (const RouteDeployment &each : item->node().deployments)
            states.append(wordsOf(rows.value(each.id)));
        item->setStates(states);
    }
}

void GraphView::setWay(const QStringList &groups, const QString &answer)
{
    m_way = groups;
    m_answer = answer;
    showWay();
}

void GraphView::showWay()
{
    const qsizetype last = m_answer.isEmpty() ? m_way.size() - 1 : m_way.indexOf(m_answer);
    for (GraphNodeItem *item : std::as_const(m_nodes)) {
        const qsizetype at = m_way.indexOf(item->node().key);
        const bool isLater = m_way.isEmpty() || at > last; // it would come there if what comes before failed
        item->setHighlight(isLater             ? Highlight::None
                : at < 0                       ? Highlight::Aside
                : item->node().key == m_answer ? Highlight::Answer
                                               : Highlight::OnWay);
    }
    for (GraphArrowItem *arrow : std::as_const(m_arrows)) {
        const qsizetype from = m_way.indexOf(m_content.nodes[arrow->edge().from].key);
        const qsizetype to = m_way.indexOf(m_content.nodes[arrow->edge().to].key);
        const bool leads = from >= 0 && to > from;
        const bool isLater = m_way.isEmpty() || (leads && to > last);
        arrow->setHighlight(isLater ? Highlight::None : leads ? Highlight::OnWay : Highlight::Aside);
    }
}

GraphNodeItem *GraphView::node(const QString &key) const
{
    const auto found =
        std::find_if(m_nodes.cbegin(), m_nodes.cend(), [&](const GraphNodeItem *each) { return each->node().key == key; });
    return found == m_nodes.cend() ? nullptr : *found;
}

GraphNodeItem *GraphView::selectedNode() const
{
    const QList<QGraphicsItem *> selected = m_scene.selectedItems();
    return selected.isEmpty() ? nullptr : qgraphicsitem_cast<GraphNodeItem *>(selected.first());
}

QString GraphView::selectedGroup() const
{
    const GraphNodeItem *item = selectedNode();
    return item ? item->node().key : QString();
}

QString GraphView::selectedFallback() const
{
    const QList<QGraphicsItem *> selected = m_scene.selectedItems();
    const auto *arrow = selected.isEmpty() ? nullptr : qgraphicsitem_cast<GraphArrowItem *>(selected.first());
    return arrow ? arrow->edge().id : QString();
}

void GraphView::select(QGraphicsItem *item)
{
    if (item && item->isSelected())
        return;
    {
        const QSignalBlocker quiet(&m_scene);
        m_scene.clearSelection();
    }
    if (!item)
        return Q_EMIT selectionChanged();
    item->setSelected(true);
    ensureVisible(item, int(margin), int(margin));
}

void GraphView::selectGroup(const QString &name)
{
    if (GraphNodeItem *item = name.isEmpty() ? nullptr : node(name))
        select(item);
}

void GraphView::selectFallback(const QString &id)
{
    for (GraphArrowItem *arrow : std::as_const(m_arrows)) {
        if (!id.isEmpty() && arrow->edge().id == id)
            select(arrow);
    }
}

QRect GraphView::rectOf(const QString &group) const
{
    const GraphNodeItem *item = node(group);
    return item ? mapFromScene(item->sceneBoundingRect().adjusted(3, 3, -15, -3)).boundingRect() : QRect();
}

void GraphView::resizeEvent(QResizeEvent *event)
{
    QGraphicsView::resizeEvent(event);
    if (std::abs(viewport()->width() - m_width) > 2 * int(margin))
        arrange();
}

void GraphView::changeEvent(QEvent *event)
{
    QGraphicsView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        build();
}

} // namespace gatehouse::ui
