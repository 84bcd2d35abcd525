// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QColor>
#include <QPainter>
#include <QPixmap>
#include <QRectF>

namespace gatehouse::ui {

/// Signs of state. Each has a shape of its own, so that colour only repeats what the shape says. Drawn, not taken from a
/// font, because fonts differ.
enum class Mark {
    Check,  ///< disc with a tick: running, done
    Ring,   ///< open ring with a dot: under way
    Square, ///< disc with a square: stopped
    Alert,  ///< triangle with an exclamation mark: cannot run
    Cross,  ///< disc with a cross: failed
    Slash,  ///< ring with a bar across: refused
    Half,   ///< ring, half filled: broken off
    Copy,   ///< two sheets
    Tick,   ///< a bare tick
    Dots,   ///< three dots: more
    ArrowUp,
};

void paintMark(QPainter &painter, Mark mark, const QRectF &box, const QColor &colour, const QColor &ground);
QPixmap markPixmap(Mark mark, int size, qreal ratio, const QColor &colour, const QColor &ground = Qt::transparent);

} // namespace gatehouse::ui
