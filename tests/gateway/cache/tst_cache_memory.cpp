// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/cache/memory.h"

#include <QTest>

#include <thread>
#include <vector>

using namespace gatehouse;
using namespace gatehouse::cache;
using std::chrono::seconds;

namespace {

const Clock::Instant now {seconds(1000)};

KeptAnswer answerOf(std::string body)
{
    Kept kept;
    kept.body = std::move(body);
    return std::make_shared<const Kept>(std::move(kept));
}

constexpr std::size_t megabyte = 1024 * 1024;

} // namespace

class TestCacheMemory : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsKeptIsFoundUntilItsTimeIsOver()
    {
        Memory memory;
        memory.setRoom(megabyte);
        memory.keep("key", answerOf("first"), now + seconds(10));
        QCOMPARE(memory.find("key", now)->body, std::string("first"));
        QVERIFY(!memory.find("other", now));
        memory.keep("key", answerOf("second"), now + seconds(10));
        QCOMPARE(memory.find("key", now + seconds(9))->body, std::string("second"));
        QVERIFY(!memory.find("key", now + seconds(10)));
        QCOMPARE(memory.figures().answers, std::size_t(0));
        QCOMPARE(memory.figures().bytes, std::size_t(0));
    }

    void whatWasAskedForLongAgoMakesRoom()
    {
        Memory memory;
        memory.setRoom(16 * 64 * 1024); // of sixteen parts each
        const std::string body(10 * 1024, 'x');
        for (int n = 0; n < 1000; ++n) {
            memory.keep("key " + std::to_string(n), answerOf(body), now + seconds(10));
            QVERIFY(memory.find("key 0", now)); // which is asked for again and again
            QVERIFY(memory.figures().bytes <= 16 * 64 * 1024);
        }
        QVERIFY(!memory.find("key 1", now));
        QVERIFY(memory.find("key 999", now));
    }

    void whatIsTooLargeIsNotKept()
    {
        Memory memory;
        memory.setRoom(1024 * megabyte);
        memory.keep("key", answerOf(std::string(Memory::largest, 'x')), now + seconds(10));
        QVERIFY(memory.find("key", now));
        memory.keep("larger", answerOf(std::string(Memory::largest + 1, 'x')), now + seconds(10));
        QVERIFY(!memory.find("larger", now));
    }

    void itIsRemovedAndCleared()
    {
        Memory memory;
        memory.setRoom(megabyte);
        for (const char *key : {"a", "b", "c"})
            memory.keep(key, answerOf("x"), now + seconds(10));
        QVERIFY(memory.remove("a"));
        QVERIFY(!memory.remove("a"));
        QCOMPARE(memory.figures().answers, std::size_t(2));
        memory.clear();
        QVERIFY(!memory.find("b", now));
        QCOMPARE(memory.figures().bytes, std::size_t(0));
    }

    void lessRoomDropsWhatIsTooMuch()
    {
        Memory memory;
        memory.setRoom(megabyte);
        memory.keep("key", answerOf("x"), now + seconds(10));
        memory.setRoom(0);
        QVERIFY(!memory.find("key", now));
    }

    void allWorkersMayUseItAtOnce()
    {
        Memory memory;
        memory.setRoom(64 * 1024);
        std::vector<std::thread> workers;
        std::atomic<int> wrong = 0;
        for (int worker = 0; worker < 4; ++worker) {
            workers.emplace_back([&memory, &wrong] {
                for (int n = 0; n < 5000; ++n) {
                    const std::string key = std::to_string(n % 97);
                    if (const KeptAnswer found = memory.find(key, now); found && found->body != key)
                        ++wrong;
                    memory.keep(key, answerOf(key), now + seconds(10));
                    if (n % 5 == 0)
                        memory.remove(key);
                }
            });
        }
        for (std::thread &worker : workers)
            worker.join();
        QCOMPARE(wrong.load(), 0);
    }
};

QTEST_APPLESS_MAIN(TestCacheMemory)
#include "tst_cache_memory.moc"
