// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/providers/service_account.h"

#include "gateway/wire/json_writer.h"
#include "rsa_key.h"

#include <QByteArray>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::providers;

namespace {

const RsaKey &key()
{
    static const RsaKey one;
    return one;
}

std::string account(const std::string &privateKey)
{
    wire::JsonWriter json;
    json.beginObject().key("type").string("service_account").key("project_id").string("blue-sky");
    json.key("private_key_id").string("kid-1").key("private_key").string(privateKey);
    json.key("client_email").string("gate@blue-sky.iam.gserviceaccount.com");
    json.key("token_uri").string("https://oauth2.example/token").endObject();
    return json.take();
}

constexpr const char *expectedHeader = "{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"kid-1\"}";

std::string expectedClaims()
{
    wire::JsonWriter json;
    json.beginObject().key("iss").string("gate@blue-sky.iam.gserviceaccount.com");
    json.key("scope").string("https://www.googleapis.com/auth/cloud-platform");
    json.key("aud").string("https://oauth2.example/token");
    return json.key("iat").number(std::int64_t(1700000000)).key("exp").number(std::int64_t(1700003600)).endObject().take();
}

std::string decoded(std::string_view part)
{
    return QByteArray::fromBase64(QByteArray(part.data(), qsizetype(part.size())), QByteArray::Base64UrlEncoding).toStdString();
}

bool says(const Result<GoogleAccess, std::string> &read, const char *words)
{
    return !read && read.error().find(words) != std::string::npos;
}

} // namespace

class TestServiceAccount : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anAccountSignsItsAssertion()
    {
        const auto access = readGoogleCredential(account(key().pem()));
        QVERIFY(access);
        QCOMPARE(access->project, std::string("blue-sky"));
        const std::string jwt = jwtAssertion(*access, Clock::Wall(std::chrono::seconds(1700000000)));
        const std::size_t first = jwt.find('.'), last = jwt.rfind('.');
        QVERIFY(first != last);
        QCOMPARE(decoded(jwt.substr(0, first)), std::string(expectedHeader));
        QCOMPARE(decoded(jwt.substr(first + 1, last - first - 1)), expectedClaims());
        QVERIFY(key().verifies(decoded(jwt.substr(last + 1)), jwt.substr(0, last)));
        QVERIFY(!RsaKey().verifies(decoded(jwt.substr(last + 1)), jwt.substr(0, last)));
    }

    void aUsersRefreshTokenIsTakenToo()
    {
        const auto access = readGoogleCredential(
            R"({"type":"authorized_user","client_id":"id","client_secret":"shh","refresh_token":"1-r","quota_project_id":"q"})");
        QVERIFY(access);
        QCOMPARE(access->tokenService, std::string("https://oauth2.googleapis.com/token"));
        QCOMPARE(access->refreshToken.reveal(), std::string("1-r"));
        QCOMPARE(access->project, std::string("q"));
        QVERIFY(access->privateKey.isEmpty());
    }

    void whatIsMissingIsSaidAndNothingIsRepeated()
    {
        QVERIFY(says(readGoogleCredential("sk-very-secret"), "not a JSON object"));
        QVERIFY(says(readGoogleCredential(R"({"type":"external_account"})"), "neither service_account nor authorized_user"));
        QVERIFY(says(readGoogleCredential(R"({"type":"service_account","client_email":"a@b"})"), "no private_key"));
        QVERIFY(says(readGoogleCredential(R"({"type":"authorized_user","client_id":"a"})"), "no refresh_token"));
        const auto broken = readGoogleCredential(account("-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----\n"));
        QVERIFY(says(broken, "no RSA key"));
        QVERIFY(broken.error().find("c2VjcmV0") == std::string::npos);
    }
};

QTEST_APPLESS_MAIN(TestServiceAccount)
#include "tst_service_account.moc"
