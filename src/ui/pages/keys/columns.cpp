// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/keys/columns.h"

#include "ui/models/text.h"
#include "ui/pages/keys/account.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

using Record = const QJsonObject &;
constexpr Qt::Alignment left = Qt::AlignLeft;
constexpr Qt::Alignment right = Qt::AlignRight;

struct Word {
    const char *key;
    const char *word;
};

constexpr Word roles[] = {
    {"proxy_admin", QT_TRANSLATE_NOOP("Role", "Administrator")},
    {"proxy_admin_viewer", QT_TRANSLATE_NOOP("Role", "Administrator, view only")},
    {"internal_user", QT_TRANSLATE_NOOP("Role", "User")},
    {"internal_user_viewer", QT_TRANSLATE_NOOP("Role", "User, view only")},
    {"org_admin", QT_TRANSLATE_NOOP("Role", "Organization administrator")},
};

constexpr Word periods[] = {
    {"1h", QT_TRANSLATE_NOOP("Period", "Hourly")},
    {"hourly", QT_TRANSLATE_NOOP("Period", "Hourly")},
    {"1d", QT_TRANSLATE_NOOP("Period", "Daily")},
    {"24h", QT_TRANSLATE_NOOP("Period", "Daily")},
    {"daily", QT_TRANSLATE_NOOP("Period", "Daily")},
    {"7d", QT_TRANSLATE_NOOP("Period", "Weekly")},
    {"1w", QT_TRANSLATE_NOOP("Period", "Weekly")},
    {"weekly", QT_TRANSLATE_NOOP("Period", "Weekly")},
    {"30d", QT_TRANSLATE_NOOP("Period", "Monthly")},
    {"1mo", QT_TRANSLATE_NOOP("Period", "Monthly")},
    {"monthly", QT_TRANSLATE_NOOP("Period", "Monthly")},
    {"12mo", QT_TRANSLATE_NOOP("Period", "Yearly")},
    {"yearly", QT_TRANSLATE_NOOP("Period", "Yearly")},
};

QString say(const char *text)
{
    return QCoreApplication::translate("AccountColumns", text);
}

template <std::size_t count> QString wordOf(const Word (&words)[count], const char *context, const QString &key)
{
    const auto found =
        std::find_if(std::begin(words), std::end(words), [&key](const Word &each) { return key == QLatin1StringView(each.key); });
    return found == std::end(words) ? key : QCoreApplication::translate(context, found->word);
}

QString orDash(const QString &text)
{
    return text.isEmpty() ? dash() : text;
}

QString textOf(Record record, const char *name)
{
    return orDash(accountValue(record, name).toString());
}

QString countOf(Record record, const char *name)
{
    const auto count = accountFigure(record, name);
    return count ? countText(qint64(*count)) : dash();
}

QVariant figureOf(Record record, const char *name)
{
    return accountFigure(record, name).value_or(-1);
}

QString dayOf(Record record, const char *name)
{
    const QDateTime time = accountTime(record, name);
    return time.isValid() ? QLocale().toString(time.toLocalTime().date(), QLocale::ShortFormat) : dash();
}

QString timeTip(Record record, const char *name)
{
    const QDateTime time = accountTime(record, name);
    return time.isValid() ? fullTimeText(time) : QString();
}

QVariant timeOrder(Record record, const char *name)
{
    return accountTime(record, name).toMSecsSinceEpoch();
}

QString name(Record record)
{
    return orDash(accountName(record));
}

QString idTip(Record record)
{
    const QString key = record.value("key_name"_L1).toString();
    return key.isEmpty() ? accountName(record) : accountName(record) + u" · "_s + key;
}

QString state(Record record)
{
    return accountStateWord(accountState(record, QDateTime::currentDateTimeUtc()));
}

std::optional<RecordSign> stateSign(Record record)
{
    return accountStateSign(accountState(record, QDateTime::currentDateTimeUtc()));
}

QVariant stateOrder(Record record)
{
    return int(accountState(record, QDateTime::currentDateTimeUtc()));
}

QString spend(Record record)
{
    const QString spent = moneyText(accountFigure(record, "spend").value_or(0));
    const auto limit = accountFigure(record, "max_budget");
    if (!limit)
        return spent;
    //: sums of money: %1 was spent of the %2 that may be
    return say(QT_TRANSLATE_NOOP("AccountColumns", "%1 of %2")).arg(spent, moneyText(*limit));
}

QString spendTip(Record record)
{
    const auto share = budgetShare(record);
    return share ? percentText(*share) : say(QT_TRANSLATE_NOOP("AccountColumns", "No budget"));
}

QString resets(Record record)
{
    return dayOf(record, "budget_reset_at");
}

QString models(Record record)
{
    const QJsonArray list = record.value("models"_L1).toArray();
    if (list.isEmpty() || (list.size() == 1 && list.first() == u"all-proxy-models"_s))
        return say(QT_TRANSLATE_NOOP("AccountColumns", "All"));
    QStringList names;
    for (const QJsonValue each : list)
        names.append(each.toString());
    return names.join(u", "_s);
}

QString modelsTip(Record record)
{
    return models(record).replace(u", "_s, u"\n"_s);
}

QString tags(Record record)
{
    QStringList names;
    for (const QJsonValue each : accountValue(record, "tags").toArray())
        names.append(each.toString());
    return orDash(names.join(u", "_s));
}

QString team(Record record)
{
    const QString alias = record.value("team_alias"_L1).toString();
    return alias.isEmpty() ? textOf(record, "team_id") : alias;
}

QString members(Record record)
{
    return QLocale().toString(record.value("members_with_roles"_L1).toArray().size());
}

QString referrers(Record record)
{
    return QLocale().toString(record.value("referrers"_L1).toObject().value("count"_L1).toInteger());
}

QString role(Record record)
{
    return orDash(roleWord(record.value("user_role"_L1).toString()));
}

QString period(Record record)
{
    return orDash(periodWord(accountValue(record, "budget_duration").toString()));
}

QString used(Record record)
{
    const QDateTime time = accountTime(record, "last_used");
    return time.isValid() ? timeText(time) : dash();
}

constexpr RecordColumn stateColumn {
    "state", [] { return say(QT_TRANSLATE_NOOP("AccountColumns", "State")); }, state, 17, left, stateOrder, stateSign};
constexpr RecordColumn spendColumn {"spend", [] { return say(QT_TRANSLATE_NOOP("AccountColumns", "Spend")); }, spend, 24, left,
    [](Record record) { return figureOf(record, "spend"); }, nullptr, budgetShare, spendTip};
constexpr RecordColumn resetColumn {"budget_reset_at", [] { return say(QT_TRANSLATE_NOOP("AccountColumns", "Resets")); }, resets,
    10, left, [](Record record) { return timeOrder(record, "budget_reset_at"); }, nullptr, nullptr,
    [](Record record) { return timeTip(record, "budget_reset_at"); }, true};
constexpr RecordColumn requestsColumn {"rpm_limit",
    [] {
        //: a limit: requests per minute
        return say(QT_TRANSLATE_NOOP("AccountColumns", "RPM"));
    },
    [](Record record) { return countOf(record, "rpm_limit"); }, 7, right,
    [](Record record) { return figureOf(record, "rpm_limit"); }};
constexpr RecordColumn tokensColumn {"tpm_limit",
    [] {
        //: a limit: tokens per minute
        return say(QT_TRANSLATE_NOOP("AccountColumns", "TPM"));
    },
    [](Record record) { return countOf(record, "tpm_limit"); }, 9, right,
    [](Record record) { return figureOf(record, "tpm_limit"); }};
constexpr RecordColumn modelsColumn {"models", [] { return say(QT_TRANSLATE_NOOP("AccountColumns", "Models")); }, models, 14,
    left, nullptr, nullptr, nullptr, modelsTip};
constexpr RecordColumn usedColumn {"last_used", [] { return say(QT_TRANSLATE_NOOP("AccountColumns", "Last used")); }, used, 15,
    left, [](Record record) { return timeOrder(record, "last_used"); }, nullptr, nullptr,
    [](Record record) { return timeTip(record, "last_used"); }, true};
constexpr RecordColumn createdColumn {"created_at", [] { return say(QT_TRANSLATE_NOOP("AccountColumns", "Created")); },
    [](Record record) { return dayOf(record, "created_at"); }, 10, left,
    [](Record record) { return timeOrder(record, "created_at"); }, nullptr, nullptr,
    [](Record record) { return timeTip(record, "created_at"); }, true, true};

constexpr RecordColumn nameColumn(const char *column)
{
    return {column, [] { return say(QT_TRANSLATE_NOOP("AccountColumns", "Name")); }, name, 24, left, nullptr, nullptr, nullptr,
        idTip};
}

constexpr RecordColumn textColumn(const char *column, QString (*title)(), QString (*text)(Record), bool hidden = false)
{
    return {column, title, text, 14, left, nullptr, nullptr, nullptr, nullptr, true, hidden};
}

constexpr std::array keys = {
    nameColumn("key_alias"),
    stateColumn,
    spendColumn,
    textColumn(
        "team_alias", [] { return say(QT_TRANSLATE_NOOP("AccountColumns", "Team")); }, team),
    modelsColumn,
    requestsColumn,
    tokensColumn,
    usedColumn,
    resetColumn,
    RecordColumn {"expires", [] { return say(QT_TRANSLATE_NOOP("AccountColumns", "Expires")); },
        [](Record record) { return dayOf(record, "expires"); }, 10, left,
        [](Record record) { return timeOrder(record, "expires"); }, nullptr, nullptr,
        [](Record record) { return timeTip(record, "expires"); }, true},
    textColumn(
        "user_id", [] { return say(QT_TRANSLATE_NOOP("AccountColumns", "User")); },
        [](Record record) { return textOf(record, "user_id"); }, true),
    textColumn(
        "tags", [] { return say(QT_TRANSLATE_NOOP("AccountColumns", "Tags")); }, tags, true),
    textColumn(
        "key_name", [] { return say(QT_TRANSLATE_NOOP("AccountColumns", "Key")); },
        [](Record record) { return textOf(record, "key_name"); }, true),
    createdColumn,
};

constexpr std::array teams = {
    nameColumn("team_alias"),
    stateColumn,
    spendColumn,
    RecordColumn {"members", [] { return say(QT_TRANSLATE_NOOP("AccountColumns", "Members")); }, members, 8, right,
        [](Record record) { return QVariant(record.value("members_with_roles"_L1).toArray().size()); }},
    RecordColumn {"keys_count", [] { return say(QT_TRANSLATE_NOOP("AccountColumns", "Keys")); },
        [](Record record) { return countOf(record, "keys_count"); }, 7, right,
        [](Record record) { return figureOf(record, "keys_count"); }},
    modelsColumn,
    requestsColumn,
    tokensColumn,
    usedColumn,
    resetColumn,
    createdColumn,
};

constexpr std::array users = {
    nameColumn("user_email"),
    stateColumn,
    spendColumn,
    RecordColumn {"user_role", [] { return say(QT_TRANSLATE_NOOP("AccountColumns", "Role")); }, role, 20},
    RecordColumn {"key_count", [] { return say(QT_TRANSLATE_NOOP("AccountColumns", "Keys")); },
        [](Record record) { return countOf(record, "key_count"); }, 7, right,
        [](Record record) { return figureOf(record, "key_count"); }},
    modelsColumn,
    requestsColumn,
    tokensColumn,
    usedColumn,
    resetColumn,
    createdColumn,
};

constexpr std::array customers = {
    nameColumn("user_id"),
    stateColumn,
    spendColumn,
    textColumn(
        "budget_id", [] { return say(QT_TRANSLATE_NOOP("AccountColumns", "Budget")); },
        [](Record record) { return textOf(record, "budget_id"); }, true),
    textColumn(
        "default_model", [] { return say(QT_TRANSLATE_NOOP("AccountColumns", "Default model")); },
        [](Record record) { return textOf(record, "default_model"); }),
    requestsColumn,
    tokensColumn,
    usedColumn,
    resetColumn,
};

constexpr std::array budgets = {
    nameColumn("budget_id"),
    RecordColumn {"max_budget", [] { return say(QT_TRANSLATE_NOOP("AccountColumns", "Budget")); },
        [](Record record) { return moneyText(accountFigure(record, "max_budget")); }, 12, right,
        [](Record record) { return figureOf(record, "max_budget"); }},
    RecordColumn {"budget_duration", [] { return say(QT_TRANSLATE_NOOP("AccountColumns", "Period")); }, period, 10},
    requestsColumn,
    tokensColumn,
    RecordColumn {"referrers", [] { return say(QT_TRANSLATE_NOOP("AccountColumns", "Used by")); }, referrers, 9, right,
        [](Record record) { return QVariant(record.value("referrers"_L1).toObject().value("count"_L1).toInteger()); }},
    createdColumn,
};

} // namespace

std::span<const RecordColumn> keyColumns()
{
    return keys;
}

std::span<const RecordColumn> teamColumns()
{
    return teams;
}

std::span<const RecordColumn> userColumns()
{
    return users;
}

std::span<const RecordColumn> customerColumns()
{
    return customers;
}

std::span<const RecordColumn> budgetColumns()
{
    return budgets;
}

bool isServersColumn(const char *name)
{
    constexpr std::array own = {"state", "models", "last_used", "tags", "members", "referrers"};
    return std::none_of(own.begin(), own.end(), [name](const char *each) { return qstrcmp(each, name) == 0; });
}

QString roleWord(const QString &role)
{
    return wordOf(roles, "Role", role);
}

QString periodWord(const QString &duration)
{
    return wordOf(periods, "Period", duration);
}

} // namespace gatehouse::ui
