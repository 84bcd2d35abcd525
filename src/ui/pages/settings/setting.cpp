// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/settings/setting.h"

#include "ui/config/setting_field.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

constexpr std::array sections = {"general_settings"_L1, "router_settings"_L1, "litellm_settings"_L1};

// Those of GET /config/schema.
[[maybe_unused]] constexpr std::array units = {QT_TRANSLATE_NOOP("Units", "seconds"), QT_TRANSLATE_NOOP("Units", "hours"),
    QT_TRANSLATE_NOOP("Units", "days"), QT_TRANSLATE_NOOP("Units", "dollars"), QT_TRANSLATE_NOOP("Units", "tokens"),
    QT_TRANSLATE_NOOP("Units", "requests"), QT_TRANSLATE_NOOP("Units", "tokens per minute"),
    QT_TRANSLATE_NOOP("Units", "requests per minute"), QT_TRANSLATE_NOOP("Units", "kilobytes"),
    QT_TRANSLATE_NOOP("Units", "megabytes"), QT_TRANSLATE_NOOP("Units", "gigabytes")};

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

/// Whether it has one place in the file: not a section, and no item of a list or of a map whose names are free.
bool hasOnePlace(const QString &path)
{
    const bool isInSection = std::any_of(
        sections.begin(), sections.end(), [&path](QLatin1StringView each) { return path.section(u'.', 0, 0) == each; });
    return isInSection && path.contains(u'.') && !path.contains(u'*') && !path.contains("[]"_L1);
}

bool isDuration(const QJsonValue &value)
{
    static const QRegularExpression form(u"^\\d+(\\.\\d+)?(s|m|h|d|w|mo)$"_s);
    return value.isDouble() || form.match(value.toString()).hasMatch();
}

} // namespace

QString Setting::unit() const
{
    const QByteArray unit = row.value("unit"_L1).toString().toUtf8();
    return unit.isEmpty() ? QString() : QCoreApplication::translate("Units", unit.constData());
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
    const bool isShown = !setting.isSecret() || isReference(value.toString());
    return isShown ? settingText(value) : u"•••"_s;
}

QString settingProblem(const Setting &setting, const QJsonValue &value)
{
    if (value.isUndefined())
        return say(QT_TRANSLATE_NOOP("Settings", "A value is missing."));
    if (setting.isSecret() && !isReference(value.toString()))
        return say(QT_TRANSLATE_NOOP("Settings",
            "Name where the secret is kept, os.environ/NAME or keychain/NAME, so that it does not stand in the file."));
    if (setting.type() == "duration"_L1 && !isDuration(value))
        return say(QT_TRANSLATE_NOOP("Settings", "A duration is expected, such as 30, 30s, 10m or 7d."));
    if (!value.isNull())
        return {};
    return setting.type() == "integer"_L1 ? say(QT_TRANSLATE_NOOP("Settings", "A whole number is expected."))
                                          : say(QT_TRANSLATE_NOOP("Settings", "A number is expected."));
}

QJsonArray settingRows(const QJsonArray &schema, const QJsonObject &tree)
{
    QJsonArray rows;
    for (const QJsonValue key : schema) {
        QJsonObject row = key.toObject();
        const QString path = row.value("path"_L1).toString();
        if (!hasOnePlace(path) || row.value("served"_L1).toString() != "now"_L1)
            continue;
        const QJsonValue value = valueAt(tree, path);
        if (!value.isUndefined())
            row.insert("value"_L1, value);
        row.insert("is_apart"_L1, path.count(u'.') > 1 && valueAt(tree, path.section(u'.', 0, -2)).isUndefined());
        rows.append(row);
    }
    return rows;
}

} // namespace gatehouse::ui
