// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/several_models.h"

#include "gateway/pipeline/any_provider.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::pipeline;

namespace {

std::vector<std::string> groupsOf(const std::string &params, const std::map<std::string, std::string> &variables)
{
    const auto environment = [&](const std::string &name) {
        const auto found = variables.find(name);
        return found == variables.end() ? std::nullopt : std::optional(found->second);
    };
    const auto config = config::parse(
        "model_list: [{model_name: '*', litellm_params: " + params + ", model_info: {id: any}}]\n", "test.yaml", environment);
    std::vector<std::string> groups;
    for (const config::Value &entry : entriesOf(config.models().front(), environment))
        groups.push_back(entry.find("model_name").asString() + "=" + entry.find("model_info").find("id").asString());
    return groups;
}

bool holds(const std::vector<std::string> &all, const char *one)
{
    return std::find(all.begin(), all.end(), one) != all.end();
}

} // namespace

class TestSeveralModels : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aListIsTakenApartAtItsCommas()
    {
        QCOMPARE(namesIn("a, b ,,c"), (std::vector<std::string> {"a", "b", "c"}));
        QCOMPARE(namesIn(" , "), std::vector<std::string>());
        QCOMPARE(namesIn("a"), std::vector<std::string> {"a"});
    }

    void aBodyWithoutAListIsToldByItsText()
    {
        QVERIFY(mayNameSeveral(R"({"model": "a,b"})"));
        QVERIFY(mayNameSeveral(R"({"messages":[{"model":"x"}],"model" : "a,b"})"));
        QVERIFY(!mayNameSeveral(R"({"model":"a","messages":[{"content":"one, two"}]})"));
        QVERIFY(!mayNameSeveral("{\"model"));
        QVERIFY(!mayNameSeveral("{\"model\":"));
        QVERIFY(!mayNameSeveral("{\"model\":\"a"));
        QVERIFY(!mayNameSeveral(R"({"model":1,"x":"model"})"));
        QVERIFY(!mayNameSeveral(""));
    }

    void aBareStarStandsForEveryProviderWithAKey()
    {
        const auto groups = groupsOf("{model: '*'}", {{"ANTHROPIC_API_KEY", "k"}, {"GROQ_API_KEY", "k"}});
        QVERIFY(holds(groups, "*=any"));
        QVERIFY(holds(groups, "anthropic/*=any/anthropic"));
        QVERIFY(holds(groups, "groq/*=any/groq"));
        QVERIFY(!holds(groups, "mistral/*=any/mistral"));
    }

    void aStarOfOneProviderStandsForItself()
    {
        const std::map<std::string, std::string> keys {{"ANTHROPIC_API_KEY", "k"}};
        QCOMPARE(groupsOf("{model: 'openai/*'}", keys).size(), std::size_t(1));
        QCOMPARE(groupsOf("{model: '*', api_base: 'http://x'}", keys).size(), std::size_t(1));
    }
};

QTEST_APPLESS_MAIN(TestSeveralModels)
#include "tst_several_models.moc"
