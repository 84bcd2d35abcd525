// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>

namespace gatehouse::ui {

/// A key of the configuration as GET /config/schema tells it. How its values are shown and judged.
struct Setting {
    QJsonObject row;

    QString path() const { return row.value(QLatin1StringView("path")).toString(); }
    QString type() const { return row.value(QLatin1StringView("type")).toString(); }
    bool isSecret() const { return row.value(QLatin1StringView("secret")).toBool(); }
    /// "seconds", translated; empty: it has none.
    QString unit() const;
    /// As an edit names it.
    QJsonArray pathParts() const;
    /// Whether one field is enough; else it is edited in the file.
    bool isPlain() const;
};

/// "3", "yes", "a, b"; a secret is never more than its reference.
QString settingText(const Setting &setting, const QJsonValue &value);
/// Why a SettingField's value cannot be taken, for people; empty: it can.
QString settingProblem(const Setting &setting, const QJsonValue &value);

/// The settings to show: served, plain or not, with "value" (undefined: not set) from the file's tree, and "is_apart" where the
/// map that it would stand in is not set either: then its default may count for nothing.
QJsonArray settingRows(const QJsonArray &schema, const QJsonObject &tree);

} // namespace gatehouse::ui
