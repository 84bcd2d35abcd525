// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/config/setting_field.h"
#include "ui/pages/models/day_sums.h"
#include "ui/pages/models/key_choice.h"
#include "ui/pages/models/model_columns.h"
#include "ui/pages/models/model_entry.h"
#include "ui/pages/models/model_rows.h"
#include "ui/pages/models/parameter_fields.h"
#include "ui/pages/models/provider_icon.h"
#include "ui/pages/models/settings_form.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QJsonDocument>
#include <QLineEdit>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse::ui;

namespace {

/// JSON with ' for quotes.
QJsonObject object(const char *text)
{
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray(text).replace('\'', '"'));
    return document.object();
}

QJsonArray array(const char *text)
{
    return QJsonDocument::fromJson(QByteArray(text).replace('\'', '"')).array();
}

QString json(const QJsonArray &value)
{
    return QString::fromUtf8(QJsonDocument(value).toJson(QJsonDocument::Compact)).replace(u'"', u'\'');
}

QString cell(const QJsonObject &row, const char *name)
{
    for (const RecordColumn &column : modelColumns()) {
        if (qstrcmp(column.name, name) == 0)
            return column.text(row);
    }
    return u"no such column"_s;
}

ModelSources sources()
{
    ModelSources told;
    told.info = array("[{'model_name':'stored','litellm_params':{'model':'groq/llama'},'model_info':{'id':'c','db_model':true}},"
                      "{'model_name':'gpt','litellm_params':{'model':'openai/gpt-4o','weight':2,'rpm':60},"
                      "'model_info':{'id':'b','input_cost_per_token':0.0000025,'output_cost_per_token':0.00001}},"
                      "{'model_name':'gpt','litellm_params':{'model':'azure/gpt-4o'},'model_info':{'id':'a','blocked':true}}]");
    told.health =
        array("[{'id':'a','state':'closed','provider':'azure'},"
              "{'id':'b','state':'open','seconds_left':11.2,'reason':'slow down','latency_ms':812.5,'provider':'openai'}]");
    told.file =
        array("[{'index':0,'ids':['a'],'model_name':'gpt','litellm_params':{'model':'azure/gpt-4o','api_key':'keychain/azure'}},"
              "{'index':1,'ids':['b'],'model_name':'gpt','litellm_params':{'model':'openai/gpt-4o','api_key':'os.environ/KEY'}},"
              "{'index':2,'ids':[],'model_name':'lost','litellm_params':{'model':'nobody/x'}}]");
    told.sums = object("{'b':{'requests':1234,'errors':3,'spend':0.42}}");
    return told;
}

} // namespace
class ModelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void rowsComeInTheOrderOfTheFileAndThenOfTheDatabase()
    {
        const QJsonArray rows = modelRows(sources());
        QStringList ids;
        for (const QJsonValue &row : rows)
            ids.append(row["id"_L1].toString());
        QCOMPARE(ids, (QStringList {u"a"_s, u"b"_s, u"file:2"_s, u"c"_s}));
    }

    void aRowSaysHowItsDeploymentIs()
    {
        const QJsonArray rows = modelRows(sources());
        const QJsonObject azure = rows[0].toObject(), openai = rows[1].toObject(), lost = rows[2].toObject(),
                          stored = rows[3].toObject();
        QCOMPARE(cell(azure, "state"), u"Disabled"_s);
        QCOMPARE(cell(azure, "key"), u"Keychain: azure"_s);
        QCOMPARE(cell(openai, "state"), u"Resting, 12 s"_s);
        QCOMPARE(cell(openai, "key"), u"KEY"_s);
        QCOMPARE(cell(openai, "requests"), u"1,234"_s);
        QCOMPARE(cell(openai, "spend"), u"$0.42"_s);
        QCOMPARE(cell(openai, "price"), u"$2.50 / $10.00"_s);
        QCOMPARE(cell(openai, "limits"), u"weight 2, 60 requests a minute"_s);
        QCOMPARE(cell(openai, "latency"), u"813 ms"_s);
        QCOMPARE(cell(lost, "state"), u"Cannot be used"_s);
        QCOMPARE(cell(lost, "home"), u"File"_s);
        QCOMPARE(cell(stored, "home"), u"Database"_s);
        QCOMPARE(cell(stored, "key"), u"Sealed in the database"_s);
        QCOMPARE(cell(stored, "requests"), u"–"_s);
    }

    void rowsMakeAModelThatHoldsItsPromises()
    {
        RecordTable table(modelColumns(), u"id"_s);
        QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
        ModelSources told = sources();
        table.setRecords(modelRows(told));
        told.file = {};
        table.setRecords(modelRows(told));
        table.setRecords({});
        table.setRecords(modelRows(sources()));
        QCOMPARE(table.rowCount(), 4);
    }

    void manyThousandDeploymentsAreNoMatter()
    {
        ModelSources told;
        for (int i = 0; i < 10000; ++i) {
            const QString id = u"id-%1"_s.arg(i);
            told.info.append(QJsonObject {{u"model_name"_s, id}, {u"model_info"_s, QJsonObject {{u"id"_s, id}}}});
            told.health.append(QJsonObject {{u"id"_s, id}, {u"state"_s, u"closed"_s}});
        }
        RecordTable table(modelColumns(), u"id"_s);
        table.setRecords(modelRows(told));
        QCOMPARE(table.rowCount(), 10000);
    }

    void whatNobodyExpectedIsShownAsNothing()
    {
        ModelSources told;
        told.info = array("[null, 5, {'model_info':[]}, {'litellm_params':'x','model_info':{'id':7}}]");
        told.file = array("[{'index':'x','ids':'a'}, null]");
        told.health = array("[[], {'id':null}]");
        for (const QJsonValue &row : modelRows(told)) {
            for (const RecordColumn &column : modelColumns())
                QVERIFY(!column.text(row.toObject()).contains(u"null"));
        }
    }

    void aDayIsAddedUpOnceAndThenSecondBySecond()
    {
        DaySums sums;
        QCOMPARE(sums.query(1000).queryItemValue(u"step"_s), u"60"_s);
        sums.take(object("{'step':1,'to':990,'series':[{'name':'a','requests':[5]}]}"), 990); // of another gateway: not asked for
        QVERIFY(sums.sums().isEmpty());
        sums.take(object("{'step':60,'to':960,'series':[{'name':'a','requests':[5,1],'errors':[0,1],'spend':[0.5,0.25]}]}"), 960);
        QCOMPARE(sums.query(1000).queryItemValue(u"step"_s), u"1"_s);
        QCOMPARE(sums.query(1000).queryItemValue(u"since"_s), u"960"_s);
        sums.take(object("{'step':1,'to':1000,'series':[{'name':'a','requests':[0,2]},{'name':'b','requests':[1]}]}"), 1000);
        QCOMPARE(sums.sums()["a"_L1]["requests"_L1].toInt(), 8);
        QCOMPARE(sums.sums()["a"_L1]["errors"_L1].toInt(), 1);
        QCOMPARE(sums.sums()["a"_L1]["spend"_L1].toDouble(), 0.75);
        QCOMPARE(sums.sums()["b"_L1]["requests"_L1].toInt(), 1);
        QCOMPARE(sums.query(1010).queryItemValue(u"since"_s), u"1000"_s);
        QCOMPARE(sums.query(1600).queryItemValue(u"step"_s), u"60"_s); // nobody looked for too long
        sums.take(object("{'step':1,'to':2770,'series':[]}"), 2770);
        QCOMPARE(sums.query(2771).queryItemValue(u"step"_s), u"60"_s); // what is a day old falls away
    }

    void aModelIsSplitWhereItsProviderIsKnown_data()
    {
        QTest::addColumn<QByteArray>("params");
        QTest::addColumn<QString>("provider");
        QTest::addColumn<QString>("model");
        QTest::newRow("usual") << QByteArray("{'model':'openai/gpt-4o'}") << u"openai"_s << u"gpt-4o"_s;
        QTest::newRow("a slash in the name") << QByteArray("{'model':'groq/meta/llama'}") << u"groq"_s << u"meta/llama"_s;
        QTest::newRow("nobody's prefix") << QByteArray("{'model':'meta/llama'}") << QString() << u"meta/llama"_s;
        QTest::newRow("said beside it") << QByteArray("{'model':'a/b','custom_llm_provider':'groq'}") << u"groq"_s << u"a/b"_s;
        QTest::newRow("nothing") << QByteArray("{}") << QString() << QString();
    }

    void aModelIsSplitWhereItsProviderIsKnown()
    {
        QFETCH(QByteArray, params);
        QFETCH(QString, provider);
        QFETCH(QString, model);
        const QStringList known {u"openai"_s, u"groq"_s};
        const QJsonObject given = object(params.constData());
        QCOMPARE(splitModel(given, known), (ProviderModel {provider, model}));
        if (given.contains("model"_L1))
            QCOMPARE(withModel(given, {provider, model}, known), given);
        QCOMPARE(withModel(given, {u"openai"_s, u"x"_s}, known).value("model"_L1).toString(), u"openai/x"_s);
        QVERIFY(!withModel(given, {u"openai"_s, u"x"_s}, known).contains("custom_llm_provider"_L1));
    }

    void onlyWhatIsDifferentIsEdited()
    {
        const QJsonObject before =
            object("{'model_name':'a','litellm_params':{'model':'openai/x','api_key':'\u2022\u2022\u2022','rpm':1}}");
        QCOMPARE(json(entryEdits(3, before, before)), u"[]"_s);
        const QJsonObject after =
            object("{'model_name':'b','litellm_params':{'model':'openai/x','api_key':'\u2022\u2022\u2022','tpm':5}}");
        QCOMPARE(json(entryEdits(3, before, after)),
            u"[{'op':'set','path':['model_list',3,'model_name'],'value':'b'},"
            "{'op':'remove','path':['model_list',3,'litellm_params','rpm']},"
            "{'op':'set','path':['model_list',3,'litellm_params','tpm'],'value':5}]"_s);
        QCOMPARE(changedMembers(object("{'a':1,'b':2}"), object("{'b':3,'c':4}")), object("{'a':null,'b':3,'c':4}"));
    }

    void aNewEntryBeginsWithItsNameAndItsModel()
    {
        const QJsonObject entry =
            object("{'model_name':'gpt','litellm_params':{'api_key':'keychain/x','model':'openai/x','rpm':5}}");
        QCOMPARE(json(insertEntryEdits(2, entry)),
            u"[{'index':2,'op':'insert','path':['model_list'],'value':{'model_name':'gpt'}},"
            "{'op':'set','path':['model_list',2,'litellm_params','model'],'value':'openai/x'},"
            "{'op':'set','path':['model_list',2,'litellm_params','api_key'],'value':'keychain/x'},"
            "{'op':'set','path':['model_list',2,'litellm_params','rpm'],'value':5}]"_s);
    }

    void aKeyIsNamedAndNeverTold()
    {
        QVERIFY(keyParams({KeyChoice::Kind::New, u"openai"_s}).isEmpty());
        for (const char *params : {"{'api_key':'keychain/a'}", "{'api_key':'os.environ/A'}", "{'litellm_credential_name':'c'}"})
            QCOMPARE(keyParams(keyChoice(object(params))), object(params));
        QCOMPARE(keyChoice(object("{'api_key':'sk-in-clear'}")).kind, KeyChoice::Kind::Unchanged);
        QVERIFY(!json({keyPlace(object("{'api_key':'sk-in-clear'}"))}).contains(u"sk-in"_s));
        QCOMPARE(keyName(u" my key/ä "_s), u"my-key/-"_s);
        QCOMPARE(keyName(QString(500, u'a')).size(), 128);
    }

    void settingsAreReadAsTheSchemaWants_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("number") << u"number"_s << u" 2.5e-6 "_s << QJsonValue(2.5e-6);
        QTest::newRow("no number") << u"number"_s << u"many"_s << QJsonValue();
        QTest::newRow("endless") << u"number"_s << u"inf"_s << QJsonValue();
        QTest::newRow("whole") << u"integer"_s << u"3"_s << QJsonValue(3);
        QTest::newRow("not whole") << u"integer"_s << u"3.5"_s << QJsonValue();
        QTest::newRow("words") << u"string_list"_s << u"a, b"_s << QJsonValue(QJsonArray {u"a"_s, u"b"_s});
        QTest::newRow("map") << u"map"_s << u"{\"a\": 1}"_s << QJsonValue(QJsonObject {{u"a"_s, 1}});
        QTest::newRow("broken map") << u"map"_s << u"a: 1"_s << QJsonValue();
        QTest::newRow("anything") << u"any"_s << u"true"_s << QJsonValue(true);
        QTest::newRow("any text") << u"any"_s << u"hello"_s << QJsonValue(u"hello"_s);
        QTest::newRow("duration") << u"duration"_s << u"30s"_s << QJsonValue(u"30s"_s);
        QTest::newRow("nothing") << u"number"_s << u"  "_s << QJsonValue(QJsonValue::Undefined);
    }

    void settingsAreReadAsTheSchemaWants()
    {
        QFETCH(QString, type);
        QFETCH(QString, text);
        QFETCH(QJsonValue, value);
        const QJsonValue read = settingValue(type, text);
        QCOMPARE(read.type(), value.type());
        QCOMPARE(read, value);
        if (!read.isNull() && !read.isUndefined())
            QCOMPARE(settingValue(type, settingText(read)), read);
    }

    void aPriceIsTypedForAMillionAndKeptForOne()
    {
        SettingField field(object("{'name':'input_cost_per_token','type':'number','choices':[]}"), true);
        field.setValue(0.0000025);
        QCOMPARE(field.findChild<QLineEdit *>()->text(), u"2.5"_s);
        QCOMPARE(field.value().toDouble(), 0.0000025); // to the last bit: nobody touched it
        field.findChild<QLineEdit *>()->setText(u"0.1"_s);
        QCOMPARE(field.value().toDouble(), 0.1 / 1e6);
        field.findChild<QLineEdit *>()->setText({});
        QVERIFY(field.value().isUndefined());
        field.findChild<QLineEdit *>()->setText(u"dear"_s);
        QVERIFY(!field.isValid());
    }

    void theFormOffersTheSchemaAndLosesNothing()
    {
        SettingsForm form;
        form.setSchema(
            array("[{'path':'model_list[].litellm_params.weight','name':'weight','type':'number','choices':[],'served':'now'},"
                  "{'path':'model_list[].litellm_params.midstream','name':'midstream','type':'string','choices':['fail','"
                  "continue'],'served':'now'},"
                  "{'path':'model_list[].litellm_params.later','name':'later','type':'string','choices':[],'served':'later'},"
                  "{'path':'model_list[].litellm_params.api_key','name':'api_key','type':'secret','secret':true,'choices':[],'"
                  "served':'now'},"
                  "{'path':'router_settings.x','name':'x','type':'string','choices':[],'served':'now'}]"));
        const QJsonObject params = object("{'model':'openai/x','weight':2,'unheard_of':{'a':[1]}}");
        form.setParams(params);
        QCOMPARE(form.apply(params), params);
        QCOMPARE(form.findChildren<SettingField *>().size(), 1);
        auto *picker = form.findChild<QComboBox *>();
        QCOMPARE(picker->count(), 2); // its caption, and midstream
        picker->setCurrentIndex(1);
        Q_EMIT picker->activated(1);
        auto *words = form.findChildren<SettingField *>().last()->findChild<QComboBox *>();
        QCOMPARE(form.apply(params), params);
        words->setCurrentIndex(2);
        QCOMPARE(form.apply(params).value("midstream"_L1).toString(), u"continue"_s);
        QVERIFY(form.problem().isEmpty());
        form.findChildren<SettingField *>().first()->findChild<QLineEdit *>()->setText(u"heavy"_s);
        QVERIFY(form.problem().contains(u"Weight"_s));
    }

    void aParameterThatIsAMapStaysOne()
    {
        const QJsonObject provider =
            object("{'name':'vertex_ai','parameters':[{'name':'vertex_credentials','title':'Credentials','"
                   "is_secret':true,'is_required':true},{'name':'api_version','title':'Version'}]}");
        const QJsonObject params =
            object("{'model':'vertex_ai/x','vertex_credentials':{'type':'service_account'},'api_version':2}");
        ParameterFields fields;
        fields.setProvider(provider, params);
        QCOMPARE(fields.apply(params), params);
        QCOMPARE(fields.problem(), QString());
        const QList<QLineEdit *> lines = fields.findChildren<QLineEdit *>();
        lines[0]->setText(u"os.environ/FILE"_s);
        lines[1]->setText({});
        QCOMPARE(fields.apply(params), object("{'model':'vertex_ai/x','vertex_credentials':'os.environ/FILE'}"));
    }

    void aProviderIsKnownByItsLetters()
    {
        QCOMPARE(providerLetters(u"OpenAI"_s), u"O"_s);
        QCOMPARE(providerLetters(u"Together AI"_s), u"TA"_s);
        QCOMPARE(providerLetters(u"xAI (Grok)"_s), u"X"_s);
        QCOMPARE(providerLetters(QString()), QString());
    }
};

QTEST_MAIN(ModelsTest)
#include "tst_models.moc"
