// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QIcon>
#include <QPixmap>
#include <QString>

namespace gatehouse::ui {

/// An SVG from the resources as a square pixmap; drawn by QtSvg directly, so that no icon plugin is needed.
QPixmap picture(const QString &svg, int size, qreal ratio);
/// The application's icon in the sizes desktops ask for.
QIcon applicationIcon();

} // namespace gatehouse::ui
