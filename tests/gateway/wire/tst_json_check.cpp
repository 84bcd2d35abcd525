// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/wire/json_check.h"
#include "gateway/wire/json_object.h"

#include <QTest>

#include <random>
#include <string>

using namespace gatehouse::wire;

namespace {

// As deep as \a levels, with the object around it.
std::string nested(std::size_t levels)
{
    return "{\"a\":" + std::string(levels, '[') + std::string(levels, ']') + "}";
}

} // namespace

class TestJsonCheck : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void wholeObjectsAreKnown_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text :
            {"{}", " {\r\n}\t", R"({"":null})", R"({"a":[1,-0,2.50,1e3,-1.5E-3,0e+0,[],{}],"a" : true , "b":false})",
                "{\"s\":\"a \\\" \\\\ \\/ \\b\\f\\n\\r\\t \\u00e4\\uD83D\\uDE00 end of a text that takes some words\"}",
                "{\"\xc3\xa4\":\"\xf0\x9f\x98\x80\x7f\"}"})
            QTest::newRow(text) << QByteArray(text);
    }
    void wholeObjectsAreKnown()
    {
        QFETCH(QByteArray, text);
        QVERIFY(isJsonObject({text.data(), static_cast<std::size_t>(text.size())}));
    }

    void whatIsNoneIsNot_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text :
            {"", " ", "[]", "1", "null", "{", "}", "{}}", "{} x", "{,}", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{\"a\":1 \"b\":2}",
                "{a:1}", "{'a':1}", "{\"a\":[1,]}", "{\"a\":[1 2]}", "{\"a\":[}", "{\"a\":tru}", "{\"a\":nullx}", "{\"a\":01}",
                "{\"a\":1.}", "{\"a\":.5}", "{\"a\":+1}", "{\"a\":-}", "{\"a\":1e}", "{\"a\":1e+}", "{\"a\":NaN}", "{\"a\":\"x}",
                "{\"a\":\"x\\\"}", "{\"a\":\"x\ny\"}", "{\"a\":\"\\q\"}", "{\"a\":\"\\u12g4\"}", "{\"a\":\"\\u12\"}",
                "{\"a\":\"\xff\"}", "{\"a\":\"eight bytes and then\x01\"}", "{\"a\":1}\x01"})
            QTest::newRow(text) << QByteArray(text);
        QTest::newRow("a null byte") << QByteArray("{\"a\":\"\0\"}", 9);
    }
    void whatIsNoneIsNot()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!isJsonObject({text.data(), static_cast<std::size_t>(text.size())}));
    }

    void aThousandLevelsAreEnough()
    {
        for (const std::size_t levels : {1, 999, 1000, 1001, 100'000})
            QCOMPARE(isJsonObject(nested(levels)), bool(JsonObject::parse(nested(levels))));
        QVERIFY(isJsonObject(nested(1000)) && !isJsonObject(nested(1001)));
    }

    void theEndOfPlainTextIsFoundWhereverItStands()
    {
        for (const char mark : {'"', '\\', '\n', '\0', '\x1f'}) {
            for (std::size_t at = 0; at < 20; ++at) {
                std::string text(20, '\xe4');
                text[at] = mark;
                QCOMPARE(endOfPlainText(text.data(), text.data() + text.size()) - text.data(), static_cast<std::ptrdiff_t>(at));
            }
        }
        for (const std::string_view plain : {"", "a", "!#[] ~\x7f", "exactly sixteen.", "a little more than sixteen"})
            QCOMPARE(endOfPlainText(plain.data(), plain.data() + plain.size()), plain.data() + plain.size());
    }

    // Texts with a few bytes of them changed; escapes are what the parser does not look at.
    void itJudgesAsTheParserDoes()
    {
        const std::string whole =
            "{\"id\":\"chat\",\"n\":[0,-10.25,100],\"choices\":[{\"message\":{\"content\":\"Hi, you \\u00e4\"}}],\"x\":null}";
        constexpr std::string_view bytes = "{}[]\":,\\ \n0-.1tfnul\x01\x80";
        std::mt19937 random(7);
        int good = 0;
        for (int round = 0; round < 100'000; ++round) {
            std::string text = whole;
            for (unsigned changes = random() % 3; changes > 0; --changes) {
                const std::size_t at = random() % text.size();
                text.replace(at, random() % 3, random() % 2, bytes[random() % bytes.size()]);
            }
            const bool isGood = isJsonObject(text), isParsed = bool(JsonObject::parse(text));
            QVERIFY2(isGood == isParsed || (isParsed && text.find('\\') != text.npos), text.c_str());
            good += isGood ? 1 : 0;
        }
        QVERIFY(good > 10'000 && good < 90'000);
    }
};

QTEST_APPLESS_MAIN(TestJsonCheck)
#include "tst_json_check.moc"
