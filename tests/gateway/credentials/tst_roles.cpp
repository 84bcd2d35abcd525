// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "form.h"
#include "gateway/credentials/sts.h"
#include "gateway/providers/sigv4.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::credentials;
using namespace std::chrono_literals;

namespace {

using Fields = std::map<std::string, std::string>;

const Clock::Wall now(1700000000s); // 2023-11-14T22:13:20Z

std::string roleAnswer(const std::string &id, const std::string &expiry = "2023-11-14T23:13:20Z")
{
    return "<AssumeRoleResponse "
           "xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><AssumeRoleResult><SourceIdentity>A</"
           "SourceIdentity><AssumedRoleUser><Arn>arn"
           "</Arn></AssumedRoleUser><Credentials><AccessKeyId>"
        + id + "</AccessKeyId><SecretAccessKey>s/" + id + "&amp;x</SecretAccessKey><SessionToken>t=" + id
        + "</SessionToken><Expiration>" + expiry
        + "</Expiration></Credentials></AssumeRoleResult><ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></"
          "AssumeRoleResponse>\n";
}

AwsAccess accessWith(std::vector<AwsRole> roles)
{
    AwsAccess access;
    access.keys = {"AKIA", Secret("k3y"), {}};
    access.roles = std::move(roles);
    access.region = "eu-west-1";
    access.tokenService = "https://sts.eu-west-1.amazonaws.com";
    return access;
}

AwsAccess accessOfInstance(std::vector<AwsRole> roles = {})
{
    AwsAccess access = accessWith(std::move(roles));
    access.keys = {};
    access.keySource = {.kind = AwsKeySource::Kind::Instance, .address = "http://i"};
    return access;
}

const char *const keysAnswer =
    R"({"Code":"Success","AccessKeyId":"ASIA","SecretAccessKey":"s","Token":"t","Expiration":"2023-11-14T23:13:20Z"})";

} // namespace

/// AWS: roles that are taken on, and the keys of a machine.
class TestRoles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aRoleIsAskedForInASignedForm()
    {
        const auto recipe =
            recipeFor({.how = accessWith({{.arn = "arn:aws:iam::1:role/r", .session = "g", .externalId = "x y"}})});
        const auto question = recipe->ask(now);
        QCOMPARE(question->url, std::string("https://sts.eu-west-1.amazonaws.com/"));
        const Fields expected {{"Action", "AssumeRole"}, {"Version", "2011-06-15"}, {"RoleArn", "arn:aws:iam::1:role/r"},
            {"RoleSessionName", "g"}, {"ExternalId", "x y"}};
        QCOMPARE(fieldsOf(question->body), expected);
        const wire::Headers signable {{"content-type", "application/x-www-form-urlencoded"}};
        const auto signature = providers::signedHeaders(
            {"POST", question->url, signable, question->body}, {"eu-west-1", "sts"}, {"AKIA", Secret("k3y"), {}}, now);
        QCOMPARE(question->headers.value("content-type"), signable.value("content-type"));
        QCOMPARE(question->headers.value("authorization"), signature.value("authorization"));
        QCOMPARE(question->headers.value("x-amz-date"), std::string_view("20231114T221320Z"));
        QVERIFY(question->headers.value("authorization").find("/20231114/eu-west-1/sts/aws4_request") != std::string_view::npos);

        const auto grant = answered(*recipe, roleAnswer("ASIA1"));
        QVERIFY(grant && *grant);
        QCOMPARE((*grant)->keys.id, std::string("ASIA1"));
        QCOMPARE((*grant)->keys.secret.reveal(), std::string("s/ASIA1&x"));
        QCOMPARE((*grant)->keys.sessionToken.reveal(), std::string("t=ASIA1"));
        QVERIFY((*grant)->expiresAt == now + 1h);
    }

    void rolesAreTakenOnOneAfterTheOther()
    {
        const auto recipe = recipeFor({.how = accessWith({{.arn = "first", .session = "g"}, {.arn = "second", .session = "g"}})});
        QCOMPARE(fieldsOf(recipe->ask(now)->body).at("RoleArn"), std::string("first"));
        const auto between = answered(*recipe, roleAnswer("ASIA1"));
        QVERIFY(between && !*between);
        const auto question = recipe->ask(now);
        QCOMPARE(fieldsOf(question->body).at("RoleArn"), std::string("second"));
        QCOMPARE(question->headers.value("x-amz-security-token"), std::string_view("t=ASIA1"));
        QVERIFY(question->headers.value("authorization").find("Credential=ASIA1/") != std::string_view::npos);
        QCOMPARE((*answered(*recipe, roleAnswer("ASIA2")))->keys.id, std::string("ASIA2"));
    }

    void aWebIdentityIsShownWithoutASignature()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("token")));
        AwsRole role {.arn = "r", .session = "g", .webIdentityFile = file.fileName().toStdString()};
        const auto recipe = recipeFor({.how = accessWith({role})});
        QVERIFY(recipe->ask(now).error().message.find("cannot be read") != std::string::npos);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("eyJ0\n") > 0);
        file.close();
        const auto question = recipe->ask(now);
        const Fields expected {{"Action", "AssumeRoleWithWebIdentity"}, {"Version", "2011-06-15"}, {"RoleArn", "r"},
            {"RoleSessionName", "g"}, {"WebIdentityToken", "eyJ0"}};
        QCOMPARE(fieldsOf(question->body), expected);
        QVERIFY(!question->headers.has("authorization"));
        QVERIFY(*answered(*recipe, roleAnswer("ASIA1")));
    }

    void aRefusalSaysWhatToCheck()
    {
        const auto recipe = recipeFor({.how = accessWith({{.arn = "r", .session = "g"}})});
        const auto refused = answered(*recipe,
            "<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>User arn:aws:iam::1:user/k3y is not "
            "authorized</Message></Error></ErrorResponse>",
            403);
        QVERIFY(failed(refused, Fault::Authentication, "HTTP 403, AccessDenied; check that the role's trust policy"));
        QVERIFY(refused.error().message.find("k3y") == std::string::npos);
        const auto odd = answered(*recipe, "<ErrorResponse><Error><Code>k3y</Code></Error></ErrorResponse>", 400);
        QVERIFY(failed(odd, Fault::Authentication, "HTTP 400; check aws_role_name"));
        QVERIFY(odd.error().message.find("k3y") == std::string::npos);
        QVERIFY(failed(answered(*recipe, "no XML", 403), Fault::Authentication, "HTTP 403; check"));
        QVERIFY(failed(answered(*recipe, "", 503), Fault::ApiConnection, "HTTP 503"));
    }

    void hostileXmlIsUnreadable_data()
    {
        QTest::addColumn<QByteArray>("body");
        const QByteArray good = QByteArray::fromStdString(roleAnswer("ASIA1"));
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("JSON") << QByteArray("{}");
        QTest::newRow("cut") << good.left(good.size() / 2);
        QTest::newRow("cut at the end") << good.left(good.size() - 5);
        QTest::newRow("two roots") << QByteArray(good + good);
        const char *const entities =
            "<!DOCTYPE a [<!ENTITY b \"bbbbbbbbbb\"><!ENTITY c \"&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;\">]>";
        QTest::newRow("entities") << QByteArray(entities + good);
        QTest::newRow("a file's entity") << QByteArray("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:/etc/passwd\">]><a>&b;</a>");
        QTest::newRow("unknown entity") << QByteArray("<a>&b;</a>");
        QTest::newRow("deep") << QByteArray("<a>").repeated(50000);
        QTest::newRow("bytes") << QByteArray("<a>\0\xff\xfe</a>", 10);
        QTest::newRow("no expiry") << QByteArray(good).replace("2023-11-14T23:13:20Z", "");
        QTest::newRow("no time") << QByteArray(good).replace("2023-11-14T23:13:20Z", "tomorrow");
        QTest::newRow("expired") << QByteArray(good).replace("2023-11-14T23", "2023-11-14T21");
        QTest::newRow("no id") << QByteArray(good).replace("<AccessKeyId>ASIA1</AccessKeyId>", "");
        QTest::newRow("a line break in the token") << QByteArray(good).replace("t=ASIA1", "t&#13;&#10;x: y");
        QTest::newRow("elsewhere") << QByteArray(good).replace("Credentials>", "Other>");
    }

    void hostileXmlIsUnreadable()
    {
        QFETCH(QByteArray, body);
        const auto read = answered(*recipeFor({.how = accessWith({{.arn = "r", .session = "g"}})}), body.toStdString());
        QVERIFY(failed(read, Fault::ApiConnection, "its answer cannot be read"));
    }

    void theRegionThatIsSignedForStandsInTheAddress()
    {
        QCOMPARE(signingRegion("https://sts.eu-west-1.amazonaws.com", "us-west-2"), std::string("eu-west-1"));
        QCOMPARE(signingRegion("https://sts.cn-north-1.amazonaws.com.cn", "us-west-2"), std::string("cn-north-1"));
        QCOMPARE(signingRegion("https://sts-fips.us-east-2.amazonaws.com", "us-west-2"), std::string("us-east-2"));
        QCOMPARE(signingRegion("https://sts.amazonaws.com", "us-west-2"), std::string("us-east-1"));
        QCOMPARE(signingRegion("http://127.0.0.1:1", "us-west-2"), std::string("us-west-2"));
    }

    void anInstanceIsAskedInThreeSteps()
    {
        const auto recipe = recipeFor({.how = accessOfInstance()});
        auto question = recipe->ask(now);
        QCOMPARE(question->method + " " + question->url, std::string("PUT http://i/latest/api/token"));
        QVERIFY(question->headers.has("x-aws-ec2-metadata-token-ttl-seconds") && question->isDirect);
        QVERIFY(!*answered(*recipe, "session=="));
        question = recipe->ask(now);
        QCOMPARE(question->method + " " + question->url, std::string("GET http://i/latest/meta-data/iam/security-credentials/"));
        QCOMPARE(question->headers.value("x-aws-ec2-metadata-token"), std::string_view("session=="));
        QVERIFY(!*answered(*recipe, "my-role\n"));
        question = recipe->ask(now);
        QCOMPARE(question->url, std::string("http://i/latest/meta-data/iam/security-credentials/my-role"));
        const auto grant = answered(*recipe, keysAnswer);
        QCOMPARE((*grant)->keys.id, std::string("ASIA"));
        QVERIFY((*grant)->expiresAt == now + 1h);
    }

    void anInstancesKeysTakeRolesOn()
    {
        const auto recipe = recipeFor({.how = accessOfInstance({{.arn = "r", .session = "g"}})});
        for (const char *answer : {"session", "role", keysAnswer})
            QVERIFY(recipe->ask(now) && !*answered(*recipe, answer));
        QVERIFY(recipe->ask(now)->headers.value("authorization").find("Credential=ASIA/") != std::string_view::npos);
        QCOMPARE((*answered(*recipe, roleAnswer("ASIA2")))->keys.id, std::string("ASIA2"));
    }

    void whatAnInstanceSaysIsNotTrusted()
    {
        const auto instance = [] { return recipeFor({.how = accessOfInstance(), .missing = "no AWS credentials: set x"}); };
        QVERIFY(failed(answered(*instance(), "a\tb"), Fault::ApiConnection, "no session token"));
        QVERIFY(failed(answered(*instance(), "", 404), Fault::Authentication, "that this instance has a role"));
        const auto named = instance();
        QVERIFY(answered(*named, "session"));
        QVERIFY(failed(answered(*named, "../../user-data"), Fault::ApiConnection, "no name of a role"));
        QVERIFY(failed(answered(*named, ""), Fault::ApiConnection, "no name of a role"));
        QVERIFY(answered(*named, "role"));
        QVERIFY(failed(answered(*named, R"({"Code":"Failed"})"), Fault::ApiConnection, "no credentials in it"));
        const Error silence = instance()->unreached({Fault::Timeout, "1 s"});
        QVERIFY(silence.fault == Fault::Authentication && silence.message.starts_with("no AWS credentials: set x. ("));
    }

    void aContainersServiceIsShownItsAuthorization()
    {
        AwsAccess access = accessWith({});
        access.keys = {};
        access.keySource = {
            .kind = AwsKeySource::Kind::Container, .address = "http://127.0.0.1:1/v2/x", .authorization = Secret("shown")};
        const auto recipe = recipeFor({.how = access});
        const auto question = recipe->ask(now);
        QCOMPARE(question->method + " " + question->url, std::string("GET http://127.0.0.1:1/v2/x"));
        QCOMPARE(question->headers.value("authorization"), std::string_view("shown"));
        QCOMPARE((*answered(*recipe, keysAnswer))->keys.sessionToken.reveal(), std::string("t"));
        access.keySource.authorizationFile = "/nowhere/token";
        const auto lost = recipeFor({.how = access})->ask(now);
        QVERIFY(!lost && lost.error().message.find("/nowhere") == std::string::npos);
    }
};

QTEST_APPLESS_MAIN(TestRoles)
#include "tst_roles.moc"
