// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/config/value.h"

#include <QTest>

using namespace gatehouse::config;

class TestValue : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aValueOfAnotherKindGivesTheDefault()
    {
        QCOMPARE(Value::string("7").asInt(3), std::int64_t(3));
        QCOMPARE(Value::integer(7).asBool(true), true);
        QCOMPARE(Value::list({}).asString("none"), std::string("none"));
        QVERIFY(Value::integer(1).find("key").isNull());
        QVERIFY(Value::integer(1).items().empty());
    }

    void numbersConvertIntoEachOther()
    {
        QCOMPARE(Value::integer(3).asDouble(), 3.0);
        QCOMPARE(Value::real(3.9).asInt(), std::int64_t(3));
        QCOMPARE(Value::real(1e300).asInt(5), std::int64_t(5));
    }

    void textOfAScalarIsAsItWasWritten()
    {
        QCOMPARE(Value::integer(83).withText("0123").asString(), std::string("0123"));
        QCOMPARE(Value::boolean(true).asString(), std::string("true"));
        QCOMPARE(Value::real(0.5).asString(), std::string("0.5"));
    }

    void oneScalarIsAListOfOne()
    {
        QCOMPARE(Value::string("a").asStrings().size(), std::size_t(1));
        QCOMPARE(Value::list({Value::string("a"), Value::integer(2)}).asStrings().at(1), std::string("2"));
        QVERIFY(Value::null().asStrings().empty());
    }

    void secretsAreShownAsDotsAndSentInClear()
    {
        const Value map = Value::map({{"api_key", Value::string("sk-secret", {}, true)}, {"rpm", Value::integer(5)}});
        QCOMPARE(map.show(), std::string("{\"api_key\":\"•••\",\"rpm\":5}"));
        QCOMPARE(map.toJson(), std::string("{\"api_key\":\"sk-secret\",\"rpm\":5}"));
        QCOMPARE(Value::list({Value::string("a")}).asHidden().show(), std::string("\"•••\""));
    }

    void withReplacesInPlaceOrAppends()
    {
        const Value map = Value::map({{"a", Value::integer(1)}, {"b", Value::integer(2)}});
        QCOMPARE(map.with("a", Value::integer(9)).toJson(), std::string("{\"a\":9,\"b\":2}"));
        QCOMPARE(map.with("c", Value::integer(3)).toJson(), std::string("{\"a\":1,\"b\":2,\"c\":3}"));
        QCOMPARE(map.toJson(), std::string("{\"a\":1,\"b\":2}"));
    }

    void aKeyWithoutAValueIsNotThere()
    {
        const Value map = Value::map({{"a", Value::null()}, {"b", Value::boolean(false)}});
        QVERIFY(!map.has("a") && map.has("b") && !map.has("c"));
    }

    void whatJsonCannotSayBecomesNull()
    {
        QCOMPARE(Value::real(std::numeric_limits<double>::infinity()).toJson(), std::string("null"));
    }
};

QTEST_APPLESS_MAIN(TestValue)
#include "tst_value.moc"
