// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "../upstream/script_server.h"
#include "gateway/observe/sinks/courier.h"
#include "gateway/observe/sinks/http_transport.h"
#include "gateway/observe/sinks/line_file.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>

using namespace gatehouse;
using namespace gatehouse::observe::sinks;
using namespace std::chrono_literals;

namespace {

/// A batch is lines.
class Lines final : public Form
{
public:
    explicit Lines(std::string url)
        : m_url(std::move(url))
    {
    }
    Post post(std::span<const std::string> reports, Clock::Wall) override
    {
        Post post {m_url};
        for (const std::string &each : reports)
            post.body += each + "\n";
        return post;
    }

private:
    std::string m_url;
};

QByteArray bodyOf(const QByteArray &request)
{
    return request.mid(request.indexOf("\r\n\r\n") + 4);
}

/// A server that answers what the test says, and keeps what it accepted.
class Recording : public ScriptServer
{
public:
    Recording()
        : ScriptServer([this](QTcpSocket *socket, const QByteArray &request) { answerTo(socket, request); })
    {
    }
    QList<QByteArray> answers; // status lines, one for each request; then all is well
    QByteArray accepted;
    int hangs = 0; // requests that get no answer

private:
    void answerTo(QTcpSocket *socket, const QByteArray &request)
    {
        if (hangs > 0) {
            --hangs;
            return;
        }
        const QByteArray line = answers.isEmpty() ? QByteArray("HTTP/1.1 200 OK") : answers.takeFirst();
        if (line.isEmpty())
            return socket->abort();
        if (line.contains(" 2"))
            accepted += bodyOf(request);
        socket->write(answer("{}", line));
    }
};

/// A courier and what it needs.
struct World {
    upstream::Client client {upstream::Settings {}};
    Recording server;
    QTemporaryDir directory;
    std::vector<Complaint> complaints;
    HttpTransport::ClosedDoors doors = HttpTransport::ClosedDoors::MayOpen;
    Bounds bounds {100, 10000, 0, 1ms, 4ms, 300ms};
    Habits habits {3, 1ms, 1000};

    Office::Overflow overflow = Office::Overflow::ToDisk;

    std::unique_ptr<Courier> courier()
    {
        Office office;
        office.bounds = bounds;
        office.overflow = overflow;
        office.directory = bounds.disk > 0 ? directory.path().toStdString() + "/sinks/lines" : std::string();
        office.complain = [this](const Complaint &complaint) { complaints.push_back(complaint); };
        auto transport =
            std::make_unique<HttpTransport>(client, std::make_unique<Lines>(server.url("/")), bounds.patience, doors);
        return std::make_unique<Courier>(std::move(transport), habits, std::move(office));
    }
};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("none");
}

QByteArray numbers(int from, int to)
{
    QByteArray all;
    for (int i = from; i < to; ++i)
        all += QByteArray::number(i) + "\n";
    return all;
}

void take(Courier &courier, int from, int to)
{
    for (int i = from; i < to; ++i)
        courier.take(std::to_string(i));
}

} // namespace

class TestCourier : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void reportsGoInBatchesAndInOrder()
    {
        World world;
        const auto courier = world.courier();
        take(*courier, 0, 7);
        QTRY_COMPARE(world.server.accepted, numbers(0, 7));
        QCOMPARE(bodyOf(world.server.requests.first()), numbers(0, 3));
        QTRY_COMPARE(courier->figures().sent, std::uint64_t(7));
        QVERIFY(courier->isEmpty() && world.complaints.empty());
    }

    void whatIsNotTakenNowIsSentAgain()
    {
        World world;
        world.server.answers = {
            "HTTP/1.1 500 No", "", "HTTP/1.1 429 Later\r\nRetry-After: 0", "HTTP/1.1 401 Who", "HTTP/1.1 302 There"};
        const auto courier = world.courier();
        take(*courier, 0, 8);
        QTRY_COMPARE(world.server.accepted, numbers(0, 8));
        QTRY_COMPARE(courier->figures().sent, std::uint64_t(8));
        QCOMPARE(courier->figures().retries, std::uint64_t(5));
        QCOMPARE(courier->figures().failed + courier->figures().dropped, std::uint64_t(0));
        QCOMPARE(world.complaints.size(), std::size_t(1)); // once a minute is enough
        QVERIFY(world.complaints.front().kind == Complaint::Kind::Delayed);
        QCOMPARE(world.complaints.front().answer.trouble, std::string("HTTP 500"));
    }

    void aServerThatHangsIsGivenUpAndTriedAgain()
    {
        World world;
        world.server.hangs = 1;
        const auto courier = world.courier();
        take(*courier, 0, 3);
        QTRY_COMPARE(world.server.accepted, numbers(0, 3));
        QCOMPARE(courier->figures().retries, std::uint64_t(1));
    }

    void whatNobodyWillEverTakeIsDropped()
    {
        World world;
        world.server.answers = {"HTTP/1.1 400 Bad"};
        const auto courier = world.courier();
        take(*courier, 0, 6);
        QTRY_COMPARE(world.server.accepted, numbers(3, 6));
        QTRY_COMPARE(courier->figures().sent, std::uint64_t(3));
        QCOMPARE(courier->figures().failed, std::uint64_t(3));
        QCOMPARE(world.complaints.size(), std::size_t(1));
        QVERIFY(world.complaints.front().kind == Complaint::Kind::Refused);
        QCOMPARE(world.complaints.front().answer.trouble, std::string("HTTP 400"));
        QCOMPARE(world.complaints.front().reports, std::size_t(3));
    }

    void anAddressThatIsGoneForGoodGetsNothingTwice()
    {
        World world;
        world.doors = HttpTransport::ClosedDoors::StayClosed;
        world.server.answers = {"HTTP/1.1 404 Gone"};
        const auto courier = world.courier();
        take(*courier, 0, 6);
        QTRY_COMPARE(world.server.accepted, numbers(3, 6));
        QCOMPARE(courier->figures().failed, std::uint64_t(3));
        QCOMPARE(courier->figures().retries, std::uint64_t(0));
    }

    void aServerIsLeftAloneForAsLongAsItWishes()
    {
        World world;
        world.server.answers = {"HTTP/1.1 429 Later\r\nRetry-After: 1"};
        const auto courier = world.courier();
        take(*courier, 0, 3);
        QTRY_COMPARE(world.server.requests.size(), 1);
        const auto refused = std::chrono::steady_clock::now();
        QTRY_COMPARE(world.server.accepted, numbers(0, 3));
        QVERIFY(std::chrono::steady_clock::now() - refused > 900ms);
    }

    void aBatchThatIsTooLargeIsDivided()
    {
        World world;
        world.habits.batch = 8;
        world.server.answers = {"HTTP/1.1 413 Much", "HTTP/1.1 413 Much", "HTTP/1.1 200 OK"};
        const auto courier = world.courier();
        take(*courier, 0, 8);
        QTRY_COMPARE(world.server.accepted, numbers(0, 8));
        QCOMPARE(bodyOf(world.server.requests.at(2)), numbers(0, 2));
    }

    void whatFindsNoPlaceIsCounted()
    {
        World world;
        world.bounds.reports = 5;
        world.server.hangs = 1000;
        const auto courier = world.courier();
        take(*courier, 0, 20);
        QCOMPARE(courier->figures().dropped, std::uint64_t(12)); // three on their way, five wait
        QCOMPARE(courier->figures().waiting, std::size_t(8));
    }

    void theOldestMayGiveWayToWhatIsNew()
    {
        World world;
        world.bounds.reports = 5;
        world.overflow = Office::Overflow::DropOldest;
        world.server.hangs = 1;
        const auto courier = world.courier();
        take(*courier, 0, 20);
        QCOMPARE(courier->figures().dropped, std::uint64_t(12));
        QCOMPARE(world.complaints.size(), std::size_t(1));
        QVERIFY(world.complaints.front().kind == Complaint::Kind::Crowded);
        QTRY_COMPARE(world.server.accepted, numbers(0, 3) + numbers(15, 20)); // what was on its way stays
    }

    void moreWaitsOnDiskAndArrivesInOrder()
    {
        World world;
        world.bounds.reports = 5;
        world.bounds.disk = 100000;
        world.server.answers = {"HTTP/1.1 503 No", "HTTP/1.1 503 No", "HTTP/1.1 503 No"};
        const auto courier = world.courier();
        take(*courier, 0, 500);
        QVERIFY(courier->figures().onDisk > 0);
        QTRY_COMPARE(world.server.accepted, numbers(0, 500));
        QTRY_VERIFY(courier->isEmpty());
        QCOMPARE(courier->figures().onDisk, std::uint64_t(0));
        QCOMPARE(courier->figures().dropped, std::uint64_t(0));
        QVERIFY(QDir(world.directory.path() + QStringLiteral("/sinks/lines")).isEmpty());
    }

    void theDiskHasABoundToo()
    {
        World world;
        world.bounds.reports = 5;
        world.bounds.disk = 100;
        world.server.hangs = 1000;
        const auto courier = world.courier();
        take(*courier, 0, 500);
        QVERIFY(courier->figures().onDisk <= 100);
        QCOMPARE(courier->figures().dropped + courier->figures().waiting, std::size_t(500 - 17)); // of 4 + 2 bytes, some of 4 + 1
    }

    void whatWasNotSentIsThereAfterARestart()
    {
        World world;
        world.bounds.reports = 5;
        world.bounds.disk = 100000;
        world.server.hangs = 1;
        {
            const auto courier = world.courier();
            take(*courier, 0, 50);
            QTRY_COMPARE(world.server.requests.size(), 1);
            courier->keep(); // three were on their way
        }
        const QDir folder(world.directory.path() + QStringLiteral("/sinks/lines"));
        const auto files = folder.entryInfoList({QStringLiteral("*.spool")});
        QCOMPARE(files.size(), 2);
        for (const QFileInfo &file : files)
            QCOMPARE(file.permissions() & QFileDevice::Permissions(0x77), QFileDevice::Permissions(0));
        const auto courier = world.courier();
        QTRY_COMPARE(world.server.accepted, numbers(0, 50));
        QTRY_VERIFY(courier->isEmpty());
    }

    void aBrokenFileGivesWhatIsWholeInIt()
    {
        World world;
        const std::string directory = world.directory.path().toStdString();
        {
            Spool spool(directory, 1000);
            QVERIFY(spool.append("one") && spool.append("two") && spool.append("three"));
        }
        const QString name = QDir(world.directory.path()).entryList({QStringLiteral("*.spool")}).first();
        QFile file(world.directory.filePath(name));
        QVERIFY(file.resize(file.size() - 2));
        QFile foreign(world.directory.filePath(QStringLiteral("x.spool")));
        QVERIFY(foreign.open(QIODevice::WriteOnly));
        Spool spool(directory, 1000);
        QCOMPARE(spool.load(), (std::vector<std::string> {"one", "two"}));
        QVERIFY(spool.append("four")); // behind what is loaded
        QCOMPARE(spool.putBack({"two"}), std::size_t(0));
        QCOMPARE(spool.load(), (std::vector<std::string> {"two"}));
        spool.release();
        QCOMPARE(spool.load(), (std::vector<std::string> {"four"}));
        spool.release();
        QVERIFY(spool.isEmpty() && spool.bytes() == 0);
    }

    void linesGoToAFileThatTurns()
    {
        QTemporaryDir directory;
        const QString path = directory.filePath(QStringLiteral("calls.jsonl"));
        LineFile file("jsonl", {path.toStdString(), 10, 2}, {});
        for (const char *line : {"one", "two", "three", "four", "five", "six"})
            file.take(line);
        file.hurry();
        QCOMPARE(contentOf(path), QByteArray("six\n"));
        QCOMPARE(contentOf(path + QStringLiteral(".1")), QByteArray("four\nfive\n"));
        QCOMPARE(contentOf(path + QStringLiteral(".2")), QByteArray("three\n"));
        QCOMPARE(contentOf(path + QStringLiteral(".3")), QByteArray("none"));
        QCOMPARE(QFile::permissions(path) & QFileDevice::Permissions(0x77), QFileDevice::Permissions(0));
        QStringList warnings;
        LineFile nowhere(
            "jsonl", {"/nowhere/at/all"}, [&](const std::string &text) { warnings << QString::fromStdString(text); });
        nowhere.take("a");
        nowhere.take("b");
        nowhere.hurry();
        QCOMPARE(nowhere.figures().dropped, std::uint64_t(2));
        QCOMPARE(warnings.size(), 1);
        nowhere.take("c");
        nowhere.hurry();
        QCOMPARE(nowhere.figures().dropped, std::uint64_t(3));
        QCOMPARE(warnings.size(), 1);
    }

    void linesOfOneMomentAreWrittenTogether()
    {
        QTemporaryDir directory;
        const QString path = directory.filePath(QStringLiteral("calls.jsonl"));
        LineFile file("jsonl", {path.toStdString()}, {});
        file.take("one");
        file.take("two");
        QCOMPARE(contentOf(path), QByteArray());
        QCOMPARE(file.figures().waiting, std::size_t(2));
        QVERIFY(!file.isAtRest());
        QTRY_COMPARE(contentOf(path), QByteArray("one\ntwo\n")); // with nobody in a hurry
        QCOMPARE(file.figures().sent, std::uint64_t(2));
        QVERIFY(file.isAtRest() && file.figures().waiting == 0);
    }

    void manyLinesAreWrittenBeforeTheMomentEnds()
    {
        QTemporaryDir directory;
        const QString path = directory.filePath(QStringLiteral("calls.jsonl"));
        LineFile file("jsonl", {path.toStdString()}, {});
        const std::string line(60'000, 'x'), longLine(70'000, 'y');
        for (int i = 0; i < 5; ++i)
            file.take(line);
        QCOMPARE(contentOf(path).size(), qsizetype(4 * 60'001));
        file.take(longLine); // behind what waits, and both at once
        QCOMPARE(contentOf(path).size(), qsizetype(5 * 60'001 + 70'001));
        const QByteArray end = "xx\n" + QByteArray(70'000, 'y') + "\n";
        QVERIFY(contentOf(path).endsWith(end));
        QCOMPARE(file.figures().sent, std::uint64_t(6));
    }

    void whatWaitsIsWrittenWhenTheFileIsNoMore()
    {
        QTemporaryDir directory;
        const QString path = directory.filePath(QStringLiteral("calls.jsonl"));
        {
            LineFile file("jsonl", {path.toStdString()}, {});
            file.take("kept");
            file.keep();
            QCOMPARE(contentOf(path), QByteArray("kept\n"));
            file.take("last");
        }
        QCOMPARE(contentOf(path), QByteArray("kept\nlast\n"));
    }

    void aFileThatTakesHalfALineIsGoneOnWithBehindIt()
    {
        QTemporaryDir directory;
        const QString path = directory.filePath(QStringLiteral("calls.jsonl"));
        LineFile file("jsonl", {path.toStdString()}, {});
        const auto limit = [](rlim_t bytes) {
            rlimit size {};
            getrlimit(RLIMIT_FSIZE, &size);
            size.rlim_cur = bytes;
            setrlimit(RLIMIT_FSIZE, &size);
        };
        const auto before = std::signal(SIGXFSZ, SIG_IGN);
        limit(10);
        for (const char *line : {"one", "two", "three", "four"})
            file.take(line);
        file.hurry();
        limit(RLIM_INFINITY);
        std::signal(SIGXFSZ, before);
        QCOMPARE(file.figures().sent, std::uint64_t(2));
        QCOMPARE(file.figures().dropped, std::uint64_t(2));
        QVERIFY(!file.figures().trouble.empty());
        file.take("five");
        file.hurry();
        QCOMPARE(contentOf(path), QByteArray("one\ntwo\nth\nfive\n"));
        QCOMPARE(file.figures().sent, std::uint64_t(3));
        QVERIFY(file.figures().trouble.empty());
    }

    void aPipeGetsEachLineAtOnce()
    {
        QTemporaryDir directory;
        const QByteArray path = directory.filePath(QStringLiteral("pipe")).toUtf8();
        QCOMPARE(::mkfifo(path.constData(), 0600), 0);
        const int reader = ::open(path.constData(), O_RDONLY | O_NONBLOCK);
        LineFile file("jsonl", {path.toStdString()}, {});
        file.take("one");
        char read[16];
        QCOMPARE(::read(reader, read, sizeof read), ssize_t(4));
        ::close(reader);
    }
};

QTEST_GUILESS_MAIN(TestCourier)
#include "tst_courier.moc"
