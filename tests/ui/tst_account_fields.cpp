// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/keys/account.h"
#include "ui/pages/keys/fields.h"
#include "ui/pages/keys/recent_spend.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse::ui;

namespace {

QJsonObject object(const char *json)
{
    return QJsonDocument::fromJson(json).object();
}

const AccountSection &keys()
{
    return accountSection(u"keys"_s);
}

/// The request that a form of this record becomes after one field was changed.
QJsonObject changed(const AccountSection &section, const QJsonObject &record, const QString &member, const QJsonValue &value)
{
    FieldValues values = fieldValues(accountFields(section), record);
    values.insert(member, value);
    return updateRequest(section, record, values);
}

} // namespace

class AccountFieldsTest : public QObject
{
    Q_OBJECT

    const QJsonObject key = object(R"({"token": "abc", "key_alias": "web", "max_budget": 5, "rpm_limit": null, "models": ["gpt"],
        "budget_duration": "1d", "team_id": null, "user_id": null, "tpm_limit": null, "max_parallel_requests": null,
        "soft_budget": null, "budget_id": null, "metadata": {"tags": ["one"]}})");

private Q_SLOTS:
    void onlyWhatWasChangedIsSent()
    {
        const FieldValues values = fieldValues(accountFields(keys()), key);
        QCOMPARE(updateRequest(keys(), key, values), QJsonObject());
        QCOMPARE(changed(keys(), key, u"rpm_limit"_s, 60), object(R"({"key": "abc", "rpm_limit": 60})"));
        QCOMPARE(changed(keys(), key, u"tags"_s, QJsonArray {u"one"_s, u"two"_s}),
            object(R"({"key": "abc", "tags": ["one", "two"]})"));
    }

    void aLimitThatIsEmptiedIsLifted()
    {
        QCOMPARE(changed(keys(), key, u"max_budget"_s, QJsonValue()), object(R"({"key": "abc", "lift": ["max_budget"]})"));
        QCOMPARE(changed(keys(), key, u"models"_s, QJsonArray()), object(R"({"key": "abc", "models": []})"));
        QCOMPARE(changed(accountSection(u"budgets"_s), object(R"({"budget_id": "b", "max_budget": 5})"), u"max_budget"_s,
                     QJsonValue()),
            object(R"({"budget_id": "b", "max_budget": null})"));
    }

    void aChangeIsTakenBackByItsOpposite()
    {
        const QDateTime now = QDateTime::fromString(u"2026-11-16T00:00:00Z"_s, Qt::ISODate);
        QCOMPARE(undoRequest(keys(), key, object(R"({"key": "abc", "max_budget": 9, "rpm_limit": 60})"), now),
            object(R"({"key": "abc", "max_budget": 5, "lift": ["rpm_limit"]})"));
        QCOMPARE(undoRequest(keys(), key, object(R"({"key": "abc", "lift": ["max_budget"]})"), now),
            object(R"({"key": "abc", "max_budget": 5})"));
        QCOMPARE(undoRequest(keys(), key, object(R"({"key": "abc", "duration": "7d"})"), now),
            object(R"({"key": "abc", "duration": "-1"})"));
        QJsonObject expiring = key;
        expiring.insert(u"expires"_s, u"2026-11-16T01:00:00Z"_s);
        QCOMPARE(undoRequest(keys(), expiring, object(R"({"key": "abc", "duration": "-1"})"), now),
            object(R"({"key": "abc", "duration": "3600s"})"));
    }

    void whatIsLeftEmptyIsNotSaidOfSomethingNew()
    {
        QCOMPARE(createRequest(keys(), {{u"key_alias"_s, u"web"_s}, {u"team_id"_s, u""_s}, {u"models"_s, QJsonArray()}}),
            object(R"({"key_alias": "web"})"));
        QCOMPARE(createRequest(accountSection(u"users"_s), {{u"user_id"_s, u"alice"_s}}),
            object(R"({"user_id": "alice", "auto_create_key": false})"));
    }

    void limitsOfACustomerAreReadFromItsBudget()
    {
        const QJsonObject customer = object(R"({"user_id": "c", "budget_id": "x", "litellm_budget_table": {"max_budget": 3}})");
        QCOMPARE(fieldValues(accountFields(accountSection(u"customers"_s)), customer).value(u"max_budget"_s), QJsonValue(3));
        QCOMPARE(*accountFigure(customer, "max_budget"), 3.0);
    }

    void numbersAreReadAsPeopleWriteThem_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("money"); // -1: none
        QTest::addColumn<double>("count");
        QTest::newRow("plain") << u"12"_s << 12.0 << 12.0;
        QTest::newRow("dollars") << u"$1,250.50"_s << 1250.5 << -1.0;
        QTest::newRow("thousands") << u"10k"_s << -1.0 << 10000.0;
        QTest::newRow("millions") << u"1.5M"_s << -1.0 << 1500000.0;
        QTest::newRow("part of a whole") << u"1.5"_s << 1.5 << -1.0;
        QTest::newRow("less than nothing") << u"-3"_s << -1.0 << -1.0;
        QTest::newRow("no number") << u"nan"_s << -1.0 << -1.0;
        QTest::newRow("too much") << u"1e300"_s << 1e300 << -1.0;
        QTest::newRow("nothing") << u" "_s << -1.0 << -1.0;
    }
    void numbersAreReadAsPeopleWriteThem()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        QFETCH(QString, text);
        QFETCH(double, money);
        QFETCH(double, count);
        QCOMPARE(moneyFrom(text).value_or(-1), money);
        QCOMPARE(double(countFrom(text).value_or(-1)), count);
    }

    void theStateSaysWhatHasToBeUndoneFirst_data()
    {
        QTest::addColumn<QByteArray>("record");
        QTest::addColumn<int>("state");
        QTest::newRow("fresh") << QByteArray(R"({"spend": 1})") << int(AccountState::Active);
        QTest::newRow("nearly") << QByteArray(R"({"spend": 8, "max_budget": 10})") << int(AccountState::NearlySpent);
        QTest::newRow("over") << QByteArray(R"({"spend": 10, "max_budget": 10})") << int(AccountState::OverBudget);
        QTest::newRow("nothing allowed") << QByteArray(R"({"spend": 0, "max_budget": 0})") << int(AccountState::OverBudget);
        QTest::newRow("expired") << QByteArray(R"({"spend": 10, "max_budget": 10, "expires": "2026-01-01T00:00:00Z"})")
                                 << int(AccountState::Expired);
        QTest::newRow("blocked") << QByteArray(R"({"blocked": true, "expires": "2026-01-01T00:00:00Z"})")
                                 << int(AccountState::Blocked);
    }
    void theStateSaysWhatHasToBeUndoneFirst()
    {
        QFETCH(QByteArray, record);
        QFETCH(int, state);
        const QDateTime now = QDateTime::fromString(u"2026-11-16T00:00:00Z"_s, Qt::ISODate);
        QCOMPARE(int(accountState(object(record.constData()), now)), state);
    }

    void daysWithoutCallsAreThereToo()
    {
        const QJsonObject answer = object(R"({"results": [
            {"date": "2026-11-14", "metrics": {"spend": 2, "api_requests": 3}, "breakdown": {"models": {
                "gpt": {"metrics": {"spend": 1.5, "api_requests": 1}}, "claude": {"metrics": {"spend": 0.5, "api_requests": 2}}}}},
            {"date": "2020-01-01", "metrics": {"spend": 99}}, 7]})");
        const RecentSpend recent = RecentSpend::of(answer, QDate(2026, 11, 13), QDate(2026, 11, 15));
        QCOMPARE(recent.days.size(), 3);
        QCOMPARE(recent.days[1].dollars, 2.0);
        QCOMPARE(recent.dollars, 2.0);
        QCOMPARE(recent.requests, 3);
        QCOMPARE(recent.models.size(), 2);
        QCOMPARE(recent.models[0].model, u"gpt"_s);
    }
};

QTEST_GUILESS_MAIN(AccountFieldsTest)
#include "tst_account_fields.moc"
