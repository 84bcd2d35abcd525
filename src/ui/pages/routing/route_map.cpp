// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/routing/route_map.h"

#include "ui/pages/routing/circles.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

constexpr const char *context = "Routing";

QString whenAnything()
{
    return QCoreApplication::translate(context, "Any failure");
}
QString whenTooLong()
{
    return QCoreApplication::translate(context, "Prompt too long");
}
QString whenRefused()
{
    return QCoreApplication::translate(context, "Content refused");
}
QString whenNothingElse()
{
    //: which model groups are tried for groups without a list of their own
    return QCoreApplication::translate(context, "Default, any failure");
}

QList<RouteGroup> groupsOf(const QJsonArray &groups)
{
    QList<RouteGroup> all;
    for (const QJsonValue each : groups) {
        RouteGroup group {each["name"_L1].toString(), each["unserved"_L1].toString(), {}, {}};
        for (const QJsonValue deployment : each["deployments"_L1].toArray()) {
            const QJsonValue order = deployment["order"_L1];
            group.deployments.append({deployment["id"_L1].toString(), deployment["model"_L1].toString(),
                deployment["provider"_L1].toString(), order.isDouble() ? std::optional(order.toInt()) : std::nullopt});
        }
        all.append(group);
    }
    return all;
}

void readAliases(RouteMap &map, const QJsonArray &aliases)
{
    for (const QJsonValue alias : aliases) {
        for (const QJsonValue target : alias["targets"_L1].toArray())
            map.aliases.append({alias["name"_L1].toString(), target["model"_L1].toString()});
    }
    for (RouteGroup &group : map.groups) {
        for (const auto &[name, target] : std::as_const(map.aliases)) {
            if (target == group.name && !group.aliases.contains(name))
                group.aliases.append(name);
        }
    }
}

// An entry is a name, or a map with what it changes in the request.
Fallback fallbackOf(FallbackKind kind, const QString &from, const QJsonValue &target)
{
    Fallback fallback {kind, from, target.isString() ? target.toString() : target["model"_L1].toString()};
    if (target.isObject()) {
        fallback.changes = target.toObject();
        fallback.changes.remove("model"_L1);
    }
    return fallback;
}

// The router's word counts, as the gateway has it.
QString sectionOf(const QString &key, const QJsonObject &tree)
{
    for (const QString &section : {u"router_settings"_s, u"litellm_settings"_s}) {
        if (tree.value(section).toObject().contains(key))
            return section;
    }
    return {};
}

void readDefaults(QList<Fallback> &all, const QJsonArray &list, const QString &section)
{
    for (int at = 0; at < list.size(); ++at) {
        Fallback fallback = fallbackOf(FallbackKind::Default, everyOther(), list[at]);
        fallback.order = at + 1;
        fallback.place = FilePlace {section, at, at};
        all.append(fallback);
    }
}

void readItem(QList<Fallback> &all, FallbackKind kind, const QJsonObject &item, const FilePlace &place)
{
    for (auto entry = item.begin(); entry != item.end(); ++entry) {
        const bool isAgain = std::any_of(all.cbegin(), all.cend(), [&](const Fallback &each) {
            return each.kind == kind && each.from == entry.key() && each.place && each.place->item != place.item;
        });
        const QJsonArray targets = entry.value().isArray() ? entry.value().toArray() : QJsonArray {entry.value()};
        for (int at = 0; at < targets.size(); ++at) {
            Fallback fallback = fallbackOf(kind, entry.key(), targets[at]);
            fallback.order = at + 1;
            fallback.place = FilePlace {place.section, place.item, at};
            fallback.isUsed = !isAgain; // the first item about a group counts
            all.append(fallback);
        }
    }
}

QList<Fallback> fallbacksOfFile(const QJsonObject &tree)
{
    QList<Fallback> all;
    for (const FallbackKindInfo &info : fallbackKinds()) {
        const QString key = QString::fromLatin1(info.key);
        const QString section = sectionOf(key, tree);
        const QJsonArray list = tree.value(section)[key].toArray();
        if (info.kind == FallbackKind::Default) {
            readDefaults(all, list, section);
            continue;
        }
        for (int item = 0; item < list.size(); ++item)
            readItem(all, info.kind, list[item].toObject(), {section, item, 0});
    }
    return all;
}

QList<Fallback> fallbacksInUse(const QJsonObject &map)
{
    QList<Fallback> all;
    for (const FallbackKindInfo &info : fallbackKinds()) {
        const QJsonObject byGroup = map.value(QLatin1StringView(info.key)).toObject();
        for (auto entry = byGroup.begin(); entry != byGroup.end(); ++entry) {
            int order = 0;
            for (const QJsonValue target : entry.value().toArray()) {
                const bool isDefault = info.kind == FallbackKind::General && entry.key() == everyOther();
                Fallback fallback = fallbackOf(isDefault ? FallbackKind::Default : info.kind, entry.key(), target["model"_L1]);
                fallback.changes = target["changes"_L1].toObject();
                fallback.order = ++order;
                all.append(fallback);
            }
        }
    }
    return all;
}

// The gateway knows default fallbacks as those of "*".
bool isSame(const Fallback &one, const Fallback &other)
{
    const auto kindOf = [](const Fallback &each) {
        return each.kind == FallbackKind::Default ? FallbackKind::General : each.kind;
    };
    return kindOf(one) == kindOf(other) && one.from == other.from && one.to == other.to;
}

QList<Fallback> joined(QList<Fallback> file, const QList<Fallback> &used)
{
    const auto isIn = [](const QList<Fallback> &list, const Fallback &one) {
        return std::any_of(list.cbegin(), list.cend(), [&](const Fallback &each) { return isSame(each, one); });
    };
    for (Fallback &each : file)
        each.isUsed = each.isUsed && isIn(used, each);
    QList<Fallback> others;
    for (const Fallback &each : used) {
        if (!isIn(file, each))
            others.append(each);
    }
    return file + others;
}

bool fits(const QString &pattern, const QString &name)
{
    if (!pattern.contains(u'*'))
        return pattern == name;
    const QString expression = QRegularExpression::escape(pattern).replace(u"\\*"_s, u".*"_s);
    return QRegularExpression(QRegularExpression::anchoredPattern(expression)).match(name).hasMatch();
}

// Arrows of one kind are followed, others not.
void judgeCircles(RouteMap &map)
{
    QStringList targets;
    std::map<FallbackKind, Ways> ways;
    for (Fallback &each : map.fallbacks) {
        targets.append(map.resolved(each.to));
        each.isKnown = !targets.last().isEmpty();
        if (each.isKnown)
            ways[each.kind][each.from].append(targets.last());
    }
    std::map<FallbackKind, QHash<QString, int>> circles;
    for (const auto &[kind, ofKind] : ways)
        circles[kind] = circlesOf(ofKind);
    for (qsizetype at = 0; at < map.fallbacks.size(); ++at) {
        Fallback &each = map.fallbacks[at];
        const QHash<QString, int> &numbers = circles[each.kind];
        each.isCircle = each.isKnown && numbers.value(targets[at]) == numbers.value(each.from);
    }
}

void judge(RouteMap &map)
{
    QSet<QString> ids;
    for (Fallback &each : map.fallbacks) {
        while (ids.contains(each.id()))
            ++each.copy;
        ids.insert(each.id());
    }
    judgeCircles(map);
}

} // namespace

const std::array<FallbackKindInfo, 4> &fallbackKinds()
{
    static const std::array<FallbackKindInfo, 4> kinds {{
        {FallbackKind::General, "fallbacks", whenAnything},
        {FallbackKind::ContextWindow, "context_window_fallbacks", whenTooLong},
        {FallbackKind::ContentPolicy, "content_policy_fallbacks", whenRefused},
        {FallbackKind::Default, "default_fallbacks", whenNothingElse},
    }};
    return kinds;
}

const FallbackKindInfo &infoOf(FallbackKind kind)
{
    return fallbackKinds()[static_cast<std::size_t>(kind)];
}

QString everyOther()
{
    return u"*"_s;
}

QString Fallback::id() const
{
    const QString where = !place ? u"-"_s : kind == FallbackKind::Default ? QString() : QString::number(place->item);
    return QStringList {QString::fromLatin1(infoOf(kind).key), from, to, where, QString::number(copy)}.join(u'\n');
}

const RouteGroup *RouteMap::group(const QString &name) const
{
    const auto found = std::find_if(groups.cbegin(), groups.cend(), [&](const RouteGroup &each) { return each.name == name; });
    return found == groups.cend() ? nullptr : &*found;
}

QString RouteMap::resolved(const QString &name) const
{
    if (group(name))
        return name;
    for (const auto &[alias, target] : aliases) {
        if (alias == name && group(target))
            return target;
    }
    for (const RouteGroup &each : groups) {
        const auto isIt = [&](const RouteDeployment &one) { return one.id == name || one.model == name; };
        if (fits(each.name, name) || std::any_of(each.deployments.cbegin(), each.deployments.cend(), isIt))
            return each.name;
    }
    return {};
}

const Fallback *RouteMap::fallback(const QString &id) const
{
    const auto found = std::find_if(fallbacks.cbegin(), fallbacks.cend(), [&](const Fallback &each) { return each.id() == id; });
    return found == fallbacks.cend() ? nullptr : &*found;
}

QList<Fallback> RouteMap::siblings(FallbackKind kind, const QString &from) const
{
    QList<Fallback> all;
    std::copy_if(fallbacks.cbegin(), fallbacks.cend(), std::back_inserter(all),
        [&](const Fallback &each) { return each.kind == kind && each.from == from; });
    return all;
}

RouteMap routeMapOf(const QJsonObject &map, const QJsonObject &tree)
{
    RouteMap result;
    result.strategy = map.value("strategy"_L1).toString();
    result.groups = groupsOf(map.value("groups"_L1).toArray());
    readAliases(result, map.value("aliases"_L1).toArray());
    result.fallbacks = joined(fallbacksOfFile(tree), fallbacksInUse(map));
    judge(result);
    return result;
}

} // namespace gatehouse::ui
