// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "views.h"

#include "gateway/translate/operations.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::translate;

namespace {

struct Asked {
    std::string provider;
    Dialect dialect = Dialect::OpenAiChat;
    Operation operation = Operation::Embedding;
    std::string base = {};
};

Deployment deploymentOf(const Asked &asked)
{
    Deployment deployment;
    deployment.provider = {asked.provider, asked.provider, asked.dialect};
    deployment.apiBase = asked.base;
    return deployment;
}

Result<Encoded> encoded(const Asked &asked, const std::string &body)
{
    wire::Call call;
    call.operation = asked.operation;
    call.path = "/door";
    call.body = *wire::JsonObject::parse(body);
    const Deployment deployment = deploymentOf(asked);
    return encode(call, {deployment, "m", asked.dialect}, {});
}

// The body's members in the order of their names, so that a test need not know how it is written.
std::string bodyOf(const Asked &asked, const std::string &body)
{
    const auto result = encoded(asked, body);
    if (!result)
        return "refused: " + result.error().message;
    const QByteArray text(result->body.data(), static_cast<qsizetype>(result->body.size()));
    return QJsonDocument(QJsonDocument::fromJson(text).object()).toJson(QJsonDocument::Compact).toStdString();
}

std::string answered(const Asked &asked, const std::string &request, const std::string &answer)
{
    const auto body = wire::JsonObject::parse(request);
    View view = fixtures::view(deploymentOf(asked).provider, Dialect::OpenAiChat);
    view.operation = asked.operation;
    view.request = &*body;
    view.upstreamModel = "m";
    const auto result = decodeAnswer(answer, view);
    return result ? result->body : "failed: " + result.error().message;
}

const Asked cohere {"cohere", Dialect::CohereChat};
const Asked cohereRerank {"cohere", Dialect::CohereChat, Operation::Rerank};
const Asked ollama {"ollama", Dialect::OllamaChat};

} // namespace

class TestOperations : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void embeddingsAreAskedForInEachProvidersWords_data()
    {
        QTest::addColumn<QString>("provider");
        QTest::addColumn<QString>("request");
        QTest::addColumn<QString>("body");
        const QString usual = QStringLiteral(R"({"model":"x","input":"a","dimensions":8,"encoding_format":"float","user":"u"})");
        QTest::newRow("as OpenAI") << "together_ai" << usual
                                   << R"({"dimensions":8,"encoding_format":"float","input":"a","model":"m","user":"u"})";
        QTest::newRow("mistral") << "mistral" << usual
                                 << R"({"encoding_format":"float","input":"a","model":"m","output_dimension":8})";
        QTest::newRow("jina") << "jina_ai" << usual << R"({"dimensions":8,"embedding_type":"float","input":"a","model":"m"})";
        QTest::newRow("voyage") << "voyage" << usual << R"({"input":"a","model":"m","output_dimension":8})";
        QTest::newRow("hugging face") << "huggingface" << QStringLiteral(R"({"input":["a","b"],"truncate":true})")
                                      << R"({"inputs":["a","b"],"truncate":true})";
    }
    void embeddingsAreAskedForInEachProvidersWords()
    {
        QFETCH(QString, provider);
        QFETCH(QString, request);
        QFETCH(QString, body);
        QCOMPARE(QString::fromStdString(bodyOf({provider.toStdString()}, request.toStdString())), body);
    }

    void cohereIsToldWhatTheTextsAreFor()
    {
        QCOMPARE(bodyOf(cohere, R"({"input":"a","encoding_format":"base64"})"),
            std::string(R"({"embedding_types":["float"],"input_type":"search_document","model":"m","texts":["a"]})"));
        QCOMPARE(bodyOf(cohere, R"({"input":["a"],"input_type":"search_query","dimensions":4})"),
            std::string(
                R"({"embedding_types":["float"],"input_type":"search_query","model":"m","output_dimension":4,"texts":["a"]})"));
        QCOMPARE(bodyOf(cohere, R"({"input":["data:image/png;base64,AA"]})"),
            std::string(
                R"({"embedding_types":["float"],"images":["data:image/png;base64,AA"],"input_type":"image","model":"m"})"));
    }

    void whatIsNoTextIsRefused()
    {
        for (const char *input : {"[1,2]", "[[1]]", "{}", "[]", "[null]", "5"}) {
            const auto result = encoded(cohere, std::string(R"({"input":)") + input + "}");
            QVERIFY2(!result && result.error().httpStatus() == 400, input);
        }
        QVERIFY(!encoded(ollama, R"({"input":["data:image/png;base64,AA"]})"));
    }

    void whatOllamaDoesNotKnowIsAnOptionOfItsRunner()
    {
        QCOMPARE(bodyOf(ollama, R"({"input":["a"],"num_ctx":5,"truncate":false,"options":{"seed":1},"encoding_format":"float"})"),
            std::string(R"({"input":["a"],"model":"m","options":{"num_ctx":5,"seed":1},"truncate":false})"));
    }

    void vectorsComeInOpenAisShape()
    {
        const std::string request = R"({"input":["a"]})";
        const std::string usual =
            R"({"object":"list","data":[{"object":"embedding","index":0,"embedding":[0.5,-2]}],"model":"alias","usage":{"completion_tokens":0,"prompt_tokens":3,"total_tokens":3}})";
        QCOMPARE(answered(cohere, request, R"({"embeddings":{"float":[[0.5,-2]]},"meta":{"billed_units":{"input_tokens":3}}})"),
            usual);
        QCOMPARE(answered(cohere, request, R"({"embeddings":[[0.5,-2]],"meta":{"billed_units":{"input_tokens":3}}})"), usual);
        QCOMPARE(answered(ollama, request, R"({"embeddings":[[0.5,-2]],"prompt_eval_count":3})"), usual);
        QVERIFY(answered({"huggingface"}, request, "[[0.5,-2]]").find(R"("embedding":[0.5,-2])") != std::string::npos);
    }

    void aModelAnswersUnderTheNameItWasAskedBy()
    {
        const std::string body = answered({"openai"}, R"({"input":"a"})",
            R"({"data":[{"embedding":[1],"index":0}],"model":"m-2","usage":{"prompt_tokens":3,"total_tokens":3}})");
        QVERIFY2(body.find(R"("model":"alias")") != std::string::npos, body.c_str());
        QVERIFY2(body.find(R"("usage":{"completion_tokens":0,"prompt_tokens":3)") != std::string::npos, body.c_str());
    }

    void numbersArePackedWhereBase64WasAskedFor()
    {
        const std::string request = R"({"input":["a"],"encoding_format":"base64"})";
        const char *packed = R"("embedding":"AAAAPwAAAMA=")"; // 0.5, -2 as 32-bit floats
        for (const auto &[asked, answer] : std::initializer_list<std::pair<Asked, const char *>> {
                 {ollama, R"({"embeddings":[[0.5,-2]]})"}, {{"mistral"}, R"({"data":[{"embedding":[0.5,-2],"index":0}]})"},
                 {{"openai"}, R"({"data":[{"embedding":"AAAAPwAAAMA=","index":0}]})"}}) {
            const std::string body = answered(asked, request, answer);
            QVERIFY2(body.find(packed) != std::string::npos, body.c_str());
        }
    }

    void aBrokenAnswerIsAnErrorThatNamesTheProvider()
    {
        const std::string request = R"({"input":["a"],"query":"q","documents":["a"],"encoding_format":"base64"})";
        for (const char *answer : {"", "{", "[]", "{}", "[1]", "[\"a\"]", R"({"embeddings":[]})", R"({"embeddings":[["x"]]})",
                 R"({"embeddings":{}})", R"({"data":{}})", R"({"results":[{}]})", R"({"scores":["a"]})", R"({"scores":[]})"}) {
            for (const Asked &asked : {cohere, ollama, cohereRerank, Asked {"huggingface"}, Asked {"mistral"},
                     Asked {"huggingface", Dialect::OpenAiChat, Operation::Rerank}}) {
                if (asked.operation == Operation::Rerank && std::string_view(answer) == "[]")
                    continue; // nothing ranked is an answer
                const std::string body = answered(asked, request, answer);
                QVERIFY2(body.starts_with("failed: ") && body.find(asked.provider) != std::string::npos,
                    (asked.provider + " " + answer + " " + body).c_str());
            }
        }
    }

    void cohereReranksByTheVersionThatCanBeTold()
    {
        const std::string question = R"({"query":"q","documents":["a",{"text":"b"},{"title":7}],"top_n":1})";
        const std::string body = bodyOf(cohereRerank, question);
        QVERIFY2(body.find("[\"a\",\"b\",\"{\\\"title\\\":7}\"]") != std::string::npos, body.c_str());
        QVERIFY(!encoded(cohereRerank, question)->isOlder);
        QVERIFY(encoded(cohereRerank, R"({"query":"q","documents":["a"],"max_chunks_per_doc":2})")->isOlder);
        QVERIFY(encoded(cohereRerank, R"({"query":"q","documents":["a"],"rank_fields":["title"]})")->isOlder);
        Asked older = cohereRerank;
        older.base = "https://host/v1/rerank";
        QVERIFY(encoded(older, question)->isOlder);
    }

    void rerankingIsAskedForInEachProvidersWords_data()
    {
        QTest::addColumn<QString>("provider");
        QTest::addColumn<QString>("body");
        QTest::newRow("as Cohere")
            << "jina_ai"
            << R"({"documents":["a",{"text":"b"}],"model":"m","query":"q","return_documents":true,"top_n":1})";
        QTest::newRow("voyage") << "voyage"
                                << R"({"documents":["a","b"],"model":"m","query":"q","return_documents":true,"top_k":1})";
        QTest::newRow("hugging face") << "huggingface"
                                      << R"({"query":"q","return_text":true,"texts":["a","b"]})";
        QTest::newRow("nvidia") << "nvidia_nim"
                                << R"({"model":"m","passages":[{"text":"a"},{"text":"b"}],"query":{"text":"q"}})";
        QTest::newRow("deepinfra") << "deepinfra"
                                   << R"({"documents":["a","b"],"queries":["q","q"]})";
    }
    void rerankingIsAskedForInEachProvidersWords()
    {
        QFETCH(QString, provider);
        QFETCH(QString, body);
        const std::string request =
            R"({"model":"x","query":"q","documents":["a",{"text":"b"}],"top_n":1,"return_documents":true})";
        QCOMPARE(QString::fromStdString(bodyOf({provider.toStdString(), Dialect::OpenAiChat, Operation::Rerank}, request)), body);
    }

    void everyRankingComesInCoheresShape_data()
    {
        QTest::addColumn<QString>("provider");
        QTest::addColumn<QString>("answer");
        QTest::newRow("voyage") << "voyage"
                                << R"({"data":[{"index":1,"relevance_score":0.9,"document":"b"}],"usage":{"total_tokens":7}})";
        QTest::newRow("jina")
            << "jina_ai"
            << R"({"results":[{"index":1,"relevance_score":0.9,"document":{"text":"b"}}],"usage":{"total_tokens":7}})";
        QTest::newRow("nvidia") << "nvidia_nim"
                                << R"({"rankings":[{"index":1,"logit":0.9},{"index":0,"logit":-3}],"usage":{"total_tokens":7}})";
        QTest::newRow("deepinfra") << "deepinfra"
                                   << R"({"scores":[0.1,0.9],"input_tokens":7})";
    }
    void everyRankingComesInCoheresShape()
    {
        QFETCH(QString, provider);
        QFETCH(QString, answer);
        const std::string request = R"({"query":"q","documents":["a","b"],"top_n":1,"return_documents":true})";
        const std::string body =
            answered({provider.toStdString(), Dialect::OpenAiChat, Operation::Rerank}, request, answer.toStdString());
        const char *results = R"("results":[{"index":1,"relevance_score":0.9,"document":{"text":"b"}}])";
        QVERIFY2(body.find(results) != std::string::npos, body.c_str());
        QVERIFY2(body.find(R"("tokens":{"input_tokens":7})") != std::string::npos, body.c_str());
    }

    void aBareArrayOfScoresIsARanking()
    {
        const std::string body = answered({"huggingface", Dialect::OpenAiChat, Operation::Rerank},
            R"({"query":"q","documents":["a","b"]})", R"([{"index":0,"score":0.1},{"index":1,"score":0.8}])");
        QVERIFY2(
            body.find(R"("results":[{"index":1,"relevance_score":0.8},{"index":0,"relevance_score":0.1}])") != std::string::npos,
            body.c_str());
    }

    void aQueryAndDocumentsAreNeeded()
    {
        QVERIFY(!encoded(cohereRerank, R"({"query":"q"})"));
        QVERIFY(!encoded(cohereRerank, R"({"query":"q","documents":[]})"));
        QVERIFY(!encoded(cohereRerank, R"({"query":{"a":1},"documents":["a"]})"));
    }

    void whatADeploymentAddsIsAddedHereToo()
    {
        wire::Call call;
        call.operation = Operation::Embedding;
        call.body = *wire::JsonObject::parse(R"({"input":"a"})");
        Deployment deployment = deploymentOf({"mistral"});
        deployment.extraBody = R"({"vendor":1,"model":"other","input":"b"})";
        const auto result = encode(call, {deployment, "m", Dialect::OpenAiChat}, {});
        QCOMPARE(result->body, std::string(R"({"model":"m","input":"a","vendor":1})"));
    }
};

QTEST_APPLESS_MAIN(TestOperations)
#include "tst_operations.moc"
