// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/model_list.h"

#include <QTest>

using namespace gatehouse::translate;

namespace {

constexpr std::size_t most = 100;

std::string quoted(std::string json)
{
    for (char &character : json)
        character = character == char(39) ? char(34) : character;
    return json;
}

std::optional<ModelList> read(const std::string &json, const char *member = "id", const char *prefix = "")
{
    return modelListFrom(quoted(json), member, prefix, most);
}

// "name(mode) name(mode)"
std::string told(const std::optional<ModelList> &list)
{
    std::string text = list ? "" : "none";
    for (const ListedModel &model : list ? list->models : std::vector<ListedModel>())
        text += model.id + "(" + model.mode + ") ";
    return text;
}

} // namespace

class TestModelList : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyShapeIsRead()
    {
        QCOMPARE(told(read("{'object':'list','data':[{'id':'gpt-4o'},{'id':'text-embedding-3-small'}]}")),
            std::string("gpt-4o() text-embedding-3-small(embedding) "));
        QCOMPARE(
            told(read("[{'id':'a/b','type':'chat'},{'id':'c','type':'image'}]")), std::string("a/b(chat) c(image_generation) "));
        QCOMPARE(told(read("{'models':[{'name':'models/gemini-2.5-pro','supportedGenerationMethods':['embedContent',"
                           "'generateContent']},{'name':'models/e','supportedGenerationMethods':['embedContent']}]}",
                     "name", "models/")),
            std::string("gemini-2.5-pro(chat) e(embedding) "));
        QCOMPARE(
            told(read("{'models':[{'name':'rerank-v3.5','endpoints':['rerank']},{'name':'c','endpoints':['chat']}]}", "name")),
            std::string("rerank-v3.5(rerank) c(chat) "));
        QCOMPARE(told(read("{'modelSummaries':[{'modelId':'amazon.nova-pro-v1:0','outputModalities':['TEXT']}]}", "modelId")),
            std::string("amazon.nova-pro-v1:0(chat) "));
        QCOMPARE(told(read("{'data':[]}")), std::string());
    }

    void whatServersOfOnesOwnTellIsKept()
    {
        const auto list = read("{'data':[{'id':'q','max_model_len':32768,'owned_by':'vllm','size':123}]}");
        QVERIFY(list);
        QCOMPARE(list->models.front().context, std::int64_t(32768));
        QCOMPARE(list->models.front().bytes, std::int64_t(123));
        QCOMPARE(list->models.front().owner, std::string("vllm"));
    }

    void aFurtherPageIsSaid()
    {
        QVERIFY(read("{'data':[{'id':'a'}]}")->isWhole);
        QVERIFY(!read("{'data':[{'id':'a'}],'has_more':true}")->isWhole);
        QVERIFY(!read("{'models':[{'name':'a'}],'nextPageToken':'x'}", "name")->isWhole);
    }

    void aLongListIsCut()
    {
        std::string json = "{'data':[";
        for (int i = 0; i < 500; ++i)
            json += (i ? ",{'id':'" : "{'id':'") + std::to_string(i) + "'}";
        const auto list = read(json + "]}");
        QCOMPARE(list->models.size(), most);
        QVERIFY(!list->isWhole);
    }

    void whatIsNoListIsNone()
    {
        for (const char *json : {"", "x", "{}", "[1,2]", "{'data':{}}", "{'data':'x'}", "{'error':{'message':'no'}}",
                 "{'data':[{}]}", "{'data':[{'id':7}]}", "[[[[", "{'data':[{'id':''}]}"})
            QVERIFY2(!read(json), json);
        QVERIFY(!modelListFrom(std::string("\xff\xfe{\"data\":[]}"), "id", {}, most));
    }

    void namesThatAreNoneAreLeftOut()
    {
        const std::string longest(600, 'x');
        QCOMPARE(told(read("{'data':[{'id':'a'},{'id':'a'},{'id':'b\\u0007'},{'id':'" + longest + "'},{'no':1}]}")),
            std::string("a() "));
    }
};

QTEST_GUILESS_MAIN(TestModelList)
#include "tst_model_list.moc"
