// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/models/text_merge.h"
#include "ui/models/yaml_completion.h"
#include "ui/models/yaml_lines.h"
#include "ui/models/yaml_spans.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse::ui;

namespace {

using Kind = YamlPlace::Kind;

const QStringList &file()
{
    static const QStringList lines = u"# what we offer\n"
                                     "model_list:\n"
                                     "  - model_name: gpt\n"
                                     "    litellm_params:\n"
                                     "      model: openai/gpt-4o\n"
                                     "      api_key: os.environ/KEY\n"
                                     "  - model_name: 'claude' # the other\n"
                                     "    litellm_params: {model: anthropic/x, rpm: 3}\n"
                                     "router_settings:\n"
                                     "  num_retries: 2\n"
                                     "  fallbacks:\n"
                                     "  - gpt: [claude]\n"
                                     "  note: |\n"
                                     "    num_retries: no key\n"
                                     "  timeout: 3\n"_s.split(u'\n');
    return lines;
}

/// Where the ^ stands, in a text without it.
YamlPlace placeAt(const QString &marked)
{
    const qsizetype at = marked.indexOf(u'^');
    QString text = marked;
    text.remove(at, 1);
    const QString before = text.left(at);
    return yamlPlaceAt(text.split(u'\n'), before.count(u'\n'), before.size() - before.lastIndexOf(u'\n') - 1);
}

QJsonObject key(const QString &path, const QString &type, const QStringList &choices = {}, const QString &served = u"now"_s)
{
    return {{u"path"_s, path}, {u"type"_s, type}, {u"choices"_s, QJsonArray::fromStringList(choices)}, {u"served"_s, served},
        {u"help"_s, u"What it is for."_s}};
}

const YamlSchema &schema()
{
    static const YamlSchema made(QJsonArray {key(u"model_list"_s, u"list"_s), key(u"model_list[]"_s, u"map"_s),
        key(u"model_list[].model_name"_s, u"string"_s), key(u"model_list[].litellm_params"_s, u"map"_s),
        key(u"model_list[].litellm_params.api_key"_s, u"secret"_s), key(u"model_list[].litellm_params.*"_s, u"any"_s),
        key(u"router_settings"_s, u"map"_s), key(u"router_settings.num_retries"_s, u"integer"_s),
        key(u"router_settings.routing_strategy"_s, u"string"_s, {u"simple-shuffle"_s, u"least-busy"_s}),
        key(u"router_settings.disable_cooldowns"_s, u"boolean"_s), key(u"router_settings.fallbacks"_s, u"fallback_list"_s),
        key(u"router_settings.default_fallbacks"_s, u"string_list"_s), key(u"router_settings.model_group_alias"_s, u"map"_s),
        key(u"router_settings.model_group_alias.*"_s, u"any"_s), key(u"router_settings.old"_s, u"any"_s, {}, u"never"_s),
        key(u"router_settings.coming"_s, u"any"_s, {}, u"later"_s)});
    return made;
}

QStringList words(const QString &marked)
{
    QStringList found;
    QString text = marked;
    for (const YamlOffer &offer : schema().offers(placeAt(marked), text.remove(u'^').split(u'\n')))
        found.append(offer.word);
    return found;
}

QString kindsOf(const QString &line)
{
    qsizetype block = -1;
    QStringList found;
    for (const YamlSpan &span : yamlSpans(line, block))
        found.append(QString(u"CKTNRS"[int(span.kind)]) + u':' + line.mid(span.begin, span.length));
    return found.join(u' ');
}

} // namespace

class TstYamlText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aPathLeadsToItsLine_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("line");
        QTest::newRow("section") << u"router_settings"_s << 8;
        QTest::newRow("key") << u"router_settings.num_retries"_s << 9;
        QTest::newRow("first key of an item") << u"model_list[1].model_name"_s << 6;
        QTest::newRow("an item") << u"model_list[1]"_s << 6;
        QTest::newRow("with dots") << u"model_list.0.litellm_params.api_key"_s << 5;
        QTest::newRow("list beside its key") << u"router_settings.fallbacks[0].gpt"_s << 11;
        QTest::newRow("behind a block of text") << u"router_settings.timeout"_s << 14;
        QTest::newRow("not there") << u"router_settings.nothing"_s << -1;
    }
    void aPathLeadsToItsLine()
    {
        QFETCH(QString, path);
        QFETCH(int, line);
        QCOMPARE(int(yamlLineOf(file(), path).value_or(-1)), line);
    }

    void thePlaceOfTheCursorIsKnown_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("word");
        const auto row = [](const char *name, const QString &text, Kind kind, const QString &path, const QString &word) {
            QTest::newRow(name) << text << int(kind) << path << word;
        };
        row("top", u"rou^"_s, Kind::Key, {}, u"rou"_s);
        row("in a section", u"router_settings:\n  num^"_s, Kind::Key, u"router_settings"_s, u"num"_s);
        row("value", u"router_settings:\n  num_retries: 2^"_s, Kind::Value, u"router_settings/num_retries"_s, u"2"_s);
        row("item", u"model_list:\n  - mo^"_s, Kind::Item, u"model_list/[]"_s, u"mo"_s);
        row("second key of an item", u"model_list:\n- a: b\n  li^"_s, Kind::Key, u"model_list/[]"_s, u"li"_s);
        row("deep", u"model_list:\n  - a: b\n    p:\n      k: ^"_s, Kind::Value, u"model_list/[]/p/k"_s, {});
        row("back out", u"a:\n  b:\n    c: 1\n  d^"_s, Kind::Key, u"a"_s, u"d"_s);
        row("inline key", u"a: {b: 1, c^"_s, Kind::Key, u"a"_s, u"c"_s);
        row("inline value", u"a: {b: 1, c: {d: x^"_s, Kind::Value, u"a/c/d"_s, u"x"_s);
        row("inline list", u"a:\n  - gpt: [x, cl^"_s, Kind::Item, u"a/[]/gpt/[]"_s, u"cl"_s);
        row("behind brackets", u"a: {b: {c: 1}, ^"_s, Kind::Key, u"a"_s, {});
        row("address in brackets", u"a: {b: http://x, c: y^"_s, Kind::Value, u"a/c"_s, u"y"_s);
        row("comment", u"a: 1 # b^"_s, Kind::Nothing, {}, {});
        row("block of text", u"a: |\n  b^"_s, Kind::Nothing, {}, {});
        row("empty", u"^"_s, Kind::Key, {}, {});
    }
    void thePlaceOfTheCursorIsKnown()
    {
        QFETCH(QString, text);
        const YamlPlace place = placeAt(text);
        QTEST(int(place.kind), "kind");
        QTEST(place.path.join(u'/'), "path");
        QTEST(place.word, "word");
    }

    void keysThatMayStandThereAreOffered()
    {
        QCOMPARE(words(u"^"_s), (QStringList {u"model_list"_s, u"router_settings"_s}));
        QCOMPARE(words(u"router_settings:\n  num^"_s), QStringList {u"num_retries"_s});
        QCOMPARE(words(u"model_list:\n  - ^"_s), (QStringList {u"model_name"_s, u"litellm_params"_s}));
        QCOMPARE(words(u"model_list:\n  - model_name: x\n    ^"_s), QStringList {u"litellm_params"_s});
        QCOMPARE(words(u"model_list:\n  - litellm_params: {^"_s), QStringList {u"api_key"_s});
        QVERIFY(!words(u"router_settings:\n  ^"_s).contains(u"old"_s));
        QCOMPARE(words(u"router_settings:\n  ^"_s).last(), u"coming"_s);
    }

    void keysBringWhatTheirValueBeginsWith()
    {
        const auto inserted = [](const QString &marked) { return schema().offers(placeAt(marked), {}).first().insert; };
        QCOMPARE(inserted(u"router_settings:\n  num^"_s), u"num_retries: "_s);
        QCOMPARE(inserted(u"model_li^"_s), u"model_list:\n  - "_s);
        QCOMPARE(inserted(u"model_list:\n  - litellm^"_s), u"litellm_params:\n      "_s);
    }

    void valuesAreOfferedByTheirKind()
    {
        QCOMPARE(words(u"router_settings:\n  routing_strategy: ^"_s), (QStringList {u"simple-shuffle"_s, u"least-busy"_s}));
        QCOMPARE(words(u"router_settings:\n  routing_strategy: least^"_s), QStringList {u"least-busy"_s});
        QCOMPARE(words(u"router_settings:\n  disable_cooldowns: ^"_s), (QStringList {u"true"_s, u"false"_s}));
        QVERIFY(words(u"model_list:\n- litellm_params:\n    api_key: os^"_s).contains(u"os.environ/"_s));
        QCOMPARE(words(u"router_settings:\n  num_retries: ^"_s), QStringList());
    }

    void namesOfModelsAreOfferedForFallbacksAndAliases()
    {
        const QString models = u"model_list:\n- model_name: gpt\n- {model_name: \"claude\", x: y}\nrouter_settings:\n"_s;
        const QStringList both {u"gpt"_s, u"claude"_s};
        QCOMPARE(yamlModelNames(file()), both);
        QCOMPARE(words(models + u"  fallbacks:\n    - ^"_s), both);
        QCOMPARE(words(models + u"  fallbacks:\n    - gpt: [^"_s), both);
        QCOMPARE(words(models + u"  fallbacks: [{gpt: [cl^"_s), QStringList {u"claude"_s});
        QCOMPARE(words(models + u"  default_fallbacks: [g^"_s), QStringList {u"gpt"_s});
        QCOMPARE(words(models + u"  model_group_alias:\n    old: ^"_s), both);
    }

    void partsOfALineAreToldApart()
    {
        QCOMPARE(kindsOf(u"  - model_name: gpt # the one"_s), u"S:- K:model_name C:# the one"_s);
        QCOMPARE(kindsOf(u"num_retries: 2"_s), u"K:num_retries N:2"_s);
        QCOMPARE(kindsOf(u"api_key: os.environ/KEY"_s), u"K:api_key R:os.environ/KEY"_s);
        QCOMPARE(kindsOf(u"api_key: \"keychain/x\""_s), u"K:api_key R:\"keychain/x\""_s);
        QCOMPARE(kindsOf(u"a: \"it's # no comment\" # one"_s), u"K:a T:\"it's # no comment\" C:# one"_s);
        QCOMPARE(kindsOf(u"a: {b: true, c: 'x'}"_s), u"K:a K:b N:true K:c T:'x'"_s);
        QCOMPARE(kindsOf(u"model: openai/gpt-4"_s), u"K:model"_s);
        QCOMPARE(kindsOf(u"a: \"never closed"_s), u"K:a T:\"never closed"_s);
    }

    void aBlockOfTextGoesOnWhileItIsDeeper()
    {
        qsizetype block = -1;
        yamlSpans(u"  note: >-"_s, block);
        QCOMPARE(block, 2);
        QCOMPARE(yamlSpans(u"    key: text"_s, block).first().kind, YamlSpan::Kind::Text);
        yamlSpans({}, block);
        QCOMPARE(block, 2);
        QCOMPARE(yamlSpans(u"  key: 1"_s, block).first().kind, YamlSpan::Kind::Key);
        QCOMPARE(block, -1);
    }

    void changesInDifferentPlacesAreKeptBoth()
    {
        const QString base = u"a\nb\nc\nd\ne\n"_s;
        QCOMPARE(mergedText(base, u"A\nb\nc\nd\ne\n"_s, u"a\nb\nc\nd\nE\nf\n"_s), u"A\nb\nc\nd\nE\nf\n"_s);
        QCOMPARE(mergedText(base, u"a\nb\nc\nd\ne\nmore\n"_s, u"a\nc\nd\ne\n"_s), u"a\nc\nd\ne\nmore\n"_s);
        QVERIFY(!mergedText(base, u"a\nB\nc\nd\ne\n"_s, u"a\nbb\nc\nd\ne\n"_s));
        QVERIFY(!mergedText(base, u"a\nB\nc\nd\ne\n"_s, u"a\nb\nC\nd\ne\n"_s)); // beside each other
        QVERIFY(!mergedText(base, u"one\n"_s, u"other\n"_s));
    }

    void strangeTextsAreBorne()
    {
        const QStringList strange {
            u"\t- -\t- : :"_s, u"'"_s, u"\"\\"_s, u"{{[[}]"_s, u"]:"_s, u"a: {\"b': c,"_s, u"- - - |"_s, u"? :"_s};
        for (const QString &one : strange) {
            for (const QString &other : strange) {
                qsizetype block = -1;
                yamlSpans(one + other, block);
                schema().offers(yamlPlaceAt({one, other}, 1, other.size()), {one, other});
                yamlLineOf({one, other}, one);
            }
        }
        yamlPlaceAt({}, 3, 5);
    }
};

QTEST_GUILESS_MAIN(TstYamlText)
#include "tst_yaml_text.moc"
