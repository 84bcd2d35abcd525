// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "../upstream/script_server.h"
#include "gateway/observe/sinks/http_transport.h"

#include <QTest>

#include <vector>

using namespace gatehouse;
using namespace gatehouse::observe::sinks;
using namespace std::chrono_literals;

namespace {

const Enclosure list {"{\"all\":[", ", ", "]}"};

/// Sends reports in a list.
class Listed final : public Form
{
public:
    explicit Listed(std::string url)
        : m_url(std::move(url))
    {
    }
    Post post(std::span<const std::string>, Clock::Wall) override
    {
        Post post {m_url};
        post.around = list;
        return post;
    }

private:
    std::string m_url;
};

// All that is read where each time there is room for \a step bytes.
std::string readIn(std::size_t step, const std::vector<std::string> &reports)
{
    EnclosedReports body(reports, list);
    std::string all, room(step, '\0');
    for (auto piece = body.read(room); piece && !piece->isEnd; piece = body.read(room))
        all += room.substr(0, piece->size);
    return all;
}

} // namespace

class TestEnclosedReports : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theyAreReadInPiecesOfAnySize()
    {
        const std::vector<std::pair<std::vector<std::string>, std::string>> cases {
            {{}, "{\"all\":[]}"}, {{"1"}, "{\"all\":[1]}"}, {{"\"one\"", "", "[3]"}, "{\"all\":[\"one\", , [3]]}"}};
        for (const auto &[reports, whole] : cases) {
            const EnclosedReports body(reports, list);
            QCOMPARE(body.whole(), whole);
            QCOMPARE(body.length().value(), std::uint64_t(whole.size()));
            for (std::size_t step = 1; step <= whole.size() + 1; ++step)
                QCOMPARE(readIn(step, reports), whole);
        }
    }

    void theyAreSentWhetherTheyAreShortOrLong_data()
    {
        QTest::addColumn<int>("size");
        QTest::newRow("short") << 10;
        QTest::newRow("long") << 1'000'000;
    }
    void theyAreSentWhetherTheyAreShortOrLong()
    {
        QFETCH(int, size);
        const std::vector<std::string> reports {
            std::string(static_cast<std::size_t>(size), 'a'), "b", std::string(static_cast<std::size_t>(size), 'c')};
        const QByteArray whole = QByteArray::fromStdString(EnclosedReports(reports, list).whole());
        QList<QByteArray> statuses {"HTTP/1.1 503 Busy"};
        ScriptServer server([&](QTcpSocket *socket, const QByteArray &) {
            socket->write(ScriptServer::answer("{}", statuses.isEmpty() ? "HTTP/1.1 200 OK" : statuses.takeFirst()));
        });
        upstream::Client client {upstream::Settings {}};
        HttpTransport transport(client, std::make_unique<Listed>(server.url("/")), 5s);
        for (const auto verdict : {Answer::Verdict::Later, Answer::Verdict::Arrived}) {
            std::optional<Answer> answer;
            const auto transit = transport.send(reports, [&](const Answer &told) { answer = told; });
            QTRY_VERIFY(answer);
            QVERIFY(answer->verdict == verdict);
            const QByteArray request = server.requests.last();
            const QByteArray length = "\r\nContent-Length: " + QByteArray::number(whole.size()) + "\r\n";
            QVERIFY(request.contains(length));
            QCOMPARE(request.mid(request.indexOf("\r\n\r\n") + 4), whole);
        }
        QCOMPARE(server.connections, 1);
    }
};

QTEST_GUILESS_MAIN(TestEnclosedReports)
#include "tst_enclosed_reports.moc"
