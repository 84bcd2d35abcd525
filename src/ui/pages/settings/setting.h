// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>

#include <optional>

namespace gatehouse::ui {

/// A key of the configuration as GET /config/schema tells it. How its values are written for people and read from them.
struct Setting {
    QJsonObject row;

    QString path() const { return row.value(QLatin1StringView("path")).toString(); }
    QString type() const { return row.value(QLatin1StringView("type")).toString(); }
    bool isSecret() const { return row.value(QLatin1StringView("secret")).toBool(); }
    QStringList choices() const;
    /// As an edit names it.
    QJsonArray pathParts() const;
    /// Whether one field is enough; else it is edited in the file.
    bool isPlain() const;
};

/// "3", "yes", "a, b"; a secret is never more than its reference.
QString settingText(const Setting &setting, const QJsonValue &value);
/// What was typed as a value of the setting's type; nothing: it is not one, and `problem` says why.
std::optional<QJsonValue> settingValue(const Setting &setting, const QString &typed, QString &problem);

/// The settings to show: served, plain or not, with "value" (undefined: not set) from the file's tree.
QJsonArray settingRows(const QJsonArray &schema, const QJsonObject &tree);

} // namespace gatehouse::ui
