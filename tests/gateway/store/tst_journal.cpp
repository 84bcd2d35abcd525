// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/store/crc32c.h"
#include "gateway/store/frame.h"
#include "gateway/store/journal.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <set>
#include <thread>

using namespace gatehouse;
using namespace gatehouse::store;

namespace {

std::vector<std::string> recordsOf(std::string_view bytes)
{
    std::vector<std::string> all;
    std::size_t at = 0;
    while (const auto frame = nextFrame(bytes, at)) {
        all.emplace_back(frame->record);
        at = frame->end;
    }
    return all;
}

std::vector<std::string> recordsOf(const Journal &journal)
{
    std::vector<std::string> all;
    for (const Segment &segment : journal.segments()) {
        const auto bytes = journal.read(segment, 0);
        const auto records = recordsOf(bytes ? *bytes : std::string());
        all.insert(all.end(), records.begin(), records.end());
    }
    return all;
}

std::uint32_t checksumOf(std::string_view bytes)
{
    std::uint32_t crc = 0xffffffff;
    for (const char byte : bytes) {
        crc ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1) ? 0x82f63b78 : 0);
    }
    return ~crc;
}

} // namespace

class TestJournal : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_directory;
    JournalOptions options(const char *name) const
    {
        JournalOptions options;
        options.directory = m_directory.filePath(QString::fromLatin1(name)).toStdString();
        return options;
    }

private Q_SLOTS:
    void theChecksumIsCastagnolis()
    {
        QCOMPARE(crc32c("123456789"), 0xe3069283U);
        QCOMPARE(crc32c("56789", crc32c("1234")), 0xe3069283U);
    }

    void theChecksumIsTheSameBitByBit()
    {
        std::string bytes;
        for (int length = 0; length < 70; ++length) {
            for (std::size_t from = 0; from < std::min<std::size_t>(bytes.size(), 9); ++from)
                QCOMPARE(crc32c(std::string_view(bytes).substr(from)), checksumOf(std::string_view(bytes).substr(from)));
            bytes += static_cast<char>(length * 37 + 200);
        }
    }

    void aTornTailIsCutAtEveryByte()
    {
        const std::string first = framed("first"), second = framed("second"), both = first + second;
        for (std::size_t cut = 0; cut <= both.size(); ++cut) {
            std::vector<std::string> expected;
            if (cut >= first.size())
                expected.push_back("first");
            if (cut == both.size())
                expected.push_back("second");
            QCOMPARE(recordsOf(std::string_view(both).substr(0, cut)), expected);
        }
    }

    void damageAtAnyByteCostsThatRecordOnly()
    {
        const std::string first = framed("first"), second = framed("second");
        for (std::size_t at = 0; at < first.size(); ++at) {
            std::string damaged = first + second;
            damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
            QCOMPARE(recordsOf(damaged), std::vector<std::string> {"second"});
        }
    }

    void whatWasAppendedIsReadInItsOrder()
    {
        Journal journal;
        QVERIFY(journal.open(options("order")));
        for (int i = 0; i < 100; ++i)
            QVERIFY(journal.append("record " + std::to_string(i)));
        const auto all = recordsOf(journal);
        QCOMPARE(all.size(), std::size_t(100));
        QCOMPARE(all.front(), std::string("record 0"));
        QCOMPARE(all.back(), std::string("record 99"));
    }

    void aFullSegmentIsFollowedByAnother()
    {
        Journal journal;
        JournalOptions small = options("roll");
        small.segmentBytes = 1000;
        QVERIFY(journal.open(small));
        for (int i = 0; i < 100; ++i)
            QVERIFY(journal.append(std::string(90, 'x')));
        QVERIFY(journal.segments().size() >= 10);
        QVERIFY(journal.segments().back().isCurrent || journal.segments().size() > 1);
        QCOMPARE(recordsOf(journal).size(), std::size_t(100));
    }

    void eachOpeningBeginsASegmentOfItsOwn()
    {
        for (int i = 0; i < 3; ++i) {
            Journal journal;
            QVERIFY(journal.open(options("reopened")));
            QVERIFY(journal.append("record"));
            QCOMPARE(journal.segments().size(), std::size_t(i + 1));
        }
    }

    void aDraftThatAProgramLeftBehindIsRemoved()
    {
        const JournalOptions place = options("drafts");
        QVERIFY(QDir().mkpath(QString::fromStdString(place.directory)));
        const QString old = QString::fromStdString(place.directory + "/1.journal.new"),
                      young = QString::fromStdString(place.directory + "/2.journal.new");
        for (const QString &path : {old, young}) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            if (path == old)
                QVERIFY(file.setFileTime(QDateTime::fromSecsSinceEpoch(1), QFileDevice::FileModificationTime));
        }
        Journal journal;
        QVERIFY(journal.open(place));
        QVERIFY(!QFile::exists(old));
        QVERIFY(QFile::exists(young)); // another program may be about to name it
    }

    void manyThreadsLoseNothing()
    {
        Journal journal;
        JournalOptions small = options("threads");
        small.segmentBytes = 20'000;
        QVERIFY(journal.open(small));
        std::vector<std::thread> threads;
        for (int thread = 0; thread < 4; ++thread) {
            threads.emplace_back([&journal, thread] {
                for (int i = 0; i < 1000; ++i)
                    (void)journal.append(std::to_string(thread) + " " + std::to_string(i));
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        const auto all = recordsOf(journal);
        QCOMPARE(all.size(), std::size_t(4000));
        QCOMPARE(std::set<std::string>(all.begin(), all.end()).size(), std::size_t(4000));
    }

    void programsThatShareADirectoryLeaveEachOthersSegmentsAlone()
    {
        Journal one, other;
        QVERIFY(one.open(options("shared")));
        QVERIFY(other.open(options("shared")));
        QVERIFY(one.append("of the one"));
        QVERIFY(other.append("of the other"));
        QCOMPARE(recordsOf(one), std::vector<std::string> {"of the one"});
        QCOMPARE(recordsOf(other), std::vector<std::string> {"of the other"});
        one.close();
        QCOMPARE(recordsOf(other).size(), std::size_t(2));
    }

    void aDiskThatTakesNoFurtherSegmentIsSaidAndRecoversLater()
    {
        Journal journal;
        JournalOptions small = options("full");
        small.segmentBytes = 100;
        QVERIFY(journal.open(small));
        QVERIFY(journal.isWritable());
        const QString directory = QString::fromStdString(small.directory);
        QVERIFY(QDir().rename(directory, directory + QStringLiteral("-away")));
        QVERIFY(journal.append(std::string(200, 'x')));
        QVERIFY(journal.append("of a call that still ran")); // into the room that was kept
        QVERIFY(!journal.isWritable());
        journal.tend();
        QVERIFY(!journal.isWritable());
        QVERIFY(QDir().rename(directory + QStringLiteral("-away"), directory));
        journal.tend();
        QVERIFY(journal.isWritable());
        QCOMPARE(recordsOf(journal).size(), std::size_t(2));
    }

    void theListenerHearsOfTheFirstRecordUntilItLooks()
    {
        Journal journal;
        int heard = 0;
        journal.listen([&heard] { ++heard; });
        QVERIFY(journal.open(options("listener")));
        QVERIFY(journal.append("a"));
        QVERIFY(journal.append("b"));
        QCOMPARE(heard, 1);
        journal.rearm();
        QVERIFY(journal.append("c"));
        QCOMPARE(heard, 2);
    }

    void oneThatWasNeverOpenedTakesEverything()
    {
        Journal journal;
        QVERIFY(journal.append("nothing"));
        QVERIFY(journal.isWritable());
        QVERIFY(journal.segments().empty());
    }

    void anAppend()
    {
        Journal journal;
        QVERIFY(journal.open(options("bench")));
        const std::string record(600, 'x');
        QBENCHMARK
        {
            (void)journal.append(record);
        }
    }
};

QTEST_APPLESS_MAIN(TestJournal)
#include "tst_journal.moc"
