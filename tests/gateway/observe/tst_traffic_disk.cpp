// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/traffic/disk.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>

using namespace gatehouse;
using namespace gatehouse::observe::traffic;

namespace {

constexpr std::uint64_t megabyte = 1024 * 1024;

std::string row(const std::string &callId)
{
    return R"({"call_id":")" + callId + R"("})";
}

void write(Disk &disk, const std::string &callId, const std::string &document)
{
    const std::string_view part = document;
    disk.write(callId, row(callId), std::span(&part, 1));
}

std::string found(const Disk &disk, std::string_view callId)
{
    const auto kept = disk.find(callId);
    return kept ? kept->document : kept.error().message;
}

QStringList filesOf(const QTemporaryDir &directory)
{
    return QDir(directory.path()).entryList(QDir::Files, QDir::Name);
}

/// While it lives no file gets larger than so many bytes.
class FullDisk
{
public:
    explicit FullDisk(rlim_t bytes)
    {
        ::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit small {bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &small);
    }
    ~FullDisk() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    FullDisk(const FullDisk &) = delete;
    FullDisk &operator=(const FullDisk &) = delete;

private:
    rlimit m_before {};
};

} // namespace

class TestTrafficDisk : public QObject
{
    Q_OBJECT

    QTemporaryDir m_directory;
    std::vector<std::string> m_said;

    qint64 bytesInFiles() const
    {
        qint64 sum = 0;
        for (const QFileInfo &file : QDir(m_directory.path()).entryInfoList(QDir::Files))
            sum += file.size();
        return sum;
    }

    void open(Disk &disk, std::uint64_t budget = megabyte)
    {
        disk.open(m_directory.path().toStdString(), budget, [this](bool, const std::string &text) { m_said.push_back(text); });
    }

private Q_SLOTS:
    void init()
    {
        m_directory = QTemporaryDir();
        m_said.clear();
    }

    void whatWasWrittenIsFoundAgainAfterARestart()
    {
        {
            Disk disk;
            open(disk);
            write(disk, "one", "first");
            write(disk, "two", "second\nwith GTR3 in it");
            QCOMPARE(found(disk, "one"), std::string("first"));
        }
        Disk disk;
        open(disk);
        QCOMPARE(disk.count(), std::size_t(2));
        QCOMPARE(found(disk, "two"), std::string("second\nwith GTR3 in it"));
        QVERIFY(disk.find("three").error().fault == Fault::NotFound);
        QVERIFY(disk.newest(1) == std::vector<std::string> {row("two")});
        write(disk, "three", "third");
        QCOMPARE(found(disk, "three"), std::string("third"));
        QCOMPARE(disk.find("three")->row, row("three"));
    }

    void whatIsGatheredIsFoundBeforeItIsWritten()
    {
        Disk disk;
        open(disk);
        write(disk, "one", "first");
        disk.flush();
        write(disk, "two", "second");
        write(disk, "three", "third");
        const qint64 before = bytesInFiles();
        QCOMPARE(found(disk, "one"), std::string("first"));
        QCOMPARE(found(disk, "two"), std::string("second"));
        QVERIFY((disk.newest(2) == std::vector<std::string> {row("two"), row("three")}));
        QVERIFY(static_cast<std::uint64_t>(before) < disk.bytes());
        disk.flush();
        QCOMPARE(static_cast<std::uint64_t>(bytesInFiles()), disk.bytes());
        QCOMPARE(found(disk, "three"), std::string("third"));
    }

    void muchIsNotGathered()
    {
        Disk disk;
        open(disk, 8 * megabyte);
        write(disk, "small", "first");
        write(disk, "large", std::string(100000, 'x')); // takes the small one along
        QCOMPARE(static_cast<std::uint64_t>(bytesInFiles()), disk.bytes());
        for (int i = 0; i < 40; ++i)
            write(disk, "call-" + std::to_string(i), std::string(10000, 'x'));
        QVERIFY(disk.bytes() - static_cast<std::uint64_t>(bytesInFiles()) < 300000);
        QCOMPARE(found(disk, "small"), std::string("first"));
        QCOMPARE(found(disk, "large"), std::string(100000, 'x'));
    }

    void whatWasGatheredForAFullDiskIsLost()
    {
        Disk disk;
        open(disk);
        write(disk, "one", "first");
        disk.flush();
        const auto kept = static_cast<std::uint64_t>(bytesInFiles());
        {
            const FullDisk full(kept + 100);
            write(disk, "two", "second");
            write(disk, "three", std::string(20000, 'x'));
            disk.flush();
        }
        QCOMPARE(disk.lost(), std::uint64_t(2));
        QCOMPARE(m_said.size(), std::size_t(1));
        QCOMPARE(disk.count(), std::size_t(1));
        QCOMPARE(static_cast<std::uint64_t>(bytesInFiles()), kept);
        QVERIFY(disk.find("two").error().fault == Fault::NotFound);
        write(disk, "four", "fourth");
        disk.flush();
        QCOMPARE(m_said.size(), std::size_t(2));
        QCOMPARE(found(disk, "one"), std::string("first"));
        QCOMPARE(found(disk, "four"), std::string("fourth"));
    }

    void filesAreTheOwnersAlone()
    {
        Disk disk;
        open(disk);
        write(disk, "one", "first");
        struct stat facts {
        };
        const QString path = m_directory.filePath(filesOf(m_directory).value(0));
        QCOMPARE(::stat(path.toUtf8().constData(), &facts), 0);
        QCOMPARE(facts.st_mode & 0777U, 0600U);
        QCOMPARE(::stat(m_directory.path().toUtf8().constData(), &facts), 0);
        QCOMPARE(facts.st_mode & 0777U, 0700U);
    }

    void theOldestSegmentGoesWhenTheBudgetIsUsedUp()
    {
        Disk disk;
        open(disk, megabyte);
        for (int i = 0; i < 200; ++i)
            write(disk, "call-" + std::to_string(i), std::string(20000, 'x'));
        QVERIFY(disk.bytes() <= megabyte);
        QVERIFY(filesOf(m_directory).size() > 2);
        QVERIFY(!disk.find("call-0"));
        QVERIFY(disk.find("call-199"));
        QCOMPARE(disk.lost(), std::uint64_t(0));
        disk.setBudget(200000);
        QVERIFY(disk.bytes() <= 200000);
    }

    void brokenFramesCostNoMoreThanThemselves()
    {
        {
            Disk disk;
            open(disk);
            for (const char *id : {"one", "two", "three"})
                write(disk, id, std::string("document of ") + id);
        }
        QFile file(m_directory.filePath(filesOf(m_directory).value(0)));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray bytes = file.readAll();
        bytes[bytes.indexOf("\"two\"") + 1] = 'X';       // its row is not what it was
        bytes[bytes.indexOf("document of three")] = 'X'; // nor is this document
        file.seek(0);
        file.write(bytes);
        file.write("GTR3 0000"); // a power cut
        file.close();
        Disk disk;
        open(disk);
        QCOMPARE(disk.count(), std::size_t(2));
        QVERIFY(disk.broken() >= 1);
        QCOMPARE(found(disk, "one"), std::string("document of one"));
        QVERIFY(disk.find("three").error().message.find("damaged") != std::string::npos);
    }

    void nonsenseInItsPlaceIsLeftOut()
    {
        for (const char *name : {"traffic-.log", "traffic-abc.log", "traffic-00000007.log", "other"}) {
            QFile file(m_directory.filePath(QLatin1String(name)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("GTR3 ffffffff ffffffff ffffffff 0000000000000000 0000000000000000\nGTR3 \n\nGTR3 x");
        }
        Disk disk;
        open(disk);
        QCOMPARE(disk.count(), std::size_t(0));
        write(disk, "one", "first");
        QCOMPARE(found(disk, "one"), std::string("first"));
    }

    void filesOfOtherVersionsStayAsideUntilTheirRoomIsNeeded()
    {
        QFile file(m_directory.filePath(QStringLiteral("traffic-00000001.log")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("GTR2 00000011 00000005 0000000000000000 0000000000000000\n{\"call_id\":\"old\"}first\n");
        file.write(QByteArray(90000, 'x'));
        file.close();
        Disk disk;
        open(disk, 100000);
        QCOMPARE(disk.count(), std::size_t(0));
        QCOMPARE(disk.broken(), std::uint64_t(0));
        QVERIFY(disk.bytes() > 90000);
        write(disk, "one", std::string(20000, 'x'));
        QCOMPARE(found(disk, "one"), std::string(20000, 'x'));
        QVERIFY(!file.exists());
    }

    void whatCannotBeWrittenIsCountedAndSaidOnce()
    {
        Disk disk;
        disk.open("/proc/no/such/place", megabyte, [this](bool, const std::string &text) { m_said.push_back(text); });
        write(disk, "one", "first");
        write(disk, "two", "second");
        QCOMPARE(disk.lost(), std::uint64_t(2));
        QCOMPARE(m_said.size(), std::size_t(1));
        QVERIFY(!disk.find("one"));
    }

    void whatIsLargerThanTheBudgetIsLost()
    {
        Disk disk;
        open(disk, 100000);
        write(disk, "one", "first");
        write(disk, "large", std::string(200000, 'x'));
        QCOMPARE(disk.lost(), std::uint64_t(1));
        QVERIFY(disk.find("one"));
        write(disk, "two", "second");
        QVERIFY(disk.find("two"));
        disk.flush();
        QCOMPARE(m_said.size(), std::size_t(2)); // that it loses, and that it does not any more
    }
};

QTEST_APPLESS_MAIN(TestTrafficDisk)
#include "tst_traffic_disk.moc"
