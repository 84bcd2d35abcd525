// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/known_json.h"

#include <QTest>

using namespace gatehouse::observe;

namespace {

QString said(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

QString itemsIn(std::string_view array)
{
    QStringList items;
    for (const std::string_view item : itemsOf(array))
        items << said(item);
    return items.join(QLatin1Char('|'));
}

const std::string oddMembers = " {\"a\" : \"x\\\"}\\\\\", \"b\":{\"c\":[1,\"]}\"],\"d\":{}} ,\"n\":-1.5e3,\"t\":true,\n          "
                               "  \"e\":[],\"z\":\"\",\"a\\\"b\":1, \"n\":null } ";

} // namespace

class TestKnownJson : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void membersAreFoundWhateverStandsInThem()
    {
        const KnownObject object(oddMembers);
        QCOMPARE(said(object.find("a")), QStringLiteral("\"x\\\"}\\\\\""));
        QCOMPARE(said(object.find("b")), QStringLiteral("{\"c\":[1,\"]}\"],\"d\":{}}"));
        QCOMPARE(said(object.find("n")), QStringLiteral("null")); // the last one
        QCOMPARE(said(object.find("t")), QStringLiteral("true"));
        QCOMPARE(said(object.find("e")), QStringLiteral("[]"));
        QCOMPARE(said(object.find("z")), QStringLiteral("\"\""));
        QVERIFY(!object.has("c") && !object.has("d") && !object.has("a\"b"));
        QVERIFY(KnownObject("{}").isEmpty() && KnownObject("[{}]").isEmpty() && KnownObject().isEmpty());
    }

    void itemsAreTakenOneByOne()
    {
        QCOMPARE(itemsIn("[1, \"a,b\" ,{\"x\":[1,2]},[[3],4],null]"), QStringLiteral("1|\"a,b\"|{\"x\":[1,2]}|[[3],4]|null"));
        QCOMPARE(said(KnownObject::firstOf(" [ {\"a\":\"]\"} , {\"b\":2}]").find("a")), QStringLiteral("\"]\""));
        QVERIFY(!KnownObject::firstOf("[{\"a\":1},{\"b\":2}]").has("b"));
        for (const char *none : {"[]", "{}", "{\"a\":1}", "[1,{\"a\":1}]", "[[{\"a\":1}]]", "", "["})
            QVERIFY2(KnownObject::firstOf(none).isEmpty(), none);
        QCOMPARE(itemsIn("[]"), QString());
        QCOMPARE(itemsIn(" [ ] "), QString());
        QCOMPARE(itemsIn("{\"a\":[1]}"), QString());
    }

    void aValueIsFoundInWhatItStandsIn()
    {
        const std::string answer =
            "{\"id\":\"message\",\"x\":{\"message\":1},\"choices\" :[ {\"index\":0,\"message\": {\"a\":[1,{\"b\":"
            "\"}\"}]} ,\"x\":1},{\"other\":2}],\"y\":2}";
        QCOMPARE(said(valueAt(answer, {"choices", "message"})), QStringLiteral("{\"a\":[1,{\"b\":\"}\"}]}"));
        QCOMPARE(said(valueAt(answer, {"choices", "message", "a"})), QStringLiteral("[1,{\"b\":\"}\"}]"));
        QCOMPARE(said(valueAt(answer, {"x", "message"})), QStringLiteral("1"));
        QVERIFY(valueAt(answer, {"choices", "other"}).empty() && valueAt(answer, {"y", "message"}).empty());
        QVERIFY(valueAt("[]", {"a"}).empty() && valueAt("{\"a\":[]}", {"a", "b"}).empty() && valueAt("", {"a"}).empty());
    }

    // Where it ends too early, or is none, as memory checkers watch.
    void whatIsNoJsonDoesNoHarm()
    {
        const std::string whole = "{\"a\":[\"x\\\"\",{\"b\":-1}],\"c\":\"\\\\\"}";
        for (std::size_t size = 0; size < whole.size(); ++size) {
            const std::string cut = whole.substr(0, size), inArray = "[" + cut;
            KnownObject(cut).find("c");
            itemsOf(inArray);
            valueAt(cut, {"a", "b"});
        }
        for (const char *wrong : {"{", "[", "{\"", "[\"\\", "{\"a\":", "[,,]", "{,}", "{\"a\" 1}", "{:1}", "]", "[}", "\xff"}) {
            KnownObject(wrong).find("a");
            itemsOf(wrong);
            valueAt(wrong, {"a", "b"});
        }
    }
};

QTEST_GUILESS_MAIN(TestKnownJson)
#include "tst_known_json.moc"
