// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/routing/layered_layout.h"

#include <algorithm>
#include <numeric>

namespace gatehouse::ui {

namespace {

using Arrows = QList<QPair<int, int>>;
using Lists = QList<QList<int>>;

constexpr int sweeps = 6;
constexpr int mostBoxes = 5000; ///< then long arrows go straight

/// Arrows without those that close a circle, as lists of who follows whom and who comes before.
struct Order {
    Lists after, before;
};

// Depth first without recursion, since the depth is whatever the configuration says.
Order withoutCircles(int count, const Arrows &arrows)
{
    Lists all(count);
    for (const auto &[from, to] : arrows) {
        if (from != to && !all[from].contains(to))
            all[from].append(to);
    }
    Order order {Lists(count), Lists(count)};
    enum class State { New, Open, Done };
    QList<State> states(count, State::New);
    for (int root = 0; root < count; ++root) {
        QList<QPair<int, int>> path; // box, the next of its arrows
        if (states[root] == State::New)
            path.append({root, 0});
        while (!path.isEmpty()) {
            auto &[box, next] = path.last();
            states[box] = State::Open;
            if (next == all[box].size()) {
                states[box] = State::Done;
                path.removeLast();
                continue;
            }
            const int from = box;
            const int to = all[box][next++];
            if (states[to] == State::Open)
                continue;
            order.after[from].append(to);
            order.before[to].append(from);
            if (states[to] == State::New)
                path.append({to, 0});
        }
    }
    return order;
}

// Each as far to the left as its arrows allow.
QList<int> columnsOf(const Order &order)
{
    const int count = int(order.after.size());
    QList<int> columns(count, 0);
    QList<int> waiting(count);
    QList<int> ready;
    for (int box = 0; box < count; ++box) {
        waiting[box] = int(order.before[box].size());
        if (waiting[box] == 0)
            ready.append(box);
    }
    for (int at = 0; at < ready.size(); ++at) {
        for (const int next : order.after[ready[at]]) {
            columns[next] = std::max(columns[next], columns[ready[at]] + 1);
            if (--waiting[next] == 0)
                ready.append(next);
        }
    }
    return columns;
}

/// The boxes of each column from top to bottom.
class Columns
{
public:
    Columns(const Order &order, const QList<int> &columns, const QList<int> &members)
        : m_order(order)
        , m_places(columns.size(), 0)
    {
        for (const int box : members) {
            while (m_columns.size() <= columns[box])
                m_columns.append(QList<int>());
            m_columns[columns[box]].append(box);
        }
        number();
        for (int sweep = 0; sweep < sweeps; ++sweep)
            sort(sweep % 2 == 0);
    }
    const Lists &boxes() const { return m_columns; }

private:
    void number()
    {
        for (const QList<int> &column : std::as_const(m_columns)) {
            for (int place = 0; place < column.size(); ++place)
                m_places[column[place]] = place;
        }
    }
    // Where its neighbours are on average; those without stay where they are.
    double middle(int box, const Lists &neighbours) const
    {
        if (neighbours[box].isEmpty())
            return m_places[box];
        double sum = 0;
        for (const int each : neighbours[box])
            sum += m_places[each];
        return sum / double(neighbours[box].size());
    }
    void sort(bool rightwards)
    {
        const Lists &neighbours = rightwards ? m_order.before : m_order.after;
        for (QList<int> &column : m_columns) {
            std::stable_sort(column.begin(), column.end(),
                [&](int one, int other) { return middle(one, neighbours) < middle(other, neighbours); });
            for (int place = 0; place < column.size(); ++place)
                m_places[column[place]] = place;
        }
    }

    const Order &m_order;
    Lists m_columns;
    QList<int> m_places;
};

// As near to the middle of those it comes from as the box above leaves room for.
void place(QList<QRectF> &rects, const Lists &columns, const Order &order, const LayoutSpacing &spacing)
{
    qreal x = 0;
    for (const QList<int> &column : columns) {
        qreal free = 0;
        qreal width = 0;
        for (const int box : column) {
            qreal wanted = free;
            if (!order.before[box].isEmpty()) {
                qreal sum = 0;
                for (const int each : order.before[box])
                    sum += rects[each].center().y();
                wanted = sum / qreal(order.before[box].size()) - rects[box].height() / 2;
            }
            rects[box].moveTopLeft({x, std::max(wanted, free)});
            free = rects[box].bottom() + spacing.between;
            width = std::max(width, rects[box].width());
        }
        x += width + spacing.columns;
    }
}

void placeRows(QList<QRectF> &rects, const QList<int> &boxes, qreal top, const LayoutSpacing &spacing)
{
    qreal x = 0;
    qreal bottom = top;
    for (const int box : boxes) {
        if (x > 0 && x + rects[box].width() > spacing.width) {
            x = 0;
            top = bottom + spacing.between;
        }
        rects[box].moveTopLeft({x, top});
        x += rects[box].width() + spacing.between;
        bottom = std::max(bottom, rects[box].bottom());
    }
}

/// Boxes with the gaps that long arrows need in the columns between, as boxes of their own behind the others.
struct Widened {
    QList<QSizeF> sizes;
    Arrows arrows;
    Lists gaps; ///< of each arrow
};

Widened widened(const QList<QSizeF> &boxes, const Arrows &arrows, const LayoutSpacing &spacing)
{
    const QList<int> columns = columnsOf(withoutCircles(int(boxes.size()), arrows));
    QList<qreal> widths;
    for (int box = 0; box < boxes.size(); ++box) {
        while (widths.size() <= columns[box])
            widths.append(0);
        widths[columns[box]] = std::max(widths[columns[box]], boxes[box].width());
    }
    Widened result {boxes, {}, {}};
    for (const auto &[from, to] : arrows) {
        QList<int> gaps;
        int last = from;
        for (int column = columns[from] + 1; column < columns[to] && result.sizes.size() < mostBoxes; ++column) {
            gaps.append(int(result.sizes.size()));
            result.sizes.append({widths[column], spacing.between});
            result.arrows.append({last, gaps.last()});
            last = gaps.last();
        }
        result.arrows.append({last, to});
        result.gaps.append(gaps);
    }
    return result;
}

} // namespace

Layered layered(const QList<QSizeF> &boxes, const QList<QPair<int, int>> &arrows, const LayoutSpacing &spacing)
{
    const Widened all = widened(boxes, arrows, spacing);
    QList<QRectF> rects;
    for (const QSizeF &size : all.sizes)
        rects.append(QRectF({0, 0}, size));
    const Order order = withoutCircles(int(rects.size()), all.arrows);
    QList<int> joined;
    QList<int> alone;
    for (int box = 0; box < rects.size(); ++box)
        (order.after[box].isEmpty() && order.before[box].isEmpty() ? alone : joined).append(box);
    const Columns columns(order, columnsOf(order), joined);
    place(rects, columns.boxes(), order, spacing);
    qreal bottom = 0;
    for (const int box : joined)
        bottom = std::max(bottom, rects[box].bottom());
    placeRows(rects, alone, joined.isEmpty() ? 0 : bottom + 2 * spacing.between, spacing);
    Layered result {rects.mid(0, boxes.size()), {}};
    for (const QList<int> &gaps : all.gaps) {
        QList<QRectF> via;
        for (const int gap : gaps)
            via.append(rects[gap]);
        result.via.append(via);
    }
    return result;
}

} // namespace gatehouse::ui
