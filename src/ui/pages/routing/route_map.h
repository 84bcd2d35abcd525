// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <array>
#include <optional>

namespace gatehouse::ui {

/// What sends a request on to another model group.
enum class FallbackKind {
    General,       ///< any failure
    ContextWindow, ///< the prompt is too long
    ContentPolicy, ///< content is refused
    Default,       ///< any failure of a group that has no list of its own
};

/// A kind by its key in the configuration and in words.
struct FallbackKindInfo {
    FallbackKind kind;
    const char *key;
    QString (*when)(); ///< "Any failure"
};
const std::array<FallbackKindInfo, 4> &fallbackKinds();
const FallbackKindInfo &infoOf(FallbackKind kind);

/// Every other group: the key of default fallbacks.
QString everyOther();

struct RouteDeployment {
    QString id, model, provider;
    std::optional<int> order;
};

struct RouteGroup {
    QString name;
    QString unserved; ///< why it has no deployment
    QStringList aliases;
    QList<RouteDeployment> deployments;
};

/// Where a fallback stands in the file.
struct FilePlace {
    QString section; ///< "router_settings"
    int item = 0;    ///< of the list under the kind's key; of default fallbacks the fallback itself
    int at = 0;      ///< among the group's targets
};

/// One arrow: when `from` fails, `to` is tried as the `order`th.
struct Fallback {
    FallbackKind kind = FallbackKind::General;
    QString from;
    QString to;
    int order = 1;
    QJsonObject changes = {};            ///< what it changes in the request
    std::optional<FilePlace> place = {}; ///< none: it does not stand in the file, but in an include or the database
    bool isUsed = true;                  ///< false: the file says it, and it does not count
    bool isKnown = true;                 ///< false: there is no such model
    int copy = 0;                        ///< how many before it say the same
    bool isCircle = false;               ///< it leads back to where it came from; nobody is asked twice

    /// Names it as long as it stands, wherever it is moved in its list.
    QString id() const;
};

/// How models stand behind one another: what the graph, the list and the dry run show.
struct RouteMap {
    QList<RouteGroup> groups;
    QList<Fallback> fallbacks; ///< by kind, then as the file has them
    QString strategy;

    const RouteGroup *group(const QString &name) const;
    /// The group that a name leads to: itself, by an alias, a wildcard or a deployment's id. Empty: there is none.
    QString resolved(const QString &name) const;
    const Fallback *fallback(const QString &id) const;
    /// Those that share a list with it, in their order.
    QList<Fallback> siblings(FallbackKind kind, const QString &from) const;

    QList<std::pair<QString, QString>> aliases; ///< name → target
};

/// @param map the answer of GET /route/map. @param tree what the file says: {"router_settings": {…}, "litellm_settings": {…}}.
RouteMap routeMapOf(const QJsonObject &map, const QJsonObject &tree);

} // namespace gatehouse::ui
