// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/file_models.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

QJsonObject told(const QJsonObject &file)
{
    const std::string text = QJsonDocument(file).toJson(QJsonDocument::Compact).toStdString();
    return QJsonDocument::fromJson(QByteArray::fromStdString(admin::fileModels(text, {{2, "d-gpt"}}))).object();
}

QJsonObject file(const QString &inUse)
{
    return {{u"revision"_s, u"aa"_s}, {u"in_use"_s, inUse}, {u"writable"_s, true}, {u"demo"_s, false},
        {u"path"_s, u"config.yaml"_s},
        {u"text"_s, u"model_list:\n  - model_name: gpt\n    litellm_params: {model: openai/x}\n"_s}};
}

} // namespace

class FileModelsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void entriesAreToldWithTheDeploymentsTheyBecame()
    {
        const QJsonObject answer = told(file(u"aa"_s));
        QCOMPARE(answer["revision"_L1].toString(), u"aa"_s);
        QVERIFY(answer["writable"_L1].toBool());
        QVERIFY(!answer.contains("text"_L1));
        QCOMPARE(answer["models"_L1][0]["ids"_L1].toArray(), QJsonArray {u"d-gpt"_s});
    }

    void linesOfAnotherTextSayNothingOfTheFile()
    {
        const QJsonObject answer = told(file(u"bb"_s));
        QCOMPARE(answer["models"_L1].toArray().size(), 1);
        QVERIFY(answer["models"_L1][0]["ids"_L1].toArray().isEmpty());
    }

    void anAnswerWithoutAFileHasNoModels()
    {
        QVERIFY(told({})["models"_L1].toArray().isEmpty());
        QVERIFY(admin::fileModels("no JSON", {}).empty());
    }
};

QTEST_GUILESS_MAIN(FileModelsTest)
#include "tst_file_models.moc"
