// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/people/draft.h"
#include "gateway/people/fields.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::people;

class TestDraft : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsDraftedIsFoundAndHasNotHappened()
    {
        Directory directory;
        Draft draft(directory);
        draft.put(Kind::Team, "t", objectFrom(R"({"team_alias":"x"})"));
        QCOMPARE(textIn(*draft.find(Kind::Team, "t"), "team_alias"), std::string("x"));
        QVERIFY(!directory.find(Kind::Team, "t"));
    }

    void theDirectoryIsSeenThroughTheDraft()
    {
        Directory directory;
        directory.apply({{Kind::Key, "old", R"({"team_id":"t"})", {}}, {Kind::Key, "moved", R"({"team_id":"t"})", {}}});
        Draft draft(directory);
        draft.put(Kind::Key, "moved", objectFrom(R"({"team_id":"u"})"));
        draft.put(Kind::Key, "new", objectFrom(R"({"team_id":"t"})"));
        const std::vector<std::string> ofT {"new", "old"}, ofU {"moved"}, all {"moved", "new", "old"};
        QCOMPARE(draft.idsWhere(Kind::Key, "team_id", "t"), ofT);
        QCOMPARE(draft.idsWhere(Kind::Key, "team_id", "u"), ofU);
        QCOMPARE(draft.ids(Kind::Key), all);
    }

    void whatIsRemovedIsNotThere()
    {
        Directory directory;
        directory.apply({{Kind::Key, "one", R"({"team_id":"t"})", {}}});
        Draft draft(directory);
        draft.remove(Kind::Key, "one");
        QVERIFY(!draft.has(Kind::Key, "one"));
        QVERIFY(draft.ids(Kind::Key).empty());
        QVERIFY(draft.idsWhere(Kind::Key, "team_id", "t").empty());
        QVERIFY(directory.find(Kind::Key, "one"));
    }

    void anActionSaysWhatHappens()
    {
        Directory directory;
        directory.apply({{Kind::Key, "one", "{}", {}}});
        Draft draft(directory);
        draft.put(Kind::Key, "one", {});
        draft.put(Kind::Key, "two", {});
        draft.put(Kind::Key, "three", {}, "rotated");
        draft.remove(Kind::Key, "four");
        const ChangeSet set = draft.changes({"me", "token"});
        QCOMPARE(set.records.size(), std::size_t(4));
        QCOMPARE(set.records[0].action, std::string("updated"));
        QCOMPARE(set.records[1].action, std::string("created"));
        QCOMPARE(set.records[2].action, std::string("rotated"));
        QCOMPARE(set.records[3].action, std::string("deleted"));
        QCOMPARE(set.author.changedBy, std::string("me"));
    }

    void aLaterChangeReplacesAnEarlier()
    {
        Directory directory;
        Draft draft(directory);
        draft.put(Kind::Key, "one", objectFrom(R"({"x":1})"));
        draft.put(Kind::Key, "one", objectFrom(R"({"x":2})"));
        const ChangeSet set = draft.changes({});
        QCOMPARE(set.records.size(), std::size_t(1));
        QCOMPARE(*set.records[0].json, std::string(R"({"x":2})"));
    }
};

QTEST_GUILESS_MAIN(TestDraft)
#include "tst_draft.moc"
