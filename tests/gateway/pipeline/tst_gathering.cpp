// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/file_kind.h"
#include "gateway/pipeline/gathering.h"

#include "../upstream/script_server.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::pipeline;
using namespace std::chrono_literals;

namespace {

const QByteArray png("\x89PNG\r\n\x1a\n and a picture", 22);

struct SetClock final : Clock {
    std::chrono::milliseconds passed {0};
    Instant now() const override { return Clock::now() + passed; }
};

QByteArray file(const QByteArray &body, const QByteArray &type, const QByteArray &more = {})
{
    return "HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + more
        + "\r\n" + body;
}

QByteArray redirect(const QByteArray &to, const QByteArray &status = "302 Found")
{
    return "HTTP/1.1 " + status + "\r\nLocation: " + to + "\r\nContent-Length: 0\r\n\r\n";
}

/// A server that says at each path what is written down for it.
struct PictureServer {
    std::map<QByteArray, QByteArray> answers;
    ScriptServer server {[this](QTcpSocket *socket, const QByteArray &request) {
        const QByteArray path = request.split(' ').value(1);
        asked.append(path);
        if (const auto found = answers.find(path); found != answers.end())
            socket->write(found->second);
    }};
    QList<QByteArray> asked;

    std::string url(const char *path) const { return server.url(path); }
};

/// A gathering of \a urls from start to end.
struct Gatherer final : GatheringListener {
    translate::Files files;
    std::optional<Error> error;
    int ends = 0;
    std::unique_ptr<Gathering> gathering;

    Gatherer(FileDesk &desk, const FetchRules &rules, std::vector<std::string> urls, std::chrono::milliseconds limit = 20s)
    {
        files.wanted = std::move(urls);
        gathering = std::make_unique<Gathering>(desk, rules, files, *this);
        if (auto started = gathering->start(limit); !started)
            onMissed(started.error());
        else if (gathering->isDone())
            onGathered();
    }

    bool ended() const { return ends > 0; }
    bool says(const char *words) const { return error && error->message.find(words) != std::string::npos; }
    std::string message() const { return error ? error->message : std::string("gathered"); }

    void onGathered() override
    {
        ++ends;
        gathering.reset();
    }
    void onMissed(Error why) override
    {
        ++ends;
        error = std::move(why);
        gathering.reset();
    }
};

} // namespace

/// Files that callers name by their addresses, from a server that may be anybody's.
class TestGathering : public QObject
{
    Q_OBJECT

    SetClock m_clock;
    upstream::Client m_client {upstream::Settings {}};
    FileDesk m_desk {m_client, m_clock};
    PictureServer m_server;
    FetchRules m_rules;

    Gatherer gather(std::vector<std::string> urls) { return {m_desk, m_rules, std::move(urls)}; }

private Q_SLOTS:
    void init();
    void aPictureIsFetched();
    void theBytesSayWhatItIs_data();
    void theBytesSayWhatItIs();
    void largeOnesComeWhole();
    void severalComeSideBySide();
    void whatWasFetchedIsKeptForAWhile();
    void whatEarlierRulesAllowedIsNotKept();
    void redirectsAreFollowed();
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
    void aSlowOneIsGivenUp();
    void whoLeavesEndsTheFetch();
    void anAddressWithAPasswordIsNotSent();
    void theRulesAreRead();
};

void TestGathering::init()
{
    m_server.answers.clear();
    m_server.asked.clear();
    m_server.server.requests.clear();
    m_desk.forget();
    m_rules = {};
    m_rules.hosts = {m_server.server.place()};
}

void TestGathering::aPictureIsFetched()
{
    m_server.answers["/cat.png"] = file(png, "image/png");
    auto gatherer = gather({m_server.url("/cat.png")});
    QTRY_VERIFY(gatherer.ended());
    QVERIFY2(!gatherer.error, gatherer.message().c_str());
    const auto &found = *gatherer.files.found.at(m_server.url("/cat.png"));
    QCOMPARE(found.mediaType, std::string("image/png"));
    QCOMPARE(QByteArray::fromBase64(QByteArray::fromStdString(found.data)), png);
    const QByteArray request = m_server.server.requests.value(0).toLower();
    QVERIFY(request.startsWith("get /cat.png http/1.1\r\n"));
    QVERIFY(!request.contains("authorization") && !request.contains("cookie"));
}

void TestGathering::theBytesSayWhatItIs_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<QString>("kind");
    QTest::newRow("as the server says") << QByteArray("<svg/>") << QByteArray("image/svg+xml; charset=utf-8") << "image/svg+xml";
    QTest::newRow("a wrong name") << png << QByteArray("image/jpeg") << "image/png";
    QTest::newRow("no name") << png << QByteArray("application/octet-stream") << "image/png";
    QTest::newRow("JPEG") << QByteArray("\xff\xd8\xff\xe0") << QByteArray("image/jpg") << "image/jpeg";
    QTest::newRow("JPEG by its other name") << QByteArray("?") << QByteArray("image/jpg") << "image/jpeg";
    QTest::newRow("GIF") << QByteArray("GIF89a") << QByteArray() << "image/gif";
    QTest::newRow("WebP") << QByteArray("RIFF\1\2\3\4WEBPVP8") << QByteArray() << "image/webp";
    QTest::newRow("AVIF") << QByteArray("\0\0\0\x1c"
                                        "ftypavif",
        12) << QByteArray()
                          << "image/avif";
    QTest::newRow("PDF") << QByteArray("%PDF-1.7\n") << QByteArray("text/plain") << "application/pdf";
    QTest::newRow("a page") << QByteArray("<html>") << QByteArray("text/html") << "";
    QTest::newRow("sound in RIFF") << QByteArray("RIFF\1\2\3\4WAVEfmt") << QByteArray("audio/wav") << "";
    QTest::newRow("a type with more in it") << QByteArray("?") << QByteArray("image/png\",\"x") << "";
    QTest::newRow("an endless type") << QByteArray("?") << QByteArray("image/" + QByteArray(100, 'x')) << "";
    QTest::newRow("nothing at all") << QByteArray() << QByteArray() << "";
}

void TestGathering::theBytesSayWhatItIs()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, said);
    QFETCH(QString, kind);
    QCOMPARE(QString::fromStdString(fileKind(bytes.toStdString(), said.toStdString())), kind);
}

void TestGathering::largeOnesComeWhole()
{
    QByteArray large = png;
    for (int i = 0; large.size() < 3'000'001; ++i)
        large += QByteArray::number(i);
    m_server.answers["/large"] = file(large, "image/png");
    auto gatherer = gather({m_server.url("/large")});
    QTRY_VERIFY(gatherer.ended());
    QVERIFY2(!gatherer.error, gatherer.message().c_str());
    const auto &found = *gatherer.files.found.at(m_server.url("/large"));
    QVERIFY(QByteArray::fromBase64(QByteArray::fromStdString(found.data)) == large);
}

void TestGathering::severalComeSideBySide()
{
    PictureServer own; // without anybody's connections
    m_rules.hosts = {own.server.place()};
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
    m_server.answers["/cat.png"] = file(png, "image/png");
    for (const int fetches : {1, 1, 2}) {
        auto gatherer = gather({m_server.url("/cat.png")});
        QTRY_VERIFY(gatherer.ended());
        QVERIFY2(!gatherer.error, gatherer.message().c_str());
        QCOMPARE(m_server.asked.size(), fetches);
        if (m_server.asked.size() == 1 && gatherer.ends == 1)
            m_clock.passed += 6min;
    }
}

void TestGathering::whatEarlierRulesAllowedIsNotKept()
{
    PictureServer own; // without anybody's connections
    m_rules.hosts = {own.server.place()};
    auto gatherer = gather({own.url("/cat.png")});
    QTRY_COMPARE(own.asked.size(), 1);
    m_desk.forget();
    own.server.sockets.last()->write(file(png, "image/png"));
    QTRY_VERIFY(gatherer.ended());
    QVERIFY(!gatherer.error);
    QVERIFY(!m_desk.find(own.url("/cat.png")));
}

void TestGathering::redirectsAreFollowed()
{
    m_server.answers["/a"] = redirect("/b");
    m_server.answers["/b"] = redirect(QByteArray::fromStdString(m_server.url("/c")), "307 Temporary Redirect");
    m_server.answers["/c"] = file(png, "image/png");
    auto gatherer = gather({m_server.url("/a")});
    QTRY_VERIFY(gatherer.ended());
    QVERIFY2(!gatherer.error, gatherer.message().c_str());
    QCOMPARE(m_server.asked, (QList<QByteArray> {"/a", "/b", "/c"}));
    QCOMPARE(gatherer.files.found.count(m_server.url("/a")), std::size_t(1));
}

void TestGathering::aRedirectToAPrivatePlaceIsNotFollowed_data()
{
    QTest::addColumn<QByteArray>("host");
    for (const char *const host : {"127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "0x7f000001"})
        QTest::newRow(host) << QByteArray(host);
}

void TestGathering::aRedirectToAPrivatePlaceIsNotFollowed()
{
    QFETCH(QByteArray, host);
    PictureServer secret;
    secret.answers["/latest/meta-data"] = file(png, "image/png");
    m_server.answers["/a"] =
        redirect("http://" + host + ':' + QByteArray::number(secret.server.serverPort()) + "/latest/meta-data");
    auto gatherer = gather({m_server.url("/a")});
    QTRY_VERIFY(gatherer.ended());
    QVERIFY2(gatherer.says("leads to an address that is not public"), gatherer.message().c_str());
    QVERIFY2(!gatherer.says("meta-data") && !gatherer.says(secret.server.place().c_str()), gatherer.message().c_str());
    QCOMPARE(secret.server.connections, 0);
}

void TestGathering::whatCannotBeHadIsRefused_data()
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

void TestGathering::whatCannotBeHadIsRefused()
{
    QFETCH(QByteArray, answer);
    QFETCH(QByteArray, words);
    m_rules.largest = 200;
    m_server.answers["/"] = answer;
    auto gatherer = gather({m_server.url("/")});
    QTRY_VERIFY(gatherer.ended());
    QVERIFY2(gatherer.says(words.constData()), gatherer.message().c_str());
    QVERIFY2(
        gatherer.says("litellm.BadRequestError: Error: Unable to fetch image from URL. 127.0.0.1:"), gatherer.message().c_str());
    QVERIFY2(!gatherer.says("secret"), gatherer.message().c_str());
    QCOMPARE(gatherer.error->fault, Fault::Unfetched);
    QCOMPARE(gatherer.error->httpStatus(), 400);
}

void TestGathering::theHostsThatAreListedMayBePrivate_data()
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

void TestGathering::theHostsThatAreListedMayBePrivate()
{
    QFETCH(QByteArray, listed);
    QFETCH(bool, isChecked);
    QFETCH(bool, isFetched);
    m_rules.checksPlaces = isChecked;
    m_rules.hosts = {listed.replace("PORT", QByteArray::number(m_server.server.serverPort())).toStdString()};
    m_server.answers["/cat.png"] = file(png, "image/png");
    auto gatherer = gather({m_server.url("/cat.png")});
    QTRY_VERIFY(gatherer.ended());
    QCOMPARE(!gatherer.error, isFetched);
    QCOMPARE(m_server.asked.size(), isFetched ? 1 : 0);
    QVERIFY(isFetched || gatherer.says("not public"));
}

void TestGathering::tooMuchTogetherIsRefused()
{
    m_rules.largest = 30;
    for (const char *const path : {"/1", "/2", "/3"})
        m_server.answers[path] = file(png, "image/png");
    auto gatherer = gather({m_server.url("/1"), m_server.url("/2"), m_server.url("/3")});
    QTRY_VERIFY(gatherer.ended());
    QVERIFY2(gatherer.says("too large together"), gatherer.message().c_str());
}

void TestGathering::whatIsOnItsWayHasALimit()
{
    QVERIFY(m_desk.take(256 * 1024 * 1024));
    m_server.answers["/cat.png"] = file(png, "image/png");
    for (const bool isFull : {true, false}) {
        auto gatherer = gather({m_server.url("/cat.png")});
        QTRY_VERIFY(gatherer.ended());
        QCOMPARE(gatherer.error.has_value(), isFull);
        if (!isFull)
            break;
        QCOMPARE(gatherer.error->httpStatus(), 503);
        QVERIFY(gatherer.error->retryAfter.has_value());
        m_desk.giveBack(256 * 1024 * 1024);
    }
    QVERIFY(m_desk.take(256 * 1024 * 1024)); // nothing of it is still counted
    m_desk.giveBack(256 * 1024 * 1024);
}

void TestGathering::tooManyAreRefused()
{
    std::vector<std::string> urls;
    for (int i = 0; i <= 100; ++i)
        urls.push_back(m_server.url(("/" + std::to_string(i)).c_str()));
    auto gatherer = gather(urls);
    QVERIFY(gatherer.ended());
    QVERIFY2(gatherer.says("more than 100"), gatherer.message().c_str());
    QVERIFY(m_server.asked.isEmpty());
}

void TestGathering::nothingIsFetchedWhereThatIsSwitchedOff()
{
    m_rules.largest = 0;
    auto gatherer = gather({m_server.url("/cat.png")});
    QVERIFY(gatherer.ended());
    QVERIFY2(gatherer.says("switched off"), gatherer.message().c_str());
    QVERIFY(m_server.asked.isEmpty());
}

void TestGathering::aSlowOneIsGivenUp()
{
    PictureServer own; // without anybody's connections
    m_rules.hosts = {own.server.place()};
    own.answers["/slow"] = "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: 100\r\n\r\n" + png;
    Gatherer gatherer {m_desk, m_rules, {own.url("/slow"), own.url("/silent")}, 1000ms};
    QTRY_VERIFY(gatherer.ended());
    QVERIFY2(gatherer.says("did not come within 1 s"), gatherer.message().c_str());
    QCOMPARE(gatherer.ends, 1);
    QTRY_COMPARE(own.server.disconnections, own.server.connections);
}

void TestGathering::whoLeavesEndsTheFetch()
{
    PictureServer own; // without anybody's connections
    m_rules.hosts = {own.server.place()};
    auto gatherer = gather({own.url("/silent")});
    QTRY_COMPARE(own.asked.size(), 1);
    gatherer.gathering.reset();
    QTRY_COMPARE(own.server.disconnections, own.server.connections);
    QVERIFY(!gatherer.ended());
}

void TestGathering::anAddressWithAPasswordIsNotSent()
{
    const std::string place = m_server.server.place();
    auto gatherer = gather({"http://user:hidden@" + place + "/cat.png"});
    QVERIFY(gatherer.ended());
    QVERIFY2(gatherer.says("name or password") && !gatherer.says("hidden"), gatherer.message().c_str());
}

void TestGathering::theRulesAreRead()
{
    const auto rules = [](const char *text, const char *variable = nullptr) {
        return fetchRules(config::parse(text, "test", [variable](const std::string &name) {
            return variable && name == "MAX_IMAGE_URL_DOWNLOAD_SIZE_MB" ? std::optional<std::string>(variable) : std::nullopt;
        }));
    };
    const FetchRules usual = rules("general_settings: {master_key: sk-1}");
    QVERIFY(usual.checksPlaces && usual.hosts.empty());
    QCOMPARE(usual.largest, std::size_t(50 * 1024 * 1024));
    const FetchRules given =
        rules("general_settings: {user_url_allowed_hosts: ['Files.Example.', 'a:80'], max_image_url_download_size_mb: 2}\n"
              "litellm_settings: {user_url_allowed_hosts: ['[::1]'], user_url_validation: false}",
            "7");
    QVERIFY(!given.checksPlaces);
    QCOMPARE(given.hosts, (std::set<std::string, std::less<>> {"files.example", "a:80", "[::1]"}));
    QCOMPARE(given.largest, std::size_t(2 * 1024 * 1024));
    QCOMPARE(rules("general_settings: {master_key: sk-1}", "7").largest, std::size_t(7 * 1024 * 1024));
    QCOMPARE(rules("general_settings: {master_key: sk-1}", "0").largest, std::size_t(0));
    QCOMPARE(rules("general_settings: {master_key: sk-1}", "much").largest, std::size_t(50 * 1024 * 1024));
}

QTEST_GUILESS_MAIN(TestGathering)
#include "tst_gathering.moc"
