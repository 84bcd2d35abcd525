// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <span>

namespace gatehouse::ui {

enum class RuleKind { Strategy, Count, Seconds, Switch };
enum class RuleGroup { Strategy, Retries, Timeouts, Rests, RetriesByError, FailsByError };

/// One setting of the form.
struct Rule {
    const char *key; ///< below its section; a dot goes into a map
    RuleKind kind;
    RuleGroup group;
    QString (*title)();
    const char *otherKey = nullptr; ///< its name in litellm_settings, where that is another; "": it may not stand there
};
std::span<const Rule> rules();

/// What the file says of a rule.
struct RuleValue {
    QString text;    ///< as it is typed; empty: the file says nothing, and the default counts
    QString section; ///< where it stands; empty: nowhere
    bool operator==(const RuleValue &) const = default;
};
/// By the rules' keys.
using RuleValues = QHash<QString, RuleValue>;

/// @param tree {"router_settings": {…}, "litellm_settings": {…}}.
RuleValues rulesIn(const QJsonObject &tree);
/// Defaults as they are typed, by the rules' keys; none = there is no default. @param schema the keys of GET /config/schema.
QHash<QString, QString> ruleDefaults(const QJsonArray &schema);
/// Why the text is none of that kind, for people; empty: it is one.
QString problemOf(const Rule &rule, const QString &text);
/// What has to be edited in the file, so that it says `wanted` (texts by key) in the place of what it says in `tree`.
QJsonArray ruleEdits(const QJsonObject &tree, const QHash<QString, QString> &wanted);

} // namespace gatehouse::ui
