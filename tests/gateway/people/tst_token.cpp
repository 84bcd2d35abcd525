// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/people/token.h"

#include <QTest>

#include <set>

using namespace gatehouse::people;

class TestToken : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aTokenIsTheKeysSha256()
    {
        QCOMPARE(tokenOf("sk-1234"), std::string("88dc28d0f030c55ed4ab77ed8faf098196cb1c05df778539800c9f1243fe6b4b"));
    }

    void keysAndTokensAreBothUnderstood()
    {
        const std::string token = tokenOf("sk-1234");
        QCOMPARE(tokenFrom("sk-1234"), token);
        QCOMPARE(tokenFrom(token), token);
        QVERIFY(!isToken("sk-1234"));
        QVERIFY(!isToken(token.substr(1)));
        QVERIFY(!isToken(token.substr(1) + "G"));
    }

    void aKeysNameShowsFourCharacters()
    {
        QCOMPARE(keyName("sk-abcdefgh"), std::string("sk-...efgh"));
        QCOMPARE(keyName("sk-abc"), std::string("sk-..."));
    }

    void newKeysAreLongAndDiffer()
    {
        std::set<std::string> keys;
        for (int i = 0; i < 100; ++i)
            keys.insert(newKey());
        QCOMPARE(keys.size(), std::size_t(100));
        QCOMPARE(keys.begin()->size(), std::size_t(25));
        QCOMPARE(keys.begin()->substr(0, 3), std::string("sk-"));
        QCOMPARE(keys.begin()->find_first_of("+/="), std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestToken)
#include "tst_token.moc"
