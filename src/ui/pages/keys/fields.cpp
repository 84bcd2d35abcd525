// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/keys/fields.h"

#include "ui/pages/keys/account.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("AccountFields", text);
}

constexpr AccountField budgetField {
    "max_budget", [] { return say(QT_TRANSLATE_NOOP("AccountFields", "Budget in dollars")); }, nullptr, FieldKind::Money};
constexpr AccountField periodField {
    "budget_duration", [] { return say(QT_TRANSLATE_NOOP("AccountFields", "Begins anew")); }, nullptr, FieldKind::Period};
constexpr AccountField requestsField {
    "rpm_limit", [] { return say(QT_TRANSLATE_NOOP("AccountFields", "Requests per minute")); }, nullptr, FieldKind::Count};
constexpr AccountField tokensField {
    "tpm_limit", [] { return say(QT_TRANSLATE_NOOP("AccountFields", "Tokens per minute")); }, nullptr, FieldKind::Count};
constexpr AccountField parallelField {"max_parallel_requests",
    [] { return say(QT_TRANSLATE_NOOP("AccountFields", "Requests at once")); }, nullptr, FieldKind::Count, true};
constexpr AccountField softField {"soft_budget", [] { return say(QT_TRANSLATE_NOOP("AccountFields", "Warn from dollars")); },
    [] { return say(QT_TRANSLATE_NOOP("AccountFields", "From this amount on a warning is given; nothing is refused.")); },
    FieldKind::Money, true};
constexpr AccountField modelsField {"models", [] { return say(QT_TRANSLATE_NOOP("AccountFields", "Models")); },
    [] { return say(QT_TRANSLATE_NOOP("AccountFields", "None ticked: all models.")); }, FieldKind::Models};

constexpr std::array keyFields = {
    AccountField {"key_alias", [] { return say(QT_TRANSLATE_NOOP("AccountFields", "Name")); },
        [] { return say(QT_TRANSLATE_NOOP("AccountFields", "What uses it, for example an application. Each name once.")); }},
    AccountField {"team_id", [] { return say(QT_TRANSLATE_NOOP("AccountFields", "Team")); }, nullptr, FieldKind::Team},
    AccountField {"user_id", [] { return say(QT_TRANSLATE_NOOP("AccountFields", "User")); }, nullptr, FieldKind::User},
    modelsField,
    budgetField,
    periodField,
    requestsField,
    tokensField,
    AccountField {"duration", [] { return say(QT_TRANSLATE_NOOP("AccountFields", "Expires")); }, nullptr, FieldKind::Expiry},
    AccountField {"tags", [] { return say(QT_TRANSLATE_NOOP("AccountFields", "Tags")); },
        [] {
            return say(QT_TRANSLATE_NOOP("AccountFields", "With commas between them. Every request with this key carries them."));
        },
        FieldKind::Tags},
    parallelField,
    softField,
    AccountField {"budget_id", [] { return say(QT_TRANSLATE_NOOP("AccountFields", "Shared budget")); },
        [] { return say(QT_TRANSLATE_NOOP("AccountFields", "Its limits hold where the key has none of its own.")); },
        FieldKind::Budget, true},
};

constexpr std::array teamFields = {
    AccountField {"team_alias", [] { return say(QT_TRANSLATE_NOOP("AccountFields", "Name")); }},
    modelsField,
    budgetField,
    periodField,
    requestsField,
    tokensField,
    parallelField,
    softField,
    AccountField {"team_id", [] { return say(QT_TRANSLATE_NOOP("AccountFields", "ID")); },
        [] { return say(QT_TRANSLATE_NOOP("AccountFields", "Empty: one is made up.")); }, FieldKind::Text, true, true},
};

constexpr std::array userFields = {
    AccountField {"user_email", [] { return say(QT_TRANSLATE_NOOP("AccountFields", "E-mail")); }},
    AccountField {"user_alias", [] { return say(QT_TRANSLATE_NOOP("AccountFields", "Name")); }},
    AccountField {"user_role", [] { return say(QT_TRANSLATE_NOOP("AccountFields", "Role")); }, nullptr, FieldKind::Role},
    modelsField,
    budgetField,
    periodField,
    requestsField,
    tokensField,
    parallelField,
    softField,
    AccountField {"user_id", [] { return say(QT_TRANSLATE_NOOP("AccountFields", "ID")); },
        [] { return say(QT_TRANSLATE_NOOP("AccountFields", "Empty: one is made up.")); }, FieldKind::Text, true, true},
};

constexpr std::array customerFields = {
    AccountField {"user_id", [] { return say(QT_TRANSLATE_NOOP("AccountFields", "ID")); },
        [] { return say(QT_TRANSLATE_NOOP("AccountFields", "As your application names the customer in its requests.")); },
        FieldKind::Text, false, true},
    AccountField {"alias", [] { return say(QT_TRANSLATE_NOOP("AccountFields", "Name")); }},
    AccountField {"budget_id", [] { return say(QT_TRANSLATE_NOOP("AccountFields", "Shared budget")); },
        [] { return say(QT_TRANSLATE_NOOP("AccountFields", "Or limits of its own:")); }, FieldKind::Budget},
    budgetField,
    periodField,
    requestsField,
    tokensField,
    AccountField {"default_model", [] { return say(QT_TRANSLATE_NOOP("AccountFields", "Default model")); },
        [] { return say(QT_TRANSLATE_NOOP("AccountFields", "For requests that name none.")); }, FieldKind::Text, true},
};

constexpr std::array budgetFields = {
    AccountField {
        "budget_id", [] { return say(QT_TRANSLATE_NOOP("AccountFields", "Name")); }, nullptr, FieldKind::Text, false, true},
    budgetField,
    periodField,
    requestsField,
    tokensField,
    parallelField,
    softField,
};

struct Form {
    const char *section;
    std::span<const AccountField> fields;
};

constexpr Form forms[] = {
    {"keys", keyFields}, {"teams", teamFields}, {"users", userFields}, {"customers", customerFields}, {"budgets", budgetFields}};

bool isEmpty(const QJsonValue &value)
{
    return value.isUndefined() || value.isNull() || value == u""_s || (value.isArray() && value.toArray().isEmpty());
}

bool isLimit(FieldKind kind)
{
    return kind == FieldKind::Money || kind == FieldKind::Count || kind == FieldKind::Period;
}

QJsonValue nothingOf(FieldKind kind)
{
    return kind == FieldKind::Models || kind == FieldKind::Tags ? QJsonValue(QJsonArray()) : QJsonValue(u""_s);
}

/// Letters after a number: "10k".
double factorOf(QString &text)
{
    if (text.endsWith(u'k', Qt::CaseInsensitive) || text.endsWith(u'm', Qt::CaseInsensitive)) {
        const bool isThousand = text.back().toLower() == u'k';
        text.chop(1);
        return isThousand ? 1e3 : 1e6;
    }
    return 1;
}

std::optional<double> numberFrom(const QString &text)
{
    bool isNumber = false;
    double number = QLocale().toDouble(text, &isNumber);
    if (!isNumber)
        number = QLocale::c().toDouble(text, &isNumber);
    return isNumber && std::isfinite(number) && number >= 0 ? std::optional(number) : std::nullopt;
}

} // namespace

std::span<const AccountField> accountFields(const AccountSection &section)
{
    const auto found = std::find_if(
        std::begin(forms), std::end(forms), [&section](const Form &each) { return qstrcmp(each.section, section.key) == 0; });
    return found == std::end(forms) ? forms[0].fields : found->fields;
}

FieldValues fieldValues(std::span<const AccountField> fields, const QJsonObject &record)
{
    FieldValues values;
    for (const AccountField &field : fields) {
        const QString member = QString::fromLatin1(field.member);
        // A key has members for all of its own; limits of a customer stand in a budget made for it, tags in the metadata.
        const QJsonValue value = record.contains(member) ? record.value(member) : accountValue(record, field.member);
        if (field.kind != FieldKind::Expiry && !isEmpty(value))
            values.insert(member, value);
    }
    return values;
}

QJsonObject createRequest(const AccountSection &section, const FieldValues &values)
{
    QJsonObject body;
    for (const AccountField &field : accountFields(section)) {
        const QString member = QString::fromLatin1(field.member);
        if (const QJsonValue value = values.value(member, QJsonValue::Undefined); !isEmpty(value))
            body.insert(member, value);
    }
    if (qstrcmp(section.key, "users") == 0)
        body.insert("auto_create_key"_L1, false); // a key that nobody is shown would be lost
    return body;
}

QJsonObject updateRequest(const AccountSection &section, const QJsonObject &record, const FieldValues &values)
{
    const auto fields = accountFields(section);
    const FieldValues before = fieldValues(fields, record);
    const bool takesNull = qstrcmp(section.key, "budgets") == 0;
    QJsonObject body;
    QJsonArray lifted;
    for (const AccountField &field : fields) {
        const QString member = QString::fromLatin1(field.member);
        const QJsonValue was = before.value(member, QJsonValue::Undefined);
        const QJsonValue is = values.value(member, QJsonValue::Undefined);
        if (field.isFixed || is == was || (isEmpty(is) && isEmpty(was)))
            continue;
        if (!isEmpty(is))
            body.insert(member, is);
        else if (!isLimit(field.kind))
            body.insert(member, nothingOf(field.kind));
        else if (takesNull)
            body.insert(member, QJsonValue::Null);
        else
            lifted.append(member);
    }
    if (!lifted.isEmpty())
        body.insert("lift"_L1, lifted);
    if (!body.isEmpty())
        body.insert(QString::fromLatin1(section.updateId), record.value(QLatin1StringView(section.idKey)));
    return body;
}

QJsonObject undoRequest(const AccountSection &section, const QJsonObject &record, const QJsonObject &change, const QDateTime &now)
{
    QJsonObject after = record;
    for (auto each = change.begin(); each != change.end(); ++each)
        after.insert(each.key(), each.value());
    for (const QJsonValue lifted : change.value("lift"_L1).toArray())
        after.insert(lifted.toString(), QJsonValue::Null);
    after.insert(QString::fromLatin1(section.idKey), record.value(QLatin1StringView(section.idKey)));
    QJsonObject body = updateRequest(section, after, fieldValues(accountFields(section), record));
    if (!change.contains(u"duration"_s))
        return body;
    const QDateTime expires = accountTime(record, "expires");
    body.insert("duration"_L1, expires.isValid() ? u"%1s"_s.arg(std::max<qint64>(1, now.secsTo(expires))) : u"-1"_s);
    body.insert(QString::fromLatin1(section.updateId), record.value(QLatin1StringView(section.idKey)));
    return body;
}

std::optional<double> moneyFrom(const QString &text)
{
    QString plain = text.trimmed();
    plain.remove(u'$');
    return plain.isEmpty() ? std::nullopt : numberFrom(plain.trimmed());
}

std::optional<qint64> countFrom(const QString &text)
{
    QString plain = text.trimmed();
    const double factor = factorOf(plain);
    const auto number = numberFrom(plain.trimmed());
    constexpr double most = 9e15;
    if (!number || *number * factor > most || std::floor(*number * factor) != *number * factor)
        return std::nullopt;
    return qint64(*number * factor);
}

} // namespace gatehouse::ui
