// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/config/config.h"
#include "gateway/config/nearest.h"
#include "gateway/config/secrecy.h"
#include "said.h"

#include <QTest>

using namespace gatehouse::config;

namespace {

std::string model(const std::string &name, const std::string &more = {})
{
    return "- {model_name: " + name + ", litellm_params: {model: openai/" + name + "}" + more + "}\n";
}

} // namespace

class TestCheck : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anUnknownKeyIsAWarningWithTheNearestKnownOne_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *text, const char *expected) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(expected);
        };
        row("modle_list: []", "config.yaml:1:1: warning: unknown key 'modle_list'; did you mean 'model_list'?");
        row("router_settings:\n  num_retres: 1",
            "config.yaml:2:3: warning: unknown key 'router_settings.num_retres'; did you mean 'num_retries'?");
        row("router_settings: {master_key: x}",
            "warning: unknown key 'router_settings.master_key'; it belongs to general_settings");
        row("master_key: x", "warning: unknown key 'master_key'; it belongs to general_settings");
        row("general_settings: {environment_variables: {}}", "it belongs to the top level");
        row("litellm_settings: {json_indent: 4}",
            "warning: unknown key 'litellm_settings.json_indent'; it is ignored, remove it");
        row("guardrails: [{guardrail_nam: x}]", "unknown key 'guardrails[0].guardrail_nam'; did you mean 'guardrail_name'?");
        row("model_list: [{model_name: a, modelinfo: {}, litellm_params: {model: a}}]",
            "'model_list[0].modelinfo'; did you mean 'model_info'?");
        row("router_settings: {health_check_interval: 5}",
            "error: 'health_check_interval' does not belong here; move it to general_settings");
    }
    void anUnknownKeyIsAWarningWithTheNearestKnownOne()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, expected);
        const Config config = said::read(text.toStdString());
        QVERIFY2(said::has(config, expected.toStdString()), said::all(config).constData());
        QCOMPARE(config.ok(), !expected.contains("error: "));
    }

    void unknownParametersOfAModelAreWarnedOfOnlyWhenTheyLookLikeSlips()
    {
        const Config config = said::read("model_list:\n- model_name: a\n  litellm_params: {model: openai/a, api_bse: x, "
                                         "my_vendor_flag: 1}\n  model_info: {note: hello}\n");
        QCOMPARE(said::all(config),
            QByteArray("config.yaml:3:37: warning: 'model_list[0].litellm_params.api_bse' is not a key of the gateway's own; did "
                       "you mean 'api_base'?\n0 errors, 1 warning, 0 notes\n"));
        QCOMPARE(config.models().at(0).find("litellm_params").find("my_vendor_flag").asInt(), std::int64_t(1));
    }

    void aWrongTypeIsAnErrorThatSaysWhatIsExpected_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *text, const char *expected) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(expected);
        };
        row("router_settings:\n  num_retries: many",
            "config.yaml:2:16: error: 'router_settings.num_retries' must be a whole number, but this is text; write for example "
            "'num_retries: 3'");
        row("router_settings: {num_retries: 1.5}", "must be a whole number, but this is a number with a fraction");
        row("router_settings: {timeout: [1]}", "must be a number, but this is a list");
        row("router_settings: [a]", "'router_settings' must be a map, but this is a list");
        row("model_list: {model_name: a}", "'model_list' must be a list, but this is a map");
        row("model_list: [gpt-4o]", "'model_list[0]' must be a map, but this is text");
        row("litellm_settings: {drop_params: maybe}", "must be true or false, but this is text");
        row("litellm_settings: {drop_params: 2}", "must be true or false, but this is a whole number");
        row("litellm_settings: {budget_duration: soon}", "must be a length of time, but this is text");
        row("litellm_settings: {success_callback: {a: b}}", "must be a list of words, but this is a map");
        row("general_settings: {master_key: [sk-1]}", "'general_settings.master_key' must be text, but this is a list");
        row("litellm_settings: {fallbacks: {a: [b]}}",
            "'litellm_settings.fallbacks' must be a list of maps of one model group each, but this is a map");
        row("router_settings: {fallbacks: [{a: [b], c: [d]}]}", "write for example 'fallbacks: [{gpt-4o: [claude]}]'");
        row("router_settings: {fallbacks: [a]}", "must be a list of maps");
        row("router_settings: {model_group_alias: {a: [[b]]}}", "model_group_alias 'a' must be a model group");
        row("router_settings: {routing_strategy: fastest}",
            "error: 'fastest' is no value for 'router_settings.routing_strategy'; use one of: simple-shuffle, least-busy");
        row("model_list:\n- litellm_params: {model: a}", "config.yaml:2:3: error: this entry of model_list has no model_name");
        row("model_list:\n- model_name: a", "config.yaml:2:3: error: this entry of model_list has no litellm_params");
        row("model_list:\n- model_name: a\n  litellm_params: {api_key: b}",
            "config.yaml:3:19: error: litellm_params has no model");
    }
    void aWrongTypeIsAnErrorThatSaysWhatIsExpected()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, expected);
        const Config config = said::read(text.toStdString());
        QVERIFY(!config.ok());
        QVERIFY2(said::has(config, expected.toStdString()), said::all(config).constData());
    }

    void numbersAndTruthInQuotesAreTaken()
    {
        const Config config =
            said::read("router_settings: {num_retries: \"3\", timeout: '1.5', disable_cooldowns: \"yes\"}\n"
                       "litellm_settings: {drop_params: 1, success_callback: langfuse}\ngeneral_settings: {master_key: 0123}\n");
        QVERIFY(config.ok());
        QCOMPARE(said::count(config, "warning"), 0);
        QCOMPARE(config.get("router_settings.num_retries").asInt(), std::int64_t(3));
        QCOMPARE(config.get("router_settings.timeout").asDouble(), 1.5);
        QCOMPARE(config.get("router_settings.disable_cooldowns").asBool(), true);
        QCOMPARE(config.get("litellm_settings.drop_params").asBool(), true);
        QCOMPARE(config.get("litellm_settings.success_callback").asStrings(), std::vector<std::string> {"langfuse"});
        QCOMPARE(config.get("general_settings.master_key").asString(), std::string("0123"));
    }

    void nothingStandsForAnAbsentKey()
    {
        const Config config =
            said::read("model_list:\nrouter_settings:\n  num_retries:\n  fallbacks: null\nlitellm_settings: ~\n");
        QVERIFY2(config.ok(), said::all(config).constData());
        QCOMPARE(config.get("router_settings.num_retries").asInt(), std::int64_t(2));
    }

    void keysOfLaterVersionsAreNotedOnce()
    {
        const Config config =
            said::read("model_list:\n" + model("a", ", model_info: {tier: free}") + model("b", ", model_info: {tier: paid}")
                + "litellm_settings:\n  log_raw_request_response: true\n  input_callback: [x]\n  custom_provider_map: []\n");
        QCOMPARE(said::count(config, "known, not active yet"), 3);
        QVERIFY2(said::has(config, "config.yaml:2:67: note: 'model_list[0].model_info.tier' is known, not active yet"),
            said::all(config).constData());
        QVERIFY(said::has(config, "config.yaml:5:3: note: 'litellm_settings.log_raw_request_response' is known, not active yet"));
        QVERIFY(
            said::has(config, "'litellm_settings.custom_provider_map' is known, but has no effect: Providers written in Python"));
    }

    void keysThatWorkAreNotNoted()
    {
        const Config config =
            said::read("model_list:\n"
                       "  - model_name: a\n"
                       "    litellm_params: {model: azure/x, api_base: 'http://h', api_version: 2024-10-21, api_key: k}\n"
                       "    model_info: {access_groups: [beta]}\n");
        QCOMPARE(said::count(config, "not active yet"), 0);
    }

    void aKeyOfALaterVersionIsNotedThoughItsVariableIsUnset()
    {
        const Config config = said::read("general_settings: {control_plane_url: os.environ/CONTROL_PLANE_URL}");
        QVERIFY(said::has(config, "'general_settings.control_plane_url' is known, not active yet"));
        QVERIFY(said::has(config, "CONTROL_PLANE_URL is not set"));
    }

    void strategiesAreTakenAtTheirWord()
    {
        for (const char *name : {"least-busy", "latency-based-routing", "usage-based-routing-v2", "adaptive"})
            QVERIFY2(!said::has(said::read(std::string("router_settings: {routing_strategy: ") + name + "}"), "strategy"), name);
        QVERIFY(!said::read("router_settings: {routing_strategy: fastest}").ok());
    }

    void aSyncOfTheJournalThatCannotBeReadIsAnError()
    {
        for (const char *sync : {"never", "1x", "0s", "-1s", "''"})
            QVERIFY2(!said::read(std::string("general_settings: {journal_sync: ") + sync + "}").ok(), sync);
        for (const char *sync : {"none", "every", "1s", "5m", "2"})
            QVERIFY2(said::read(std::string("general_settings: {journal_sync: ") + sync + "}").ok(), sync);
    }

    void aHedgeThatCannotBeReadIsAWarning()
    {
        const auto warns = [](const std::string &yaml) {
            return said::has(said::read(yaml), "is no time; write 800ms, 1.5s or p95");
        };
        QVERIFY(warns("router_settings: {hedge: {after: soon}}"));
        QVERIFY(warns("router_settings: {hedge: {after: 5m}}"));
        QVERIFY(warns("router_settings: {hedge: {after: inf}}"));
        QVERIFY(warns("router_settings: {model_group_hedge: {g: {after: -1}}}"));
        QVERIFY(warns("model_list: [{model_name: a, litellm_params: {model: openai/a, hedge: {after: x}}}]"));
        for (const char *time : {"p95", "800ms", "1.5s", "2"})
            QVERIFY2(!warns(std::string("router_settings: {hedge: {after: ") + time + "}}"), time);
    }

    void namesThatLeadNowhereAreWarnings()
    {
        const Config config = said::read("model_list:\n" + model("a") + model("b")
            + "router_settings:\n  fallbacks: [{a: [b, c]}, {d: [a]}]\n  default_fallbacks: [e]\n  model_group_alias: {f: a, g: "
              "h, b: a}\n");
        QVERIFY(config.ok());
        QVERIFY2(said::has(config, "fallbacks of 'a': there is no model group 'c'"), said::all(config).constData());
        QVERIFY(said::has(config, "fallbacks: there is no model group 'd'"));
        QVERIFY(said::has(config, "default_fallbacks: there is no model group 'e'"));
        QVERIFY(said::has(config, "the alias 'g' leads to 'h', but there is no such model group"));
        QVERIFY(said::has(config, "the alias 'b' hides the model group of the same name"));
        QCOMPARE(said::count(config, "warning"), 5);
    }

    void patternsIdsAndAliasesAreNamesToo()
    {
        const Config config = said::read("model_list:\n" + model("\"claude-*\"") + model("a", ", model_info: {id: the-id}")
            + "router_settings:\n  fallbacks: [{\"*\": [claude-x, the-id, openai/a, short]}]\n  model_group_alias: {short: a}\n");
        QVERIFY2(config.diagnostics.empty(), said::all(config).constData());
        const Config wild =
            said::read("model_list:\n" + model("\"openai/*\"") + "router_settings: {default_fallbacks: [gpt-4o, openai/x]}\n");
        QVERIFY2(wild.diagnostics.empty(), said::all(wild).constData());
    }

    void twoEntriesCannotShareAnId()
    {
        const Config config =
            said::read("model_list:\n" + model("a", ", model_info: {id: 1}") + model("b", ", model_info: {id: \"1\"}"));
        QVERIFY2(said::has(config, "error: the id '1' is taken by the entry at line 2"), said::all(config).constData());
    }

    void secretsNeverStandInWhatIsSaid()
    {
        const std::string hidden = "sk-verysecret";
        const Config config = said::read("model_list:\n- model_name: a\n  litellm_params:\n    model: openai/a\n    api_key: ["
            + hidden + "]\n    \"api_kye:" + hidden + "\": 1\n    extra_headers: {Authorization: Bearer " + hidden + ", x: ["
            + hidden + "]}\n    my_token: " + hidden + "\n" + "general_settings:\n  master_key: {" + hidden
            + ": 1}\n  database_url: postgresql://user:" + hidden + "@host/db\n" + "  " + hidden
            + ": 1\nrouter_settings: {routing_strategy: " + hidden + ", num_retries: " + hidden
            + "}\ncallback_settings: {generic: {headers: {a: b}, endpoint: \"https://u:" + hidden + "@h/\", api_key: " + hidden
            + "}}\n");
        QVERIFY(!config.ok());
        QVERIFY2(!said::all(config).contains(hidden.c_str()), said::all(config).constData());
        const std::string shown = said::read("litellm_settings: {default_team_settings: [{langfuse_secret: " + hidden
            + "}]}\nmodel_list:\n- model_name: a\n  litellm_params: "
              "{model: openai/a, headers: {a: "
            + hidden + "}, my_token: " + hidden + ", vertex_credentials: " + hidden
            + "}\n"
              "general_settings: {database_url: "
            + hidden + "}\ncallback_settings: {x: {endpoint: \"https://u:" + hidden + "@h/\"}}\n")
                                      .root.show();
        QVERIFY2(shown.find(hidden) == std::string::npos, shown.c_str());
        QVERIFY(shown.find("openai/a") != std::string::npos);
    }

    void namesAreSafeToRepeat()
    {
        QCOMPARE(safeName("risk-model"), std::string("risk-model"));
        QCOMPARE(safeName("my sk-abc"), std::string("•••"));
        QCOMPARE(safeName("SK-ABC"), std::string("•••"));
        QCOMPARE(safeName("a\nb"), std::string("a?b"));
        QVERIFY(safeName(std::string(500, 'x')).size() < 100);
        QVERIFY(soundsSecret("langfuse_secret") && soundsSecret("X-Api-Key") && soundsSecret("auth_token"));
        QVERIFY(!soundsSecret("max_tokens") && !soundsSecret("model") && !soundsSecret("keyword"));
        QVERIFY(holdsPassword("redis://:pw@host:6379") && !holdsPassword("http://host:80/a@b:c")
            && !holdsPassword("http://user@host"));
    }

    void distancesCountSwapsAsOne()
    {
        QCOMPARE(editDistance("modle", "model", 2), std::size_t(1));
        QCOMPARE(editDistance("kitten", "sitting", 3), std::size_t(3));
        QCOMPARE(editDistance("kitten", "sitting", 2), std::size_t(3));
        QCOMPARE(editDistance("", "abc", 5), std::size_t(3));
        QCOMPARE(editDistance("same", "same", 2), std::size_t(0));
    }

    void theReportIsSortedAndCounted()
    {
        const QByteArray text = said::all(said::read("zzz: 1\nrouter_settings: {num_retries: x}\naaa: 1\n"));
        QVERIFY(text.indexOf("'zzz'") < text.indexOf("num_retries") && text.indexOf("num_retries") < text.indexOf("'aaa'"));
        QVERIFY2(text.endsWith("\n1 error, 2 warnings, 1 note\n"), text.constData());
    }
};

QTEST_APPLESS_MAIN(TestCheck)
#include "tst_check.moc"
