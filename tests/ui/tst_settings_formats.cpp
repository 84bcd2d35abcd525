// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/connect/line_diff.h"
#include "ui/pages/connect/settings_format.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse::ui;

namespace {

QString put(const SettingsFormat &format, const QString &text, const QString &path, const QString &literal)
{
    return format.put(text, path.split(u'/'), literal).value_or(u"refused"_s);
}

QString find(const SettingsFormat &format, const QString &text, const QString &path)
{
    return format.find(text, path.split(u'/')).value_or(u"none"_s);
}

QString drop(const SettingsFormat &format, const QString &text, const QString &path)
{
    return format.drop(text, path.split(u'/'));
}

} // namespace

class SettingsFormatsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void jsonIsAddedToAsItIsWritten_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::newRow("no file") << u""_s << u"{\n  \"env\": {\n    \"A\": \"x\"\n  }\n}\n"_s;
        QTest::newRow("empty") << u"{}"_s << u"{\n  \"env\": {\n    \"A\": \"x\"\n  }\n}"_s;
        QTest::newRow("beside others")
            << u"{\n    \"model\": \"m\",\n    \"env\": {\n        \"B\": \"y\"\n    }\n}\n"_s
            << u"{\n    \"model\": \"m\",\n    \"env\": {\n        \"B\": \"y\",\n        \"A\": \"x\"\n    }\n}\n"_s;
        QTest::newRow("one line") << u"{\"env\": {\"B\": 1}, \"c\": [1, {}]}"_s
                                  << u"{\"env\": {\"B\": 1, \"A\": \"x\"}, \"c\": [1, {}]}"_s;
        QTest::newRow("replaced") << u"{ \"env\": { \"A\": \"old\" , \"B\": 2 } }"_s
                                  << u"{ \"env\": { \"A\": \"x\" , \"B\": 2 } }"_s;
        QTest::newRow("remarks") << u"{\n  // mine\n  \"a\": 1 // one\n}\n"_s
                                 << u"{\n  // mine\n  \"a\": 1, // one\n  \"env\": {\n    \"A\": \"x\"\n  }\n}\n"_s;
        QTest::newRow("trailing comma") << u"{\n  \"a\": 1, // one\n}\n"_s
                                        << u"{\n  \"a\": 1, // one\n  \"env\": {\n    \"A\": \"x\"\n  }\n}\n"_s;
        QTest::newRow("only a remark") << u"{\n  /* { } */\n}\n"_s
                                       << u"{\n  /* { } */\n  \"env\": {\n    \"A\": \"x\"\n  }\n}\n"_s;
        QTest::newRow("line ends") << u"{\r\n  \"a\": 1\r\n}\r\n"_s
                                   << u"{\r\n  \"a\": 1,\r\n  \"env\": {\r\n    \"A\": \"x\"\r\n  }\r\n}\r\n"_s;
        QTest::newRow("in the way") << u"{\"env\": [1]}"_s << u"refused"_s;
        QTest::newRow("broken") << u"{\"env\": "_s << u"refused"_s;
    }

    void jsonIsAddedToAsItIsWritten()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QCOMPARE(put(jsonSettings(), before, u"env/A"_s, u"\"x\""_s), after);
    }

    void whatWasAddedToJsonCanBeTakenOut_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"{\n  \"model\": \"m\"\n}\n", "{\n  \"a\": 1, // one\n  \"env\": {\n    \"B\": \"y\"\n  }\n}\n",
                 "{\"env\": {\"B\": 1}, \"c\": [1, {}]}",
                 "{\n\t\"env\": {\n\t\t\"B\": \"\\u00e4 \\\" //\"\n\t},\n\t\"z\": null\n}"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }

    void whatWasAddedToJsonCanBeTakenOut()
    {
        QFETCH(QString, text);
        const QString with = put(jsonSettings(), text, u"env/A"_s, u"\"x\""_s);
        QCOMPARE(find(jsonSettings(), with, u"env/A"_s), u"\"x\""_s);
        const bool hadEnv = find(jsonSettings(), text, u"env"_s) != "none"_L1;
        QCOMPARE(drop(jsonSettings(), with, hadEnv ? u"env/A"_s : u"env"_s), text);
    }

    void jsonLosesOnlyTheMemberThatIsDropped()
    {
        const QString text = u"{\n  \"a\": 1,\n  // of b\n  \"b\": {\"x\": [1, 2]}, // it\n  // of c\n  \"c\": 3\n}\n"_s;
        QCOMPARE(
            drop(jsonSettings(), text, u"a"_s), u"{\n  // of b\n  \"b\": {\"x\": [1, 2]}, // it\n  // of c\n  \"c\": 3\n}\n"_s);
        QCOMPARE(drop(jsonSettings(), text, u"b"_s), u"{\n  \"a\": 1,\n  // of b\n  // it\n  // of c\n  \"c\": 3\n}\n"_s);
        QCOMPARE(
            drop(jsonSettings(), text, u"c"_s), u"{\n  \"a\": 1,\n  // of b\n  \"b\": {\"x\": [1, 2]} // it\n  // of c\n}\n"_s);
        QCOMPARE(drop(jsonSettings(), text, u"d"_s), text);
        QCOMPARE(drop(jsonSettings(), u"{\"a\": 1}"_s, u"a"_s), u"{}"_s);
    }

    void hostileJsonIsRefusedAndDoesNotCrash()
    {
        for (const char *text :
            {"{", "{\"a\"", "{\"a\":", "{\"a\": \"", "{\"a\": \"\\", "[]", "{} x", "/*", "{\"a\": tru}", "{,}", "\"a\""})
            QVERIFY2(!jsonSettings().understands(QString::fromUtf8(text)), text);
        QVERIFY(!jsonSettings().understands(u"{\"a\":"_s + QString(5000, u'[') + QString(5000, u']') + u'}'));
        QVERIFY(jsonSettings().understands(u"{\"a\": [1, -2.5e3, true, null, \"x\",],}"_s));
    }

    void tomlKeepsWhatItSays()
    {
        const QString text =
            u"# mine\nmodel = \"gpt-5\" # the large one\nnotes = \"\"\"\n[not.a.table]\n\"\"\"\n\n[mcp.x]\nlist = [\n  \"a\", # ]\n]\n"_s;
        const QString provided = put(tomlSettings(), text, u"model_provider"_s, u"\"gatehouse\""_s);
        QCOMPARE(provided, QString(text).replace(u"\"\"\"\n\n"_s, u"\"\"\"\nmodel_provider = \"gatehouse\"\n\n"_s));
        const QString first = put(tomlSettings(), provided, u"model_providers/gatehouse/name"_s, u"\"Gatehouse\""_s);
        const QString whole = put(tomlSettings(), first, u"model_providers/gatehouse/base_url"_s, u"\"http://a/v1\""_s);
        QCOMPARE(whole, provided + u"\n[model_providers.gatehouse]\nname = \"Gatehouse\"\nbase_url = \"http://a/v1\"\n"_s);
        QCOMPARE(find(tomlSettings(), whole, u"model_providers/gatehouse/base_url"_s), u"\"http://a/v1\""_s);
        QCOMPARE(find(tomlSettings(), whole, u"model"_s), u"\"gpt-5\""_s);
        QCOMPARE(drop(tomlSettings(), whole, u"model_providers/gatehouse"_s), provided);
        QCOMPARE(drop(tomlSettings(), provided, u"model_provider"_s), text);
        QCOMPARE(put(tomlSettings(), text, u"model"_s, u"\"fast\""_s), QString(text).replace(u"\"gpt-5\""_s, u"\"fast\""_s));
    }

    void tomlThatSaysItOtherwiseIsUnderstoodOrRefused()
    {
        const QString dotted = u"model_providers.gatehouse.base_url = 'http://b/v1'\n"_s;
        QCOMPARE(tomlSettings().value(find(tomlSettings(), dotted, u"model_providers/gatehouse/base_url"_s)), u"http://b/v1"_s);
        const QString inLine = u"model_providers = { gatehouse = { name = \"x\" } }\n"_s;
        QCOMPARE(put(tomlSettings(), inLine, u"model_providers/gatehouse/name"_s, u"\"y\""_s), u"refused"_s);
        QCOMPARE(put(tomlSettings(), u"[[model_providers]]\n"_s, u"model_providers/gatehouse/name"_s, u"\"y\""_s), u"refused"_s);
        QCOMPARE(
            put(tomlSettings(), u"[t]\na = 1\n"_s, u"model_provider"_s, u"\"y\""_s), u"model_provider = \"y\"\n\n[t]\na = 1\n"_s);
        for (const char *text :
            {"a", "a =", "[a", "a = \"x", "a = [1", "= 1", "a = \"\"\"x", "[a] b = 1", "a = 1 = 2\n[", "a = ]"})
            QVERIFY2(!tomlSettings().understands(QString::fromUtf8(text)), text);
    }

    void linesOfAnEnvironmentAreReplacedAddedAndTakenOut()
    {
        const QString text = u"# keys\nexport GEMINI_API_KEY='old' # mine\nOTHER=1"_s;
        const QString replaced = put(envSettings(), text, u"GEMINI_API_KEY"_s, u"new"_s);
        QCOMPARE(replaced, u"# keys\nexport GEMINI_API_KEY=new\nOTHER=1"_s);
        QCOMPARE(envSettings().value(find(envSettings(), text, u"GEMINI_API_KEY"_s)), u"old"_s);
        QCOMPARE(put(envSettings(), text, u"API_KEY"_s, u"x"_s), text + u"\nAPI_KEY=x\n"_s);
        QCOMPARE(drop(envSettings(), text, u"GEMINI_API_KEY"_s), u"# keys\nOTHER=1"_s);
        QCOMPARE(find(envSettings(), text, u"KEYS"_s), u"none"_s);
        QCOMPARE(envSettings().literal(u"a b#c"_s), u"\"a b#c\""_s);
    }

    void aDiffShowsLinesAndNoSecret()
    {
        const QJsonObject diff =
            lineDiff(u"a\nb\nc\nd\ne\nf\ng\nh\n"_s, u"a\nkey=sk-1234\nc\nd\ne\nf\ng\nh\ni\n"_s, {u"sk-1234"_s});
        QString said;
        for (const QJsonValue hunk : diff.value("hunks"_L1).toArray()) {
            for (const QJsonValue line : hunk["lines"_L1].toArray())
                said += line["kind"_L1].toString().at(0) + line["text"_L1].toString() + u' ';
            said += u'|';
        }
        QCOMPARE(said, u"sa rb akey=•••••••• sc sd se sf sg sh ai |"_s);
        QVERIFY(lineDiff(u"a\n"_s, u"a\n"_s).value("hunks"_L1).toArray().isEmpty());
        QCOMPARE(lineDiff({}, u"a\n"_s).value("hunks"_L1).toArray().size(), 1);
    }
};

QTEST_GUILESS_MAIN(SettingsFormatsTest)
#include "tst_settings_formats.moc"
