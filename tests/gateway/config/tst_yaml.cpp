// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/config/yaml.h"

#include <QTest>

using namespace gatehouse::config;

namespace {

struct Reading {
    Value value;
    std::vector<Diagnostic> diagnostics;
    std::string said() const
    {
        std::string text;
        for (const Diagnostic &diagnostic : diagnostics)
            text += toString(diagnostic) + "\n";
        return text;
    }
};

Reading read(const std::string &text)
{
    Reading reading;
    reading.value = readYaml(text, "f.yaml", reading.diagnostics);
    return reading;
}

std::string json(const std::string &text)
{
    const Reading reading = read(text);
    return reading.diagnostics.empty() ? reading.value.toJson() : reading.said();
}

std::string repeated(const std::string &part, int times)
{
    std::string text;
    for (int i = 0; i < times; ++i)
        text += part;
    return text;
}

} // namespace

class TestYaml : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void plainWordsMeanWhatYaml11Says_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *text, const char *expected) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(expected);
        };
        for (const char *word : {"yes", "Yes", "YES", "on", "On", "true", "True", "TRUE"})
            row(word, "true");
        for (const char *word : {"no", "No", "NO", "off", "OFF", "false", "False"})
            row(word, "false");
        for (const char *word : {"~", "null", "Null", ""})
            row(word, "null");
        row("200_000", "200000");
        row("-1_000", "-1000");
        row("+5", "5");
        row("0", "0");
        row("017", "15");
        row("0o17", "15");
        row("0xff", "255");
        row("0b101", "5");
        row("1e-6", "1e-06");
        row("1.5e-06", "1.5e-06");
        row("0.93", "0.93");
        row("100.00", "100");
        row(".5", "0.5");
        row("1_000.5", "1000.5");
        row(".inf", "null");
        row("-.inf", "null");
        row("nan", "\"nan\"");
        row("inf", "\"inf\"");
        row("1.2.3", "\"1.2.3\"");
        row("2024-08-01", "\"2024-08-01\"");
        row("1:30", "\"1:30\"");
        row("0x", "\"0x\"");
        row("09", "\"09\"");
        row("_1", "\"_1\"");
        row("e5", "\"e5\"");
        row("yEs", "\"yEs\"");
        row("\"yes\"", "\"yes\"");
        row("'5'", "\"5\"");
        row("9223372036854775807", "9223372036854775807");
        row("92233720368547758070", "92233720368547758080");
        row("!!str 5", "\"5\"");
        row("!!int '5'", "5");
    }
    void plainWordsMeanWhatYaml11Says()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, expected);
        QCOMPARE(QByteArray::fromStdString(json("k: " + text.toStdString())), "{\"k\":" + expected + "}");
    }

    void anchorsAliasesAndMergeKeysWork()
    {
        const std::string text = "base: &base {a: 1, b: 2}\nuse:\n  <<: *base\n  b: 3\nlist: [*base]\n";
        QCOMPARE(json(text), std::string("{\"base\":{\"a\":1,\"b\":2},\"use\":{\"b\":3,\"a\":1},\"list\":[{\"a\":1,\"b\":2}]}"));
    }

    void theFirstMapOfAMergeListWins()
    {
        QCOMPARE(json("x: &x {a: 1}\ny: &y {a: 2, b: 2}\nz: {<<: [*x, *y]}").substr(31), std::string("\"z\":{\"a\":1,\"b\":2}}"));
        QCOMPARE(json("\"<<\": 1"), std::string("{\"<<\":1}"));
        QVERIFY(read("<<: 5").said().find("f.yaml:1:1: error: '<<' merges") == 0);
    }

    void keysMayGoWithoutValues()
    {
        QCOMPARE(json("a:\nb: {c, d: 1}\n? e\n"), std::string("{\"a\":null,\"b\":{\"c\":null,\"d\":1},\"e\":null}"));
    }

    void textOverSeveralLinesKeepsItsEnd()
    {
        QCOMPARE(json("a: |\n  x\n  y\n"), std::string("{\"a\":\"x\\ny\\n\"}"));
        QCOMPARE(json("a: >-\n  x\n  y\n"), std::string("{\"a\":\"x y\"}"));
        QCOMPARE(json("a: 'x\n  y'"), std::string("{\"a\":\"x y\"}"));
    }

    void everythingKnowsItsPlace()
    {
        const Value value = read("# first\nsection:\n  key: text\n").value.find("section").find("key");
        QCOMPARE(value.mark().line, 3);
        QCOMPARE(value.mark().column, 8);
        QCOMPARE(value.keyMark().column, 3);
        QCOMPARE(value.mark().file, std::string("f.yaml"));
    }

    void theLastOfTwoEqualKeysWinsWithAWarning()
    {
        const Reading reading = read("a: 1\nb: 2\na: 3\n");
        QCOMPARE(reading.value.toJson(), std::string("{\"a\":3,\"b\":2}"));
        QCOMPARE(reading.said(),
            std::string("f.yaml:3:1: warning: this key stands twice in the same map, first on line 1; the last one counts, "
                        "remove the other\n"));
    }

    void brokenFilesAreRefusedWithTheirPlace_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("begin");
        const auto row = [](const char *name, const std::string &text, const char *begin) {
            QTest::newRow(name) << QByteArray::fromStdString(text) << QByteArray(begin);
        };
        row("tab", "a:\n\tb: 1\n", "f.yaml:2:");
        row("indentation", "a: 1\n b: 2\n", "f.yaml:2:");
        row("open bracket", "a: [1, 2\nb: 3\n", "f.yaml:2:2: error");
        row("open bracket at the end", "a: 1\nb: {c: 1,\n  d: 5\n\n",
            "f.yaml:3:6: error: a bracket that opens here or above is never closed");
        row("open quote", "a: 1\nb: \"text\nc: 1\n", "f.yaml:2:1: error: a quote that opens here");
        row("no colon", "a: 1\nb\n", "f.yaml:2:1: error: this is not valid YAML: 'key: value' is expected here");
        row("no blank after the colon", "a: 1\napi_key:sk-1234\n",
            "f.yaml:2:1: error: this is not valid YAML: 'key: value' is expected here; put");
        row("unknown alias", "a: *hunter2\n", "f.yaml:1:4: error: this is not valid YAML: there is no anchor of this name;");
        row("self", "a: &a [*a]\n", "f.yaml:1:8: error: this alias stands inside its own anchor");
        row("two documents", "a: 1\n---\nb: 2\n", "f.yaml:2:1: error: a second document");
        row("list as key", "? [a]\n: 1\n", "f.yaml:1:3: error: a list or map cannot be a key");
        row("braces", "a: {{ template }}\n", "f.yaml:1:");
        row("python", "a: !!python/object:os.system {}\n", "f.yaml:1:4: error: the tag");
        row("binary", "a: !!binary aGk=\n", "f.yaml:1:4: error: the tag");
        row("latin-1", "a: 1\nb: caf\xe9\n", "f.yaml:2:7: error: this is not UTF-8");
        row("utf-16",
            std::string("\xff\xfe"
                        "a\0:\0",
                6),
            "f.yaml:1:1: error: this is not UTF-8");
        row("surrogate", "a: \xed\xa0\x80\n", "f.yaml:1:4: error: this is not UTF-8");
        row("end of file byte", "a: 1\nb: \x04 2\n", "f.yaml:2:4: error: a control character");
        row("nul", std::string("a: 1\0\n", 6), "f.yaml:1:5: error: a control character");
        row("deep flow", repeated("[", 300) + repeated("]", 300), "f.yaml:1:201: error: more than 200 levels");
        row("deep open", repeated("[", 100000), "f.yaml:1:");
        row("deep block", repeated("- ", 5000), "f.yaml:1:401: error: more than 200 levels");
        row("too long", std::string(17 * 1024 * 1024, '#'), "f.yaml: error: the file is larger than 16 MiB");
    }
    void brokenFilesAreRefusedWithTheirPlace()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, begin);
        const Reading reading = read(text.toStdString());
        QVERIFY(reading.value.isNull());
        QVERIFY2(reading.said().find(begin.toStdString()) == 0, reading.said().c_str());
        QCOMPARE(reading.diagnostics.size(), std::size_t(1));
    }

    void aliasBombsAreRefused()
    {
        std::string text = "a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]\n";
        for (int i = 1; i < 12; ++i) {
            const std::string alias = "*a" + std::to_string(i - 1);
            text += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + repeated(alias + ", ", 9) + alias + "]\n";
        }
        const Reading reading = read(text);
        QVERIFY(reading.value.isNull());
        QVERIFY2(reading.said().find("once its aliases are expanded") != std::string::npos, reading.said().c_str());
    }

    void aliasesCannotNestWithoutEnd()
    {
        std::string text = "a0: &a0 [1]\n";
        for (int i = 1; i < 300; ++i)
            text += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [*a" + std::to_string(i - 1) + "]\n";
        QVERIFY(read(text).said().find("more than 200 levels of nesting once aliases are expanded") != std::string::npos);
    }

    void aHundredThousandKeysAreReadInOneGo()
    {
        std::string text;
        for (int i = 0; i < 100000; ++i)
            text += "k" + std::to_string(i) + ": 1\n";
        QCOMPARE(read(text).value.entries().size(), std::size_t(100000));
    }

    void aByteOrderMarkIsNoPartOfTheFirstKey()
    {
        QCOMPARE(json("\xef\xbb\xbf"
                      "a: 1\n"),
            std::string("{\"a\":1}"));
    }
};

QTEST_APPLESS_MAIN(TestYaml)
#include "tst_yaml.moc"
