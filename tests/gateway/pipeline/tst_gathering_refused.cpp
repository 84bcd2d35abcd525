// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gatherer.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::pipeline;

/// What is not fetched, from a server that may be anybody's.
class TestGatheringRefused : public QObject, GatheringTest
{
    Q_OBJECT
private Q_SLOTS:
    void init() { begin(); }
    void aRedirectToAPrivatePlaceIsNotFollowed_data();
    void aRedirectToAPrivatePlaceIsNotFollowed();
    void whatCannotBeHadIsRefused_data();
    void whatCannotBeHadIsRefused();
    void theHostsThatAreListedMayBePrivate_data();
    void theHostsThatAreListedMayBePrivate();
    void tooMuchTogetherIsRefused();
    void whatIsOnItsWayHasALimit();
    void tooManyAreRefused();
    void nothingIsFetchedWhereThatIsSwitchedOff();
    void anAddressWithAPasswordIsNotSent();
};

void TestGatheringRefused::aRedirectToAPrivatePlaceIsNotFollowed_data()
{
    QTest::addColumn<QByteArray>("host");
    for (const char *const host : {"127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "0x7f000001"})
        QTest::newRow(host) << QByteArray(host);
}

void TestGatheringRefused::aRedirectToAPrivatePlaceIsNotFollowed()
{
    QFETCH(QByteArray, host);
    PictureServer secret;
    secret.answers["/latest/meta-data"] = file(png, "image/png");
    server.answers["/a"] =
        redirect("http://" + host + ':' + QByteArray::number(secret.server.serverPort()) + "/latest/meta-data");
    auto gatherer = gather({server.url("/a")});
    QTRY_VERIFY(gatherer.ended());
    QVERIFY2(gatherer.says("leads to an address that is not public"), gatherer.message().c_str());
    QVERIFY2(!gatherer.says("meta-data") && !gatherer.says(secret.server.place().c_str()), gatherer.message().c_str());
    QCOMPARE(secret.server.connections, 0);
}

void TestGatheringRefused::whatCannotBeHadIsRefused_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QByteArray>("words");
    const QByteArray big(300, 'x');
    QTest::newRow("gone") << QByteArray("HTTP/1.1 404 Not Found\r\nContent-Length: 12\r\n\r\nsecret words")
                          << QByteArray("the answer has the status 404");
    QTest::newRow("failing") << QByteArray("HTTP/1.1 500 secret\r\nContent-Length: 0\r\n\r\n") << QByteArray("the status 500");
    QTest::newRow("too large by its length")
        << QByteArray("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: 300\r\n\r\n")
        << QByteArray("larger than 0.0001907 MB");
    QTest::newRow("too large all the same") << QByteArray("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n" + big)
                                            << QByteArray("larger than");
    QTest::newRow("a page") << file("<html>secret</html>", "text/html") << QByteArray("neither a picture nor a PDF");
    QTest::newRow("empty") << file("", "image/png") << QByteArray("neither a picture nor a PDF");
    QTest::newRow("compressed") << file(png, "image/png", "Content-Encoding: secret\r\n") << QByteArray("cannot be used");
    QTest::newRow("in a circle") << redirect("/") << QByteArray("redirects more than 5 times");
    QTest::newRow("to a file") << redirect("file:///etc/secret") << QByteArray("redirects to an address that cannot be read");
    QTest::newRow("to nobody") << redirect("http://nowhere.invalid/secret") << QByteArray("no connection to where it redirects");
    QTest::newRow("not HTTP") << QByteArray("secret secret secret\r\n\r\n") << QByteArray("cannot be used");
}

void TestGatheringRefused::whatCannotBeHadIsRefused()
{
    QFETCH(QByteArray, answer);
    QFETCH(QByteArray, words);
    rules.largest = 200;
    server.answers["/"] = answer;
    auto gatherer = gather({server.url("/")});
    QTRY_VERIFY(gatherer.ended());
    QVERIFY2(gatherer.says(words.constData()), gatherer.message().c_str());
    QVERIFY2(
        gatherer.says("litellm.BadRequestError: Error: Unable to fetch image from URL. 127.0.0.1:"), gatherer.message().c_str());
    QVERIFY2(!gatherer.says("secret"), gatherer.message().c_str());
    QCOMPARE(gatherer.error->fault, Fault::Unfetched);
    QCOMPARE(gatherer.error->httpStatus(), 400);
}

void TestGatheringRefused::theHostsThatAreListedMayBePrivate_data()
{
    QTest::addColumn<QByteArray>("listed");
    QTest::addColumn<bool>("isChecked");
    QTest::addColumn<bool>("isFetched");
    QTest::newRow("nobody") << QByteArray() << true << false;
    QTest::newRow("the host") << QByteArray("127.0.0.1") << true << true;
    QTest::newRow("host and port") << QByteArray("127.0.0.1:PORT") << true << true;
    QTest::newRow("another port") << QByteArray("127.0.0.1:1") << true << false;
    QTest::newRow("another name of it") << QByteArray("localhost") << true << false;
    QTest::newRow("a part of it") << QByteArray("127.0.0") << true << false;
    QTest::newRow("unchecked") << QByteArray() << false << true;
}

void TestGatheringRefused::theHostsThatAreListedMayBePrivate()
{
    QFETCH(QByteArray, listed);
    QFETCH(bool, isChecked);
    QFETCH(bool, isFetched);
    rules.checksPlaces = isChecked;
    rules.hosts = {listed.replace("PORT", QByteArray::number(server.server.serverPort())).toStdString()};
    server.answers["/cat.png"] = file(png, "image/png");
    auto gatherer = gather({server.url("/cat.png")});
    QTRY_VERIFY(gatherer.ended());
    QCOMPARE(!gatherer.error, isFetched);
    QCOMPARE(server.asked.size(), isFetched ? 1 : 0);
    QVERIFY(isFetched || gatherer.says("not public"));
}

void TestGatheringRefused::tooMuchTogetherIsRefused()
{
    rules.largest = 30;
    for (const char *const path : {"/1", "/2", "/3"})
        server.answers[path] = file(png, "image/png");
    auto gatherer = gather({server.url("/1"), server.url("/2"), server.url("/3")});
    QTRY_VERIFY(gatherer.ended());
    QVERIFY2(gatherer.says("too large together"), gatherer.message().c_str());
}

void TestGatheringRefused::whatIsOnItsWayHasALimit()
{
    QVERIFY(desk.take(256 * 1024 * 1024));
    server.answers["/cat.png"] = file(png, "image/png");
    for (const bool isFull : {true, false}) {
        auto gatherer = gather({server.url("/cat.png")});
        QTRY_VERIFY(gatherer.ended());
        QCOMPARE(gatherer.error.has_value(), isFull);
        if (!isFull)
            break;
        QCOMPARE(gatherer.error->httpStatus(), 503);
        QVERIFY(gatherer.error->retryAfter.has_value());
        desk.giveBack(256 * 1024 * 1024);
    }
    QVERIFY(desk.take(256 * 1024 * 1024)); // nothing of it is still counted
    desk.giveBack(256 * 1024 * 1024);
}

void TestGatheringRefused::tooManyAreRefused()
{
    std::vector<std::string> urls;
    for (int i = 0; i <= 100; ++i)
        urls.push_back(server.url(("/" + std::to_string(i)).c_str()));
    auto gatherer = gather(urls);
    QVERIFY(gatherer.ended());
    QVERIFY2(gatherer.says("more than 100"), gatherer.message().c_str());
    QVERIFY(server.asked.isEmpty());
}

void TestGatheringRefused::nothingIsFetchedWhereThatIsSwitchedOff()
{
    rules.largest = 0;
    auto gatherer = gather({server.url("/cat.png")});
    QVERIFY(gatherer.ended());
    QVERIFY2(gatherer.says("switched off"), gatherer.message().c_str());
    QVERIFY(server.asked.isEmpty());
}

void TestGatheringRefused::anAddressWithAPasswordIsNotSent()
{
    const std::string place = server.server.place();
    auto gatherer = gather({"http://user:hidden@" + place + "/cat.png"});
    QVERIFY(gatherer.ended());
    QVERIFY2(gatherer.says("name or password") && !gatherer.says("hidden"), gatherer.message().c_str());
}

QTEST_GUILESS_MAIN(TestGatheringRefused)
#include "tst_gathering_refused.moc"
