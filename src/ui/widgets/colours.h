// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QColor>
#include <QPalette>

#include <array>

namespace gatehouse::ui {

/// The colours of the house, light and dark. Text on window, surface and inset reaches a contrast of 4.5:1 in both.
struct Colours {
    QColor window;  ///< behind everything
    QColor surface; ///< cards, tables, fields
    QColor inset;   ///< wells inside a surface: code, headers
    QColor border;
    QColor control; ///< border of things that can be used: 3:1
    QColor text;
    QColor muted; ///< text that says little
    QColor accent;
    QColor onAccent;
    QColor selection;
    QColor good;
    QColor busy;
    QColor warn;
    QColor bad;
    QColor idle;
    /// What lines and bars of charts are told apart by, in this order: 3:1 on the surface, and different for every eye.
    std::array<QColor, 6> series;
    bool dark = false;

    static const Colours &light();
    static const Colours &darkOnes();
    /// The set a widget with this palette belongs to: what paints itself asks at every paint, so a theme can change under it.
    static const Colours &of(const QPalette &palette);

    QPalette palette() const;
};

/// `over` at `share` of its strength, laid on `under`.
QColor blend(const QColor &over, const QColor &under, qreal share);

} // namespace gatehouse::ui
