// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/auth/identify.h"

#include <QTest>

using namespace gatehouse;

namespace {

/// Nobody but who has the master key.
struct Nobody {
    people::Directory directory;
    limits::Ledger ledger;
    people::Policy policy;
    people::Callers callers {people::Ground {directory, ledger, policy}};

    Nobody() { directory.setLoaded(); }
};

Result<Identity> identify(const wire::Request &request, const auth::Settings &settings, Dialect door = Dialect::OpenAiChat)
{
    Nobody nobody;
    return auth::identify(request, settings, nobody.callers, Clock::Wall {}, door);
}

Result<Identity> asked(wire::Headers headers, std::string keyHeader = {})
{
    wire::Request request;
    request.headers = std::move(headers);
    return identify(request, {Secret("sk-1234"), std::move(keyHeader)});
}

} // namespace

class TestIdentify : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theKeyIsReadWhereClientsPutIt_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("bearer") << QByteArray("Authorization") << QByteArray("Bearer sk-1234");
        QTest::newRow("lower case") << QByteArray("authorization") << QByteArray("bearer sk-1234");
        QTest::newRow("anthropic") << QByteArray("x-api-key") << QByteArray("sk-1234");
        QTest::newRow("azure") << QByteArray("api-key") << QByteArray("sk-1234");
        QTest::newRow("google") << QByteArray("X-Goog-Api-Key") << QByteArray("sk-1234");
        QTest::newRow("litellm") << QByteArray("x-litellm-api-key") << QByteArray("Bearer sk-1234");
        QTest::newRow("litellm, bare") << QByteArray("x-litellm-api-key") << QByteArray("sk-1234");
    }
    void theKeyIsReadWhereClientsPutIt()
    {
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, value);
        const auto identity = asked({{header.toStdString(), value.toStdString()}});
        QVERIFY(identity);
        QVERIFY(identity->isAdmin);
        QVERIFY(identity->alias.find("sk-") == std::string::npos);
    }

    void theFirstHeaderDecides()
    {
        QVERIFY(asked({{"authorization", "Bearer sk-wrong"}, {"x-litellm-api-key", "sk-1234"}}));
        QVERIFY(!asked({{"authorization", "Bearer sk-wrong"}, {"x-api-key", "sk-1234"}}));
    }

    void aKeyInTheQueryCountsAtGeminisDoorAlone()
    {
        wire::Request request;
        request.query = "alt=sse&key=sk-1234";
        const auth::Settings settings {Secret("sk-1234"), {}}, configured {Secret("sk-1234"), "X-My-Key"};
        QVERIFY(identify(request, settings, Dialect::GeminiGenerate));
        QVERIFY(!identify(request, settings));
        QVERIFY(!identify(request, configured, Dialect::GeminiGenerate));
        request.headers.add("x-goog-api-key", "sk-wrong"); // a header comes first
        QVERIFY(!identify(request, settings, Dialect::GeminiGenerate));
    }

    void aConfiguredHeaderIsTheOnlyOne()
    {
        QVERIFY(asked({{"x-my-key", "Bearer sk-1234"}}, "X-My-Key"));
        QVERIFY(!asked({{"authorization", "Bearer sk-1234"}}, "X-My-Key"));
    }

    void refusalsSayWhatIsWrongAndNeverTheKey_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("says");
        QTest::addColumn<QByteArray>("type");
        QTest::newRow("none") << QByteArray() << QByteArray("No api key passed in") << QByteArray("auth_error");
        QTest::newRow("no scheme") << QByteArray("sk-1234") << QByteArray("Malformed API Key") << QByteArray("auth_error");
        QTest::newRow("empty") << QByteArray("Bearer ") << QByteArray("Malformed API Key") << QByteArray("auth_error");
        QTest::newRow("empty, trimmed") << QByteArray("Bearer") << QByteArray("Malformed API Key") << QByteArray("auth_error");
        QTest::newRow("not a key") << QByteArray("Bearer verysecretword") << QByteArray("start with 'sk-'")
                                   << QByteArray("auth_error");
        QTest::newRow("unknown") << QByteArray("Bearer sk-verysecretword") << QByteArray("sk-...word")
                                 << QByteArray("token_not_found_in_db");
    }
    void refusalsSayWhatIsWrongAndNeverTheKey()
    {
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, says);
        QFETCH(QByteArray, type);
        const auto identity = asked(value.isEmpty() ? wire::Headers() : wire::Headers {{"authorization", value.toStdString()}});
        QVERIFY(!identity);
        QCOMPARE(identity.error().httpStatus(), 401);
        QCOMPARE(identity.error().type, type.toStdString());
        QVERIFY2(identity.error().message.find(says.toStdString()) != std::string::npos, identity.error().message.c_str());
        QVERIFY(identity.error().message.find("verysecret") == std::string::npos);
    }

    void withoutAMasterKeyEverybodyIsTheAdministrator()
    {
        const auto identity = identify(wire::Request(), {});
        QVERIFY(identity);
        QVERIFY(identity->isAdmin);
    }
};

QTEST_APPLESS_MAIN(TestIdentify)
#include "tst_identify.moc"
