// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/traffic/document.h"
#include "gateway/wire/json_object.h"

#include <QTest>

#include <random>

using namespace gatehouse;
using namespace gatehouse::observe::traffic;

namespace {

// {"a":1,"b":2} with a body behind each member.
Document document(std::string_view first, std::string_view second, bool isCut = false)
{
    Document made;
    made.json = R"({"a":1,"b":2)";
    made.bodies = {{6, first, isCut}, {12, second, isCut}};
    return made;
}

std::string joined(const Document &of)
{
    std::string table, all;
    for (const std::string_view part : packed(of, table))
        all += part;
    return all;
}

} // namespace

class TestTrafficDocument : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void bodiesStandWhereTheyBelong()
    {
        QCOMPARE(jsonOf(document("say \"hi\"", "{}")) + "}",
            std::string("{\"a\":1,\"body\":\"say \\\"hi\\\"\",\"b\":2,\"body\":\"{}\"}"));
        QCOMPARE(jsonOf(Document {"{\"a\":1", {}}), std::string("{\"a\":1"));
    }

    void whatIsNoTextIsBase64()
    {
        QCOMPARE(jsonOf(document("\xff\xfe", "")),
            std::string("{\"a\":1,\"body\":null,\"body_base64\":\"//4=\",\"b\":2,\"body\":\"\""));
    }

    void aCharacterThatWasCutInTwoIsLeftOut()
    {
        QCOMPARE(jsonOf(document("gr\xc3", "\xe2\x82", true)), std::string("{\"a\":1,\"body\":\"gr\",\"b\":2,\"body\":\"\""));
        QCOMPARE(jsonOf(document("gr\xc3", "", false)),
            std::string("{\"a\":1,\"body\":null,\"body_base64\":\"Z3LD\",\"b\":2,\"body\":\"\""));
    }

    void whatWasPackedComesBack()
    {
        const Document before = document(std::string_view("a\0\n7 1\n", 8), "{\"x\":1}", true);
        const std::string bytes = joined(before);
        const auto after = unpacked(bytes);
        QVERIFY(after);
        QCOMPARE(after->json, before.json);
        QCOMPARE(after->bodies.size(), std::size_t(2));
        QCOMPARE(after->bodies[0].bytes, before.bodies[0].bytes);
        QVERIFY(after->bodies[1].isCut);
        QCOMPARE(jsonOf(*after), jsonOf(before));
        QVERIFY(unpacked(joined(Document {"{}", {}})));
    }

    void whatIsDamagedIsNotRead()
    {
        const std::string bytes = joined(document("first", "second"));
        for (std::size_t size = 0; size < bytes.size(); ++size)
            QVERIFY(!unpacked(std::string_view(bytes).substr(0, size)));
        QVERIFY(!unpacked("5 99999\n"));
        QVERIFY(!unpacked("5 1\n9 0 0\n{\"a\":")); // behind its end
        QVERIFY(!unpacked("18446744073709551615 0\n"));
        QVERIFY(!unpacked("7 2\n5 0 0\n3 0 0\n{\"a\":1}")); // falling
    }

    void noBytesBreakIt()
    {
        std::mt19937 random(3);
        const std::string good = joined(document("first", "second"));
        for (int round = 0; round < 5000; ++round) {
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
