// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QColor>
#include <QIcon>
#include <QPixmap>
#include <QString>

namespace gatehouse::ui {

/// An SVG from the resources as a square pixmap; drawn by QtSvg directly, so that no icon plugin is needed.
QPixmap picture(const QString &svg, int size, qreal ratio);
/// The same in one colour, for signs that follow the theme: only the shape of the SVG counts.
QPixmap tintedPicture(const QString &svg, int size, qreal ratio, const QColor &colour);
/// The application's icon in the sizes desktops ask for.
QIcon applicationIcon();

} // namespace gatehouse::ui
