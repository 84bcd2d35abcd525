// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/people/directory.h"

#include <QTest>

using namespace gatehouse::people;

class TestDirectory : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatWasAppliedIsFound()
    {
        Directory directory;
        directory.apply({{Kind::Key, "one", R"({"key_alias":"a","team_id":"t"})", {}}, {Kind::Team, "t", "{}", {}}});
        QVERIFY(directory.find(Kind::Key, "one"));
        QVERIFY(!directory.find(Kind::User, "one"));
        QCOMPARE(directory.find(Kind::Team, "t")->json, std::string("{}"));
        QCOMPARE(directory.count(Kind::Key), std::size_t(1));
    }

    void recordsAreFoundByTheirFields()
    {
        Directory directory;
        directory.apply({{Kind::Key, "two", R"({"team_id":"t"})", {}}, {Kind::Key, "one", R"({"team_id":"t"})", {}},
            {Kind::Key, "three", R"({"team_id":"other"})", {}}});
        const std::vector<std::string> both {"one", "two"};
        QCOMPARE(directory.idsWhere(Kind::Key, "team_id", "t"), both);
    }

    void aChangedFieldIsFoundUnderItsNewValueOnly()
    {
        Directory directory;
        directory.apply({{Kind::Key, "one", R"({"team_id":"t"})", {}}});
        directory.apply({{Kind::Key, "one", R"({"team_id":"u"})", {}}});
        QVERIFY(directory.idsWhere(Kind::Key, "team_id", "t").empty());
        QCOMPARE(directory.idsWhere(Kind::Key, "team_id", "u").size(), std::size_t(1));
    }

    void whatIsGoneIsFoundNoLonger()
    {
        Directory directory;
        directory.apply({{Kind::Key, "one", R"({"team_id":"t"})", {}}});
        directory.apply({{Kind::Key, "one", std::nullopt, {}}});
        QVERIFY(!directory.find(Kind::Key, "one"));
        QVERIFY(directory.idsWhere(Kind::Key, "team_id", "t").empty());
    }

    void everyChangeMakesANewGeneration()
    {
        Directory directory;
        const auto before = directory.generation();
        directory.apply({});
        QCOMPARE(directory.generation(), before);
        directory.apply({{Kind::Tag, "x", "{}", {}}});
        QVERIFY(directory.generation() > before);
    }

    void allComeInTheOrderOfTheirIds()
    {
        Directory directory;
        directory.apply({{Kind::Tag, "b", "{}", {}}, {Kind::Tag, "a", "{}", {}}});
        QCOMPARE(directory.all(Kind::Tag).front()->id, std::string("a"));
    }

    void everyKindHasANameOfItsOwn()
    {
        for (int i = 0; i <= static_cast<int>(Kind::Invitation); ++i) {
            const Kind kind = static_cast<Kind>(i);
            QCOMPARE(kindFrom(toString(kind)), std::optional(kind));
            QVERIFY(!tableOf(kind).empty());
        }
        QVERIFY(!kindFrom("nobody"));
    }
};

QTEST_GUILESS_MAIN(TestDirectory)
#include "tst_directory.moc"
