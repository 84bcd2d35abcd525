// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/store/members.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::store;

namespace {

wire::JsonObject objectOf(const char *text)
{
    auto object = wire::JsonObject::parse(text);
    return object ? std::move(*object) : wire::JsonObject();
}

} // namespace

class TestMembers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachIsFoundWhateverTheOrder()
    {
        const EntryMembers entry(objectOf(
            R"({"http_status":200,"unknown":[1],"outcome":"completed","request_id":"r","spend_nanos":-7,"tags":["a","b"]})"));
        QCOMPARE(entry.text(Member::RequestId), std::string_view("r"));
        QCOMPARE(entry.text(Member::Outcome), std::string_view("completed"));
        QCOMPARE(entry.number(Member::HttpStatus), std::int64_t(200));
        QCOMPARE(entry.number(Member::SpendNanos), std::int64_t(-7));
        QCOMPARE(entry.texts(Member::Tags), (std::vector<std::string> {"a", "b"}));
        QVERIFY(entry.has(Member::Tags));
    }

    void everyNameIsItsOwn()
    {
        for (std::size_t i = 0; i < static_cast<std::size_t>(Member::Count); ++i) {
            const auto member = static_cast<Member>(i);
            const EntryMembers entry(objectOf(("{\"" + std::string(nameOf(member)) + "\":1}").c_str()));
            for (std::size_t other = 0; other < static_cast<std::size_t>(Member::Count); ++other)
                QCOMPARE(entry.has(static_cast<Member>(other)), other == i);
        }
    }

    void whatIsAbsentOrOfAnotherKindSaysNothing()
    {
        const EntryMembers entry(objectOf(R"({"model":5,"spend_nanos":"7","tags":["a",1]})"));
        QVERIFY(!entry.has(Member::UserId));
        QCOMPARE(entry.text(Member::UserId), std::string_view());
        QCOMPARE(entry.text(Member::Model), std::string_view());
        QCOMPARE(entry.number(Member::SpendNanos), std::int64_t(0));
        QVERIFY(entry.texts(Member::Tags).empty());
        QVERIFY(entry.texts(Member::Accounts).empty());
    }

    void escapesAreDecodedAndNulsLeftOut()
    {
        const EntryMembers entry(objectOf("{\"model\":\"a\\\"b\\u00e4\",\"end_user\":\"x\\u0000y\",\"session_id\":\"\\ud800\"}"));
        QCOMPARE(entry.text(Member::Model), std::string_view("a\"b\xc3\xa4"));
        QCOMPARE(entry.text(Member::EndUser), std::string_view("xy"));
        QCOMPARE(entry.text(Member::SessionId), std::string_view());
    }

    void ofARepeatedNameTheLastCounts()
    {
        const EntryMembers entry(objectOf(R"({"model":"a","user_id":"u","model":7,"user_id":"v\tw"})"));
        QCOMPARE(entry.text(Member::Model), std::string_view());
        QCOMPARE(entry.number(Member::Model), std::int64_t(7));
        QCOMPARE(entry.text(Member::UserId), std::string_view("v\tw"));
    }
};

QTEST_GUILESS_MAIN(TestMembers)
#include "tst_members.moc"
