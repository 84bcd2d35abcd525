// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/receipt_text.h"
#include "gateway/observe/traffic/book.h"
#include "rich_receipt.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <functional>
#include <random>

using namespace gatehouse;
using namespace gatehouse::observe::traffic;

namespace {

using std::chrono::microseconds;

const std::string callersKey = "callers/own+words", providersKey = "sk-provider-0123456789";

Settings toDisk(bool messages = true)
{
    Settings settings;
    settings.onDisk = Keep::All;
    settings.messages = messages;
    return settings;
}

const wire::Headers askingFields {
    {"authorization", "Bearer " + callersKey}, {"content-type", "application/json"}, {"x-api-key", ""}};
const wire::Headers answeringFields {
    {"content-type", "application/json"}, {"set-cookie", "a=b; secure"}, {"x-ratelimit-token", "12"}};

/// One call, of which a test changes what it is about.
struct Call {
    std::string asked =
        R"({"model":"gpt","messages":[{"role":"user","content":"What is a gateway, and who needs one at all?"}]})";
    std::string sent =
        R"({"model":"gpt-4o","messages":[{"role":"user","content":"What is a gateway, and who needs one at all?"}]})";
    std::vector<std::string> answer {
        R"({"choices":[{"message":{"content":"A gateway stands between callers and providers."}}]})"};
    std::vector<std::string> reply = answer;
    wire::Headers asking = askingFields, answering = answeringFields;
    std::string target = "/v1/chat/completions", url = "https://api.openai.com/v1/chat/completions";
    Settings settings = {};

    std::shared_ptr<Capture> captured(const std::string &callId) const
    {
        Receipt receipt = richReceipt();
        receipt.callId = callId;
        auto capture = std::make_shared<Capture>(receipt, Capture::Door {"gpt", true}, settings, std::make_shared<Purse>());
        capture->setRequest({"POST", target, asking}, asked);
        capture->addSecret(callersKey);
        capture->addDecision({microseconds(3), "g", "simple-shuffle", {{receipt.station, "chosen", "it was free"}}, 2, true});
        const std::size_t failed = capture->addAttempt(nullptr, "g", "other", true);
        capture->setSent(failed, {"POST", url, asking, true, 1, microseconds(10)}, {});
        const std::size_t attempt = capture->addAttempt(receipt.station, "g", "gpt-4o", false);
        capture->addSecret(providersKey);
        capture->setSent(attempt, {"POST", url, asking, false, 0, microseconds(20)}, sent);
        capture->setAnswered(attempt, 200, answering, microseconds(30));
        for (const std::string &piece : answer)
            capture->addAnswer(attempt, piece, microseconds(40));
        capture->setReply(200, answering, microseconds(50));
        for (const std::string &piece : reply)
            capture->addReply(piece, microseconds(60));
        capture->end(std::make_shared<const Receipt>(receipt));
        return capture;
    }
};

/// As its events come from a provider.
Call streamed(const std::vector<std::string> &pieces)
{
    Call call;
    call.answer = call.reply = pieces;
    return call;
}

} // namespace

class TestTrafficBook : public QObject
{
    Q_OBJECT

    QTemporaryDir m_directory;

    void open(Book &book, const Settings &settings) const
    {
        book.setDirectory(m_directory.path().toStdString(), [](bool, const std::string &) {});
        book.configure(settings);
    }

    QByteArray written() const
    {
        QByteArray all;
        for (const QFileInfo &each : QDir(m_directory.path()).entryInfoList(QDir::Files)) {
            QFile file(each.filePath());
            if (file.open(QIODevice::ReadOnly))
                all += file.readAll();
        }
        return all;
    }

    // What of \a call is told from memory is told from the disk too, and no key is in the file.
    void compare(const Call &call, bool messages = true)
    {
        m_directory = QTemporaryDir();
        Book book;
        open(book, toDisk(messages));
        book.add(*call.captured("c"));
        book.flush();
        const auto remembered = book.find("c");
        const auto kept = book.findOnDisk("c");
        QVERIFY(remembered);
        QVERIFY2(kept, kept ? "" : kept.error().message.c_str());
        QCOMPARE(openRecordJson(*kept), openRecordJson(*remembered));
        for (const std::string &secret : {callersKey, providersKey, std::string("callers\\/own+words")})
            QVERIFY2(written().indexOf(secret.c_str()) < 0, secret.c_str());
    }

private Q_SLOTS:
    void whatIsOnDiskIsToldAsWhatIsInMemory()
    {
        compare({});
        compare(streamed({"data: one\n\n", "data: two\n\n", "data: three\n\n"}));
        Call large;
        large.asked = large.sent = "{\"model\":\"gpt\",\"text\":\"" + std::string(100'000, 'w') + "\"}";
        large.sent.replace(10, 3, "gpt-4o");
        compare(large);
        Call binary = streamed({std::string("\xff\xfe\0\x01", 4), std::string(300, '\xee')});
        binary.target = "/v1beta/models/x:generate?alt=sse";
        binary.asking.add("referer", "https://example.org/page?a=b");
        compare(binary);
        Call cut;
        cut.settings.wireBytes = 20;
        compare(cut);
    }

    void whatLooksLikeACredentialIsTakenOutFirst()
    {
        const std::array<std::function<void(Call &)>, 10> places {[](Call &call) { call.asked += "mine is " + callersKey; },
            [](Call &call) { call.sent += R"({"api_key":"sesame-sesame"})"; },
            [](Call &call) { call.answer.front() += R"({"x":"callers\/own+words"})"; },
            [](Call &call) { call.reply.front() += "sk-somebody-elses-sesame-sesame"; },
            [](Call &call) { call.asking.add("x-note", "use sk-somebody-elses-sesame-sesame"); },
            [](Call &call) { call.answering.add("location", "https://me:sesame-sesame@example.org/"); },
            [](Call &call) { call.asking.add("referer", "https://example.org/?key=sesame-sesame"); },
            [](Call &call) { call.target += "?key=sesame-sesame"; },
            [](Call &call) { call.url = "https://me:sesame-sesame@api.example.org/"; },
            [](Call &call) {
                call.reply = {"sesame ", call.reply.front(), "\"password\" : \"sesame-sesame"};
            }};
        for (const auto &put : places) {
            Call call;
            put(call);
            compare(call);
            QVERIFY(written().indexOf("sesame-sesame") < 0);
            QVERIFY(written().indexOf("[redacted]") > 0);
        }
    }

    void aCredentialAcrossTheSeamOfTwoPiecesIsTakenOut()
    {
        const std::string text =
            R"(data: {"a":"b","key":"x"} )" + callersKey + R"( "api_key" : "sesame-sesame" sk-abcdefgh12sesame )";
        for (std::size_t at = 0; at < text.size(); ++at) {
            compare(streamed({text.substr(0, at), text.substr(at)}));
            QVERIFY(written().indexOf("sesame") < 0);
            compare(streamed({"data: before\n\n", text.substr(0, at), text.substr(at), "data: behind\n\n"}));
            QVERIFY(written().indexOf("sesame") < 0);
        }
    }

    // Its second half stands in what two bodies have in common, or its first.
    void aCredentialAtTheEdgeOfWhatTwoBodiesShareIsTakenOut()
    {
        const std::string left(200, 'l'), right(200, 'r');
        for (const std::string &shared : {std::string("own+words"), std::string("wn+words ")}) {
            Call call;
            call.asked = left + " x" + shared + right;
            call.sent = left + " callers/" + (shared.front() == 'o' ? shared : "o" + shared) + right;
            compare(call);
            QVERIFY(written().indexOf("callers/") < 0);
        }
    }

    void halfOfOneAtACutIsTakenOut()
    {
        Call call;
        call.settings.wireBytes = 40;
        call.asked = std::string(30, 'x') + callersKey;
        compare(call);
        QVERIFY(written().indexOf("callers/ow") < 0);
    }

    void whatWasSaidIsNotThereWhereItIsHidden()
    {
        Call call;
        call.answer = {R"({"content":"whispered"})"};
        compare(call, false);
        QVERIFY(written().indexOf("gateway") < 0 && written().indexOf("whispered") < 0);
    }

    // Whatever stands wherever, memory and disk tell the same of it.
    void anyMixtureIsToldTheSame()
    {
        std::mt19937 random(11);
        const std::array<std::string, 15> pieces {"\"api_key\"", ":", " ", "\"sesame-sesame", "\"", "sk-", "abcdefgh", "Bearer ",
            callersKey, callersKey.substr(0, 9), callersKey.substr(9), providersKey, "x", std::string(150, 'w'),
            "https://a:b@c?key="};
        const auto some = [&](std::size_t most) {
            std::string text;
            for (std::size_t count = random() % most; count > 0; --count)
                text += pieces[random() % (random() % 2 ? 5 : pieces.size())];
            return text;
        };
        for (int round = 0; round < 300; ++round) {
            Call call;
            call.asked = some(6);
            call.sent = random() % 2 ? call.asked + some(3) : some(6);
            call.answer.clear();
            for (std::size_t count = random() % 4; count > 0; --count)
                call.answer.push_back(some(4));
            call.reply = random() % 2 ? call.answer : std::vector<std::string> {some(8)};
            call.answering.add("x-note", some(3));
            compare(call);
        }
    }

    void aRequestThatIsMadeOnceMoreLeavesNothingOfTheFirst()
    {
        m_directory = QTemporaryDir();
        Book book;
        open(book, toDisk());
        const auto capture = std::make_shared<Capture>(richReceipt(), Capture::Door {}, Settings {}, std::make_shared<Purse>());
        capture->addSecret(callersKey);
        const std::size_t attempt = capture->addAttempt(nullptr, "g", "m", false);
        capture->setSent(attempt, {"POST", "/", askingFields}, "first");
        capture->setSent(
            attempt, {"POST", "/", askingFields}, "sk-somebody-elses-sesame is the second"); // no word stands before it
        capture->end(std::make_shared<const Receipt>(richReceipt()));
        book.add(*capture);
        book.flush();
        const std::string callId = richReceipt().callId;
        QCOMPARE(book.findOnDisk(callId)->wires.attempts.at(0).request.body, std::string("[redacted] is the second"));
        QVERIFY(written().indexOf(callersKey.c_str()) < 0 && written().indexOf("sesame") < 0);
    }

    void rowsAndWiresAreThereAfterARestart()
    {
        m_directory = QTemporaryDir();
        {
            Book book;
            open(book, toDisk());
            book.add(*Call().captured("one"));
            book.add(*Call().captured("two"));
        }
        Book book;
        open(book, Settings {});
        const auto receipts = book.newestOnDisk(10);
        QCOMPARE(receipts.size(), std::size_t(2));
        Receipt expected = richReceipt();
        expected.callId = "two";
        QCOMPARE(observe::rowJson(*receipts[1]), observe::rowJson(expected));
        const auto record = book.findOnDisk("one");
        QVERIFY(record);
        QCOMPARE(record->wires.clientRequest.body, Call().asked);
        QVERIFY(record->isCaptured && record->door.streams && !record->isRunning);
    }

    void whatIsDamagedIsSaidToBe()
    {
        m_directory = QTemporaryDir();
        {
            Book book;
            open(book, toDisk());
            book.add(*Call().captured("one"));
        }
        QFile file(QDir(m_directory.path()).entryInfoList(QDir::Files).value(0).filePath());
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray bytes = file.readAll();
        const auto at = bytes.indexOf("who needs one");
        QVERIFY(at > 0);
        bytes[at] = 'W';
        file.seek(0);
        file.write(bytes);
        file.close();
        Book book;
        open(book, Settings {});
        QCOMPARE(book.newestOnDisk(10).size(), std::size_t(1));
        QVERIFY(book.findOnDisk("one").error().message.find("damaged") != std::string::npos);
    }
};

QTEST_APPLESS_MAIN(TestTrafficBook)
#include "tst_traffic_book.moc"
