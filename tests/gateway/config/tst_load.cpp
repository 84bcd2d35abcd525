// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/config/config.h"
#include "said.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace gatehouse::config;

namespace {

const std::string oneModel =
    "model_list:\n- model_name: gpt\n  litellm_params: {model: openai/gpt-4o, api_key: os.environ/KEY}\n";

std::string write(const QTemporaryDir &folder, const char *name, const std::string &text)
{
    const QString path = folder.filePath(QString::fromUtf8(name));
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(text.data(), static_cast<qint64>(text.size()));
    return path.toStdString();
}

std::string apiKey(const Config &config, std::size_t index = 0)
{
    return config.models().at(index).find("litellm_params").find("api_key").asString();
}

} // namespace

class TestLoad : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aReferenceBecomesTheVariablesValueAndASecret()
    {
        const Config config = said::read(oneModel, {{"KEY", "sk-real"}});
        QVERIFY2(config.diagnostics.empty(), said::all(config).constData());
        QCOMPARE(apiKey(config), std::string("sk-real"));
        QVERIFY(config.models().at(0).show().find("sk-real") == std::string::npos);
    }

    void referencesAreResolvedEverywhere()
    {
        const Config config =
            said::read("router_settings:\n  num_retries: os.environ/N\n  default_fallbacks: [os.environ/A, os.environ/UNSET, b]\n"
                       "  model_group_alias: {x: {model: os.environ/A, hidden: os.environ/H}}\n",
                {{"N", "4"}, {"A", "a"}, {"H", "true"}});
        QCOMPARE(config.get("router_settings.num_retries").kind(), Value::Kind::Integer);
        QCOMPARE(config.get("router_settings.num_retries").asInt(), std::int64_t(4));
        QCOMPARE(config.defaultFallbacks(), (std::vector<std::string> {"a", "b"}));
        QCOMPARE(config.aliases().at(0).targets.at(0).model, std::string("a"));
    }

    void anUnsetVariableIsAWarningWithPlaceAndFix()
    {
        const Config config = said::read(oneModel);
        QVERIFY(config.ok());
        QCOMPARE(said::all(config),
            QByteArray("config.yaml:3:51: warning: the environment variable KEY is not set, so "
                       "'model_list[0].litellm_params.api_key' is "
                       "empty; set KEY or remove the line\n0 errors, 1 warning, 0 notes\n"));
        QVERIFY(config.models().at(0).find("litellm_params").find("api_key").isNull());
    }

    void anUnsetMasterKeyIsAnErrorAlsoWhenAnotherOneIsThere()
    {
        const std::string text = oneModel + "general_settings:\n  master_key: os.environ/MY_MASTER\n";
        for (const char *empty : {"unset", "empty"}) {
            std::map<std::string, std::string> variables {{"KEY", "k"}, {"LITELLM_MASTER_KEY", "sk-other"}};
            if (std::string(empty) == "empty")
                variables["MY_MASTER"] = "";
            const Config config = said::read(text, variables);
            QVERIFY(!config.ok());
            QVERIFY2(said::has(config, "config.yaml:5:15: error: the environment variable MY_MASTER is"),
                said::all(config).constData());
            QVERIFY(said::has(config, "set MY_MASTER or remove the line"));
            QVERIFY(config.get("general_settings.master_key").isNull());
        }
    }

    void theMasterKeyMayComeFromTheEnvironmentAlone()
    {
        const Config config = said::read(oneModel, {{"KEY", "k"}, {"LITELLM_MASTER_KEY", "sk-env"}});
        QCOMPARE(config.get("general_settings.master_key").asString(), std::string("sk-env"));
        QVERIFY(config.get("general_settings.master_key").isSecret());
        const Config own =
            said::read(oneModel + "general_settings: {master_key: sk-own}", {{"KEY", "k"}, {"LITELLM_MASTER_KEY", "sk-env"}});
        QCOMPARE(own.get("general_settings.master_key").asString(), std::string("sk-own"));
    }

    void environmentVariablesCountInTheSameFile()
    {
        const std::string text = oneModel + "environment_variables: {KEY: sk-inside, NUMBER: 0123, COPY: os.environ/OUTER}\n";
        const Config config = said::read(text, {{"KEY", "sk-outside"}, {"OUTER", "from outside"}});
        QCOMPARE(apiKey(config), std::string("sk-inside"));
        QCOMPARE(config.environment("NUMBER").value_or(""), std::string("0123"));
        QCOMPARE(config.environment("COPY").value_or(""), std::string("from outside"));
        QVERIFY(!config.environment("NOTHING"));
        QVERIFY(config.root.show().find("sk-inside") == std::string::npos);
        QVERIFY(config.root.show().find("\"KEY\"") != std::string::npos);
    }

    void aLineBreakAfterAKeyIsLeftOut()
    {
        const Config config = said::read(oneModel, {{"KEY", "sk-real\n"}});
        QVERIFY(config.ok());
        QVERIFY(said::has(config, "ended with a line break"));
        QCOMPARE(apiKey(config), std::string("sk-real"));
        const Config broken = said::read(oneModel, {{"KEY", "sk-real\r\nx-header: 1"}});
        QVERIFY(!broken.ok());
        QVERIFY(said::all(broken).indexOf("sk-real") < 0);
    }

    void includesExtendListsAndReplaceTheRest()
    {
        QTemporaryDir folder;
        write(folder, "parts/more.yaml",
            "model_list:\n- model_name: two\n  litellm_params: {model: openai/two}\nrouter_settings: {num_retries: 7}\n");
        write(folder, "general.yaml", "general_settings: {master_key: sk-included}\ninclude: [more.yaml]\n");
        const std::string main = write(folder, "config.yaml",
            "include:\n- parts/more.yaml\n- general.yaml\nmodel_list:\n- model_name: one\n  litellm_params: {model: openai/one}\n"
            "router_settings: {num_retries: 1, timeout: 3}\n");
        const Config config = load(main, said::environment());
        QVERIFY2(config.ok(), said::all(config).constData());
        QCOMPARE(config.models().size(), std::size_t(2));
        QCOMPARE(config.models().at(1).find("model_name").asString(), std::string("two"));
        QCOMPARE(config.get("router_settings.num_retries").asInt(), std::int64_t(7));
        QVERIFY(config.get("router_settings.timeout").isNull());
        QCOMPARE(config.get("general_settings.master_key").asString(), std::string("sk-included"));
        QVERIFY(said::has(config, "'router_settings' of this included file replaces the one at"));
        QVERIFY(said::has(config, "'include' inside an included file is not followed"));
        QCOMPARE(config.files.size(), std::size_t(3));
        QCOMPARE(config.files.at(0), main);
    }

    void aMissingIncludeIsAnErrorAndIsWatched()
    {
        QTemporaryDir folder;
        const std::string main = write(folder, "config.yaml", oneModel + "include:\n  - nowhere.yaml\n");
        const Config config = load(main, said::environment({{"KEY", "k"}}));
        QVERIFY(!config.ok());
        QVERIFY2(said::has(config, "config.yaml:5:5: error: cannot include "), said::all(config).constData());
        QCOMPARE(config.files.size(), std::size_t(2));
        QVERIFY(QString::fromStdString(config.files.at(1)).endsWith(QStringLiteral("/nowhere.yaml")));
    }

    void aBrokenIncludeNamesItsOwnFile()
    {
        QTemporaryDir folder;
        write(folder, "broken.yaml", "a: [1\n");
        const Config config = load(write(folder, "config.yaml", "include: [broken.yaml]\n"), said::environment());
        QVERIFY(!config.ok());
        QVERIFY2(said::has(config, "broken.yaml:1:"), said::all(config).constData());
    }

    void whatCannotBeReadIsAnErrorThatNamesTheFile()
    {
        QTemporaryDir folder;
        const std::string nowhere = folder.filePath(QStringLiteral("no.yaml")).toStdString();
        QCOMPARE(said::all(load(nowhere)),
            QByteArray::fromStdString(nowhere)
                + ": error: cannot read this file: No such file or directory; check the path given with --config\n"
                  "1 error, 0 warnings, 0 notes\n");
        QVERIFY(said::has(load(folder.path().toStdString()), "cannot read this file: it is a folder"));
        for (const char *text : {"", "# only a comment\n", "~"})
            QVERIFY(said::has(said::read(text), "config.yaml: error: the file is empty"));
        for (const char *text : {"- a\n", "text", "5"})
            QVERIFY(said::has(said::read(text), "config.yaml: error: the file must be a map"));
    }

    void theRoutersWordCountsFirstAndADefaultLast()
    {
        QCOMPARE(said::read("a: 1").setting("num_retries").asInt(), std::int64_t(2));
        QCOMPARE(said::read("litellm_settings: {num_retries: 5}").setting("num_retries").asInt(), std::int64_t(5));
        const Config both = said::read("litellm_settings:\n  num_retries: 5\n  fallbacks: [{a: [b]}]\nrouter_settings:\n  "
                                       "num_retries: 0\n  fallbacks: [{c: [d]}]\n");
        QCOMPARE(both.setting("num_retries").asInt(), std::int64_t(0));
        QCOMPARE(both.fallbacks().toJson(), std::string("{\"c\":[\"d\"]}"));
        QVERIFY2(
            said::has(both, "config.yaml:3:3: note: 'fallbacks' also stands in router_settings (line 6), and that one counts"),
            said::all(both).constData());
        QCOMPARE(both.get("litellm_settings.request_timeout").asDouble(), 6000.0);
        QVERIFY(both.given("litellm_settings.request_timeout").isNull());
    }

    void fallbacksOfAllKindsHaveOneShape()
    {
        const Config config = said::read(
            "litellm_settings:\n  fallbacks: [{a: [b, c]}, {d: e}, {a: [z]}]\n  context_window_fallbacks: [{a: [big]}]\n"
            "  content_policy_fallbacks: [{a: [mild]}]\n  default_fallbacks: [last]\n");
        QCOMPARE(config.fallbacks().toJson(), std::string("{\"a\":[\"b\",\"c\"],\"d\":[\"e\"]}"));
        QCOMPARE(config.contextWindowFallbacks().toJson(), std::string("{\"a\":[\"big\"]}"));
        QCOMPARE(config.contentPolicyFallbacks().toJson(), std::string("{\"a\":[\"mild\"]}"));
        QCOMPARE(config.defaultFallbacks(), std::vector<std::string> {"last"});
    }

    void aliasesOfAllKindsHaveOneShape()
    {
        const Config config = said::read("router_settings:\n  model_group_alias:\n    a: gpt\n    b: {model: gpt, hidden: yes}\n"
                                         "    c: [{model: x, weight: 0.7}, {model: y, weight: 0.3}]\n");
        const auto aliases = config.aliases();
        QCOMPARE(aliases.size(), std::size_t(3));
        QCOMPARE(aliases.at(0).targets.at(0).model, std::string("gpt"));
        QVERIFY(!aliases.at(0).isHidden && aliases.at(1).isHidden);
        QCOMPARE(aliases.at(2).targets.size(), std::size_t(2));
        QCOMPARE(aliases.at(2).targets.at(1).weight, 0.3);
    }

    void guardrailsMayStandInTwoPlaces()
    {
        const Config config =
            said::read("guardrails: [{guardrail_name: a}]\nlitellm_settings: {guardrails: [{guardrail_name: b}]}\n");
        QCOMPARE(config.guardrails().size(), std::size_t(2));
        QCOMPARE(config.guardrails().at(1).find("guardrail_name").asString(), std::string("b"));
    }

    void limitsAndCredentialsAreMergedIntoTheEntry()
    {
        const Config config = said::read(
            "credential_list:\n- credential_name: mine\n  credential_values: {api_key: sk-cred, api_base: \"http://x/v1\"}\n"
            "model_list:\n- model_name: a\n  rpm: 5\n  tpm: 6\n"
            "  litellm_params: {model: openai/a, litellm_credential_name: mine, api_base: \"http://own/v1\", tpm: 7}\n");
        QVERIFY2(config.diagnostics.empty(), said::all(config).constData());
        const Value params = config.models().at(0).find("litellm_params");
        QCOMPARE(params.find("api_key").asString(), std::string("sk-cred"));
        QVERIFY(params.find("api_key").isSecret());
        QCOMPARE(params.find("api_base").asString(), std::string("http://own/v1"));
        QCOMPARE(params.find("rpm").asInt(), std::int64_t(5));
        QCOMPARE(params.find("tpm").asInt(), std::int64_t(7));
        const Config missing =
            said::read("model_list:\n- {model_name: a, litellm_params: {model: openai/a, litellm_credential_name: none}}\n");
        QVERIFY(said::has(missing, "warning: there is no credential 'none'"));
    }

    void aListOfOrganizationsIsOneEntryForEach()
    {
        const Config config = said::read("model_list:\n- model_name: a\n  litellm_params: {model: openai/a, organization: "
                                         "[org-1, org-2]}\n  model_info: {id: x}\n");
        QCOMPARE(config.models().size(), std::size_t(2));
        QCOMPARE(config.models().at(1).find("litellm_params").find("organization").asString(), std::string("org-2"));
        QCOMPARE(config.models().at(0).find("model_info").find("id").asString(), std::string("x"));
        QCOMPARE(config.models().at(1).find("model_info").find("id").asString(), std::string("x-2"));
    }

    void aPathFindsItemsOfLists()
    {
        const Config config = said::read(oneModel, {{"KEY", "k"}});
        QCOMPARE(config.get("model_list[0].model_name").asString(), std::string("gpt"));
        QVERIFY(config.get("model_list[1].model_name").isNull());
        QVERIFY(config.get("model_list[x]..").isNull());
        QVERIFY(config.get("").kind() == Value::Kind::Map);
        QCOMPARE(config.get("model_list[0].model_info.mode").asString(), std::string("chat"));
    }
};

QTEST_APPLESS_MAIN(TestLoad)
#include "tst_load.moc"
