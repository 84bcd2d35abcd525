// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/vault/vault.h"

#include <QTest>

using namespace gatehouse;
using vault::Vault;

namespace {

Vault vaultOf(const char *saltKey)
{
    return *Vault::from(Secret(saltKey));
}

std::string complaint(const Result<Secret> &opened)
{
    return opened ? std::string() : opened.error().message;
}

} // namespace

class TestVault : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatWasSealedComesBackAtItsPlace()
    {
        const Vault vault = vaultOf("salt");
        for (const std::string &plain :
            {std::string("sk-secret"), std::string(), std::string("a\0b", 3), std::string(70000, 'x')}) {
            const std::string sealed = vault.seal(plain, "model/1/api_key");
            QVERIFY(Vault::isSealed(sealed));
            QVERIFY(plain.empty() || sealed.find(plain) == std::string::npos);
            const auto opened = vaultOf("salt").open(sealed, "model/1/api_key");
            QVERIFY(bool(opened));
            QCOMPARE(opened->reveal(), plain);
        }
    }

    void theSameSecretIsSealedDifferentlyEachTime()
    {
        const Vault vault = vaultOf("salt");
        QVERIFY(vault.seal("sk-secret", "a") != vault.seal("sk-secret", "a"));
    }

    void anotherPlaceCannotReadIt()
    {
        const Vault vault = vaultOf("salt");
        const auto opened = vault.open(vault.seal("sk-secret", "model/1/api_key"), "model/2/api_key");
        QVERIFY(complaint(opened).find("moved") != std::string::npos);
    }

    void anotherSaltKeyIsSaidToBeOne()
    {
        const auto opened = vaultOf("other").open(vaultOf("salt").seal("sk-secret", "a"), "a");
        QVERIFY(complaint(opened).find("another salt key") != std::string::npos);
        QVERIFY(complaint(opened).find("sk-secret") == std::string::npos);
    }

    void aChangeOfAnyCharacterIsNoticed()
    {
        const Vault vault = vaultOf("salt");
        const std::string sealed = vault.seal("sk-secret", "a");
        for (std::size_t i = 0; i < sealed.size(); ++i) {
            std::string changed = sealed;
            changed[i] = changed[i] == 'A' ? 'B' : 'A';
            QVERIFY2(!vault.open(changed, "a"), changed.c_str());
        }
        for (std::size_t length = 0; length < sealed.size(); ++length)
            QVERIFY(!vault.open(sealed.substr(0, length), "a"));
        QVERIFY(!vault.open(sealed + "A", "a"));
    }

    void garbageIsRefused()
    {
        const Vault vault = vaultOf("salt");
        for (const char *text : {"", "v1:", "v1:####", "v2:AAAA", "sk-secret", "v1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
            QVERIFY(!complaint(vault.open(text, "a")).empty());
    }

    void withoutASaltKeyNothingIsSealed()
    {
        const auto vault = Vault::from(Secret());
        QVERIFY(!vault);
        QVERIFY(vault.error().message.find("LITELLM_SALT_KEY") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestVault)
#include "tst_vault.moc"
