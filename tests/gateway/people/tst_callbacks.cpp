// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/people/callbacks.h"
#include "world.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::people;

namespace {

std::string shown(const Callbacks &callbacks)
{
    std::string text;
    for (const CallbackChoice &choice : callbacks.choices) {
        text += choice.name + (choice.onSuccess ? "+" : "") + (choice.onFailure ? "-" : "");
        for (const auto &[name, value] : choice.variables)
            text += " " + name + "=" + value.reveal();
        text += ";";
    }
    for (const std::string &name : callbacks.disabled)
        text += "!" + name;
    return text;
}

std::shared_ptr<const Callbacks> callbacksWith(
    const std::string &keyMetadata, const std::string &teamMetadata = "{}", const std::string &teamSettings = {})
{
    World world;
    world.policy.teamSettings = teamSettings;
    world.put(Kind::Key, "k", R"({"team_id":"t","metadata":)" + keyMetadata + "}");
    world.put(Kind::Team, "t", R"({"metadata":)" + teamMetadata + "}");
    return world.compiled("k")->callbacks;
}

const std::string langfuse =
    R"({"logging":[{"callback_name":"Langfuse","callback_type":"success","callback_vars":{"langfuse_host":"h","n":5}}]})";

} // namespace

class TestCallbacks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aKeyWithoutAnyHasNone() { QVERIFY(!callbacksWith("{}")); }

    void aKeysOwnStandAboveItsTeams()
    {
        QCOMPARE(shown(*callbacksWith(langfuse, R"({"logging":[{"callback_name":"otel"}]})")),
            std::string("langfuse+ langfuse_host=h n=5;"));
        QCOMPARE(shown(*callbacksWith("{}", R"({"logging":[{"callback_name":"otel","callback_type":"failure"}]})")),
            std::string("otel-;"));
    }

    void theConfigurationSpeaksForATeam()
    {
        const std::string settings =
            R"([{"team_id":"x"},{"team_id":"t","success_callback":["langfuse"],"failure_callback":["sentry"],"langfuse_host":"h"}])";
        QCOMPARE(shown(*callbacksWith("{}", "{}", settings)), std::string("langfuse+ langfuse_host=h;sentry- langfuse_host=h;"));
    }

    void someAreDisabled()
    {
        const auto callbacks = callbacksWith(R"({"litellm_disabled_callbacks":["Datadog"],"turn_off_message_logging":true})");
        QCOMPARE(shown(*callbacks), std::string("!datadog"));
        QVERIFY(callbacks->hidesMessages);
    }

    void nonsenseHarmsNobody()
    {
        for (const char *metadata :
            {R"({"logging":7})", R"({"logging":[7,{"callback_name":9},{"callback_vars":[]}]})", R"({"logging":{}})"})
            QVERIFY2(!callbacksWith(metadata), metadata);
        std::string many = R"({"logging":[{"callback_name":"a"})";
        for (int i = 0; i < 1000; ++i)
            many += R"(,{"callback_name":"a"})";
        QCOMPARE(callbacksWith(many + "]}")->choices.size(), std::size_t(16));
    }
};

QTEST_GUILESS_MAIN(TestCallbacks)
#include "tst_callbacks.moc"
