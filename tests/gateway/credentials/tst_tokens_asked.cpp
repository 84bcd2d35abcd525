// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "../providers/rsa_key.h"
#include "form.h"

#include <QByteArray>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::credentials;
using namespace std::chrono_literals;

namespace {

using Fields = std::map<std::string, std::string>;

const Clock::Wall now(1700000000s);

CloudAccess account(const std::string &pem)
{
    return {.how = GoogleAccess {
                .tokenService = "https://oauth2.example/token", .email = "gate@x", .keyId = "k", .privateKey = Secret(pem)}};
}

CloudAccess application()
{
    return {.how = EntraAccess {.tokenService = "https://login.example/t/oauth2/v2.0/token",
                .clientId = "c 1",
                .scope = "https://cognitiveservices.azure.com/.default",
                .clientSecret = Secret("s+s&x=1")}};
}

const EntraAccess machine {.clientId = "c",
    .scope = "https://cognitiveservices.azure.com/.default",
    .identityService = "http://169.254.169.254/metadata"};
const wire::Headers googles {{"Metadata-Flavor", "Google"}};

std::string tokenOf(const Result<std::optional<Grant>> &read)
{
    return read && *read ? (*read)->bearer.reveal() : std::string();
}

} // namespace

/// What Google's and Microsoft's services are asked for a token, and what is made of their answers.
class TestTokensAsked : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aServiceAccountsAssertionIsExchanged()
    {
        const RsaKey key;
        const auto recipe = recipeFor(account(key.pem()));
        const auto question = recipe->ask(now);
        QVERIFY(question);
        QCOMPARE(question->method, std::string("POST"));
        QCOMPARE(question->url, std::string("https://oauth2.example/token"));
        QCOMPARE(question->headers.value("content-type"), std::string_view("application/x-www-form-urlencoded"));
        const Fields fields = fieldsOf(question->body);
        QCOMPARE(fields.size(), std::size_t(2));
        QCOMPARE(fields.at("grant_type"), std::string("urn:ietf:params:oauth:grant-type:jwt-bearer"));
        const QByteArray jwt = QByteArray::fromStdString(fields.at("assertion"));
        const qsizetype dot = jwt.lastIndexOf('.');
        const QByteArray signature = QByteArray::fromBase64(jwt.mid(dot + 1), QByteArray::Base64UrlEncoding);
        QVERIFY(key.verifies(signature.toStdString(), jwt.left(dot).toStdString()));

        const auto grant = answered(*recipe, R"({"access_token":"ya29.x","expires_in":3599,"token_type":"Bearer"})");
        QCOMPARE(tokenOf(grant), std::string("ya29.x"));
        QVERIFY((*grant)->expiresAt == now + 3599s);
    }

    void aKeyThatCannotSignIsSaid()
    {
        const auto question = recipeFor(account("no key"))->ask(now);
        QVERIFY(!question && question.error().fault == Fault::Authentication);
        QVERIFY(question.error().message.find("no key") == std::string::npos);
    }

    void aUsersRefreshTokenIsExchanged()
    {
        const auto recipe = recipeFor(
            {.how = GoogleAccess {
                 .tokenService = "https://t", .clientId = "id", .clientSecret = Secret("shh"), .refreshToken = Secret("1-r")}});
        const Fields expected {
            {"grant_type", "refresh_token"}, {"client_id", "id"}, {"client_secret", "shh"}, {"refresh_token", "1-r"}};
        QCOMPARE(fieldsOf(recipe->ask(now)->body), expected);
        const auto read = answered(*recipe, R"({"error":"invalid_grant","error_description":"Token revoked: 1-r"})", 400);
        QVERIFY(failed(read, Fault::Authentication, "invalid_grant; check the refresh token"));
        QVERIFY(read.error().message.find("1-r") == std::string::npos);
    }

    void googlesMetadataServerIsAskedWithoutAProxy()
    {
        const auto recipe =
            recipeFor({.how = GoogleAccess {.metadataService = "http://m"}, .missing = "no Google credentials: set x"});
        const auto question = recipe->ask(now);
        QCOMPARE(question->method, std::string("GET"));
        QVERIFY(question->url.starts_with("http://m/computeMetadata/v1/instance/service-accounts/default/token"));
        QCOMPARE(question->headers.value("metadata-flavor"), std::string_view("Google"));
        QVERIFY(question->isDirect);
        QVERIFY(question->timeouts.connect <= 1s && question->timeouts.total <= 5s);
        QCOMPARE(tokenOf(answered(*recipe, R"({"access_token":"m","expires_in":9})", 200, googles)), std::string("m"));
        QVERIFY(failed(answered(*recipe, R"({"access_token":"m","expires_in":9})"), Fault::Authentication, "is none"));
        QVERIFY(failed(answered(*recipe, "", 404, googles), Fault::Authentication, "that this machine has a service account"));
        const Error silence = recipe->unreached({Fault::Timeout, "1 s"});
        QVERIFY(silence.fault == Fault::Authentication && silence.message.starts_with("no Google credentials: set x. ("));
    }

    void anApplicationShowsItsSecret()
    {
        const auto recipe = recipeFor(application());
        const auto question = recipe->ask(now);
        QCOMPARE(question->url, std::string("https://login.example/t/oauth2/v2.0/token"));
        const Fields expected {{"grant_type", "client_credentials"}, {"client_id", "c 1"}, {"client_secret", "s+s&x=1"},
            {"scope", "https://cognitiveservices.azure.com/.default"}};
        QCOMPARE(fieldsOf(question->body), expected);
        QVERIFY(question->timeouts.total > 0s && !question->isDirect);
        QCOMPARE(tokenOf(answered(*recipe, R"({"access_token":"eyJ0","expires_in":"3599"})")), std::string("eyJ0"));
    }

    void aFederatedTokenIsReadAnewForEachQuestion()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("token")));
        const auto write = [&](const char *text) {
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) > 0);
            file.close();
        };
        EntraAccess access {.tokenService = "https://t", .clientId = "c", .scope = "s"};
        access.assertionFile = file.fileName().toStdString();
        const auto recipe = recipeFor({.how = access});
        QVERIFY(recipe->ask(now).error().message.find("cannot be read") != std::string::npos);
        QVERIFY(recipe->ask(now).error().message.find(access.assertionFile) == std::string::npos);
        write("first\n");
        const Fields expected {{"grant_type", "client_credentials"}, {"client_id", "c"}, {"scope", "s"},
            {"client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"}, {"client_assertion", "first"}};
        QCOMPARE(fieldsOf(recipe->ask(now)->body), expected);
        write("second\n");
        QCOMPARE(fieldsOf(recipe->ask(now)->body).at("client_assertion"), std::string("second"));
    }

    void aUserSignsInWithHisPassword()
    {
        const auto recipe =
            recipeFor({.how = EntraAccess {
                           .tokenService = "https://t", .clientId = "c", .scope = "s", .user = "u@x", .password = Secret("p")}});
        const Fields expected {
            {"grant_type", "password"}, {"client_id", "c"}, {"username", "u@x"}, {"password", "p"}, {"scope", "s"}};
        QCOMPARE(fieldsOf(recipe->ask(now)->body), expected);
    }

    void aMachinesIdentityIsAskedInItsTwoWays()
    {
        const auto ofMachine = recipeFor({.how = machine});
        auto question = ofMachine->ask(now);
        QCOMPARE(question->method, std::string("GET"));
        QCOMPARE(question->url,
            std::string(
                "http://169.254.169.254/metadata?api-version=2018-02-01&resource=https%3A%2F%2Fcognitiveservices.azure.com&"
                "client_id=c"));
        QCOMPARE(question->headers.value("metadata"), std::string_view("true"));
        QVERIFY(question->isDirect);
        EntraAccess app = machine;
        app.identityHeader = Secret("shown");
        app.clientId.clear();
        const auto ofApp = recipeFor({.how = app});
        question = ofApp->ask(now);
        QVERIFY(question->url.ends_with("?api-version=2019-08-01&resource=https%3A%2F%2Fcognitiveservices.azure.com"));
        QCOMPARE(question->headers.value("x-identity-header"), std::string_view("shown"));
        QVERIFY(!question->headers.has("metadata"));
        const auto grant = answered(*ofApp, R"({"access_token":"a","expires_on":"1700000600","resource":"r"})");
        QVERIFY(grant && (*grant)->expiresAt == now + 600s);
    }

    void aRefusalSaysWhatToCheckAndRepeatsNoSecret()
    {
        const auto recipe = recipeFor(application());
        const auto known = answered(*recipe,
            R"({"error":"invalid_client","error_description":"AADSTS7000215: Invalid client secret 's+s&x=1' provided."})", 401);
        QVERIFY(failed(known, Fault::Authentication));
        QCOMPARE(known.error().message,
            std::string(
                "Microsoft Entra gave no token: HTTP 401, invalid_client (AADSTS7000215); check client_id and client_secret "
                "(or the federated token), and that the secret has not expired"));
        const auto unknown = answered(*recipe, R"({"error":"s+s&x=1"})", 400);
        QCOMPARE(unknown.error().message,
            std::string("Microsoft Entra gave no token: HTTP 400; check tenant_id, client_id and client_secret"));
        QVERIFY(failed(answered(*recipe, "<html>", 302), Fault::Authentication, "HTTP 302"));
    }

    void aServiceInTroubleIsNoWrongCredential()
    {
        const auto recipe = recipeFor(application());
        for (const int status : {429, 500, 503})
            QVERIFY(failed(answered(*recipe, "{}", status), Fault::ApiConnection, "gave no token: HTTP "));
        QVERIFY(recipe->unreached({Fault::Timeout, "why"}).message == "Microsoft Entra gave no token: why");
    }

    void answersThatHoldNoTokenAreUnreadable_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("access_token=x");
        QTest::newRow("a list") << QByteArray("[\"access_token\"]");
        QTest::newRow("no token") << QByteArray(R"({"expires_in":3600})");
        QTest::newRow("an empty token") << QByteArray(R"({"access_token":"","expires_in":3600})");
        QTest::newRow("a token that is a number") << QByteArray(R"({"access_token":1,"expires_in":3600})");
        QTest::newRow("a token with a line break") << QByteArray(R"({"access_token":"a\r\nx-evil: 1","expires_in":3600})");
        QTest::newRow("a token with a blank") << QByteArray(R"({"access_token":"a b","expires_in":3600})");
        QTest::newRow("a token that is not ASCII") << QByteArray("{\"access_token\":\"\xc3\xa9\",\"expires_in\":3600}");
        QTest::newRow("expired") << QByteArray(R"({"access_token":"secret-token","expires_in":0})");
        QTest::newRow("long expired") << QByteArray(R"({"access_token":"secret-token","expires_in":-1e300})");
        QTest::newRow("never a number") << QByteArray(R"({"access_token":"secret-token","expires_in":"nan"})");
        QTest::newRow("expired by its date") << QByteArray(R"({"access_token":"secret-token","expires_on":"1"})");
        QTest::newRow("deep") << QByteArray(100000, '[');
        QTest::newRow("bytes") << QByteArray("\0\xff\xfe", 3);
    }

    void answersThatHoldNoTokenAreUnreadable()
    {
        QFETCH(QByteArray, body);
        const auto read = answered(*recipeFor(application()), body.toStdString());
        QVERIFY(failed(read, Fault::ApiConnection, "its answer cannot be read"));
        QVERIFY(read.error().message.find("secret-token") == std::string::npos);
    }

    void aTokenIsNeverTrustedForLongerThanAWeek()
    {
        const auto recipe = recipeFor(application());
        for (const char *body : {R"({"access_token":"a","expires_in":1e308})", R"({"access_token":"a","expires_in":"inf"})"})
            QVERIFY((*answered(*recipe, body))->expiresAt == now + 7 * 24h);
        QVERIFY((*answered(*recipe, R"({"access_token":"a"})"))->expiresAt == now + 5min);
    }
};

QTEST_APPLESS_MAIN(TestTokensAsked)
#include "tst_tokens_asked.moc"
