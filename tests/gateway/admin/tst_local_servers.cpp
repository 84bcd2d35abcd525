// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/local_servers.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::admin;

namespace {

std::string quoted(std::string json)
{
    for (char &character : json)
        character = character == char(39) ? char(34) : character;
    return json;
}

LocalAnswers answers(std::initializer_list<std::pair<const char *, const char *>> bodies)
{
    LocalAnswers all;
    for (const auto &[path, body] : bodies)
        all[path] = {200, quoted(body)};
    return all;
}

// "kind version: model model"
std::string told(const LocalAnswers &all, std::uint16_t port = 9999)
{
    const auto server = recognised(all, port);
    if (!server)
        return "none";
    std::string text = std::string(server->kind->name) + " " + server->version + (server->needsKey ? "*:" : ":");
    for (const auto &model : server->models)
        text += " " + model.id;
    return text;
}

const char *const openAi = "{'data':[{'id':'m'}]}";

} // namespace

class TestLocalServers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachKindIsToldApart()
    {
        QCOMPARE(told(answers({{"/v1/models", openAi}, {"/api/version", "{'version':'0.5.7'}"},
                     {"/api/tags", "{'models':[{'name':'llama3.2:3b','size':5}]}"}})),
            std::string("ollama 0.5.7: llama3.2:3b"));
        QCOMPARE(told(answers({{"/v1/models", openAi}, {"/api/v0/models", "{'data':[{'id':'qwen','type':'llm'}]}"}})),
            std::string("lm_studio : qwen"));
        QCOMPARE(told(answers({{"/v1/models", "{'data':[{'id':'q','owned_by':'vllm'}]}"}, {"/version", "{'version':'0.9'}"}})),
            std::string("vllm 0.9: q"));
        QCOMPARE(told(answers({{"/v1/models", "{'data':[{'id':'q','owned_by':'sglang'}]}"}})), std::string("sglang : q"));
        QCOMPARE(told(answers({{"/v1/models", openAi}, {"/version", "{'version':'v2.24.0 (abc)'}"}})),
            std::string("localai v2.24.0 (abc): m"));
        QCOMPARE(told(answers({{"/engines/v1/models", openAi}})), std::string("docker_model_runner : m"));
        QCOMPARE(told(answers({{"/v1/models", openAi}}), 1337), std::string("jan : m"));
        QCOMPARE(told(answers({{"/v1/models", openAi}})), std::string("openai_compatible : m"));
    }

    void whoPretendsToBeOllamaIsNotTaken()
    {
        QCOMPARE(
            told(answers({{"/v1/models", openAi}, {"/api/version", "{'version':'0.7'}"},
                {"/api/tags", "{'models':[{'name':'k'}]}"}, {"/api/extra/version", "{'result':'KoboldCpp','version':'1.80'}"}})),
            std::string("koboldcpp 1.80: m"));
        QCOMPARE(told(answers({{"/v1/models", openAi}, {"/api/version", "{'version':'0.7'}"},
                     {"/api/tags", "{'models':[{'name':'k'}]}"}, {"/props", "{'build_info':'b4000'}"}})),
            std::string("llama_cpp b4000: m"));
    }

    void whoWantsAKeyIsSaidSo()
    {
        LocalAnswers all = answers({{"/version", "{'version':'0.9'}"}});
        all["/v1/models"] = {401, "{}"};
        QCOMPARE(told(all), std::string("vllm 0.9*:"));
    }

    void whatIsNoServerOfModelsIsLeftOut()
    {
        LocalAnswers guarded;
        guarded["/v1/models"] = {401, "{}"};
        QCOMPARE(told(guarded), std::string("none"));
        QCOMPARE(told({}), std::string("none"));
        QCOMPARE(told(answers({{"/v1/models", "<html>"}, {"/api/version", "[]"}, {"/api/tags", "x"}, {"/props", "7"}})),
            std::string("none"));
        QCOMPARE(told(answers({{"/v1/models", openAi}, {"/health/liveliness", "'I am not this'"}})),
            std::string("openai_compatible : m"));
        LocalAnswers gateway = answers({{"/v1/models", openAi}});
        gateway["/health/liveliness"] = {200, "\"I'm alive!\""};
        QCOMPARE(told(gateway), std::string("none"));
    }

    void whatIsToldIsReadyToBeStored()
    {
        const auto server = recognised(answers({{"/v1/models", openAi}, {"/api/version", "{'version':'1'}"},
                                           {"/api/tags", "{'models':[{'name':'nomic-embed-text','size':9},{'name':'l'}]}"}}),
            11434);
        QVERIFY(server);
        const std::string record = localRecord(*server, 11434, 2.5, true);
        const std::string embedding =
            quoted("{'id':'nomic-embed-text','mode':'embedding','size_bytes':9,'context':null,'model_name':'nomic-embed-text',"
                   "'model_info':{'mode':'embedding'},'litellm_params':{'model':'ollama/nomic-embed-text','api_base':"
                   "'http://127.0.0.1:11434'}}");
        QVERIFY2(record.find(embedding) != std::string::npos, record.c_str());
        QVERIFY2(record.find(quoted("'model':'ollama_chat/l'")) != std::string::npos, record.c_str());
        QVERIFY2(record.find(quoted("'is_used':true")) != std::string::npos, record.c_str());
    }

    void noPortIsAskedTwice()
    {
        auto ports = usualPorts();
        std::sort(ports.begin(), ports.end());
        QVERIFY(std::adjacent_find(ports.begin(), ports.end()) == ports.end());
        QVERIFY(std::binary_search(ports.begin(), ports.end(), 11434));
    }
};

QTEST_GUILESS_MAIN(TestLocalServers)
#include "tst_local_servers.moc"
