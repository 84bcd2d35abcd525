// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/guardrails/stand_in_register.h"

#include <QTest>

using namespace gatehouse::guardrails;

namespace {

/// One text, as the analyzer and the anonymizer would tell of it.
struct Masked {
    std::string text, masked, found, items;
};

std::string span(int begin, int end, const std::string &more = {})
{
    return "{\"start\":" + std::to_string(begin) + ",\"end\":" + std::to_string(end) + more + "}";
}

std::string item(int begin, int end, const std::string &action = "replace")
{
    return span(begin, end, ",\"operator\":\"" + action + "\"");
}

std::string list(const std::vector<std::string> &parts)
{
    std::string all;
    for (const std::string &part : parts)
        all += (all.empty() ? "[" : ",") + part;
    return all + "]";
}

std::string told(const std::vector<StandIn> &standIns)
{
    std::string all;
    for (const StandIn &each : standIns)
        all += each.text + "=" + each.original + ";";
    return all;
}

/// What each text has become, and the stand-ins.
std::string entered(const std::vector<Masked> &all)
{
    std::vector<std::string> texts;
    for (const Masked &each : all)
        texts.push_back(each.text);
    StandInRegister book(texts);
    std::string result;
    for (const Masked &each : all) {
        std::string masked = each.masked;
        book.enter(each.text, masked, each.found, each.items);
        result += masked + "|";
    }
    return result + told(book.take());
}

} // namespace

class TestStandIn : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void originalsComeBackWhereTheyStood()
    {
        const std::vector<StandIn> all {{"<PERSON>", "Jane"}, {"<PERSON_2>", "Ann"}, {"X", "one"}, {"XY", "two"}};
        QCOMPARE(withOriginals("<PERSON_2> and <PERSON>, <PERSON_3>", all), std::string("Ann and Jane, <PERSON_3>"));
        QCOMPARE(withOriginals("XYX", all), std::string("twoone"));
        QCOMPARE(withOriginals("nothing", {}), std::string("nothing"));
    }

    void whatIsJsonStaysJson()
    {
        const std::vector<StandIn> all {{"<PERSON>", "Jane \"JJ\" Doe"}};
        QCOMPARE(withOriginals(R"({"name":"<PERSON>"})", all), std::string("{\"name\":\"Jane \\\"JJ\\\" Doe\"}"));
        QCOMPARE(withOriginals("{<PERSON>", all), std::string("{Jane \"JJ\" Doe"));
    }

    void thoseOfOneKindAreToldApart()
    {
        const Masked first {
            "Jane met Ann", "<PERSON> met <PERSON>", list({span(0, 4), span(9, 12)}), list({item(13, 21), item(0, 8)})};
        const Masked second {"Ann left", "<PERSON> left", list({span(0, 3)}), list({item(0, 8)})};
        QCOMPARE(entered({first, second}), std::string("<PERSON> met <PERSON_2>|<PERSON_2> left|<PERSON>=Jane;<PERSON_2>=Ann;"));
    }

    void charactersAreCountedAndNotBytes()
    {
        QCOMPARE(entered({{"Grüße, Jürgen, ä", "Grüße, <PERSON>, ä", list({span(7, 13)}), list({item(7, 15)})}}),
            std::string("Grüße, <PERSON>, ä|<PERSON>=Jürgen;"));
    }

    void findsThatWereJoinedAreOne()
    {
        const std::string masked = "<PERSON>, <PHONE>";
        QCOMPARE(
            entered({{"Jane Doe, 123", masked, list({span(0, 4), span(5, 8), span(10, 13)}), list({item(0, 8), item(10, 17)})}}),
            std::string(masked + "|<PERSON>=Jane Doe;<PHONE>=123;"));
        QCOMPARE(
            entered({{"Jane Doe, 123", masked, list({span(0, 8), span(0, 4), span(10, 13)}), list({item(0, 8), item(10, 17)})}}),
            std::string(masked + "|<PERSON>=Jane Doe;<PHONE>=123;"));
    }

    void onlyWhatWasReplacedComesBack()
    {
        QCOMPARE(
            entered({{"Jane, 123", "<PERSON>, ***", list({span(0, 4), span(6, 9)}), list({item(0, 8), item(10, 13, "mask")})}}),
            std::string("<PERSON>, ***|<PERSON>=Jane;"));
    }

    void whatStoodThereByItselfStandsForNothing()
    {
        QCOMPARE(entered({{"<PERSON> is Jane", "<PERSON> is <PERSON>", list({span(12, 16)}), list({item(12, 20)})}}),
            std::string("<PERSON> is <PERSON_2>|<PERSON_2>=Jane;"));
    }

    void whatCannotBeFoundAgainStaysAsItIs_data()
    {
        QTest::addColumn<std::string>("found");
        QTest::addColumn<std::string>("items");
        QTest::newRow("nothing is told") << list({span(0, 4)}) << std::string("[]");
        QTest::newRow("no list") << list({span(0, 4)}) << std::string("7");
        QTest::newRow("beyond the text") << list({span(0, 4)}) << list({item(0, 99)});
        QTest::newRow("backwards") << list({span(0, 4)}) << list({item(8, 0)});
        QTest::newRow("negative") << list({span(0, 4)}) << list({item(-1, 8)});
        QTest::newRow("elsewhere") << list({span(0, 4)}) << list({item(2, 8)});
        QTest::newRow("across each other") << list({span(0, 4)}) << list({item(0, 8), item(4, 8)});
    }
    void whatCannotBeFoundAgainStaysAsItIs()
    {
        QFETCH(std::string, found);
        QFETCH(std::string, items);
        QCOMPARE(entered({{"Jane left", "<PERSON> left", found, items}}), std::string("<PERSON> left|"));
    }
};

QTEST_APPLESS_MAIN(TestStandIn)
#include "tst_stand_in.moc"
