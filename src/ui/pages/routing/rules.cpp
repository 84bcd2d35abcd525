// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/routing/rules.h"

#include "ui/config/change_dialog.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

using Title = QString (*)();

constexpr Title badRequest = [] { return QCoreApplication::translate("Routing", "Bad request"); };
constexpr Title authentication = [] { return QCoreApplication::translate("Routing", "Key refused"); };
constexpr Title timeOut = [] { return QCoreApplication::translate("Routing", "Time-out"); };
constexpr Title rateLimit = [] { return QCoreApplication::translate("Routing", "Rate limit"); };
constexpr Title contentPolicy = [] { return QCoreApplication::translate("Routing", "Content refused"); };
constexpr Title serverError = [] { return QCoreApplication::translate("Routing", "Server error"); };

constexpr std::array table = {
    Rule {"routing_strategy", RuleKind::Strategy, RuleGroup::Strategy,
        [] { return QCoreApplication::translate("Routing", "Strategy"); }, ""},
    Rule {"enable_pre_call_checks", RuleKind::Switch, RuleGroup::Strategy,
        [] { return QCoreApplication::translate("Routing", "Check the fit before a call"); }, ""},
    Rule {"num_retries", RuleKind::Count, RuleGroup::Retries,
        [] { return QCoreApplication::translate("Routing", "Tries after the first"); }},
    Rule {"retry_after", RuleKind::Seconds, RuleGroup::Retries,
        [] { return QCoreApplication::translate("Routing", "Least wait between tries (s)"); }},
    Rule {"max_fallbacks", RuleKind::Count, RuleGroup::Retries,
        [] { return QCoreApplication::translate("Routing", "Most fallbacks of one request"); }},
    Rule {"timeout", RuleKind::Seconds, RuleGroup::Timeouts,
        [] { return QCoreApplication::translate("Routing", "One attempt, in all (s)"); }, "request_timeout"},
    Rule {"stream_timeout", RuleKind::Seconds, RuleGroup::Timeouts,
        [] { return QCoreApplication::translate("Routing", "A stream, until it begins (s)"); }},
    Rule {"allowed_fails", RuleKind::Count, RuleGroup::Rests,
        [] { return QCoreApplication::translate("Routing", "Failures allowed in a row"); }},
    Rule {"cooldown_time", RuleKind::Seconds, RuleGroup::Rests,
        [] { return QCoreApplication::translate("Routing", "Rest after that (s)"); }},
    Rule {"disable_cooldowns", RuleKind::Switch, RuleGroup::Rests,
        [] { return QCoreApplication::translate("Routing", "Never rest"); }, ""},
    Rule {"retry_policy.BadRequestErrorRetries", RuleKind::Count, RuleGroup::RetriesByError, badRequest},
    Rule {"retry_policy.AuthenticationErrorRetries", RuleKind::Count, RuleGroup::RetriesByError, authentication},
    Rule {"retry_policy.TimeoutErrorRetries", RuleKind::Count, RuleGroup::RetriesByError, timeOut},
    Rule {"retry_policy.RateLimitErrorRetries", RuleKind::Count, RuleGroup::RetriesByError, rateLimit},
    Rule {"retry_policy.ContentPolicyViolationErrorRetries", RuleKind::Count, RuleGroup::RetriesByError, contentPolicy},
    Rule {"retry_policy.InternalServerErrorRetries", RuleKind::Count, RuleGroup::RetriesByError, serverError},
    Rule {"allowed_fails_policy.BadRequestErrorAllowedFails", RuleKind::Count, RuleGroup::FailsByError, badRequest},
    Rule {"allowed_fails_policy.AuthenticationErrorAllowedFails", RuleKind::Count, RuleGroup::FailsByError, authentication},
    Rule {"allowed_fails_policy.TimeoutErrorAllowedFails", RuleKind::Count, RuleGroup::FailsByError, timeOut},
    Rule {"allowed_fails_policy.RateLimitErrorAllowedFails", RuleKind::Count, RuleGroup::FailsByError, rateLimit},
    Rule {
        "allowed_fails_policy.ContentPolicyViolationErrorAllowedFails", RuleKind::Count, RuleGroup::FailsByError, contentPolicy},
    Rule {"allowed_fails_policy.InternalServerErrorAllowedFails", RuleKind::Count, RuleGroup::FailsByError, serverError},
};

const QString routerSection = u"router_settings"_s;
const QString litellmSection = u"litellm_settings"_s;

QStringList partsIn(const Rule &rule, const QString &section)
{
    const bool isOther = section == litellmSection && rule.otherKey && *rule.otherKey;
    return QString::fromLatin1(isOther ? rule.otherKey : rule.key).split(u'.');
}

bool mayStandIn(const Rule &rule, const QString &section)
{
    return section == routerSection || !rule.otherKey || *rule.otherKey;
}

QJsonValue valueAt(const QJsonObject &tree, const QString &section, const QStringList &parts)
{
    QJsonValue value = tree.value(section);
    for (const QString &part : parts)
        value = value[part];
    return value;
}

QLocale plainLocale()
{
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator | QLocale::RejectGroupSeparator);
    return locale;
}

// As it is typed: numbers by the user's locale, everything else as it stands.
QString textOf(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? u"true"_s : u"false"_s;
    if (value.isDouble())
        return plainLocale().toString(value.toDouble(), 'g', QLocale::FloatingPointShortest);
    return value.toString();
}

std::optional<double> numberIn(const QString &text)
{
    bool isNumber = false;
    const double number = plainLocale().toDouble(text, &isNumber);
    if (isNumber)
        return number;
    const double plain = QLocale::c().toDouble(text, &isNumber);
    return isNumber ? std::optional(plain) : std::nullopt;
}

QJsonValue typed(const Rule &rule, const QString &text)
{
    if (rule.kind == RuleKind::Switch)
        return text == "true"_L1;
    if (rule.kind == RuleKind::Strategy)
        return text;
    return numberIn(text).value_or(0);
}

QJsonArray pathOf(const QString &section, const QStringList &parts)
{
    QJsonArray path {section};
    for (const QString &part : parts)
        path.append(part);
    return path;
}

// A new rule goes into the router's section, or where the map that it belongs to stands already.
QString homeOf(const Rule &rule, const QJsonObject &tree)
{
    const QStringList parts = partsIn(rule, routerSection);
    const bool isInMap = parts.size() > 1;
    const bool isOnlyElsewhere =
        isInMap && !tree.value(routerSection)[parts.first()].isObject() && tree.value(litellmSection)[parts.first()].isObject();
    return isOnlyElsewhere ? litellmSection : routerSection;
}

/// One rule that gets another text.
struct Change {
    const Rule *rule;
    QString section;
    QStringList parts;
    QString text; ///< empty: it goes
};

QList<Change> changesFor(const QJsonObject &tree, const QHash<QString, QString> &wanted)
{
    const RuleValues before = rulesIn(tree);
    QList<Change> changes;
    for (const Rule &rule : table) {
        const RuleValue &value = before[QString::fromLatin1(rule.key)];
        const auto text = wanted.constFind(QString::fromLatin1(rule.key));
        if (text == wanted.cend() || *text == value.text)
            continue;
        const QString section = value.section.isEmpty() ? homeOf(rule, tree) : value.section;
        changes.append({&rule, section, partsIn(rule, section), *text});
    }
    return changes;
}

// Whether nothing is left in the map that the change is about, once all changes are made.
bool emptiesMap(const Change &change, const QList<Change> &changes, const QJsonObject &tree)
{
    if (change.parts.size() < 2)
        return false;
    QStringList members = valueAt(tree, change.section, {change.parts.first()}).toObject().keys();
    for (const Change &each : changes) {
        if (each.section != change.section || each.parts.first() != change.parts.first())
            continue;
        members.removeAll(each.parts.last());
        if (!each.text.isEmpty())
            members.append(each.parts.last());
    }
    return members.isEmpty();
}

} // namespace

std::span<const Rule> rules()
{
    return table;
}

RuleValues rulesIn(const QJsonObject &tree)
{
    RuleValues values;
    for (const Rule &rule : table) {
        RuleValue value;
        for (const QString &section : {routerSection, litellmSection}) {
            const QJsonValue said = mayStandIn(rule, section) ? valueAt(tree, section, partsIn(rule, section)) : QJsonValue();
            if (value.section.isEmpty() && !said.isNull() && !said.isUndefined())
                value = {textOf(said), section};
        }
        values.insert(QString::fromLatin1(rule.key), value);
    }
    return values;
}

QHash<QString, QString> ruleDefaults(const QJsonArray &schema)
{
    QHash<QString, QString> byPath;
    for (const QJsonValue key : schema) {
        if (const QJsonValue usual = key["default"_L1]; !usual.isNull() && !usual.isUndefined())
            byPath.insert(key["path"_L1].toString(), textOf(usual));
    }
    QHash<QString, QString> defaults;
    for (const Rule &rule : table) {
        for (const QString &section : {litellmSection, routerSection}) {
            const auto usual = byPath.constFind(section + u'.' + partsIn(rule, section).join(u'.'));
            if (usual != byPath.cend())
                defaults.insert(QString::fromLatin1(rule.key), *usual);
        }
    }
    return defaults;
}

QString problemOf(const Rule &rule, const QString &text)
{
    if (text.isEmpty() || rule.kind == RuleKind::Strategy || rule.kind == RuleKind::Switch)
        return {};
    constexpr double most = 1e9;
    const auto number = numberIn(text);
    const bool isWhole = number && *number == double(qint64(*number));
    if (!number || *number < 0 || *number > most)
        return QCoreApplication::translate("Routing", "“%1” must be a number that is not below zero.").arg(rule.title());
    if (rule.kind == RuleKind::Count && !isWhole)
        return QCoreApplication::translate("Routing", "“%1” must be a whole number.").arg(rule.title());
    return {};
}

QJsonArray ruleEdits(const QJsonObject &tree, const QHash<QString, QString> &wanted)
{
    const QList<Change> changes = changesFor(tree, wanted);
    QJsonArray edits;
    for (const Change &change : changes) {
        const QJsonArray path = pathOf(change.section, change.parts);
        const QJsonObject whole = removeEdit(pathOf(change.section, {change.parts.first()}));
        if (!change.text.isEmpty())
            edits.append(setEdit(path, typed(*change.rule, change.text)));
        else if (!emptiesMap(change, changes, tree))
            edits.append(removeEdit(path));
        else if (!edits.contains(whole))
            edits.append(whole);
    }
    return edits;
}

} // namespace gatehouse::ui
