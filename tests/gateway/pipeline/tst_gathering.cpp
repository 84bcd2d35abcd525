// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gatherer.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::pipeline;
using namespace std::chrono_literals;

/// Files that callers name by their addresses.
class TestGathering : public QObject, GatheringTest
{
    Q_OBJECT
private Q_SLOTS:
    void init() { begin(); }
    void aPictureIsFetched();
    void largeOnesComeWhole();
    void severalComeSideBySide();
    void whatWasFetchedIsKeptForAWhile();
    void whatEarlierRulesAllowedIsNotKept();
    void redirectsAreFollowed();
    void aSlowOneIsGivenUp();
    void whoLeavesEndsTheFetch();
};

void TestGathering::aPictureIsFetched()
{
    server.answers["/cat.png"] = file(png, "image/png");
    auto gatherer = gather({server.url("/cat.png")});
    QTRY_VERIFY(gatherer.ended());
    QVERIFY2(!gatherer.error, gatherer.message().c_str());
    const auto &found = *gatherer.files.found.at(server.url("/cat.png"));
    QCOMPARE(found.mediaType, std::string("image/png"));
    QCOMPARE(QByteArray::fromBase64(QByteArray::fromStdString(found.data)), png);
    const QByteArray request = server.server.requests.value(0).toLower();
    QVERIFY(request.startsWith("get /cat.png http/1.1\r\n"));
    QVERIFY(!request.contains("authorization") && !request.contains("cookie"));
}

void TestGathering::largeOnesComeWhole()
{
    QByteArray large = png;
    for (int i = 0; large.size() < 3'000'001; ++i)
        large += QByteArray::number(i);
    server.answers["/large"] = file(large, "image/png");
    auto gatherer = gather({server.url("/large")});
    QTRY_VERIFY(gatherer.ended());
    QVERIFY2(!gatherer.error, gatherer.message().c_str());
    const auto &found = *gatherer.files.found.at(server.url("/large"));
    QVERIFY(QByteArray::fromBase64(QByteArray::fromStdString(found.data)) == large);
}

void TestGathering::severalComeSideBySide()
{
    PictureServer own; // without anybody's connections
    rules.hosts = {own.server.place()};
    std::vector<std::string> urls;
    for (int i = 0; i < 9; ++i)
        urls.push_back(own.url(("/" + std::to_string(i)).c_str()));
    auto gatherer = gather(urls);
    QTRY_COMPARE(own.asked.size(), 6); // nobody has been answered yet
    for (int i = 0; i < 9; ++i)
        own.answers['/' + QByteArray::number(i)] = file(png, "image/png");
    for (int i = 0; i < 6; ++i)
        own.server.sockets[i]->write(file(png, "image/png"));
    QTRY_VERIFY(gatherer.ended());
    QVERIFY2(!gatherer.error, gatherer.message().c_str());
    QCOMPARE(gatherer.files.found.size(), std::size_t(9));
}

void TestGathering::whatWasFetchedIsKeptForAWhile()
{
    server.answers["/cat.png"] = file(png, "image/png");
    for (const int fetches : {1, 1, 2}) {
        auto gatherer = gather({server.url("/cat.png")});
        QTRY_VERIFY(gatherer.ended());
        QVERIFY2(!gatherer.error, gatherer.message().c_str());
        QCOMPARE(server.asked.size(), fetches);
        if (server.asked.size() == 1 && gatherer.ends == 1)
            clock.passed += 6min;
    }
}

void TestGathering::whatEarlierRulesAllowedIsNotKept()
{
    PictureServer own; // without anybody's connections
    rules.hosts = {own.server.place()};
    auto gatherer = gather({own.url("/cat.png")});
    QTRY_COMPARE(own.asked.size(), 1);
    desk.forget();
    own.server.sockets.last()->write(file(png, "image/png"));
    QTRY_VERIFY(gatherer.ended());
    QVERIFY(!gatherer.error);
    QVERIFY(!desk.find(own.url("/cat.png")));
}

void TestGathering::redirectsAreFollowed()
{
    server.answers["/a"] = redirect("/b");
    server.answers["/b"] = redirect(QByteArray::fromStdString(server.url("/c")), "307 Temporary Redirect");
    server.answers["/c"] = file(png, "image/png");
    auto gatherer = gather({server.url("/a")});
    QTRY_VERIFY(gatherer.ended());
    QVERIFY2(!gatherer.error, gatherer.message().c_str());
    QCOMPARE(server.asked, (QList<QByteArray> {"/a", "/b", "/c"}));
    QCOMPARE(gatherer.files.found.count(server.url("/a")), std::size_t(1));
}

void TestGathering::aSlowOneIsGivenUp()
{
    PictureServer own; // without anybody's connections
    rules.hosts = {own.server.place()};
    own.answers["/slow"] = "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: 100\r\n\r\n" + png;
    Gatherer gatherer {desk, rules, {own.url("/slow"), own.url("/silent")}, 1000ms};
    QTRY_VERIFY(gatherer.ended());
    QVERIFY2(gatherer.says("did not come within 1 s"), gatherer.message().c_str());
    QCOMPARE(gatherer.ends, 1);
    QTRY_COMPARE(own.server.disconnections, own.server.connections);
}

void TestGathering::whoLeavesEndsTheFetch()
{
    PictureServer own; // without anybody's connections
    rules.hosts = {own.server.place()};
    auto gatherer = gather({own.url("/silent")});
    QTRY_COMPARE(own.asked.size(), 1);
    gatherer.gathering.reset();
    QTRY_COMPARE(own.server.disconnections, own.server.connections);
    QVERIFY(!gatherer.ended());
}

QTEST_GUILESS_MAIN(TestGathering)
#include "tst_gathering.moc"
