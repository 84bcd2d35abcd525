// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/shell/palette_entries.h"

#include "ui/pages/pages.h"
#include "ui/pages/settings/setting_places.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("Palette", text);
}

struct Place {
    const char *title;
    const char *page;
    const char *argument;
};

constexpr std::array actions = {
    Place {QT_TRANSLATE_NOOP("Palette", "Add a model"), "models", "add"},
    Place {QT_TRANSLATE_NOOP("Palette", "Issue a key"), "keys", "new"},
    Place {QT_TRANSLATE_NOOP("Palette", "Add a provider"), "providers", "add"},
    Place {QT_TRANSLATE_NOOP("Palette", "Dry run of a request"), "routing", "dry-run"},
    Place {QT_TRANSLATE_NOOP("Palette", "First steps"), "first-steps", ""},
};

constexpr std::array parts = {
    Place {QT_TRANSLATE_NOOP("Palette", "Deployments and their state"), "routing", "deployments"},
    Place {QT_TRANSLATE_NOOP("Palette", "Rules of routing"), "routing", "rules"},
    Place {QT_TRANSLATE_NOOP("Palette", "Teams"), "keys", "teams"},
    Place {QT_TRANSLATE_NOOP("Palette", "Users"), "keys", "users"},
    Place {QT_TRANSLATE_NOOP("Palette", "Customers"), "keys", "customers"},
    Place {QT_TRANSLATE_NOOP("Palette", "Budgets"), "keys", "budgets"},
    Place {QT_TRANSLATE_NOOP("Palette", "Failed requests"), "traffic", "status>=400"},
    Place {QT_TRANSLATE_NOOP("Palette", "Requests under way"), "traffic", "is:inflight"},
    Place {QT_TRANSLATE_NOOP("Palette", "Appearance and language"), "settings", "section:window"},
    Place {QT_TRANSLATE_NOOP("Palette", "All settings"), "settings", "section:all"},
    Place {QT_TRANSLATE_NOOP("Palette", "Configuration file"), "settings", "section:file"},
};

PaletteEntry entryOf(const Place &place, const QString &kind)
{
    return {say(place.title), kind, QString::fromLatin1(place.page), QString::fromLatin1(place.argument)};
}

/// The better, the smaller; -1: no.
int rank(const PaletteEntry &entry, const QStringList &words)
{
    const QString all = entry.title + u'\n' + entry.also + u'\n' + entry.kind;
    for (const QString &word : words) {
        if (!all.contains(word, Qt::CaseInsensitive))
            return -1;
    }
    if (words.isEmpty() || entry.title.startsWith(words.first(), Qt::CaseInsensitive))
        return 0;
    if (entry.title.contains(QString(u' ' + words.first()), Qt::CaseInsensitive))
        return 1;
    return entry.title.contains(words.first(), Qt::CaseInsensitive) ? 2 : 3;
}

} // namespace

QList<PaletteEntry> ownEntries()
{
    QList<PaletteEntry> entries;
    const QString page = say(QT_TRANSLATE_NOOP("Palette", "Page"));
    for (const PageInfo &info : pages())
        entries.append({info.title(), page, QString::fromLatin1(info.key)});
    for (const Place &action : actions) //: what is done when it is chosen
        entries.append(entryOf(action, say(QT_TRANSLATE_NOOP("Palette", "Action"))));
    for (const Place &part : parts)
        entries.append(entryOf(part, page));
    const QString setting = say(QT_TRANSLATE_NOOP("Palette", "Setting"));
    for (const SettingGroup &group : settingGroups()) {
        for (const SettingPlace &place : group.places) {
            const QString path = QString::fromLatin1(place.path);
            entries.append({place.shownTitle(), setting, u"settings"_s, u"setting:"_s + path, group.shownTitle() + u' ' + path});
        }
    }
    return entries;
}

QList<PaletteEntry> keyEntries(const QJsonArray &keys)
{
    QList<PaletteEntry> entries;
    for (const QJsonValue key : keys) {
        const QString alias = key["key_alias"_L1].toString();
        const QString token = key["token"_L1].toString();
        entries.append({alias.isEmpty() ? key["key_name"_L1].toString(token) : alias, say(QT_TRANSLATE_NOOP("Palette", "Key")),
            u"keys"_s, u"key:"_s + token});
    }
    return entries;
}

QList<PaletteEntry> modelEntries(const QJsonArray &models)
{
    QList<PaletteEntry> entries;
    for (const QJsonValue model : models) {
        if (const QString id = model["id"_L1].toString(); !id.isEmpty())
            entries.append({id, say(QT_TRANSLATE_NOOP("Palette", "Model")), u"models"_s, u"model:"_s + id});
    }
    return entries;
}

PaletteEntry trafficEntry(const QString &words)
{
    return {QCoreApplication::translate("Palette", "Requests with “%1”").arg(words),
        QCoreApplication::translate("Pages", "Traffic"), u"traffic"_s, words};
}

QList<PaletteEntry> matching(const QList<PaletteEntry> &entries, const QString &words)
{
    const QStringList list = words.split(u' ', Qt::SkipEmptyParts);
    QList<std::pair<int, PaletteEntry>> found;
    for (const PaletteEntry &entry : entries) {
        if (const int place = rank(entry, list); place >= 0)
            found.append({place, entry});
    }
    std::stable_sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    QList<PaletteEntry> sorted;
    for (const auto &[place, entry] : found)
        sorted.append(entry);
    return sorted;
}

} // namespace gatehouse::ui
