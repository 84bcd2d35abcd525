// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/providers/aws_profiles.h"
#include "gateway/providers/table.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <map>

using namespace gatehouse;
using namespace gatehouse::providers;

namespace {

using Variables = std::map<std::string, std::string>;

config::Environment environmentOf(Variables variables)
{
    variables.try_emplace("HOME", "/nonexistent");
    return [variables = std::move(variables)](const std::string &name) -> std::optional<std::string> {
        const auto found = variables.find(name);
        return found == variables.end() ? std::nullopt : std::optional(found->second);
    };
}

// litellm_params in YAML, read as the gateway reads them.
CloudAccess accessOf(AccessRule rule, const std::string &params, Variables variables = {}, const char *model = "m")
{
    const auto environment = environmentOf(std::move(variables));
    const auto config =
        config::parse("model_list: [{model_name: g, litellm_params: {model: x/y, " + params + "}}]", "test.yaml", environment);
    Q_ASSERT(config.ok());
    const config::Value entry = config.models().front();
    const config::Value read = entry.find("litellm_params");
    return rule({read, environment, model});
}

bool says(const CloudAccess &access, const char *words)
{
    return access.problem.find(words) != std::string::npos;
}

const Variables ambient {{"AWS_ACCESS_KEY_ID", "AKIAENV"}, {"AWS_SECRET_ACCESS_KEY", "env-secret"}, {"AWS_REGION", "eu-west-1"}};
const Variables noMachine {{"AWS_EC2_METADATA_DISABLED", "true"}};
const char *const account =
    R"('{"type": "authorized_user", "client_id": "c", "client_secret": "s", "refresh_token": "r", "quota_project_id": "p"}')";

} // namespace

class TestCloudAccess : public QObject
{
    Q_OBJECT

    QTemporaryDir m_home;

    std::string written(const char *name, const QByteArray &text)
    {
        QFile file(m_home.filePath(QLatin1String(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write");
        return file.fileName().toStdString();
    }

private Q_SLOTS:
    void theEntrysKeysComeBeforeTheEnvironments()
    {
        Variables variables = ambient;
        variables["AWS_BEARER_TOKEN_BEDROCK"] = "bearer";
        const auto own = accessOf(awsAccess,
            "aws_access_key_id: AKIAOWN, aws_secret_access_key: own, aws_session_token: t, aws_region_name: us-east-2",
            variables);
        QCOMPARE(own.aws()->keys.id, std::string("AKIAOWN"));
        QCOMPARE(own.aws()->keys.sessionToken.reveal(), std::string("t"));
        QCOMPARE(own.aws()->region, std::string("us-east-2"));
        QVERIFY(own.aws()->bearer.isEmpty() && own.fingerprint.empty() && own.problem.empty());
        QCOMPARE(accessOf(awsAccess, "timeout: 1", variables).aws()->bearer.reveal(), std::string("bearer"));
        QCOMPARE(accessOf(awsAccess, "api_key: mine", variables).aws()->bearer.reveal(), std::string("mine"));
        QCOMPARE(accessOf(awsAccess, "timeout: 1", ambient).aws()->keys.id, std::string("AKIAENV"));
    }

    void theRegionIsLookedForInOrder()
    {
        const auto region = [](const std::string &params, Variables variables, const char *model = "m") {
            return accessOf(awsAccess, params, std::move(variables), model).aws()->region;
        };
        const Variables all {{"AWS_REGION_NAME", "ap-south-1"}, {"AWS_REGION", "eu-west-1"}, {"AWS_DEFAULT_REGION", "sa-east-1"}};
        QCOMPARE(region("aws_region_name: us-gov-west-1", all, "us-east-1/x"), std::string("us-gov-west-1"));
        QCOMPARE(region("timeout: 1", all, "us-east-1/anthropic.claude-v2:1"), std::string("us-east-1"));
        QCOMPARE(region("timeout: 1", all), std::string("ap-south-1"));
        QCOMPARE(region("timeout: 1", {{"AWS_DEFAULT_REGION", "sa-east-1"}}), std::string("sa-east-1"));
        QCOMPARE(region("timeout: 1", {}), std::string("us-west-2"));
    }

    void modelsMayNameARegion()
    {
        QCOMPARE(regionInModel("converse/us-east-1/anthropic.claude-v2:1"), std::string("us-east-1"));
        QCOMPARE(regionInModel("arn:aws:bedrock:eu-central-1:123456789012:inference-profile/eu.anthropic.claude-3-5-sonnet"),
            std::string("eu-central-1"));
        QCOMPARE(regionInModel("us.anthropic.claude-sonnet-4-20250514-v1:0"), std::string());
        QCOMPARE(regionInModel("my-custom-model-1"), std::string());
        QCOMPARE(regionInModel(""), std::string());
    }

    void aRoleIsTakenOnWithTheKeysThatAreThere()
    {
        const auto access =
            accessOf(awsAccess, "aws_role_name: 'arn:aws:iam::1:role/r', aws_session_name: s, aws_external_id: x", ambient);
        QVERIFY(access.problem.empty());
        QCOMPARE(access.aws()->keys.id, std::string("AKIAENV"));
        QCOMPARE(access.aws()->roles.size(), std::size_t(1));
        QCOMPARE(access.aws()->roles[0].arn, std::string("arn:aws:iam::1:role/r"));
        QCOMPARE(access.aws()->roles[0].externalId, std::string("x"));
        QCOMPARE(access.aws()->tokenService, std::string("https://sts.eu-west-1.amazonaws.com"));
        QCOMPARE(access.fingerprint.size(), std::size_t(64));
        const auto ofMachine = accessOf(awsAccess, "aws_role_name: r");
        QVERIFY(ofMachine.problem.empty() && ofMachine.aws()->keySource.kind == AwsKeySource::Kind::Instance);
        QVERIFY(says(accessOf(awsAccess, "aws_role_name: r", noMachine), "no AWS credentials"));
        QCOMPARE(accessOf(awsAccess, "aws_role_name: r, aws_sts_endpoint: 'http://h:1/'", ambient).aws()->tokenService,
            std::string("http://h:1"));
    }

    void aWebIdentityIsATokenOrAFile()
    {
        const auto identity = [](const std::string &params) {
            return accessOf(awsAccess, "aws_role_name: r, aws_web_identity_token: " + params, {{"TOKEN", "t"}, {"FILE", "/f"}});
        };
        QCOMPARE(identity("eyJ0").aws()->roles[0].webIdentity.reveal(), std::string("eyJ0"));
        QCOMPARE(identity("/run/token").aws()->roles[0].webIdentityFile, std::string("/run/token"));
        QCOMPARE(identity("oidc/file//run/token").aws()->roles[0].webIdentityFile, std::string("/run/token"));
        QCOMPARE(identity("oidc/env/TOKEN").aws()->roles[0].webIdentity.reveal(), std::string("t"));
        QCOMPARE(identity("oidc/env_path/FILE").aws()->roles[0].webIdentityFile, std::string("/f"));
        QVERIFY(identity("eyJ0").aws()->keys.isEmpty());
        QCOMPARE(identity("eyJ0").aws()->roles[0].session, std::string("gatehouse"));
        QVERIFY(says(identity("oidc/github/x"), "oidc/"));
        QVERIFY(says(accessOf(awsAccess, "aws_web_identity_token: t"), "needs aws_role_name"));
    }

    void aPodsOwnRoleIsUsedAndNotTakenOnTwice()
    {
        const Variables pod {{"AWS_ROLE_ARN", "pod"}, {"AWS_WEB_IDENTITY_TOKEN_FILE", "/run/token"}};
        QCOMPARE(accessOf(awsAccess, "timeout: 1", pod).aws()->roles.size(), std::size_t(1));
        QCOMPARE(accessOf(awsAccess, "aws_role_name: pod", pod).aws()->roles.size(), std::size_t(1));
        const auto other = accessOf(awsAccess, "aws_role_name: other", pod);
        QCOMPARE(other.aws()->roles.size(), std::size_t(2));
        QVERIFY(other.aws()->roles[0].byWebIdentity());
        QCOMPARE(other.aws()->roles[1].arn, std::string("other"));
    }

    void profilesComeFromAwsFiles()
    {
        Variables variables;
        variables["AWS_SHARED_CREDENTIALS_FILE"] = written("credentials",
            "# keys\n[default]\naws_access_key_id = "
            "AKIADEFAULT\naws_secret_access_key=s3cr=t\n\n[blue]\r\naws_access_key_id=AKIABLUE\r\n"
            "aws_secret_access_key = b\r\naws_session_token = bt\n");
        variables["AWS_CONFIG_FILE"] = written("config",
            "[default]\nregion = eu-north-1\ns3 =\n  max_concurrent_requests = 20\n[profile blue]\nregion=us-west-1\n"
            "[profile \"climber\"]\nrole_arn = arn:role\nsource_profile = blue\nexternal_id = e\n"
            "[profile web]\nrole_arn = w\nweb_identity_token_file = /t\n[profile sso]\nsso_session = x\n"
            "[profile a]\nrole_arn = a\nsource_profile = b\n[profile b]\nrole_arn = b\nsource_profile = a\n"
            "[profile lonely]\nrole_arn = a\n[profile machine]\nrole_arn = a\ncredential_source = "
            "Ec2InstanceMetadata\n[sso-session x]\naws_access_key_id = no\n");
        const auto named = [&](const std::string &name) { return accessOf(awsAccess, "aws_profile_name: " + name, variables); };
        QCOMPARE(accessOf(awsAccess, "timeout: 1", variables).aws()->keys.secret.reveal(), std::string("s3cr=t"));
        QCOMPARE(accessOf(awsAccess, "timeout: 1", variables).aws()->region, std::string("eu-north-1"));
        QCOMPARE(named("blue").aws()->keys.id, std::string("AKIABLUE"));
        QCOMPARE(named("blue").aws()->keys.sessionToken.reveal(), std::string("bt"));
        QCOMPARE(named("blue").aws()->region, std::string("us-west-1"));
        QCOMPARE(named("climber").aws()->keys.id, std::string("AKIABLUE"));
        QCOMPARE(named("climber").aws()->roles[0].externalId, std::string("e"));
        QCOMPARE(named("web").aws()->roles[0].webIdentityFile, std::string("/t"));
        QVERIFY(says(named("sso"), "relies on sso_session"));
        QVERIFY(says(named("a"), "in a circle"));
        QVERIFY(says(named("lonely"), "no source_profile"));
        QVERIFY(named("machine").aws()->keySource.kind == AwsKeySource::Kind::Instance);
        QVERIFY(says(named("nobody"), "is not in the credentials or config file"));
        variables["AWS_PROFILE"] = "blue";
        QCOMPARE(accessOf(awsAccess, "timeout: 1", variables).aws()->keys.id, std::string("AKIABLUE"));
    }

    void anythingMayStandInAnIniFile()
    {
        AwsProfiles profiles;
        for (const char *text :
            {"", "[", "[]", "]=[", "[profile", "=\n[x]\n=\n= =\n", "[profile  ]\na=b", "[\"]\na=b", "\xff\n[\xff]\n\xff=\xff"})
            addAwsProfiles(profiles, text, text[0] == '[');
        QCOMPARE(profiles["x"][""], std::string());
    }

    void halfAKeyIsSaid()
    {
        QVERIFY(says(accessOf(awsAccess, "aws_access_key_id: a", ambient), "belong together"));
        QVERIFY(says(accessOf(awsAccess, "timeout: 1", noMachine), "no AWS credentials"));
    }

    void theMachinesKeysAreTheLastHope()
    {
        const auto machine = accessOf(awsAccess, "timeout: 1");
        QVERIFY(machine.isFetched() && machine.missing.starts_with("no AWS credentials"));
        QCOMPARE(machine.aws()->keySource.address, std::string("http://169.254.169.254"));
        QCOMPARE(
            accessOf(awsAccess, "timeout: 1", {{"AWS_EC2_METADATA_SERVICE_ENDPOINT", "http://m:1/"}}).aws()->keySource.address,
            std::string("http://m:1"));
        QVERIFY(!accessOf(awsAccess, "timeout: 1", ambient).aws()->keySource.isUsed());
        const std::string file = written("region", "[default]\nregion = eu-north-1\n");
        const auto onlyRegion = accessOf(awsAccess, "timeout: 1", {{"AWS_CONFIG_FILE", file}});
        QVERIFY(onlyRegion.isFetched());
        QCOMPARE(onlyRegion.aws()->region, std::string("eu-north-1"));
    }

    void aContainerIsToldWhereItsKeysAre()
    {
        const auto keys = [](Variables variables) { return accessOf(awsAccess, "timeout: 1", std::move(variables)); };
        const auto task = keys({{"AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "/v2/credentials/x"}});
        QCOMPARE(task.aws()->keySource.address, std::string("http://169.254.170.2/v2/credentials/x"));
        QVERIFY(task.isFetched() && task.missing.empty());
        const char *const whole = "AWS_CONTAINER_CREDENTIALS_FULL_URI";
        const auto pod =
            keys({{whole, "http://169.254.170.23/v1/credentials"}, {"AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", "/run/t"}});
        QCOMPARE(pod.aws()->keySource.authorizationFile, std::string("/run/t"));
        for (const char *safe : {"http://localhost:80/x", "http://127.0.0.1/", "http://[::1]:9/x", "https://keys.example/x"})
            QVERIFY2(keys({{whole, safe}}).problem.empty(), safe);
        for (const char *unsafe : {"http://keys.example/x", "http://127.0.0.1@evil/x", "http://localhost.evil/",
                 "http://127.evil/", "ftp://localhost/", "x"})
            QVERIFY2(says(keys({{whole, unsafe}}), "AWS_CONTAINER_CREDENTIALS_FULL_URI"), unsafe);
    }

    void googlesCredentialIsJsonOrAFileOrAMap()
    {
        const auto json = accessOf(googleAccess, std::string("vertex_credentials: ") + account);
        QCOMPARE(json.google()->refreshToken.reveal(), std::string("r"));
        QCOMPARE(json.google()->project, std::string("p"));
        QCOMPARE(json.google()->location, std::string("us-central1"));
        const auto map = accessOf(googleAccess,
            "vertex_credentials: {type: authorized_user, client_id: c, client_secret: s, refresh_token: r, quota_project_id: p}");
        QCOMPARE(map.fingerprint, json.fingerprint);
        const std::string file = written("google.json", R"({"type":"authorized_user","client_id":"c","refresh_token":"f"})");
        const auto byFile =
            accessOf(googleAccess, "vertex_project: mine, vertex_location: global", {{"GOOGLE_APPLICATION_CREDENTIALS", file}});
        QCOMPARE(byFile.google()->refreshToken.reveal(), std::string("f"));
        QCOMPARE(byFile.google()->project, std::string("mine"));
        QCOMPARE(byFile.google()->location, std::string("global"));
        QVERIFY(byFile.fingerprint != json.fingerprint);
        QVERIFY(accessOf(googleAccess, "vertex_credentials: '" + file + "'").problem.empty());
        QVERIFY(accessOf(googleAccess, "timeout: 1", {{"VERTEXAI_CREDENTIALS", file}}).problem.empty());
    }

    void whatGoogleLacksIsSaidWithoutPathOrContent()
    {
        const auto missing = accessOf(googleAccess, "vertex_credentials: /nowhere/key.json");
        QVERIFY(says(missing, "vertex_credentials names a file that cannot be read"));
        QVERIFY(!says(missing, "/nowhere"));
        QVERIFY(says(accessOf(googleAccess, "vertex_credentials: '{\"type\": \"x\"}'"), "cannot be used: its \"type\""));
        QVERIFY(says(accessOf(googleAccess, "vertex_credentials: /dev/zero"), "not a file"));
    }

    void googlesMetadataServerIsTheLastHope()
    {
        const auto access = accessOf(googleAccess, "timeout: 1", {{"GOOGLE_CLOUD_PROJECT", "p"}});
        QVERIFY(access.isFetched() && access.missing.starts_with("no Google credentials"));
        QCOMPARE(access.google()->metadataService, std::string("http://metadata.google.internal"));
        QCOMPARE(access.google()->project, std::string("p"));
        QCOMPARE(accessOf(googleAccess, "timeout: 1", {{"GCE_METADATA_HOST", "h:1"}}).google()->metadataService,
            std::string("http://h:1"));
    }

    void entraIsAskedWhereTheEntrySaysSo()
    {
        const Variables authority {{"AZURE_AUTHORITY_HOST", "http://127.0.0.1:9/"}, {"AZURE_API_KEY", "k"}};
        const auto access = accessOf(entraAccess, "tenant_id: t 1, client_id: c, client_secret: s", authority);
        QCOMPARE(access.entra()->tokenService, std::string("http://127.0.0.1:9/t%201/oauth2/v2.0/token"));
        QCOMPARE(access.entra()->scope, std::string("https://cognitiveservices.azure.com/.default"));
        QVERIFY(access.problem.empty() && !access.fingerprint.empty());
        QVERIFY(!accessOf(entraAccess, "api_key: mine, tenant_id: t, client_id: c, client_secret: s").isUsed());
        QVERIFY(!accessOf(entraAccess, "timeout: 1", authority).isUsed());
        QVERIFY(says(accessOf(entraAccess, "tenant_id: t, client_id: c"), "all three"));
        QVERIFY(says(accessOf(entraAccess, "timeout: 1"), "no Azure credentials"));
        const auto user = accessOf(entraAccess, "client_id: c, azure_username: u, azure_password: p, azure_scope: mine",
            {{"AZURE_CLIENT_SECRET", "the application's"}});
        QCOMPARE(user.entra()->tokenService, std::string("https://login.microsoftonline.com/organizations/oauth2/v2.0/token"));
        QVERIFY(user.entra()->clientSecret.isEmpty());
        QCOMPARE(user.entra()->scope, std::string("mine"));
    }

    void aTokenOfEntrasIsUsedAsItIs()
    {
        const auto access = accessOf(entraAccess, "azure_ad_token: eyJ0", {{"AZURE_API_KEY", "k"}});
        QCOMPARE(access.entra()->token.reveal(), std::string("eyJ0"));
        QVERIFY(access.fingerprint.empty() && access.problem.empty());
        QCOMPARE(accessOf(entraAccess, "timeout: 1", {{"AZURE_AD_TOKEN", "e"}}).entra()->token.reveal(), std::string("e"));
    }

    void aFederatedTokenIsAFile()
    {
        const Variables pod {
            {"AZURE_TENANT_ID", "t"}, {"AZURE_CLIENT_ID", "c"}, {"AZURE_FEDERATED_TOKEN_FILE", "/run/t"}, {"T", "/run/u"}};
        QCOMPARE(accessOf(entraAccess, "timeout: 1", pod).entra()->assertionFile, std::string("/run/t"));
        QCOMPARE(accessOf(entraAccess, "azure_ad_token: oidc/env_path/T", pod).entra()->assertionFile, std::string("/run/u"));
        QCOMPARE(accessOf(entraAccess, "azure_ad_token: oidc/azure/x", pod).entra()->assertionFile, std::string("/run/t"));
        QVERIFY(says(accessOf(entraAccess, "azure_ad_token: oidc/github/x", pod), "oidc/"));
        QVERIFY(says(accessOf(entraAccess, "azure_ad_token: oidc/env/NONE", pod), "is not in the environment"));
        QVERIFY(says(accessOf(entraAccess, "azure_ad_token: oidc/env/T", {{"T", "t"}}), "needs tenant_id and client_id"));
    }

    void aMachinesIdentityIsUsedWhereTheOperatorSaysSo()
    {
        const Variables app {{"IDENTITY_ENDPOINT", "http://127.0.0.1:1/msi"}, {"IDENTITY_HEADER", "h"}};
        QCOMPARE(accessOf(entraAccess, "timeout: 1", app).entra()->identityService, std::string("http://127.0.0.1:1/msi"));
        const Variables machine {{"AZURE_CREDENTIAL", "ManagedIdentityCredential"}};
        const auto access = accessOf(entraAccess, "client_id: mine", machine);
        QCOMPARE(access.entra()->identityService, std::string("http://169.254.169.254/metadata/identity/oauth2/token"));
        QCOMPARE(access.entra()->clientId, std::string("mine"));
        QVERIFY(access.isFetched());
        QVERIFY(says(accessOf(entraAccess, "tenant_id: t, client_id: c", machine), "all three"));
        QVERIFY(!accessOf(entraAccess, "api_key: k", app).isUsed());
    }

    void foundrysKeyHasItsOwnVariable()
    {
        QVERIFY(!accessOf(foundryAccess, "timeout: 1", {{"AZURE_AI_API_KEY", "k"}}).isUsed());
        QVERIFY(says(accessOf(foundryAccess, "timeout: 1", {{"AZURE_API_KEY", "k"}}), "set api_key or AZURE_AI_API_KEY"));
    }
};

QTEST_APPLESS_MAIN(TestCloudAccess)
#include "tst_cloud_access.moc"
