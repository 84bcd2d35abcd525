// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/config_tree.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace gatehouse::admin;
using namespace Qt::StringLiterals;

namespace {

QJsonObject treeOf(const QString &text, const std::vector<std::string> &sections = {})
{
    const QJsonObject file {{u"text"_s, text}, {u"revision"_s, u"abc"_s}, {u"writable"_s, true}, {u"path"_s, u"/etc/x.yaml"_s}};
    const std::string answer = configTree(QJsonDocument(file).toJson().toStdString(), sections);
    return QJsonDocument::fromJson(QByteArray::fromStdString(answer)).object();
}

} // namespace

class TestConfigTree : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void valuesAreToldAndReferencesStay()
    {
        const QJsonObject told = treeOf(u"router_settings:\n  fallbacks: [{gpt: [a, b]}] # two\n  num_retries: 3\n"
                                        "general_settings: {master_key: os.environ/KEY}\n"_s);
        QCOMPARE(told.value(u"revision"_s).toString(), u"abc"_s);
        QCOMPARE(told.value(u"writable"_s).toBool(), true);
        const QJsonObject tree = told.value(u"tree"_s).toObject();
        QCOMPARE(tree.value(u"router_settings"_s)[u"fallbacks"_s][0][u"gpt"_s][1].toString(), u"b"_s);
        QCOMPARE(tree.value(u"router_settings"_s)[u"num_retries"_s].toInt(), 3);
        QCOMPARE(tree.value(u"general_settings"_s)[u"master_key"_s].toString(), u"os.environ/KEY"_s);
    }

    void credentialsInClearAreHidden()
    {
        const QJsonObject told =
            treeOf(u"general_settings: {master_key: sk-1234, database_url: 'postgresql://me:pw@host/db'}\n"
                   "model_list: [{litellm_params: {model: openai/a, api_key: sk-5678, extra_headers: {x-team: hush}}}]\n"
                   "environment_variables: {OPENAI_API_KEY: sk-9012}\nlitellm_settings: {slack_api_key: 987654321}\n"_s);
        const QByteArray text = QJsonDocument(told).toJson();
        for (const char *secret : {"sk-1234", "sk-5678", "pw@", "hush", "sk-9012", "987654321"})
            QVERIFY2(!text.contains(secret), text.constData());
        QVERIFY(text.contains("openai/a"));
    }

    void onlySectionsThatAreAskedForAreTold()
    {
        const QJsonObject told = treeOf(u"router_settings: {a: 1}\ngeneral_settings: {b: 2}\n"_s, {"router_settings"});
        QCOMPARE(told.value(u"tree"_s).toObject().keys(), QStringList(u"router_settings"_s));
    }

    void aTextThatCannotBeReadHasNoValues()
    {
        for (const QString &text : {u""_s, u"a: [1"_s, u"- 1"_s, u"5"_s, u"\t: {"_s})
            QVERIFY2(treeOf(text).value(u"tree"_s).toObject().isEmpty(), qPrintable(text));
        QVERIFY(configTree("no json", {}).find("\"tree\":{}") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestConfigTree)
#include "tst_config_tree.moc"
