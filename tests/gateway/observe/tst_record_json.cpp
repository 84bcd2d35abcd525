// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/traffic/packed_fields.h"
#include "gateway/observe/traffic/record.h"
#include "gateway/wire/json_object.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::observe::traffic;

namespace {

// What stands between \a from and \a to where one request was captured.
std::string told(const Wire &wire, const std::string &from, const std::string &to)
{
    Record record {std::make_shared<const Receipt>()};
    record.isCaptured = true;
    record.wires.clientRequest = wire;
    record.wires.clientRequest.begin = std::chrono::microseconds(0);
    const std::string json = openRecordJson(record) + "}";
    if (!wire::JsonObject::parse(json))
        return "no JSON: " + json;
    const std::size_t begin = json.find(from);
    return begin == std::string::npos ? json : json.substr(begin, json.find(to, begin) - begin);
}

std::string bodyOf(const std::string &body, std::uint64_t cutBytes = 0)
{
    Wire wire;
    wire.body = body;
    wire.cutBytes = cutBytes;
    return told(wire, "\"body\"", R"(,"bytes")");
}

std::string fieldsOf(const wire::Headers &headers)
{
    Wire wire;
    wire.headers = headers;
    return told(wire, "\"headers\"", R"(,"body")");
}

} // namespace

class TestRecordJson : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aBodyIsAText()
    {
        QCOMPARE(bodyOf("say \"hi\""), std::string("\"body\":\"say \\\"hi\\\"\""));
        QCOMPARE(bodyOf(""), std::string("\"body\":\"\""));
    }

    void whatIsNoTextIsBase64() { QCOMPARE(bodyOf("\xff\xfe"), std::string("\"body\":null,\"body_base64\":\"//4=\"")); }

    void aCharacterThatWasCutInTwoIsLeftOut()
    {
        QCOMPARE(bodyOf("gr\xc3", 1), std::string("\"body\":\"gr\""));
        QCOMPARE(bodyOf("\xe2\x82", 1), std::string("\"body\":\"\""));
        QCOMPARE(bodyOf("gr\xc3"), std::string("\"body\":null,\"body_base64\":\"Z3LD\""));
    }

    void fieldsAreAListOfPairs()
    {
        const std::string longest(70000, 'x');
        QCOMPARE(fieldsOf({{"a", "1"}, {"Empty", ""}, {"quote", "\"\xff"}, {"long", longest}}),
            "\"headers\":[[\"a\",\"1\"],[\"Empty\",\"\"],[\"quote\",\"\\\"" + std::string("\xef\xbf\xbd\"],[\"long\",\"")
                + longest + "\"]]");
        QCOMPARE(fieldsOf({}), std::string("\"headers\":[]"));
    }

    void packedFieldsThatBreakOffEndThere()
    {
        const wire::Headers headers {{"a", "1"}, {"long", std::string(300, 'x')}, {"Empty", ""}};
        std::string packed;
        appendPacked(packed, headers, packedSize(headers));
        for (std::size_t size = 0; size < packed.size(); ++size) {
            PackedFields fields(std::string_view(packed).substr(0, size));
            std::size_t count = 0;
            while (fields.next())
                ++count;
            QVERIFY(count < 3);
        }
    }
};

QTEST_APPLESS_MAIN(TestRecordJson)
#include "tst_record_json.moc"
