// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/settings/setting.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

constexpr std::array sections = {"general_settings"_L1, "router_settings"_L1, "litellm_settings"_L1};

QString say(const char *text)
{
    return QCoreApplication::translate("Settings", text);
}

bool isReference(const QString &text)
{
    return text.startsWith("os.environ/"_L1) || text.startsWith("keychain/"_L1) || text.startsWith("file/"_L1);
}

QJsonValue valueAt(const QJsonObject &tree, const QString &path)
{
    QJsonValue value = tree;
    for (const QString &part : path.split(u'.'))
        value = value.isObject() && value.toObject().contains(part) ? value[part] : QJsonValue(QJsonValue::Undefined);
    return value;
}

std::optional<QJsonValue> wholeNumber(const QString &typed, QString &problem)
{
    bool isOk = false;
    const qint64 number = QLocale().toLongLong(typed, &isOk);
    const qint64 plain = isOk ? number : typed.toLongLong(&isOk);
    if (isOk)
        return QJsonValue(plain);
    problem = say(QT_TRANSLATE_NOOP("Settings", "A whole number is expected."));
    return {};
}

std::optional<QJsonValue> number(const QString &typed, QString &problem)
{
    bool isOk = false;
    const double plain = typed.toDouble(&isOk);
    const double value = isOk ? plain : QLocale().toDouble(typed, &isOk);
    if (isOk)
        return QJsonValue(value);
    problem = say(QT_TRANSLATE_NOOP("Settings", "A number is expected."));
    return {};
}

std::optional<QJsonValue> duration(const QString &typed, QString &problem)
{
    static const QRegularExpression form(u"^\\d+(\\.\\d+)?(s|m|h|d|w|mo)?$"_s);
    bool isNumber = false;
    const double seconds = typed.toDouble(&isNumber);
    if (isNumber)
        return QJsonValue(seconds);
    if (form.match(typed).hasMatch())
        return QJsonValue(typed);
    problem = say(QT_TRANSLATE_NOOP("Settings", "A duration is expected, such as 30, 30s, 10m or 7d."));
    return {};
}

std::optional<QJsonValue> secret(const QString &typed, QString &problem)
{
    if (isReference(typed))
        return QJsonValue(typed);
    problem = say(QT_TRANSLATE_NOOP(
        "Settings", "Name where the secret is kept, os.environ/NAME or keychain/NAME, so that it does not stand in the file."));
    return {};
}

QJsonValue list(const QString &typed)
{
    QJsonArray items;
    for (const QString &item : typed.split(u',', Qt::SkipEmptyParts)) {
        if (!item.trimmed().isEmpty())
            items.append(item.trimmed());
    }
    return items;
}

} // namespace

QStringList Setting::choices() const
{
    QStringList words;
    for (const QJsonValue choice : row.value("choices"_L1).toArray())
        words.append(choice.toString());
    return words;
}

QJsonArray Setting::pathParts() const
{
    return QJsonArray::fromStringList(path().split(u'.'));
}

bool Setting::isPlain() const
{
    const QString kind = type();
    return kind != "map"_L1 && kind != "list"_L1 && kind != "fallback_list"_L1 && kind != "any"_L1;
}

QString settingText(const Setting &setting, const QJsonValue &value)
{
    if (value.isUndefined() || value.isNull())
        return {};
    if (value.isBool())
        return value.toBool() ? say(QT_TRANSLATE_NOOP("Settings", "yes")) : say(QT_TRANSLATE_NOOP("Settings", "no"));
    if (value.isDouble())
        return value.toVariant().toString();
    if (value.isString())
        return setting.isSecret() && !isReference(value.toString()) ? u"•••"_s : value.toString();
    if (setting.type() == "string_list"_L1) {
        QStringList items;
        for (const QJsonValue item : value.toArray())
            items.append(item.toVariant().toString());
        return items.join(u", "_s);
    }
    return QString::fromUtf8(value.isArray() ? QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact)
                                             : QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
}

std::optional<QJsonValue> settingValue(const Setting &setting, const QString &given, QString &problem)
{
    const QString typed = given.trimmed();
    const QString type = setting.type();
    if (setting.isSecret())
        return secret(typed, problem);
    if (type == "integer"_L1)
        return wholeNumber(typed, problem);
    if (type == "number"_L1)
        return number(typed, problem);
    if (type == "duration"_L1)
        return duration(typed, problem);
    if (type == "string_list"_L1)
        return list(typed);
    return QJsonValue(typed);
}

QJsonArray settingRows(const QJsonArray &schema, const QJsonObject &tree)
{
    QJsonArray rows;
    for (const QJsonValue key : schema) {
        QJsonObject row = key.toObject();
        const QString path = row.value("path"_L1).toString();
        const bool isTop = std::find(sections.begin(), sections.end(), row.value("parent"_L1).toString()) != sections.end();
        if (!isTop || row.value("served"_L1).toString() != "now"_L1)
            continue;
        const QJsonValue value = valueAt(tree, path);
        if (!value.isUndefined())
            row.insert("value"_L1, value);
        rows.append(row);
    }
    return rows;
}

} // namespace gatehouse::ui
