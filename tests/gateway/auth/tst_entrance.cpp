// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/auth/entrance.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::auth;

namespace {

wire::Request requestFrom(std::string peer, std::string path = "/v1/models")
{
    wire::Request request;
    request.peer = std::move(peer);
    request.path = std::move(path);
    return request;
}

people::Caller callerWho(bool isAdmin)
{
    people::Caller caller;
    caller.isAdmin = isAdmin;
    return caller;
}

} // namespace

class TestEntrance : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anAddressIsWithinWhatNamesIt_data()
    {
        QTest::addColumn<QByteArray>("address");
        QTest::addColumn<QByteArray>("entry");
        QTest::addColumn<bool>("isIn");
        QTest::newRow("itself") << QByteArray("10.1.2.3") << QByteArray("10.1.2.3") << true;
        QTest::newRow("another") << QByteArray("10.1.2.4") << QByteArray("10.1.2.3") << false;
        QTest::newRow("network") << QByteArray("10.1.2.3") << QByteArray("10.0.0.0/8") << true;
        QTest::newRow("another network") << QByteArray("11.1.2.3") << QByteArray("10.0.0.0/8") << false;
        QTest::newRow("network of odd size") << QByteArray("10.1.2.255") << QByteArray("10.1.2.192/26") << true;
        QTest::newRow("beside it") << QByteArray("10.1.2.191") << QByteArray("10.1.2.192/26") << false;
        QTest::newRow("everywhere") << QByteArray("10.1.2.3") << QByteArray("0.0.0.0/0") << true;
        QTest::newRow("but not in IPv6") << QByteArray("2001:db8::1") << QByteArray("0.0.0.0/0") << false;
        QTest::newRow("IPv4 within IPv6") << QByteArray("::ffff:10.1.2.3") << QByteArray("10.1.2.3") << true;
        QTest::newRow("IPv6 written otherwise") << QByteArray("2001:db8:0:0::1") << QByteArray("2001:db8::1") << true;
        QTest::newRow("network of IPv6") << QByteArray("2001:db8::1") << QByteArray("2001:db8::/32") << true;
        QTest::newRow("no address") << QByteArray("") << QByteArray("0.0.0.0/0") << false;
        QTest::newRow("no entry") << QByteArray("10.1.2.3") << QByteArray("localhost") << false;
        QTest::newRow("no size") << QByteArray("10.1.2.3") << QByteArray("10.0.0.0/x") << false;
        QTest::newRow("too large a size") << QByteArray("10.1.2.3") << QByteArray("10.0.0.0/33") << false;
    }
    void anAddressIsWithinWhatNamesIt()
    {
        QFETCH(QByteArray, address);
        QFETCH(QByteArray, entry);
        QFETCH(bool, isIn);
        QCOMPARE(isWithin(address.toStdString(), entry.toStdString()), isIn);
    }

    void onlyAllowedAddressesComeIn()
    {
        Settings settings;
        QVERIFY(mayEnter(requestFrom("10.1.2.3"), settings).has_value());
        settings.allowedIps = {"127.0.0.1", "10.0.0.0/8"};
        QVERIFY(mayEnter(requestFrom("10.1.2.3"), settings).has_value());
        const auto refused = mayEnter(requestFrom("11.1.2.3"), settings);
        QCOMPARE(refused.error().httpStatus(), 403);
        QCOMPARE(refused.error().message, std::string("Access forbidden: IP address 11.1.2.3 not allowed."));
    }

    void whatAProxySaysIsBelievedOnlyWhereTheOperatorDoes()
    {
        Settings settings;
        settings.allowedIps = {"10.0.0.0/8"};
        wire::Request request = requestFrom("11.1.2.3");
        request.headers.add("x-forwarded-for", " 10.1.2.3 , 11.1.2.3");
        QVERIFY(!mayEnter(request, settings));
        settings.believesForwarded = true;
        QVERIFY(mayEnter(request, settings).has_value());
    }

    void onlyAllowedRoutesAreServed()
    {
        Settings settings;
        settings.allowedRoutes = {"/v1/models", "llm_api_routes"};
        QVERIFY(mayEnter(requestFrom("10.1.2.3"), settings).has_value());
        QVERIFY(mayEnter(requestFrom("10.1.2.3", "/v1/chat/completions"), settings).has_value());
        QVERIFY(!mayEnter(requestFrom("10.1.2.3", "/key/generate"), settings));
    }

    void someRoutesAreForAdministrators()
    {
        Settings settings;
        settings.adminRoutes = {"/key/generate"};
        QVERIFY(checkAdminOnly("/key/info", settings, callerWho(false)).has_value());
        QVERIFY(checkAdminOnly("/key/generate", settings, callerWho(true)).has_value());
        QCOMPARE(checkAdminOnly("/key/generate", settings, callerWho(false)).error().httpStatus(), 403);
    }

    void someRoutesNeedNoKey()
    {
        people::Directory directory;
        limits::Ledger ledger;
        people::Policy policy;
        people::Callers callers {people::Ground {directory, ledger, policy}};
        Settings settings {Secret("sk-1234"), {}};
        settings.publicRoutes = {"/v1/models"};
        const auto found = identify(requestFrom({}), settings, callers, Clock::Wall {});
        QVERIFY(found && !found->isAdmin && found->caller && !found->caller->isAdmin);
        QVERIFY(!identify(requestFrom({}, "/key/info"), settings, callers, Clock::Wall {}));
    }
};

QTEST_GUILESS_MAIN(TestEntrance)
#include "tst_entrance.moc"
