// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/wire/json_object.h"
#include "gateway/wire/json_writer.h"
#include "gateway/wire/request.h"

#include <QTest>

#include <cstdlib>
#include <string>

using namespace gatehouse;
using namespace gatehouse::wire;

class TestJson : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void membersKeepTheirText()
    {
        const std::string text =
            R"( {"model" : "gpt" , "messages":[ {"a":[1, 2.50]} ],"x":null,"b":true , "n": -1.5e3 , "e":{}} )";
        const auto object = JsonObject::parse(text);
        QVERIFY(object);
        QCOMPARE(object->size(), std::size_t(6));
        QCOMPARE(object->find("model"), std::string_view("\"gpt\""));
        QCOMPARE(object->find("messages"), std::string_view("[ {\"a\":[1, 2.50]} ]"));
        QCOMPARE(object->find("x"), std::string_view("null"));
        QCOMPARE(object->find("b"), std::string_view("true"));
        QCOMPARE(object->find("n"), std::string_view("-1.5e3"));
        QCOMPARE(object->find("e"), std::string_view("{}"));
        QVERIFY(!object->has("absent"));
    }

    void aMovedObjectKeepsItsMembers()
    {
        auto object = JsonObject::parse("{\"a\":1}");
        const JsonObject moved = std::move(*object);
        QCOMPARE(moved.find("a"), std::string_view("1"));
    }

    void brokenTextIsRefusedWithItsPlace_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("truncated") << QByteArray("{\"model\": \"openai-chat\", \"messages\": [")
                                   << QByteArray("unexpected end of data: line 1 column 39 (char 38)");
        QTest::newRow("empty") << QByteArray("") << QByteArray("unexpected end of data");
        QTest::newRow("open string") << QByteArray("{\"model\": \"x") << QByteArray("unexpected end of data");
        QTest::newRow("array") << QByteArray("[1,2]") << QByteArray("must be a JSON object");
        QTest::newRow("not utf-8") << QByteArray("{\"model\": \"\xff\xfe\"}") << QByteArray("UTF-8");
        QTest::newRow("bad literal deep inside") << QByteArray("{\"m\":[{\"a\":tru}]}") << QByteArray("malformed");
        QTest::newRow("missing comma deep inside") << QByteArray("{\"m\":[1 2]}") << QByteArray("malformed");
        QTest::newRow("bad number deep inside") << QByteArray("{\"m\":{\"t\":01}}") << QByteArray("number");
        QTest::newRow("bad null") << QByteArray("{\"m\":nulx}") << QByteArray("malformed");
        QTest::newRow("something after") << QByteArray("{\"m\":1} {}") << QByteArray("malformed");
        QTest::newRow("missing colon") << QByteArray("{\"m\" 1}") << QByteArray("malformed");
        QTest::newRow("too deep") << ("{\"m\":" + QByteArray(100000, '[') + QByteArray(100000, ']') + "}")
                                  << QByteArray("nested too deeply");
    }
    void brokenTextIsRefusedWithItsPlace()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, says);
        const auto object = JsonObject::parse(text.toStdString());
        QVERIFY(!object);
        QCOMPARE(object.error().param, std::string("request_body"));
        QVERIFY2(object.error().message.find(says.toStdString()) != std::string::npos, object.error().message.c_str());
    }

    void scalarsAreDecoded()
    {
        QCOMPARE(jsonString("\"a\\n\\u00e9\""), std::optional<std::string>("a\né"));
        QCOMPARE(jsonString("1"), std::nullopt);
        QCOMPARE(jsonString("\"\\ud800\""), std::nullopt);
        QCOMPARE(jsonBool("true"), std::optional(true));
        QCOMPARE(jsonNumber("1.5"), std::optional(1.5));
        QCOMPARE(jsonNumber("0"), std::optional(0.0));
        QCOMPARE(jsonNumber("100"), std::optional(100.0));
        QCOMPARE(jsonNumber("-3"), std::optional(-3.0));
        QCOMPARE(jsonNumber("1e2"), std::optional(100.0));
        QCOMPARE(jsonNumber("999999999999999"), std::optional(999999999999999.0));
        QCOMPARE(jsonNumber("12345678901234567890"), std::optional(12345678901234567890.0));
        QVERIFY(!jsonNumber("01") && !jsonNumber("1x") && !jsonNumber("") && !jsonNumber("\"1\""));
        QCOMPARE(jsonStrings("[\"a\",\"b\"]")->size(), std::size_t(2));
        QVERIFY(!jsonStrings("[\"a\",1]"));
    }

    void shortDecimalsAreReadAsTheCompilersLibraryDoes()
    {
        for (int whole = 0; whole < 200; ++whole) {
            for (const char *rest : {"", ".0", ".1", ".7", ".25", ".005", ".333333", ".0000000001", ".99999999999"}) {
                const std::string text = std::to_string(whole) + rest;
                QVERIFY2(jsonNumber(text) == std::strtod(text.c_str(), nullptr), text.c_str());
            }
        }
        for (const char *wrong : {".5", "5.", "1..5", "1.5.", "00.5", "1.5x", "."})
            QVERIFY2(!jsonNumber(wrong), wrong);
    }

    void theWriterEscapesAndSeparates()
    {
        JsonWriter json;
        json.beginObject()
            .key("a\"")
            .string("line\n\x01")
            .key("l")
            .beginArray()
            .number(std::int64_t(1))
            .boolean(false)
            .null()
            .raw("{}")
            .endArray()
            .key("d")
            .number(0.25)
            .endObject();
        QCOMPARE(json.text(), std::string("{\"a\\\"\":\"line\\n\\u0001\",\"l\":[1,false,null,{}],\"d\":0.25}"));
        QVERIFY(JsonObject::parse(json.text()));
    }

    void queryValuesAreDecoded()
    {
        Request request;
        request.query = "model=a%2Fb+c&x&y=%zz";
        QCOMPARE(request.queryValue("model"), std::string("a/b c"));
        QCOMPARE(request.queryValue("x"), std::string());
        QCOMPARE(request.queryValue("y"), std::string("%zz"));
    }

    // Long runs are looked through eight bytes at a time: no byte may be missed, wherever it stands.
    void everyByteIsEscapedWhereverItStands()
    {
        for (int byte = 0; byte < 256; ++byte) {
            const char c = static_cast<char>(byte);
            std::string alone;
            appendJsonString(alone, std::string(1, c));
            const bool isPlain = byte >= 0x20 && c != '"' && c != '\\';
            QCOMPARE(alone.size() == 3, isPlain);
            for (const std::size_t size : {2, 7, 8, 9, 15, 16, 20, 59, 60, 61, 70}) {
                for (std::size_t at = 0; at < size; ++at) {
                    std::string text(size, 'x'), expected = "\"" + std::string(at, 'x');
                    text[at] = c;
                    expected += alone.substr(1, alone.size() - 2) + std::string(size - 1 - at, 'x') + "\"";
                    std::string written;
                    appendJsonString(written, text);
                    QCOMPARE(written, expected);
                    QCOMPARE(JsonWriter().beginObject().key(text).text(), "{" + expected + ":");
                }
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestJson)
#include "tst_json.moc"
