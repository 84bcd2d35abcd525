// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/routing/fallback_edits.h"

#include "ui/config/change_dialog.h"

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

QString keyOf(FallbackKind kind)
{
    return QString::fromLatin1(infoOf(kind).key);
}

QJsonValue listOf(const QJsonObject &tree, const QString &section, const QString &key)
{
    return tree.value(section)[key];
}

// Where the kind's list stands, or would go: beside lists of other kinds, else in the router's section.
QString homeOf(const QJsonObject &tree, FallbackKind kind)
{
    const QStringList sections {u"router_settings"_s, u"litellm_settings"_s};
    for (const QString &section : sections) {
        if (tree.value(section).toObject().contains(keyOf(kind)))
            return section;
    }
    for (const QString &section : sections) {
        for (const FallbackKindInfo &info : fallbackKinds()) {
            if (tree.value(section).toObject().contains(QLatin1StringView(info.key)))
                return section;
        }
    }
    return sections.first();
}

// The item of the list that counts for the group; -1: there is none.
int itemAbout(const QJsonArray &list, const QString &group)
{
    for (int item = 0; item < list.size(); ++item) {
        if (list[item].toObject().contains(group))
            return item;
    }
    return -1;
}

QJsonArray targetsPath(const Fallback &fallback)
{
    QJsonArray path {fallback.place->section, keyOf(fallback.kind)};
    if (fallback.kind != FallbackKind::Default) {
        path.append(fallback.place->item);
        path.append(fallback.from);
    }
    return path;
}

QJsonValue targetsOf(const QJsonObject &tree, const Fallback &fallback)
{
    const QJsonValue list = listOf(tree, fallback.place->section, keyOf(fallback.kind));
    return fallback.kind == FallbackKind::Default ? list : list[fallback.place->item][fallback.from];
}

} // namespace

QJsonArray addFallback(const QJsonObject &tree, FallbackKind kind, const QString &from, const QString &to)
{
    const QString section = homeOf(tree, kind);
    const QJsonArray path {section, keyOf(kind)};
    const QJsonValue list = listOf(tree, section, keyOf(kind));
    if (!list.isUndefined() && !list.isNull() && !list.isArray())
        return {};
    if (kind == FallbackKind::Default)
        return {insertEdit(path, to)};
    const int item = itemAbout(list.toArray(), from);
    if (item < 0)
        return {insertEdit(path, QJsonObject {{from, QJsonArray {to}}})};
    const QJsonArray targets {section, keyOf(kind), item, from};
    const QJsonValue there = list[item][from];
    if (there.isArray())
        return {insertEdit(targets, to)};
    return {setEdit(targets, there.isNull() ? QJsonArray {to} : QJsonArray {there, to})};
}

QJsonArray removeFallback(const QJsonObject &tree, const Fallback &fallback)
{
    if (!fallback.place)
        return {};
    const QString section = fallback.place->section;
    const QJsonArray whole {section, keyOf(fallback.kind)};
    const QJsonArray list = listOf(tree, section, keyOf(fallback.kind)).toArray();
    const QJsonValue targets = targetsOf(tree, fallback);
    QJsonArray path = targetsPath(fallback);
    if (targets.toArray().size() > 1) {
        path.append(fallback.place->at);
        return {removeEdit(path)};
    }
    const bool isDefault = fallback.kind == FallbackKind::Default;
    const QJsonObject item = isDefault ? QJsonObject() : list[fallback.place->item].toObject();
    if (item.size() > 1)
        return {removeEdit(path)};
    if (list.size() > 1) {
        path.removeLast();
        return {removeEdit(path)};
    }
    return {removeEdit(whole)};
}

QJsonArray moveFallback(const QJsonObject &tree, const Fallback &fallback, int by)
{
    if (!fallback.place)
        return {};
    const int to = fallback.place->at + by;
    if (to < 0 || to >= targetsOf(tree, fallback).toArray().size())
        return {};
    return {moveEdit(targetsPath(fallback), fallback.place->at, to)};
}

} // namespace gatehouse::ui
