// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/config/written_models.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

QJsonObject written(const std::string &text, const config::IdsByLine &ids = {})
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(config::writtenModels(text, ids))).object();
}

const std::string usual = "model_list:\n"
                          "  - model_name: gpt\n"
                          "    litellm_params:\n"
                          "      model: openai/gpt-4o\n"
                          "      api_key: os.environ/KEY\n"
                          "      max_tokens: 5\n"
                          "      input_cost_per_token: 0.000002\n"
                          "      extra_headers: {x-who: somebody, x-from: keychain/one}\n"
                          "  - model_name: clear\n"
                          "    litellm_params: {model: openai/x, api_key: sk-in-clear, my_secret: hush, api_base: 'http:/"
                          "/me:word@host/'}\n"
                          "    model_info: {id: d-1, note: kept}\n"
                          "router_settings:\n"
                          "  model_group_alias: {other: gpt, two: {model: gpt, hidden: true}}\n";

} // namespace

class WrittenModelsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void entriesStandAsTheyAreWritten()
    {
        const QJsonObject all = written(usual, {{2, "a"}, {2, "b"}, {9, "d-1"}});
        const QJsonArray models = all["models"_L1].toArray();
        QCOMPARE(models.size(), 2);
        const QJsonObject first = models[0].toObject(), params = first["litellm_params"_L1].toObject();
        QCOMPARE(first["index"_L1].toInt(), 0);
        QCOMPARE(first["line"_L1].toInt(), 2);
        QCOMPARE(first["ids"_L1].toArray(), (QJsonArray {u"a"_s, u"b"_s}));
        QCOMPARE(params["api_key"_L1].toString(), u"os.environ/KEY"_s);
        QCOMPARE(params["max_tokens"_L1].toInt(), 5);
        QCOMPARE(params["input_cost_per_token"_L1].toDouble(), 0.000002);
        QCOMPARE(models[1]["ids"_L1].toArray(), QJsonArray {u"d-1"_s});
        QCOMPARE(models[1]["model_info"_L1]["note"_L1].toString(), u"kept"_s);
        QCOMPARE(all["aliases"_L1]["other"_L1].toString(), u"gpt"_s);
        QCOMPARE(all["aliases"_L1]["two"_L1]["hidden"_L1].toBool(), true);
    }

    void noCredentialThatIsWrittenOutIsShown()
    {
        const QByteArray text = QByteArray::fromStdString(config::writtenModels(usual, {}));
        for (const char *secret : {"sk-in-clear", "hush", "me:word", "somebody"})
            QVERIFY2(!text.contains(secret), secret);
        QVERIFY(text.contains("keychain/one"));
    }

    void whatIsNoConfigurationHasNoModels_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("broken") << QByteArray("model_list: [");
        QTest::newRow("a word") << QByteArray("word");
        QTest::newRow("another shape") << QByteArray("model_list: {a: 1}\nrouter_settings: [1]\n");
    }

    void whatIsNoConfigurationHasNoModels()
    {
        QFETCH(QByteArray, text);
        const QJsonObject all = written(text.toStdString());
        QVERIFY(all["models"_L1].toArray().isEmpty());
        QVERIFY(all["aliases"_L1].toObject().isEmpty());
    }

    void entriesOfAnyShapeKeepTheirPlace()
    {
        const QJsonArray models =
            written("model_list:\n  - 5\n  - {model_name: [1]}\n  - litellm_params: no\n")["models"_L1].toArray();
        QCOMPARE(models.size(), 3);
        QCOMPARE(models[2]["index"_L1].toInt(), 2);
        QVERIFY(models[2]["litellm_params"_L1].toObject().isEmpty());
    }
};

QTEST_GUILESS_MAIN(WrittenModelsTest)
#include "tst_written_models.moc"
