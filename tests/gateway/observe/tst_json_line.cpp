// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/sinks/json_line.h"
#include "gateway/wire/json_writer.h"
#include "gateway/wire/utf8.h"

#include <QTest>

#include <limits>

using namespace gatehouse;
using namespace gatehouse::observe::sinks;

namespace {

std::string written(std::string_view text, std::size_t before = 0)
{
    JsonLine line(0);
    line.beginArray().text(std::string(before, 'b')).text(text).endArray();
    return line.take();
}

/// The same by the writer that looks at each byte.
std::string expected(std::string_view text, std::size_t before = 0)
{
    std::string clean;
    wire::JsonWriter json;
    json.beginArray().string(std::string(before, 'b')).string(wire::asUtf8(text, clean)).endArray();
    return json.take();
}

const std::string manyMembers = "{\"a\":{},\"b\":[1,-20],\"c\":null,\"d\":true,\"e\":0.5,\"f\":\"x\",\"g\":null,\"x-"
                                "\\\"odd\\\"\":[1, 2] ,\"h\":null,\"i\":{}}";

std::string threeMembers(std::size_t size)
{
    return "{\"a\":\"" + std::string(size, 'x') + "\",\"response_cost_failure_debug_info\":7,"
        + "\"n\":-9223372036854775808,\"l\":" + std::string(size, '1') + "}";
}

} // namespace

class TestJsonLine : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void membersStandOneAfterTheOther()
    {
        JsonLine line(0);
        line.beginObject().key("a").beginObject().endObject().key("b").beginArray().number(1).number(-20).endArray();
        line.key("c").null().key("d").boolean(true).key("e").literal("0.5").key("f").text("x").key("g").textOrNull({});
        line.name("x-\"odd\"").json("[1,\n2]\r").key("h").json({}).key("i").json({}, "{}").endObject();
        QCOMPARE(line.take(), manyMembers);
    }

    void whatMayNotStandInJsonIsEscapedWhereverItStands()
    {
        for (const char *odd : {"\"", "\\", "\n", "\x01", "\x1f", "\xff", "\xc3\xa4", "\x7f", " ", "!"}) {
            for (std::size_t size = 0; size <= 50; ++size) {
                for (std::size_t at = 0; at <= size; ++at) {
                    const std::string text = std::string(at, 'a') + odd + std::string(size - at, 'z');
                    QCOMPARE(written(text), expected(text));
                }
            }
        }
        QCOMPARE(written(std::string_view("a\0b", 3)), expected(std::string_view("a\0b", 3)));
    }

    // The room in which small things are put together has an end.
    void nothingIsLostWhereTheRoomEnds()
    {
        for (std::size_t before = 900; before <= 1040; ++before) {
            for (const std::size_t size : {0, 1, 15, 16, 17, 1000, 1005, 1006, 1007, 1024, 5000}) {
                const std::string text(size, 't');
                QCOMPARE(written(text, before), expected(text, before));
            }
            JsonLine line(0);
            line.beginObject().key("a").text(std::string(before, 'x')).key("response_cost_failure_debug_info").number(7);
            line.key("n").number(std::numeric_limits<std::int64_t>::min()).key("l").literal(std::string(before, '1')).endObject();
            QCOMPARE(line.take(), threeMembers(before));
        }
    }

    void aNameAndItsValueAreWrittenAtOnceAsOneByOne()
    {
        for (const std::string_view odd : {"", "plain", "\"", "\n", "\xff", "\xc3\xa4"}) {
            for (const std::size_t size : {0, 1, 14, 16, 40, 900, 950, 955, 960, 1024, 9000}) {
                const std::string text = std::string(size, 't').append(odd);
                JsonLine once(0), each(0);
                once.beginObject().text("a", text).number("n", -20).textOrNull("b", text).textOrNull("c", {});
                once.members(R"("d":null,"e":{})").text("response_cost_failure_debug_info", text).number("m", 7).endObject();
                each.beginObject().key("a").text(text).key("n").number(-20).key("b").textOrNull(text).key("c").null();
                each.key("d").null().key("e").beginObject().endObject().key("response_cost_failure_debug_info").text(text);
                QCOMPARE(once.take(), each.key("m").number(7).endObject().take());
            }
        }
    }

    void longTextsAreCutButNotWholeOnes()
    {
        const std::string text(10'000, 'x');
        QCOMPARE(written(text), expected(text.substr(0, 8192)));
        JsonLine line(0);
        QCOMPARE(line.whole(text + "\"").take(), "\"" + text + "\\\"\"");
    }
};

QTEST_GUILESS_MAIN(TestJsonLine)
#include "tst_json_line.moc"
