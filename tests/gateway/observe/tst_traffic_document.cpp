// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/traffic/document.h"
#include "gateway/observe/traffic/packed_fields.h"
#include "gateway/observe/traffic/packing.h"
#include "gateway/wire/json_object.h"

#include <QTest>

#include <random>

using namespace gatehouse;
using namespace gatehouse::observe::traffic;

namespace {

using Part = Document::Part;

constexpr std::string_view row = R"({"id":7})";

// {"a":1,"b":2} with a body behind each member.
Document document(std::string_view first, std::string_view second, Part::Kind kind = Part::Kind::Body)
{
    Document made;
    made.json = R"({"a":1,"b":2)";
    made.parts = {{kind, 6, first}, {kind, 12, second, 0}};
    return made;
}

std::string joined(const Document &of)
{
    std::string table, all;
    for (const std::string_view part : packed(of, table))
        all += part;
    return all;
}

std::string jsonOf(const Document &document)
{
    return gatehouse::observe::traffic::jsonOf(row, document);
}

std::optional<Document> unpacked(std::string_view bytes)
{
    return gatehouse::observe::traffic::unpacked(row, bytes);
}

// As long as what a caller sends, or a provider.
std::string body(const std::string &model, const std::string &text)
{
    return R"({"model":")" + model + R"(","messages":[{"role":"user","content":")" + text + R"("}]})";
}

} // namespace

class TestTrafficDocument : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void bodiesStandWhereTheyBelong()
    {
        QCOMPARE(jsonOf(document("say \"hi\"", "{}")) + "}",
            std::string("{\"id\":7,\"a\":1,\"body\":\"say \\\"hi\\\"\",\"b\":2,\"body\":\"{}\"}"));
        QCOMPARE(jsonOf(Document {"{\"a\":1"}), std::string("{\"id\":7,\"a\":1"));
    }

    void whatIsNoTextIsBase64()
    {
        QCOMPARE(jsonOf(document("\xff\xfe", "")),
            std::string("{\"id\":7,\"a\":1,\"body\":null,\"body_base64\":\"//4=\",\"b\":2,\"body\":\"\""));
    }

    void aCharacterThatWasCutInTwoIsLeftOut()
    {
        QCOMPARE(jsonOf(document("gr\xc3", "\xe2\x82", Part::Kind::CutBody)),
            std::string("{\"id\":7,\"a\":1,\"body\":\"gr\",\"b\":2,\"body\":\"\""));
        QCOMPARE(jsonOf(document("gr\xc3", "")),
            std::string("{\"id\":7,\"a\":1,\"body\":null,\"body_base64\":\"Z3LD\",\"b\":2,\"body\":\"\""));
    }

    void fieldsAreAListOfPairs()
    {
        const std::string longest(70000, 'x');
        const std::string fields = packedFields({{"a", "1"}, {"Empty", ""}, {"quote", "\"\xff"}, {"long", longest}});
        Document made {R"({"a":1)", {{Part::Kind::Fields, 6, fields}}};
        QCOMPARE(jsonOf(made),
            R"({"id":7,"a":1,"headers":[["a","1"],["Empty",""],["quote","\")" + std::string("\xef\xbf\xbd\"],[\"long\",\"")
                + longest + "\"]]");
        made.parts.front().bytes = {};
        QCOMPARE(jsonOf(made), std::string(R"({"id":7,"a":1,"headers":[])"));
        for (std::size_t size = 0; size < 30; ++size) { // what breaks off
            made.parts.front().bytes = std::string_view(fields).substr(0, size);
            QVERIFY(wire::JsonObject::parse(jsonOf(made) + "}"));
        }
    }

    void whatWasPackedComesBack()
    {
        const Document before = document(std::string_view("a\0\n7 1\n", 8), "{\"x\":1}", Part::Kind::CutBody);
        const std::string bytes = joined(before);
        const auto after = unpacked(bytes);
        QVERIFY(after);
        QCOMPARE(after->json, before.json);
        QCOMPARE(after->parts.size(), std::size_t(2));
        QCOMPARE(after->parts[0].bytes, before.parts[0].bytes);
        QVERIFY(after->parts[1].kind == Part::Kind::CutBody);
        QCOMPARE(jsonOf(*after), jsonOf(before));
        QVERIFY(unpacked(joined(Document {"{}"})));
    }

    void whatTwoBodiesHaveInCommonIsWrittenOnce()
    {
        const std::string asked = body("gpt", std::string(5000, 'x')), sent = body("openai/gpt-4o", std::string(5000, 'x'));
        for (const auto &[first, second] : {std::pair(asked, sent), std::pair(sent, asked), std::pair(asked, asked),
                 std::pair(asked, std::string()), std::pair(std::string(), sent), std::pair(asked, asked + asked),
                 std::pair(asked, std::string(3000, 'x')), std::pair(std::string(300, 'x'), std::string(200, 'x'))}) {
            const std::string bytes = joined(document(first, second));
            const auto after = unpacked(bytes);
            QVERIFY(after);
            QCOMPARE(after->parts[0].bytes, std::string_view(first));
            QCOMPARE(after->parts[1].bytes, std::string_view(second));
        }
        QVERIFY(joined(document(asked, sent)).size() < asked.size() + 200);
    }

    void whatEarlierVersionsPackedIsReadToo()
    {
        const auto after = unpacked("20 2\n13 5 0\n19 3 1\n{\"id\":7,\"a\":1,\"b\":2}firstgr\xc3");
        QVERIFY(after);
        QCOMPARE(jsonOf(*after), std::string(R"({"id":7,"a":1,"body":"first","b":2,"body":"gr"})"));
        QVERIFY(!unpacked("20 1\n3 5 0\n{\"id\":7,\"a\":1,\"b\":2}first")); // within the row
        QVERIFY(!unpacked("7 0\n{\"a\":1}"));                               // of another one
    }

    void whatIsDamagedIsNotRead()
    {
        const std::string bytes = joined(document("first", body("gpt", std::string(100, 'x'))));
        for (std::size_t size = 0; size < bytes.size(); ++size)
            QVERIFY(!unpacked(std::string_view(bytes).substr(0, size)));
        QVERIFY(unpacked("parts 7 2\nb 6 3 0 0 0\nb 7 5 0 2 1\n{\"a\":1}abcde"));
        for (const char *wrong : {"parts 5 99999\n", "parts 5 1\nb 9 0 0 0 0\n{\"a\":", "parts 18446744073709551615 0\n",
                 "parts 7 2\nb 5 0 0 0 0\nb 3 0 0 0 0\n{\"a\":1}", "parts 7 1\nx 5 0 0 0 0\n{\"a\":1}",
                 "parts 7 1\nb 0 0 0 0 0\n{\"a\":1}", "parts 0 0\n", "parts 2 0\n[]",
                 "parts 7 1\nb 6 3 0 2 1\n{\"a\":1}abc",                        // like itself
                 "parts 7 2\nb 6 3 0 0 0\nb 7 5 1 2 1\n{\"a\":1}abcde",         // the same
                 "parts 7 2\nb 6 3 0 0 0\nb 7 5 0 2 2\n{\"a\":1}abcde",         // of more than there is
                 "parts 7 2\nb 6 3 0 0 0\nb 7 2 0 2 1\n{\"a\":1}abcde",         // more than it has
                 "parts 7 2\nb 6 3 0 0 0\nb 7 999999999999 0 2 1\n{\"a\":1}ab", // more than anything has
                 "parts 7 2\nb 6 3 0 0 0\nb 7 5 0 18446744073709551615 4\n{\"a\":1}abcde"})
            QVERIFY2(!unpacked(wrong), wrong);
    }

    void noBytesBreakIt()
    {
        std::mt19937 random(3);
        const std::string good = joined(document(body("gpt", std::string(90, 'x')), body("gpt-4o", std::string(90, 'x'))));
        for (int round = 0; round < 20000; ++round) {
            std::string bytes = good;
            for (int change = 0; change < 3; ++change)
                bytes[random() % bytes.size()] = static_cast<char>(random());
            if (const auto read = unpacked(bytes))
                (void)jsonOf(*read);
        }
    }
};

QTEST_APPLESS_MAIN(TestTrafficDocument)
#include "tst_traffic_document.moc"
