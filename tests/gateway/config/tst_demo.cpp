// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/config/demo.h"
#include "said.h"

#include <QTest>

using namespace gatehouse::config;

class TestDemo : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void withoutAnyKeyTheDemoHasOneMockModel()
    {
        const Environment environment = said::environment({{"OPENAI_API_KEY", ""}});
        const Config config = parse(demoYaml(environment), "demo.yaml", environment);
        QVERIFY2(config.diagnostics.empty(), said::all(config).constData());
        QCOMPARE(config.models().size(), std::size_t(1));
        QCOMPARE(config.models().at(0).find("model_name").asString(), std::string("demo"));
        QVERIFY(!config.models().at(0).find("litellm_params").find("mock_response").asString().empty());
    }

    void everyProviderWithAKeyIsAddedWithAllItsModels()
    {
        const Environment environment = said::environment({{"OPENAI_API_KEY", "sk-o"}, {"ANTHROPIC_API_KEY", "sk-a"}});
        const Config config = parse(demoYaml(environment), "demo.yaml", environment);
        QVERIFY2(config.diagnostics.empty(), said::all(config).constData());
        QCOMPARE(config.models().size(), std::size_t(3));
        QCOMPARE(config.models().at(1).find("model_name").asString(), std::string("openai/*"));
        QCOMPARE(config.models().at(2).find("litellm_params").find("api_key").asString(), std::string("sk-a"));
        QVERIFY(demoYaml(environment).find("sk-a") == std::string::npos);
    }
};

QTEST_APPLESS_MAIN(TestDemo)
#include "tst_demo.moc"
