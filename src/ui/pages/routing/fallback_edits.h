// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/pages/routing/route_map.h"

namespace gatehouse::ui {

/// What has to be edited in the configuration file (docs/config-api.md) so that fallbacks are as they are wanted. Whatever stands
/// in the file stays where it stands, with its comments. An empty list: it cannot be done here.

/// `to` behind the others of that kind, in their list.
QJsonArray addFallback(const QJsonObject &tree, FallbackKind kind, const QString &from, const QString &to);
/// With it goes the group's entry when nothing is left in it, and the list when nobody has one.
QJsonArray removeFallback(const QJsonObject &tree, const Fallback &fallback);
/// @param by -1: tried one earlier, 1: one later.
QJsonArray moveFallback(const QJsonObject &tree, const Fallback &fallback, int by);

} // namespace gatehouse::ui
