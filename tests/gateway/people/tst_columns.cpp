// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/people/columns.h"
#include "gateway/people/fields.h"

#include <QTest>

using namespace gatehouse::people;

class TestColumns : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aRowHasEveryColumn()
    {
        const QJsonObject row = rowOf(Kind::Key, objectFrom(R"({"models":["gpt"],"max_budget":null})"));
        QCOMPARE(row.size(), static_cast<int>(columnsOf(Kind::Key).size()));
        QCOMPARE(listIn(row, "models").size(), std::size_t(1));
        QVERIFY(row.value(QLatin1String("max_budget")).isNull());
        QVERIFY(row.value(QLatin1String("metadata")).isObject());
        QCOMPARE(row.value(QLatin1String("spend")).toDouble(), 0.0);
    }

    void wrongTypesAreComplainedOf()
    {
        const QJsonArray wrong = complaints(Kind::Key,
            objectFrom(R"({"models":"x","max_budget":"lots","rpm_limit":1.5,"blocked":"yes","metadata":[],"key_alias":7})"));
        QCOMPARE(wrong.size(), 6);
        const QString all = qt(jsonOf(wrong));
        for (const char *word : {"list_type", "float_parsing", "int_type", "bool_type", "dict_type", "string_type"})
            QVERIFY2(all.contains(QLatin1String(word)), word);
    }

    void whatIsRightOrNullOrUnknownIsNot()
    {
        QVERIFY(complaints(Kind::Key, objectFrom(R"({"models":["x"],"max_budget":null,"rpm_limit":3,"nobody_knows":[1]})"))
                    .isEmpty());
    }

    void whatIsTheGatewaysOwnToSayCannotBeGiven()
    {
        const QJsonObject given =
            givenIn(Kind::Key, objectFrom(R"({"created_by":"me","rotation_count":7,"models":["x"],"user_id":null})"));
        QCOMPARE(given.keys(), QStringList {QStringLiteral("models")});
    }

    void everyKindThatIsShownHasColumns()
    {
        for (const Kind kind : {Kind::Key, Kind::User, Kind::Team, Kind::Member, Kind::Customer, Kind::Organization,
                 Kind::OrganizationMember, Kind::Project, Kind::Tag, Kind::Budget, Kind::AccessGroup})
            QVERIFY(!columnsOf(kind).empty());
    }
};

QTEST_GUILESS_MAIN(TestColumns)
#include "tst_columns.moc"
