// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/audit/audit_line.h"

#include "ui/pages/audit/audit_words.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

/// The user that the gateway writes down where the master key was used; there is nobody of that name.
constexpr QLatin1StringView masterUser {"default_user_id"};
constexpr qsizetype mostOfId = 20; ///< characters of an id that stands for a name

QString textOf(const QJsonValue &value)
{
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    return value.toVariant().toString();
}

/// Nothing, in each of the ways in which JSON says it.
bool saysNothing(const QJsonValue &value)
{
    return value.isNull() || value.isUndefined() || (value.isString() && value.toString().isEmpty())
        || (value.isArray() && value.toArray().isEmpty()) || (value.isObject() && value.toObject().isEmpty());
}

template <std::size_t count> QString wordFor(const std::array<AuditWord, count> &words, const QString &key)
{
    const auto found =
        std::find_if(words.begin(), words.end(), [&key](const AuditWord &each) { return key == QLatin1StringView(each.key); });
    return found == words.end() ? key : QCoreApplication::translate("Audit", found->word);
}

} // namespace

QList<MemberChange> changesIn(const QJsonObject &line)
{
    const QJsonObject before = line.value("before_value"_L1).toObject();
    const QJsonObject after = line.value("updated_values"_L1).toObject();
    QStringList names = before.keys() + after.keys();
    names.removeDuplicates();
    names.sort();
    QList<MemberChange> changes;
    for (const QString &name : names) {
        const QJsonValue was = before.value(name), is = after.value(name);
        if (was == is || (saysNothing(was) && saysNothing(is)))
            continue;
        changes.append({name, saysNothing(was) ? QString() : textOf(was), saysNothing(is) ? QString() : textOf(is)});
    }
    return changes;
}

QString auditKind(const QString &table)
{
    return wordFor(auditKinds, table);
}

QString auditAction(const QString &action)
{
    return wordFor(auditActions, action);
}

QString auditAuthor(const QJsonObject &line)
{
    const QString who = line.value("changed_by"_L1).toString();
    //: who changed something, where nobody but the holder of that key is known
    return who == masterUser ? QCoreApplication::translate("Audit", "Master key") : who;
}

QString auditObject(const QJsonObject &line)
{
    for (const QLatin1StringView side : {"updated_values"_L1, "before_value"_L1}) {
        const QJsonObject record = line.value(side).toObject();
        for (const char *name : {"key_alias", "team_alias", "user_alias", "user_email", "alias", "organization_alias",
                 "project_alias", "model_name", "credential_name", "budget_id"}) {
            if (const QString text = record.value(QLatin1StringView(name)).toString(); !text.isEmpty())
                return text;
        }
    }
    const QString id = line.value("object_id"_L1).toString();
    return id.size() > mostOfId ? id.left(mostOfId) + u"…"_s : id;
}

} // namespace gatehouse::ui
