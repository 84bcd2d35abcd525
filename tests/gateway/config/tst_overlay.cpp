// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/config/overlay.h"
#include "said.h"

#include <QTest>

#include <algorithm>

using namespace gatehouse;
using namespace gatehouse::config;

namespace {

const std::string file =
    "model_list:\n- model_name: gpt\n  litellm_params: {model: openai/gpt-4o, api_key: k}\n  model_info: {id: d-1}\n"
    "general_settings: {master_key: sk-master, store_model_in_db: true}\n"
    "litellm_settings: {num_retries: 1, drop_params: true}\n";

Stored::Entry model(const std::string &id, const std::string &params, const std::string &name = "late")
{
    return {id, Secret("{\"model_name\": \"" + name + "\", \"litellm_params\": " + params + "}")};
}

Config read(Stored stored, const std::string &text = file, std::map<std::string, std::string> variables = {})
{
    return parse(
        text, "config.yaml", Sources(said::environment(std::move(variables)), {}, [stored](const Secret &) { return stored; }));
}

std::string paramsWith(const std::string &key)
{
    std::string json = "{'model': 'openai/y', 'api_key': '" + key + "'}";
    std::replace(json.begin(), json.end(), char(39), char(34));
    return json;
}

Value params(const Config &config, std::size_t index)
{
    return config.models().at(index).find("litellm_params");
}

} // namespace

class TestOverlay : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aStoredModelStandsBesideTheFiles()
    {
        const Config config =
            read({{}, {model("m-1", R"({"model": "openai/gpt-4o", "api_key": "sk-stored", "rpm": "7"})")}, {}, {}});
        QVERIFY2(config.diagnostics.empty(), said::all(config));
        QCOMPARE(config.models().size(), std::size_t(2));
        QCOMPARE(params(config, 1).find("api_key").asString(), std::string("sk-stored"));
        QVERIFY(params(config, 1).find("api_key").isSecret());
        QCOMPARE(params(config, 1).find("rpm").asInt(), std::int64_t(7));
        QCOMPARE(config.models().at(1).find("model_info").show(), std::string(R"({"id":"m-1","db_model":true})"));
    }

    void oneOfTheSameIdStandsInThePlaceOfTheFiles()
    {
        const Config config = read({{}, {model("d-1", R"({"model": "openai/gpt-5"})")}, {}, {}});
        QVERIFY2(config.diagnostics.empty(), said::all(config));
        QCOMPARE(config.models().size(), std::size_t(1));
        QCOMPARE(params(config, 0).find("model").asString(), std::string("openai/gpt-5"));
    }

    void oneThatCannotBeUsedIsSaidAndLeftOut()
    {
        const Config config = read({{},
            {model("bad", R"({"model": "openai/x", "rpm": "many", "api_key": "sk-stored"})"), model("empty", "{}"),
                {"torn", Secret("{\"model_name")}, model("good", R"({"model": "openai/y"})")},
            {}, {"a problem"}});
        QVERIFY(config.ok());
        QCOMPARE(config.models().size(), std::size_t(2));
        QVERIFY2(said::has(config,
                     "database, model bad: warning: this is left out: 'model_list[0].litellm_params.rpm' must be a number"),
            said::all(config));
        QVERIFY(said::has(config, "database, model empty: warning: this is left out"));
        QVERIFY(said::has(config, "database, model torn: warning: this is left out"));
        QVERIFY(said::has(config, "database: warning: a problem"));
        QVERIFY(!said::has(config, "sk-stored"));
    }

    void settingsLieOverTheFilesKeyByKey()
    {
        const Stored stored {{}, {},
            {{"litellm_settings", Secret(R"({"num_retries": 5})")},
                {"router_settings", Secret(R"({"routing_strategy": "nonsense", "cooldown_time": 9})")}},
            {}};
        const Config config = read(stored);
        QCOMPARE(config.get("litellm_settings.num_retries").asInt(), std::int64_t(5));
        QVERIFY(config.get("litellm_settings.drop_params").asBool());
        QCOMPARE(config.get("router_settings.cooldown_time").asInt(), std::int64_t(9));
        QVERIFY(config.given("router_settings.routing_strategy").isNull());
        QVERIFY(said::has(config, "left out: 'nonsense' is no value"));
    }

    void theKeysOfTheHouseAreNotTakenFromTheDatabase()
    {
        const Config config = read({{}, {},
            {{"general_settings", Secret(R"({"master_key": "sk-other", "completion_model": "gpt"})")},
                {"environment_variables", Secret(R"({"LITELLM_SALT_KEY": "x", "OTHER": "y"})")}, {"model_list", Secret("{}")}},
            {}});
        QCOMPARE(config.get("general_settings.master_key").asString(), std::string("sk-master"));
        QCOMPARE(config.get("general_settings.completion_model").asString(), std::string("gpt"));
        QVERIFY(!config.environment("LITELLM_SALT_KEY"));
        QCOMPARE(config.environment("OTHER").value_or(""), std::string("y"));
        QVERIFY(said::has(config, "there is no such section"));
    }

    void aStoredGuardrailStandsBesideTheFiles()
    {
        Stored stored;
        stored.guardrails = {{"g-1",
            Secret(
                R"({"guardrail_name":"late","litellm_params":{"guardrail":"lakera_v2","mode":"pre_call","api_key":"sk-1"}})")}};
        const Config config =
            read(stored, file + "guardrails: [{guardrail_name: early, litellm_params: {guardrail: x, mode: pre_call}}]\n");
        QVERIFY2(config.diagnostics.empty(), said::all(config));
        QCOMPARE(config.guardrails().size(), std::size_t(2));
        const Value late = config.guardrails().at(1);
        QCOMPARE(late.find("guardrail_id").asString(), std::string("g-1"));
        QVERIFY(late.find("litellm_params").find("api_key").isSecret());
        stored.guardrails.push_back({"g-1", Secret(R"({"guardrail_name":"later","litellm_params":{"guardrail":"x"}})")});
        QCOMPARE(read(stored).guardrails().size(), std::size_t(1));
        QCOMPARE(read(stored).guardrails().at(0).find("guardrail_name").asString(), std::string("later"));
    }

    void aModelMayNameAStoredCredential()
    {
        const Stored stored {
            {{"c", Secret(R"({"credential_name": "c", "credential_values": {"api_key": "sk-shared", "api_base": "x"}})")}},
            {model("m", R"({"model": "openai/y", "litellm_credential_name": "c"})")}, {}, {}};
        const Config config = read(stored);
        QVERIFY2(config.diagnostics.empty(), said::all(config));
        QCOMPARE(params(config, 1).find("api_key").asString(), std::string("sk-shared"));
        QVERIFY(config.root.show().find("sk-shared") == std::string::npos);
    }

    void whatIsStoredHasNoFileReadAndNoKeyOfTheHouse()
    {
        const Config config = read({{},
                                       {model("a",
                                            paramsWith("file"
                                                       "/"
                                                       "/etc/hostname")),
                                           model("b", R"({"model": "openai/y", "api_key": "os.environ/LITELLM_MASTER_KEY"})"),
                                           model("c", R"({"model": "openai/y", "api_key": "os.environ/OTHER"})")},
                                       {}, {}},
            file, {{"OTHER", "fine"}, {"LITELLM_MASTER_KEY", "sk-own"}});
        QVERIFY(params(config, 1).find("api_key").isNull());
        QVERIFY(params(config, 2).find("api_key").isNull());
        QCOMPARE(params(config, 3).find("api_key").asString(), std::string("fine"));
        QCOMPARE(said::count(config, "is not read for what is kept in the database"), 2);
    }

    void modelsCountOnlyWhereThatWasAskedFor()
    {
        const Stored stored {
            {}, {model("m", R"({"model": "openai/y"})")}, {{"litellm_settings", Secret(R"({"num_retries": 5})")}}, {}};
        const std::string without = "general_settings: {master_key: sk-master}\n";
        QVERIFY(read(stored, without).models().empty());
        QCOMPARE(read(stored, without).get("litellm_settings.num_retries").asInt(-1),
            read({}, without).get("litellm_settings.num_retries").asInt(-1));
        QCOMPARE(read(stored, without, {{"STORE_MODEL_IN_DB", "True"}}).models().size(), std::size_t(1));
    }

    void secretsAreSealedUnderTheSaltKeyElseTheMasterKey()
    {
        std::string seen;
        const auto reader = [&](const Secret &saltKey) {
            seen = saltKey.reveal();
            return Stored();
        };
        parse(file, "f", Sources(said::environment(), {}, reader));
        QCOMPARE(seen, std::string("sk-master"));
        parse(file, "f", Sources(said::environment({{"LITELLM_SALT_KEY", "salt"}}), {}, reader));
        QCOMPARE(seen, std::string("salt"));
        parse(file + "environment_variables: {LITELLM_SALT_KEY: own}\n", "f", Sources(said::environment(), {}, reader));
        QCOMPARE(seen, std::string("own"));
    }

    void whatDoesNotFitIsToldBeforeItIsStored()
    {
        const auto nothing = said::environment();
        QVERIFY(problemsOf({{}, {model("m", R"({"model": "openai/y", "api_key": "keychain/x", "rpm": 3})")}, {}, {}}, nothing)
                    .empty());
        QCOMPARE(problemsOf({{}, {model("m", R"({"model": "openai/y", "rpm": []})")}, {}, {}}, nothing).size(), std::size_t(1));
        QCOMPARE(problemsOf({{}, {model("m", R"({"model": 3, "rpm": 1})", "")}, {}, {}}, nothing).size(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestOverlay)
#include "tst_overlay.moc"
