// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/traffic/likeness.h"
#include "gateway/observe/traffic/tape.h"

#include <QTest>

#include <array>
#include <random>

using namespace gatehouse;
using namespace gatehouse::observe::traffic;

namespace {

using std::chrono::microseconds;

constexpr Place asked {Place::Side::Request}, replied {Place::Side::Response};

Place sentTo(std::uint16_t attempt)
{
    return {Place::Side::Request, attempt};
}

Place answeredBy(std::uint16_t attempt)
{
    return {Place::Side::Response, attempt};
}

std::shared_ptr<const Station> station(const std::string &id)
{
    Station station;
    station.id = id;
    return std::make_shared<const Station>(station);
}

std::string question(const std::string &model, std::size_t size)
{
    return "{\"model\":\"" + model + "\",\"content\":\"" + std::string(size, 'w') + "\"}";
}

/// Text of which hardly two parts are the same.
std::string noise(std::size_t size)
{
    std::string text;
    for (std::uint32_t at = 0, seed = 1; at < size; ++at) {
        seed = seed * 1664525U + 1013904223U;
        text += static_cast<char>(seed >> 24);
    }
    return text;
}

/// One with all that can be on it.
Tape wholeTape()
{
    const wire::Headers fields {{"authorization", "Bearer sk-1"}, {"x-long", std::string(300, 'l')}};
    Tape tape;
    tape.addRequest(asked, {"POST", "/v1/chat/completions", fields, true, 2, microseconds(0)});
    tape.addSecret("sk-caller");
    tape.addBody(asked, question("gpt", 100), 0, {});
    tape.addDecision({microseconds(3), "g", "simple-shuffle", {{station("d1"), "chosen", ""}, {nullptr, "resting", "5 s"}}, 7});
    tape.addAttempt(station("d1"), "m1", false);
    tape.addRequest(sentTo(0), {"PUT", "https://one/", fields, false, 0, microseconds(4)});
    tape.addBody(sentTo(0), question("gpt-4o", 100), 3, {});
    tape.addAnswer(answeredBy(0), 503, fields, microseconds(5));
    tape.addBody(answeredBy(0), question("gpt-4o-1", 100), 4, microseconds(6));
    tape.addBody(answeredBy(0), question("gpt-4o-2", 100), 0, microseconds(7));
    tape.addRedacted(answeredBy(0), 500, 1);
    return tape;
}

} // namespace

class TestTape : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatPassedComesBackAsItPassed()
    {
        const auto first = station("d1"), second = station("d2");
        const wire::Headers fields {{"authorization", "Bearer sk-1"}, {"x-long", std::string(70'000, 'l')}, {"empty", ""}};
        Tape tape;
        tape.addRequest(asked, {"POST", "/v1/chat/completions?a=b", fields, true, 2, microseconds(0)});
        tape.addBody(asked, "question", 0, {});
        tape.addDecision(
            {microseconds(3), "g", "simple-shuffle", {{first, "chosen", ""}, {second, "resting", "for 5 s"}}, 7, true});
        tape.addAttempt(first, "m1", false);
        tape.addRequest(sentTo(0), {"PUT", "https://one/", fields, false, 0, microseconds(4)});
        tape.addAttempt(second, "m2", true);
        tape.addAnswer(answeredBy(1), 503, fields, microseconds(5));
        tape.addBody(answeredBy(1), "sorry", 4, microseconds(6));
        tape.addAnswer(replied, 502, {}, microseconds(7));

        const Wires wires = tape.play().wires;
        QCOMPARE(wires.clientRequest.method, std::string("POST"));
        QCOMPARE(wires.clientRequest.target, std::string("/v1/chat/completions?a=b"));
        QCOMPARE(wires.clientRequest.headers.value("authorization"), std::string_view("Bearer sk-1"));
        QCOMPARE(wires.clientRequest.headers.value("x-long").size(), std::size_t(70'000));
        QVERIFY(wires.clientRequest.headers.has("empty"));
        QVERIFY(wires.clientRequest.isUpload);
        QCOMPARE(wires.clientRequest.redactedInHead, 2U);
        QCOMPARE(wires.clientRequest.body, std::string("question"));
        QCOMPARE(wires.decisions.size(), std::size_t(1));
        const Decision &decision = wires.decisions.front();
        QVERIFY(decision.at == microseconds(3) && decision.isCopy && decision.others == 7);
        QCOMPARE(decision.strategy, std::string("simple-shuffle"));
        QCOMPARE(decision.candidates.at(1).station, second);
        QCOMPARE(decision.candidates.at(1).verdict, std::string("resting"));
        QCOMPARE(decision.candidates.at(1).why, std::string("for 5 s"));
        QCOMPARE(wires.attempts.size(), std::size_t(2));
        QCOMPARE(wires.attempts[0].station, first);
        QVERIFY(!wires.attempts[0].response.isThere());
        QVERIFY(wires.attempts[0].request.begin == microseconds(4));
        QVERIFY(wires.attempts[1].isCopy);
        QCOMPARE(wires.attempts[1].model, std::string("m2"));
        QCOMPARE(wires.attempts[1].response.status, 503);
        QCOMPARE(wires.attempts[1].response.bodyBytes, std::uint64_t(9));
        QCOMPARE(wires.attempts[1].response.cutBytes, std::uint64_t(4));
        QVERIFY(wires.attempts[1].response.end == microseconds(6));
        QCOMPARE(wires.clientResponse.status, 502);
        QVERIFY(wires.clientResponse.end == microseconds(7));
    }

    void ofABodyThatIsLikeAnotherOnlyTheDifferenceIsWritten()
    {
        const std::string came = question("gpt", 100'000), went = question("gpt-4o-2024", 100'000);
        Tape tape;
        tape.addRequest(asked, {"POST", "/", {}});
        tape.addBody(asked, came, 0, {});
        for (std::uint16_t attempt = 0; attempt < 3; ++attempt) {
            tape.addAttempt(nullptr, "m", false);
            tape.addRequest(sentTo(attempt), {"POST", "/", {}});
            tape.addBody(sentTo(attempt), went, 0, {});
        }
        const Tape tight = std::move(tape).compact();
        QVERIFY2(tight.size() < 102'000, std::to_string(tight.size()).c_str());
        const Wires wires = tight.play().wires;
        QVERIFY(wires.clientRequest.body == came);
        for (const AttemptWires &attempt : wires.attempts) {
            QVERIFY(attempt.request.body == went);
            QCOMPARE(attempt.request.bodyBytes, std::uint64_t(went.size()));
        }
    }

    void piecesOfStreamsAreEachLikeTheOneThatCameIn()
    {
        Tape tape;
        tape.addAttempt(nullptr, "m", false);
        std::string all;
        for (int i = 0; i < 20; ++i) {
            const std::string event = "data: " + question("model-" + std::to_string(i), 200) + "\n\n";
            tape.addBody(answeredBy(0), event, 0, microseconds(i));
            tape.addBody(replied, event, 0, microseconds(i));
            all += event;
        }
        QVERIFY(std::move(tape).compact().size() < all.size() * 3 / 2);
        Tape again; // what it was made of is gone
        again.addAttempt(nullptr, "m", false);
        again.addBody(answeredBy(0), all, 0, {});
        again.addBody(replied, all.substr(0, 50), 0, {});
        again.addBody(replied, all.substr(50), 0, {});
        const Wires wires = again.play().wires;
        QVERIFY(wires.attempts[0].response.body == all);
        QVERIFY(wires.clientResponse.body == all);
    }

    void aRequestThatIsMadeOnceMoreTakesThePlaceOfTheFirst()
    {
        Tape tape;
        tape.addAttempt(nullptr, "m", false);
        tape.addRequest(sentTo(0), {"POST", "/one", {}});
        tape.addBody(sentTo(0), "one", 5, {});
        tape.addRequest(sentTo(0), {"POST", "/two", {}});
        tape.addBody(sentTo(0), "two", 0, {});
        const Wire wire = tape.play().wires.attempts[0].request;
        QCOMPARE(wire.target, std::string("/two"));
        QCOMPARE(wire.body, std::string("two"));
        QCOMPARE(wire.cutBytes, std::uint64_t(0));
    }

    void aSecretIsTheSameHoweverOftenItWasUsed()
    {
        Tape tape;
        tape.addSecret("sk-provider");
        tape.addRequest(asked, {"POST", "/", {}});
        tape.addSecret("sk-caller");
        tape.addSecret("sk-provider");
        const std::vector<Secret> secrets = tape.play().secrets;
        QCOMPARE(secrets.size(), std::size_t(2));
        QCOMPARE(secrets[0].reveal(), std::string("sk-provider"));
        QCOMPARE(secrets[1].reveal(), std::string("sk-caller"));
    }

    void whatPassedCanBeWrittenDownAgain()
    {
        Wires wires = wholeTape().play().wires;
        wires.attempts[0].response.redactedInHead = 3;
        wires.clientRequest.redactedInBody = 2;
        wires.clientRequest.bodyBytes = 12345;
        const Wires again = tapeOf(wires).play().wires;
        QCOMPARE(again.clientRequest.redactedInBody, 2U);
        QCOMPARE(again.clientRequest.bodyBytes, std::uint64_t(12345));
        QCOMPARE(again.clientRequest.body, wires.clientRequest.body);
        QCOMPARE(again.attempts[0].response.redactedInHead, 3U);
        QCOMPARE(again.attempts[0].response.body, wires.attempts[0].response.body);
        QVERIFY(again.attempts[0].response.end == wires.attempts[0].response.end);
        QCOMPARE(again.decisions[0].candidates[0].verdict, std::string("chosen"));
        QVERIFY(!again.clientResponse.isThere());
    }

    // It goes into files: of the memory that it was made in nothing may be in it.
    void theSameCallGivesTheSameBytes()
    {
        const auto dirty = [](unsigned char byte) {
            std::array<volatile unsigned char, 4096> room {};
            for (auto &each : room)
                each = byte;
        };
        dirty(0xaa);
        const std::string one = wholeTape().text();
        dirty(0x55);
        QVERIFY(one == wholeTape().text());
    }

    void whatBreaksOffIsNotWhole()
    {
        const Tape tape = wholeTape();
        QVERIFY(tape.play().isWhole);
        std::size_t whole = 0;
        for (std::size_t size = 0; size < tape.text().size(); ++size)
            whole += Tape(tape.text().substr(0, size), tape.stations()).play().isWhole ? 1 : 0;
        QVERIFY(whole < 15);                            // which end with an entry
        QVERIFY(!Tape(tape.text(), {}).play().isWhole); // without its stations
    }

    void noBytesBreakIt()
    {
        std::mt19937 random(3);
        const Tape good = wholeTape();
        for (std::size_t at = 0; at < good.text().size(); ++at) {
            for (const int byte : {0, 1, 3, 127, 255}) {
                std::string bytes = good.text();
                bytes[at] = static_cast<char>(byte);
                (void)Tape(bytes, good.stations()).play(1'000'000);
            }
        }
        for (int round = 0; round < 20000; ++round) {
            std::string bytes = good.text();
            for (int change = 0; change < 3; ++change)
                bytes[random() % bytes.size()] = static_cast<char>(random());
            (void)Tape(bytes, good.stations()).play(1'000'000);
        }
    }

    void aTapeThatWouldFillTheMemoryIsNotWhole()
    {
        Tape tape;
        const std::string body = question("gpt", 100'000);
        for (int i = 0; i < 100; ++i)
            tape.addBody(replied, body, 0, {});
        QVERIFY(tape.text().size() < 110'000);
        QVERIFY(tape.play().isWhole);
        const Passed passed = tape.play(1'000'000);
        QVERIFY(!passed.isWhole);
        QVERIFY(passed.wires.clientResponse.body.size() <= 1'000'000);
    }

    void howMuchTwoTextsShareIsFoundToTheByte()
    {
        const std::string text = noise(700);
        for (std::size_t at : {0, 1, 7, 8, 9, 255, 256, 257, 300, 511, 512, 690, 692, 699}) {
            std::string other = text;
            other[at] = static_cast<char>(other[at] ^ 0x40);
            const Likeness same = likenessOf(text, other);
            QCOMPARE(same.begin, at);
            QCOMPARE(same.end, text.size() - at - 1);
            const Likeness longer = likenessOf(text, text.substr(0, at) + "four" + text.substr(at));
            QCOMPARE(longer.both(), text.size());
        }
        QCOMPARE(likenessOf(text, text).both(), text.size());
        QCOMPARE(likenessOf(text, {}).both(), std::size_t(0));
        QCOMPARE(likenessOf("aaa", "aaaaa").both(), std::size_t(3)); // which does not overlap
    }
};

QTEST_APPLESS_MAIN(TestTape)
#include "tst_tape.moc"
