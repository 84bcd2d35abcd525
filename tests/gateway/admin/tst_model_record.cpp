// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/model_names.h"
#include "gateway/admin/model_record.h"

#include "gateway/wire/json_object.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::admin;

namespace {

std::shared_ptr<const pipeline::Snapshot> snapshotOf(const std::string &models)
{
    const auto environment = [](const std::string &) { return std::optional<std::string>(); };
    const auto config = config::parse("model_list:\n" + models, "test.yaml", environment);
    Q_ASSERT(config.ok());
    return pipeline::compile(config);
}

std::string recordOf(const std::string &models)
{
    const auto snapshot = snapshotOf(models);
    wire::JsonWriter json;
    writeModelRecord(json, snapshot->router.deployments().front(), snapshot->catalogue);
    return json.take();
}

bool has(const std::vector<std::string> &names, const char *name)
{
    return std::count(names.begin(), names.end(), name) == 1;
}

} // namespace

class TestModelRecord : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aKnownModelIsDescribedByTheCatalogue()
    {
        const std::string record = recordOf("- {model_name: g, litellm_params: {model: openai/gpt-4o, api_key: sk-hidden}}\n");
        const auto json = wire::JsonObject::parse(record);
        QVERIFY2(json, record.c_str());
        QVERIFY(record.find("hidden") == std::string::npos);
        const auto info = wire::JsonObject::parse(std::string(json->find("model_info")));
        QVERIFY(info);
        QCOMPARE(info->find("key"), std::string_view("\"gpt-4o\""));
        QCOMPARE(info->find("max_output_tokens"), std::string_view("16384"));
        QCOMPARE(info->find("input_cost_per_token"), std::string_view("2.5e-06"));
        QCOMPARE(info->find("supports_vision"), std::string_view("true"));
        QCOMPARE(info->find("litellm_provider"), std::string_view("\"openai\""));
        QCOMPARE(info->find("mode"), std::string_view("\"chat\""));
        QVERIFY(info->find("supported_openai_params").find("temperature") != std::string_view::npos);
    }

    void whatTheEntrySaysItselfStands()
    {
        const std::string record =
            recordOf("- model_name: g\n  litellm_params: {model: openai/mine, input_cost_per_token: 0.001}\n"
                     "  model_info: {id: d-1, max_input_tokens: 7, owner: me, supports_vision: true}\n");
        const auto json = wire::JsonObject::parse(record);
        QVERIFY(json);
        const auto info = wire::JsonObject::parse(std::string(json->find("model_info")));
        QVERIFY(info);
        QCOMPARE(info->find("id"), std::string_view("\"d-1\""));
        QCOMPARE(info->find("owner"), std::string_view("\"me\""));
        QCOMPARE(info->find("key"), std::string_view("\"openai/mine\""));
        QCOMPARE(info->find("max_input_tokens"), std::string_view("7"));
        QCOMPARE(info->find("max_output_tokens"), std::string_view("null"));
        QCOMPARE(info->find("input_cost_per_token"), std::string_view("0.001"));
        QCOMPARE(info->find("mode"), std::string_view("null"));
        std::size_t times = 0; // a member stands once
        for (std::size_t i = 0; i < info->size(); ++i)
            times += info->at(i).name == "supports_vision" ? 1 : 0;
        QCOMPARE(times, std::size_t(1));
    }

    void aWildcardIsListedAsTheModelsItReaches()
    {
        const auto snapshot = snapshotOf("- {model_name: 'openai/*', litellm_params: {model: 'openai/*', api_key: k}}\n"
                                         "- {model_name: 'llm-*-prod', litellm_params: {model: 'openai/gpt-*', api_key: k}}\n"
                                         "- {model_name: plain, litellm_params: {model: openai/gpt-4o, api_key: k}}\n");
        const auto names = offeredNames(*snapshot, false);
        QVERIFY(has(names, "plain"));
        QVERIFY(has(names, "openai/gpt-4o"));
        QVERIFY(has(names, "llm-4o-prod"));
        QVERIFY(!has(names, "openai/*"));
        QVERIFY(!has(names, "llm-o3-prod"));
        QVERIFY(has(offeredNames(*snapshot, true), "openai/*"));
    }

    void aWildcardForOneModelHasNoNamesToList()
    {
        const auto snapshot = snapshotOf("- {model_name: 'any-*', litellm_params: {model: openai/gpt-4o, api_key: k}}\n");
        QVERIFY(offeredNames(*snapshot, false).empty());
    }
};

QTEST_APPLESS_MAIN(TestModelRecord)
#include "tst_model_record.moc"
