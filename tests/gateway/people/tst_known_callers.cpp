// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/people/known_callers.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::people;

namespace {

std::shared_ptr<const Caller> named(const std::string &name)
{
    Caller caller;
    caller.keyName = name;
    return std::make_shared<const Caller>(std::move(caller));
}

// Only the first eight bytes are a hash.
vault::Fingerprint print(unsigned char hash, unsigned char rest)
{
    vault::Fingerprint made {};
    made[0] = hash;
    made.back() = rest;
    return made;
}

} // namespace

class TestKnownCallers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nobodyIsKnownAtFirst()
    {
        const KnownCallers known;
        QVERIFY(!known.find({}));
        QCOMPARE(known.size(), std::size_t(0));
    }

    void manyAreFoundHoweverTheyGrew()
    {
        const vault::Fingerprints prints;
        KnownCallers known;
        constexpr std::size_t many = 1000;
        for (std::size_t i = 0; i < many; ++i)
            known.put(prints.of(std::to_string(i)), named(std::to_string(i)));
        QCOMPARE(known.size(), many);
        for (std::size_t i = 0; i < many; ++i) {
            const auto found = known.find(prints.of(std::to_string(i)));
            QVERIFY(found);
            QCOMPARE(found->keyName, std::to_string(i));
        }
        QVERIFY(!known.find(prints.of("another")));
    }

    void thoseWithOneHashAreToldApart()
    {
        KnownCallers known;
        known.put(print(63, 1), named("one")); // at the end of the array, so the next stand at its beginning
        known.put(print(63, 2), named("two"));
        known.put(print(0, 3), named("three"));
        QCOMPARE(known.find(print(63, 1))->keyName, std::string("one"));
        QCOMPARE(known.find(print(63, 2))->keyName, std::string("two"));
        QCOMPARE(known.find(print(0, 3))->keyName, std::string("three"));
        QVERIFY(!known.find(print(63, 4)));
    }

    void whoIsPutAgainStandsInHisOwnPlace()
    {
        KnownCallers known;
        known.put(print(1, 1), named("before"));
        known.put(print(1, 1), named("after"));
        QCOMPARE(known.size(), std::size_t(1));
        QCOMPARE(known.find(print(1, 1))->keyName, std::string("after"));
    }

    void allAreForgottenAtOnce()
    {
        KnownCallers known;
        known.put(print(1, 1), named("somebody"));
        known.clear();
        QVERIFY(!known.find(print(1, 1)));
        QCOMPARE(known.size(), std::size_t(0));
        known.put(print(1, 1), named("again"));
        QCOMPARE(known.find(print(1, 1))->keyName, std::string("again"));
    }
};

QTEST_GUILESS_MAIN(TestKnownCallers)
#include "tst_known_callers.moc"
