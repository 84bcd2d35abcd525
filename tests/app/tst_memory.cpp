// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "app/memory.h"

#include <QFile>
#include <QTest>

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

using namespace gatehouse::app;

namespace {

constexpr std::size_t mebibyte = 1024 * 1024;

// A table such as the program has many of, and larger than what is mapped around a single page.
constexpr auto table = [] {
    std::array<std::uint32_t, mebibyte / sizeof(std::uint32_t)> numbers {};
    for (std::size_t i = 0; i < numbers.size(); i += 1024)
        numbers[i] = 1;
    return numbers;
}();

// A look at every page.
std::uint32_t sumOfTable()
{
    const volatile std::uint32_t *numbers = table.data(); // or the compiler would do it, and nothing be read
    std::uint32_t sum = 0;
    for (std::size_t i = 0; i < table.size(); i += 1024)
        sum += numbers[i];
    return sum;
}

// The value of such a line in a file of the process, in bytes.
std::size_t valueOf(const QByteArray &line)
{
    return line.simplified().split(' ').value(1).toULongLong() * 1024;
}

std::size_t residentBytes()
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return valueOf(line);
    }
    return 0;
}

// How much of the mapping in which the address lies is in memory.
std::size_t residentAround(const void *address)
{
    QFile file(QStringLiteral("/proc/self/smaps"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    bool isHere = false;
    for (const QByteArray &line : file.readAll().split('\n')) {
        const QByteArray range = line.left(line.indexOf(' '));
        if (const auto dash = range.indexOf('-'); dash > 0) {
            const auto wanted = reinterpret_cast<qulonglong>(address);
            isHere = range.left(dash).toULongLong(nullptr, 16) <= wanted && wanted < range.mid(dash + 1).toULongLong(nullptr, 16);
        } else if (isHere && line.startsWith("Rss:")) {
            return valueOf(line);
        }
    }
    return 0;
}

} // namespace

class MemoryTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatWasFreedIsGivenBackWhenThatIsAsked()
    {
        keepFreedMemory();
        constexpr std::size_t count = 16 * 1024;
        std::vector<std::unique_ptr<std::array<char, 1024>>> pieces(count);
        for (auto &piece : pieces) {
            piece = std::make_unique<std::array<char, 1024>>();
            piece->fill('x');
        }
        const auto last = std::move(pieces.back()); // what is in use behind it keeps glibc from giving any of it back by itself
        pieces.clear();
        const std::size_t kept = residentBytes();
        giveBackFreedMemory();
        QVERIFY(kept > residentBytes() + 8 * mebibyte);
        QCOMPARE(last->back(), 'x');
    }

    void whatTheStartHasReadIsForgottenAndStillThere()
    {
        const std::uint32_t before = sumOfTable();
        const std::size_t mapped = residentAround(table.data());
        QVERIFY(mapped >= sizeof(table));
        forgetWhatStartingRan();
        QVERIFY(residentAround(table.data()) < mapped - sizeof(table) / 2);
        QCOMPARE(sumOfTable(), before);
        QCOMPARE(before, std::uint32_t(256));
    }
};

QTEST_APPLESS_MAIN(MemoryTest)
#include "tst_memory.moc"
