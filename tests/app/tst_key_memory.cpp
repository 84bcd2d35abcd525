// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "app/key_memory.h"

#include <QTest>

using namespace gatehouse;
using config::KeychainFault;
using Answer = Result<Secret, KeychainFault>;

class TestKeyMemory : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aKeyOutlivesThatItsKeychainIsLocked()
    {
        Answer next = Secret("first");
        QStringList said;
        app::KeyMemory memory([&](const std::string &) { return next; },
            [&](const std::string &message) { said << QString::fromStdString(message); });
        QCOMPARE(memory.read("a")->reveal(), std::string("first"));
        next = Failure {KeychainFault {KeychainFault::Kind::Locked, {}}};
        QVERIFY(said.isEmpty());
        QCOMPARE(memory.read("a")->reveal(), std::string("first"));
        QVERIFY(said.join(u' ').contains(u"'a'") && !said.join(u' ').contains(u"first"));
        QVERIFY(memory.read("b").error().kind == KeychainFault::Kind::Locked);
        next = Secret("second");
        QCOMPARE(memory.read("a")->reveal(), std::string("second"));
    }

    void aKeyThatIsGoneIsForgotten()
    {
        Answer next = Secret("first");
        app::KeyMemory memory([&](const std::string &) { return next; }, [](const std::string &) {});
        QVERIFY(bool(memory.read("a")));
        next = Failure {KeychainFault {KeychainFault::Kind::Missing, {}}};
        QVERIFY(!memory.read("a"));
        next = Failure {KeychainFault {KeychainFault::Kind::Locked, {}}};
        QVERIFY(!memory.read("a"));
    }
};

QTEST_GUILESS_MAIN(TestKeyMemory)
#include "tst_key_memory.moc"
