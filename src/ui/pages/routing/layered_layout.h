// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QList>
#include <QPair>
#include <QRectF>
#include <QSizeF>

namespace gatehouse::ui {

struct LayoutSpacing {
    qreal between = 16; ///< boxes of a column
    qreal columns = 96; ///< room for the arrows
    qreal width = 900;  ///< boxes without arrows are laid in rows as wide as this, below the others
};

/// Boxes and arrows between them, from left to right. Arrows that lead back into a circle do not count for the order. The same
/// input has the same output, and boxes keep the order in which they are given as far as the arrows allow.
/// @param arrows pairs of indexes.
struct Layered {
    QList<QRectF> boxes;      ///< a place for each; no two overlap
    QList<QList<QRectF>> via; ///< of each arrow: gaps between boxes that it goes through, from left to right
};
Layered layered(const QList<QSizeF> &boxes, const QList<QPair<int, int>> &arrows, const LayoutSpacing &spacing = {});

} // namespace gatehouse::ui
