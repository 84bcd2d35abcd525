// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/front/socket_guard.h"

#include <QTest>

#include <random>

using namespace gatehouse::front;
using State = SocketGuard::State;

namespace {

const Limits small {.headerBytes = 1024, .bodyBytes = 1000};

/// The status with which \a request is refused; 0 for a whole one, -1 when more is waited for.
int verdict(std::string_view request, const Limits &limits = small)
{
    SocketGuard guard(limits);
    guard.take(request);
    if (guard.state() == State::Refused)
        return guard.refusal().status;
    return guard.state() == State::Complete ? 0 : -1;
}

std::string withField(const std::string &field)
{
    return "POST /x HTTP/1.1\r\nHost: a\r\n" + field + "\r\n\r\n";
}

std::string chunked(const std::string &body)
{
    return withField("Transfer-Encoding: chunked") + body;
}

} // namespace

class TestSocketGuard : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsRefused_data();
    void whatIsRefused();
    void whatIsLetThrough_data();
    void whatIsLetThrough();
    void itDoesNotMatterHowTheBytesComeInPieces();
    void nothingOfTheNextRequestIsTaken();
    void fieldsOfTheConnectionAreNotPassedOn();
    void aTargetThatStartsWithTwoSlashesStaysAPath();
    void anAbsoluteTargetLosesItsHost();
    void theHeadLimitCountsEveryByte();
    void aBodyIsJoinedFromItsChunks();
    void aBodyLeavesRoomForPadding();
    void aLengthOnTheClientsWordReservesLittle();
    void continueIsOwedOnceAndOnlyToWhoWaits();
    void itCanBeUsedAgain();
    void garbageNeverGetsThrough();
};

void TestSocketGuard::whatIsRefused_data()
{
    QTest::addColumn<std::string>("request");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const std::string &request, int status) { QTest::newRow(name) << request << status; };
    row("no request line", "hello\r\n", 400);
    row("two words", "GET /\r\n", 400);
    row("no target", "GET  HTTP/1.1\r\n", 400);
    row("blank in target", "GET /a b HTTP/1.1\r\n", 400);
    row("fragment", "GET /a#b HTTP/1.1\r\n", 400);
    row("relative target", "GET a HTTP/1.1\r\n", 400);
    row("star for GET", "GET * HTTP/1.1\r\n", 400);
    row("other scheme", "GET ftp://a/b HTTP/1.1\r\n", 400);
    row("method of odd letters", "G(T / HTTP/1.1\r\n", 400);
    row("blank before method", " GET / HTTP/1.1\r\n", 400);
    row("unknown method", "BREW /pot HTTP/1.1\r\n", 501);
    row("small letters", "get / HTTP/1.1\r\n", 501);
    row("CONNECT", "CONNECT a:1 HTTP/1.1\r\n", 501);
    row("TRACE", "TRACE / HTTP/1.1\r\n", 501);
    row("HTTP/2 preface", "PRI * HTTP/2.0\r\n", 505);
    row("HTTP/1.2", "GET / HTTP/1.2\r\n", 505);
    row("HTTP/0.9", "GET / HTTP/0.9\r\n", 505);
    row("HTTP/1.10", "GET / HTTP/1.10\r\n", 400);
    row("small http", "GET / http/1.1\r\n", 400);
    row("TLS hello", std::string("\x16\x03\x01\x02\x00\x01", 6), 400);
    row("bare LF", "GET / HTTP/1.1\nHost: a\n\n", 400);
    row("bare LF in headers", "GET / HTTP/1.1\r\nHost: a\n\r\n", 400);
    row("bare CR", "GET / HTTP/1.1\r\nHost: a\rb\r\n\r\n", 400);
    row("no host", "GET / HTTP/1.1\r\n\r\n", 400);
    row("two hosts", withField("Host: b"), 400);
    row("host with blank", "GET / HTTP/1.1\r\nHost: a b\r\n", 400);
    row("host with slash", "GET / HTTP/1.1\r\nHost: a/b\r\n", 400);
    row("folded line", withField("A: b\r\n c"), 400);
    row("blank before colon", withField("A : b"), 400);
    row("no colon", withField("A"), 400);
    row("no name", withField(": b"), 400);
    row("NUL in value", withField(std::string("A: b\0c", 6)), 400);
    row("escape in value", withField("A: \x1b[31m"), 400);
    row("DEL in value", withField("A: \x7f"), 400);
    row("length with sign", withField("Content-Length: +5"), 400);
    row("negative length", withField("Content-Length: -5"), 400);
    row("length with unit", withField("Content-Length: 5b"), 400);
    row("hexadecimal length", withField("Content-Length: 0x5"), 400);
    row("list of lengths", withField("Content-Length: 5, 5"), 400);
    row("empty length", withField("Content-Length:"), 400);
    row("two lengths", withField("Content-Length: 5\r\nContent-Length: 6"), 400);
    row("length over limit", withField("Content-Length: 1001"), 413);
    row("length over 64 bits", withField("Content-Length: 99999999999999999999999"), 413);
    row("length and chunked", withField("Content-Length: 5\r\nTransfer-Encoding: chunked"), 400);
    row("chunked and length", withField("Transfer-Encoding: chunked\r\nContent-Length: 0"), 400);
    row("gzip", withField("Transfer-Encoding: gzip"), 501);
    row("gzip, chunked", withField("Transfer-Encoding: gzip, chunked"), 501);
    row("identity", withField("Transfer-Encoding: identity"), 501);
    row("chunked twice", withField("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked"), 400);
    row("vertical tab before chunked",
        withField("Transfer-Encoding: \x0b"
                  "chunked"),
        400);
    row("chunked in HTTP/1.0", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n", 400);
    row("unknown expectation", withField("Expect: a-miracle"), 417);
    row("chunk size of no digits", chunked("\r\n"), 400);
    row("chunk size of letters", chunked("xyz\r\n"), 400);
    row("chunk size with sign", chunked("-1\r\n"), 400);
    row("chunk size 0x", chunked("0x5\r\n"), 400);
    row("chunk size of 16 digits", chunked("0000000000000001\r\n"), 400);
    row("chunk size over limit", chunked("3e9\r\n"), 413);
    row("chunks over limit", chunked("3e8\r\n" + std::string(1000, 'a') + "\r\n1\r\n"), 413);
    row("chunk longer than said", chunked("1\r\nab"), 400);
    row("chunk size with bare LF", chunked("1\na"), 400);
    row("chunk data with bare LF", chunked("1\r\na\n"), 400);
    row("control in extension", chunked("1;a\x01"), 400);
    row("bare LF in extension", chunked("1;a\n"), 400);
    row("endless extension", chunked("1;" + std::string(2000, 'a')), 400);
    row("endless trailers", chunked("0\r\n" + std::string(3000, 'a')), 431);
    row("trailer with blank", chunked("0\r\n a: b\r\n"), 400);
    row("too many headers", withField([] {
        std::string fields;
        for (int i = 0; i < 250; ++i)
            fields += "a:b\r\n";
        return fields + "a:b";
    }()),
        431);
}

void TestSocketGuard::whatIsRefused()
{
    QFETCH(std::string, request);
    QFETCH(int, status);
    const Limits limits {.headerBytes = 2048, .bodyBytes = 1000};
    QCOMPARE(verdict(request, limits), status);
    SocketGuard guard(limits); // and byte by byte
    for (const char c : request)
        guard.take({&c, 1});
    QCOMPARE(guard.state(), State::Refused);
    QCOMPARE(guard.refusal().status, status);
    QVERIFY(!guard.refusal().message.empty());
}

void TestSocketGuard::whatIsLetThrough_data()
{
    QTest::addColumn<std::string>("request");
    QTest::addColumn<std::string>("body");
    const auto row = [](const char *name, const std::string &request, const std::string &body = {}) {
        QTest::newRow(name) << request << body;
    };
    row("plain", "GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    row("empty host", "GET / HTTP/1.1\r\nHost:\r\n\r\n");
    row("IPv6 host", "GET / HTTP/1.1\r\nHost: [::1]:4000\r\n\r\n");
    row("HTTP/1.0 without host", "GET / HTTP/1.0\r\n\r\n");
    row("empty lines first", "\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n");
    row("OPTIONS *", "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n");
    row("UTF-8 in value", withField("A: sch\xc3\xb6n"));
    row("empty value", withField("A:"));
    row("tabs around value", withField("A:\t b \t"));
    row("length", withField("Content-Length: 5") + "hello", "hello");
    row("length twice the same", withField("Content-Length: 5\r\nContent-Length: 5") + "hello", "hello");
    row("length with zeros", withField("Content-Length: 0000000000000000000000005") + "hello", "hello");
    row("length zero", withField("Content-Length: 0"));
    row("length of the limit", withField("Content-Length: 1000") + std::string(1000, 'a'), std::string(1000, 'a'));
    row("body with line ends", withField("Content-Length: 6") + "\r\n\r\n\r\n", "\r\n\r\n\r\n");
    row("chunks", chunked("5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n"), "hello world");
    row("Chunked", withField("transfer-encoding: Chunked") + "5\r\nhello\r\n0\r\n\r\n", "hello");
    row("large and small digits", chunked("a\r\n0123456789\r\nA\r\n0123456789\r\n0\r\n\r\n"), "01234567890123456789");
    row("leading zeros", chunked("0005\r\nhello\r\n000\r\n\r\n"), "hello");
    row("extensions", chunked("5;a=b;c=\"d\"\r\nhello\r\n0;last\r\n\r\n"), "hello");
    row("trailers", chunked("5\r\nhello\r\n0\r\nA: b\r\nC: d\r\n\r\n"), "hello");
    row("no chunk", chunked("0\r\n\r\n"));
}

void TestSocketGuard::whatIsLetThrough()
{
    QFETCH(std::string, request);
    QFETCH(std::string, body);
    SocketGuard whole(small);
    QCOMPARE(whole.take(request), request.size());
    QCOMPARE(whole.state(), State::Complete);
    QCOMPARE(whole.takeBody(), body);

    SocketGuard split(small);
    for (std::size_t i = 0; i < request.size(); ++i) {
        QVERIFY2(split.state() != State::Complete && split.state() != State::Refused, std::to_string(i).c_str());
        split.take({&request[i], 1});
    }
    QCOMPARE(split.state(), State::Complete);
    QCOMPARE(split.takeBody(), body);
    QCOMPARE(split.head().text(), whole.head().text());
}

void TestSocketGuard::itDoesNotMatterHowTheBytesComeInPieces()
{
    const std::string request = chunked("5;x=y\r\nhello\r\n6\r\n world\r\n0\r\nT: u\r\n\r\n");
    for (std::size_t first = 0; first <= request.size(); ++first) {
        for (std::size_t second = first; second <= request.size(); second += 7) {
            SocketGuard guard(small);
            guard.take(std::string_view(request).substr(0, first));
            guard.take(std::string_view(request).substr(first, second - first));
            guard.take(std::string_view(request).substr(second));
            QCOMPARE(guard.state(), State::Complete);
            QCOMPARE(guard.takeBody(), std::string("hello world"));
        }
    }
}

void TestSocketGuard::nothingOfTheNextRequestIsTaken()
{
    for (const std::string &first : {withField("A: b"), withField("Content-Length: 2") + "ab", chunked("1\r\na\r\n0\r\n\r\n")}) {
        SocketGuard guard(small);
        QCOMPARE(guard.take(first + "GET /next HTTP/1.1\r\n"), first.size());
        QCOMPARE(guard.state(), State::Complete);
        QCOMPARE(guard.take("more"), std::size_t(0));
    }
}

void TestSocketGuard::fieldsOfTheConnectionAreNotPassedOn()
{
    SocketGuard guard(small);
    guard.take("POST /a?b=c HTTP/1.1\r\nHost: h\r\nCONNECTION: keep-alive, Close\r\nX-A: 1\r\nContent-Length: 0\r\n"
               "Keep-Alive: 5\r\nUpgrade: websocket\r\nTE: trailers\r\nX-B: 2\r\n\r\n");
    QCOMPARE(guard.head().text(), std::string("POST /a?b=c HTTP/1.1\r\nHost: h\r\nX-A: 1\r\nX-B: 2\r\n\r\n"));
    QVERIFY(guard.head().wantsClose());
}

void TestSocketGuard::aTargetThatStartsWithTwoSlashesStaysAPath()
{
    SocketGuard guard(small);
    guard.take("GET //v1/models HTTP/1.1\r\nHost: h\r\n\r\n");
    QCOMPARE(guard.head().text(), std::string("GET /%2Fv1/models HTTP/1.1\r\nHost: h\r\n\r\n"));
}

void TestSocketGuard::anAbsoluteTargetLosesItsHost()
{
    const auto lineOf = [](const std::string &target) {
        SocketGuard guard(small);
        guard.take("GET " + target + " HTTP/1.1\r\nHost: h\r\n\r\n");
        return guard.head().text().substr(0, guard.head().text().find('\r'));
    };
    QCOMPARE(lineOf("http://example.com:80/a?b"), std::string("GET /a?b HTTP/1.1"));
    QCOMPARE(lineOf("HTTPS://example.com"), std::string("GET / HTTP/1.1"));
    QCOMPARE(lineOf("http://example.com//a"), std::string("GET /%2Fa HTTP/1.1"));
}

void TestSocketGuard::theHeadLimitCountsEveryByte()
{
    const std::string start = "GET / HTTP/1.1\r\nHost: a\r\nA: ";
    const std::string end = "\r\n\r\n";
    const std::size_t room = small.headerBytes - start.size() - end.size();
    QCOMPARE(verdict(start + std::string(room, 'x') + end), 0);
    QCOMPARE(verdict(start + std::string(room + 1, 'x') + end), 431);
    QCOMPARE(verdict("GET /" + std::string(2000, 'x')), 431); // without waiting for the end of the line
    QCOMPARE(verdict(withField("Connection: " + std::string(900, ',') + "\r\nKeep-Alive: " + std::string(900, 'x'))), 431);
    std::string emptyLines;
    for (int i = 0; i < 600; ++i)
        emptyLines += "\r\n";
    QCOMPARE(verdict(emptyLines), 431);
}

void TestSocketGuard::aBodyIsJoinedFromItsChunks()
{
    std::string body, request = chunked("");
    for (int i = 1; i < 40; ++i) {
        const std::string piece(static_cast<std::size_t>(i), static_cast<char>('a' + i % 26));
        body += piece;
        char size[16];
        std::snprintf(size, sizeof size, "%x\r\n", i);
        request += size + piece + "\r\n";
    }
    SocketGuard guard(small);
    guard.take(request + "0\r\n\r\n");
    QCOMPARE(guard.takeBody(), body);
}

void TestSocketGuard::aBodyLeavesRoomForPadding()
{
    const Limits large {.bodyBytes = 8 * 1024 * 1024};
    for (const std::size_t size : {std::size_t(1), std::size_t(1000), std::size_t(3 * 1024 * 1024)}) {
        SocketGuard guard(large);
        guard.take(withField("Content-Length: " + std::to_string(size)));
        const std::string piece(10'000, 'b');
        for (std::size_t sent = 0; sent < size; sent += piece.size())
            guard.take(std::string_view(piece).substr(0, size - sent));
        QCOMPARE(guard.state(), State::Complete);
        const std::string body = guard.takeBody();
        QCOMPARE(body.size(), size);
        QVERIFY(body.capacity() >= size + SocketGuard::padding);
    }
}

void TestSocketGuard::aLengthOnTheClientsWordReservesLittle()
{
    SocketGuard guard(Limits {});
    guard.take(withField("Content-Length: 60000000") + "a");
    QCOMPARE(guard.state(), State::Body);
    QVERIFY(guard.takeBody().capacity() < 2 * 1024 * 1024);
}

void TestSocketGuard::continueIsOwedOnceAndOnlyToWhoWaits()
{
    const std::string head = withField("Content-Length: 5\r\nExpect: 100-Continue");
    SocketGuard waits(small);
    waits.take(head);
    QVERIFY(waits.takeContinue());
    QVERIFY(!waits.takeContinue());
    SocketGuard sendsAtOnce(small);
    sendsAtOnce.take(head + "he");
    QVERIFY(!sendsAtOnce.takeContinue());
    SocketGuard old(small);
    old.take("POST / HTTP/1.0\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n");
    QVERIFY(!old.takeContinue());
    SocketGuard tooLarge(small);
    tooLarge.take(withField("Content-Length: 5000\r\nExpect: 100-continue"));
    QVERIFY(!tooLarge.takeContinue());
    QCOMPARE(tooLarge.refusal().status, 413);
}

void TestSocketGuard::itCanBeUsedAgain()
{
    SocketGuard guard(small);
    for (int i = 0; i < 3; ++i) {
        guard.take(chunked("2\r\nab\r\n0\r\n\r\n"));
        QCOMPARE(guard.state(), State::Complete);
        guard.reset();
        QCOMPARE(guard.state(), State::Idle);
        guard.take("HEAD / HTTP/1.0\r\n\r\n");
        QCOMPARE(guard.state(), State::Complete);
        QVERIFY(guard.head().isOld() && guard.head().isHead());
        QVERIFY(guard.takeBody().empty());
        guard.reset();
    }
}

void TestSocketGuard::garbageNeverGetsThrough()
{
    // Damages good requests: whatever comes of it, the guard ends in one of its states and what it passes on is a clean head.
    std::mt19937 random(4000);
    const std::string good =
        chunked("5\r\nhello\r\n0\r\n\r\n") + withField("Content-Length: 5\r\nExpect: 100-continue") + "hello";
    for (int round = 0; round < 20'000; ++round) {
        std::string bad = good;
        for (int i = 0; i < 3; ++i)
            bad[random() % bad.size()] = static_cast<char>(random());
        SocketGuard guard(small);
        guard.take(bad);
        if (guard.state() != State::Complete)
            continue;
        const std::string &head = guard.head().text();
        QVERIFY(head.ends_with("\r\n\r\n"));
        QCOMPARE(head.find("\r\n\r\n"), head.size() - 4);
        QVERIFY(head.find('\0') == std::string::npos);
    }
}

QTEST_GUILESS_MAIN(TestSocketGuard)
#include "tst_socket_guard.moc"
