// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "gateway/upstream/public_place.h"
#include "gateway/upstream/web_address.h"

#include "script_server.h"

#include <QTest>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <sys/un.h>

using namespace gatehouse;
using namespace gatehouse::upstream;

namespace {

bool isPublic(const char *text)
{
    sockaddr_storage storage {};
    auto *four = reinterpret_cast<sockaddr_in *>(&storage);
    auto *six = reinterpret_cast<sockaddr_in6 *>(&storage);
    if (inet_pton(AF_INET, text, &four->sin_addr) == 1)
        four->sin_family = AF_INET;
    else if (inet_pton(AF_INET6, text, &six->sin6_addr) == 1)
        six->sin6_family = AF_INET6;
    else
        qFatal("no address: %s", text);
    return isPublicPlace(reinterpret_cast<const sockaddr &>(storage));
}

} // namespace

/// Where an address that a stranger names may lead, and how it is read.
class TestPublicPlace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void placesOfOnesOwnAreNotPublic_data();
    void placesOfOnesOwnAreNotPublic();
    void otherKindsOfPlacesAreNotPublic();
    void addressesAreReadAsLibcurlReadsThem_data();
    void addressesAreReadAsLibcurlReadsThem();
    void redirectsAreReadBehindTheirAddress_data();
    void redirectsAreReadBehindTheirAddress();
    void aPlaceThatIsNotPublicIsNeverConnectedTo_data();
    void aPlaceThatIsNotPublicIsNeverConnectedTo();
    void aConnectionThatIsThereAlreadyIsNoWayIn();
};

void TestPublicPlace::placesOfOnesOwnAreNotPublic_data()
{
    QTest::addColumn<bool>("expected");
    for (const char *const address : {"1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "93.184.216.34", "100.63.255.255",
             "100.128.0.0", "126.255.255.255", "128.0.0.0", "168.63.129.15", "168.63.129.17", "169.253.255.255", "169.255.0.0",
             "172.15.255.255", "172.32.0.0", "192.0.1.0", "192.0.3.0", "192.167.255.255", "192.169.0.0", "198.17.255.255",
             "198.20.0.0", "198.51.99.255", "203.0.112.255", "203.0.114.0", "223.255.255.255", "2606:4700:4700::1111",
             "2a00:1450:4001:80b::200e", "2001:4860:4860::8888", "2001:db7::", "2400::1", "::ffff:8.8.8.8", "64:ff9b::808:808"})
        QTest::newRow(address) << true;
    for (const char *const address : {"0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255", "100.64.0.1", "100.100.100.200",
             "100.127.255.255", "127.0.0.1", "127.255.255.255", "168.63.129.16", "169.254.169.254", "169.254.170.2", "172.16.0.1",
             "172.31.255.255", "192.0.0.192", "192.0.2.1", "192.88.99.1", "192.168.0.1", "192.168.255.255", "198.18.0.1",
             "198.19.255.255", "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255",
             "::", "::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254", "64:ff9b::7f00:1",
             "64:ff9b::a9fe:a9fe", "64:ff9b:1::1", "100::1", "2001::1", "2001:2::1", "2001:db8::1", "2002:7f00:1::", "3fff::1",
             "5f00::1", "fc00::1", "fd00:ec2::254", "fe80::1", "fec0::1", "ff02::1"})
        QTest::newRow(address) << false;
}

void TestPublicPlace::placesOfOnesOwnAreNotPublic()
{
    QFETCH(bool, expected);
    QCOMPARE(isPublic(QTest::currentDataTag()), expected);
}

void TestPublicPlace::otherKindsOfPlacesAreNotPublic()
{
    sockaddr_storage storage {};
    QVERIFY(!isPublicPlace(reinterpret_cast<const sockaddr &>(storage)));
    storage.ss_family = AF_UNIX;
    QVERIFY(!isPublicPlace(reinterpret_cast<const sockaddr &>(storage)));
}

void TestPublicPlace::addressesAreReadAsLibcurlReadsThem_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const char *url, const char *place, const char *text) {
        QTest::newRow(name) << QString::fromUtf8(url) << QString::fromUtf8(place) << QString::fromUtf8(text);
    };
    row("https", "https://Example.COM/a.png", "example.com:443", "https://Example.COM/a.png");
    row("http", "http://example.com", "example.com:80", "http://example.com/");
    row("a port", "http://example.com:8080/a?b=c", "example.com:8080", "http://example.com:8080/a?b=c");
    row("a dot at the end", "http://localhost./a", "localhost:80", "http://localhost./a");
    row("a fragment", "http://example.com/a#b", "example.com:80", "http://example.com/a");
    row("a space", "http://example.com/a b.png", "example.com:80", "http://example.com/a%20b.png");
    row("IPv6", "http://[::1]:8080/a", "[::1]:8080", "http://[::1]:8080/a");
    row("a number", "http://2130706433/a", "127.0.0.1:80", "http://127.0.0.1/a");
    row("hexadecimal", "http://0x7f.1/a", "127.0.0.1:80", "http://127.0.0.1/a");
    row("octal", "http://0177.0.0.01/a", "127.0.0.1:80", "http://127.0.0.1/a");
    row("an escaped dot", "http://127%2e0.0.1/a", "127.0.0.1:80", "http://127.0.0.1/a");
    row("in capitals", "HTTP://example.com/", "example.com:80", "http://example.com/");
    row("a file", "file:///etc/passwd", "", "");
    row("ftp", "ftp://example.com/a", "", "");
    row("gopher", "gopher://127.0.0.1:6379/_FLUSHALL", "", "");
    row("data", "data:image/png;base64,AAAA", "", "");
    row("without a scheme", "example.com/a.png", "", "");
    row("three slashes", "http:///a.png", "a.png:80", "http://a.png/");
    row("without a host", "http://", "", "");
    row("nothing", "", "", "");
    row("a port that is none", "http://example.com:99999/", "", "");
    row("a line break", "http://example.com/\r\nX: y", "", "");
}

void TestPublicPlace::addressesAreReadAsLibcurlReadsThem()
{
    QFETCH(QString, url);
    QFETCH(QString, place);
    QFETCH(QString, text);
    const auto address = webAddress(url.toStdString());
    QCOMPARE(address.has_value(), !place.isEmpty());
    if (!address)
        return;
    QCOMPARE(QString::fromStdString(address->place()), place);
    QCOMPARE(QString::fromStdString(address->text), text);
    QVERIFY(!address->hasUser);
    QVERIFY(webAddress("http://user@example.com/")->hasUser);
    QVERIFY(webAddress("http://:word@example.com/")->hasUser);
    QCOMPARE(webAddress("http://example.com@127.0.0.1/")->host, std::string("127.0.0.1"));
}

void TestPublicPlace::redirectsAreReadBehindTheirAddress_data()
{
    QTest::addColumn<QString>("location");
    QTest::addColumn<QString>("text");
    QTest::newRow("absolute") << "http://127.0.0.1:9/x"
                              << "http://127.0.0.1:9/x";
    QTest::newRow("a path") << "/c.png"
                            << "https://example.com/c.png";
    QTest::newRow("relative") << "c.png"
                              << "https://example.com/a/c.png";
    QTest::newRow("of the same scheme") << "//other.example/c"
                                        << "https://other.example/c";
    QTest::newRow("a file") << "file:///etc/passwd"
                            << "";
}

void TestPublicPlace::redirectsAreReadBehindTheirAddress()
{
    QFETCH(QString, location);
    QFETCH(QString, text);
    const auto address = webAddress(*webAddress("https://example.com/a/b.png?c=d"), location.toStdString());
    QCOMPARE(address ? QString::fromStdString(address->text) : QString(), text);
}

void TestPublicPlace::aPlaceThatIsNotPublicIsNeverConnectedTo_data()
{
    QTest::addColumn<QString>("host");
    for (const char *const host : {"127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "0.0.0.0", "2130706433"})
        QTest::newRow(host) << QString::fromLatin1(host);
}

void TestPublicPlace::aPlaceThatIsNotPublicIsNeverConnectedTo()
{
    QFETCH(QString, host);
    ScriptServer server([](QTcpSocket *socket, const QByteArray &) { socket->write(ScriptServer::answer("{}")); });
    Client client {Settings {}};
    const std::string url = "http://" + host.toStdString() + ':' + std::to_string(server.serverPort()) + "/x";
    Recorder recorder;
    recorder.attempt = client.send({.method = "GET", .url = url, .isPublicOnly = true}, &recorder);
    QTRY_VERIFY(recorder.ended());
    QVERIFY2(recorder.failedWith(Fault::Forbidden), recorder.message().c_str());
    QCOMPARE(recorder.heads, 0);
    QCOMPARE(server.connections, 0);
}

void TestPublicPlace::aConnectionThatIsThereAlreadyIsNoWayIn()
{
    ScriptServer server([](QTcpSocket *socket, const QByteArray &) { socket->write(ScriptServer::answer("{}")); });
    Client client {Settings {}};
    for (const bool isPublicOnly : {false, true, false}) {
        Recorder recorder;
        recorder.attempt = client.send({.method = "GET", .url = server.url(), .isPublicOnly = isPublicOnly}, &recorder);
        QTRY_VERIFY(recorder.ended());
        QCOMPARE(recorder.succeeded(), !isPublicOnly);
    }
    QCOMPARE(server.requests.size(), 2);
    QCOMPARE(server.connections, 1); // the others' connection is kept, and was not used
}

QTEST_GUILESS_MAIN(TestPublicPlace)
#include "tst_public_place.moc"
