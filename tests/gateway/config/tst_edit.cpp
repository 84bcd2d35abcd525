// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/config/edit.h"

#include <QTest>

using namespace gatehouse::config;

namespace {

std::string after(const std::string &text, const std::string &edits)
{
    const auto read = editsFromJson(edits);
    if (!read)
        return "! " + read.error().message;
    const auto result = edited(text, *read);
    return result ? *result : "! " + result.error().message;
}

struct Row {
    const char *name, *text, *edits, *expected;
};

constexpr const char *file = R"(# Our gateway. Ask Ada before changing it.
model_list:
  # cheap
  - model_name: gpt          # the default
    litellm_params:
      model: openai/gpt-4o
      api_key: os.environ/OPENAI_API_KEY
    model_info: {id: d-gpt, mode: chat}

  # good
  - model_name: 'claude'
    litellm_params:
      model: "anthropic/claude-sonnet-4-5"
      # api_base: http://127.0.0.1:9
      api_key: os.environ/ANTHROPIC_API_KEY # rotated in May
      rpm: 60

router_settings:
  num_retries: 2   # twice is enough
  fallbacks: [{gpt: [claude]}]

general_settings:
  master_key: sk-1234
)";

std::string fileWith(const std::string &before, const std::string &now)
{
    std::string text = file;
    const std::size_t at = text.find(before);
    return at == text.npos ? "not in the file: " + before : text.replace(at, before.size(), now);
}

} // namespace

class TestEdit : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void onlyWhatChangesIsTouched_data();
    void onlyWhatChangesIsTouched();
    void smallTexts_data();
    void smallTexts();
    void whatCannotBeDoneIsRefused_data();
    void whatCannotBeDoneIsRefused();
    void allEditsAreDoneOrNone();
    void membersOfObjectsKeepTheirOrder();
};

void TestEdit::onlyWhatChangesIsTouched_data()
{
    QTest::addColumn<QByteArray>("edits");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("now");
    const Row rows[] {
        {"a number keeps its comment", "  num_retries: 2   # twice",
            R"([{"op":"set","path":["router_settings","num_retries"],"value":3}])", "  num_retries: 3   # twice"},
        {"double quotes stay", "\"anthropic/claude-sonnet-4-5\"",
            R"([{"op":"set","path":["model_list",1,"litellm_params","model"],"value":"anthropic/claude-opus-4"}])",
            "\"anthropic/claude-opus-4\""},
        {"single quotes stay", "'claude'",
            R"([{"op":"set","path":["model_list",{"model_name":"claude"},"model_name"],"value":"it's"}])", "'it''s'"},
        {"what YAML would misread is quoted", "gpt          #",
            R"([{"op":"set","path":["model_list",0,"model_name"],"value":"no"}])", "\"no\"          #"},
        {"a reference stays as it is", "os.environ/OPENAI_API_KEY",
            R"([{"op":"set","path":["model_list",{"model_info.id":"d-gpt"},"litellm_params","api_key"],"value":"os.environ/OTHER"}])",
            "os.environ/OTHER"},
        {"a new key goes to the end of its map", "      rpm: 60\n",
            R"([{"op":"set","path":["model_list",1,"litellm_params","tpm"],"value":1000}])", "      rpm: 60\n      tpm: 1000\n"},
        {"a key goes with its line", "      rpm: 60\n", R"([{"op":"remove","path":["model_list",1,"litellm_params","rpm"]}])",
            ""},
        {"a key in braces", "{id: d-gpt, mode: chat}",
            R"([{"op":"set","path":["model_list",0,"model_info","mode"],"value":"completion"}])",
            "{id: d-gpt, mode: completion}"},
        {"a new key in braces", "{id: d-gpt, mode: chat}",
            R"([{"op":"set","path":["model_list",0,"model_info","tier"],"value":"a: b"}])",
            "{id: d-gpt, mode: chat, tier: \"a: b\"}"},
        {"the last key in braces goes", ", mode: chat}", R"([{"op":"remove","path":["model_list",0,"model_info","mode"]}])", "}"},
        {"the first key in braces goes", "{id: d-gpt, mode", R"([{"op":"remove","path":["model_list",0,"model_info","id"]}])",
            "{mode"},
        {"a list in brackets grows", "[claude]",
            R"([{"op":"insert","path":["router_settings","fallbacks",0,"gpt"],"value":"other"}])", "[claude, other]"},
        {"a fallback is added in the same style", "[{gpt: [claude]}]",
            R"([{"op":"insert","path":["router_settings","fallbacks"],"index":0,"value":{"claude":["gpt"]}}])",
            "[{claude: [gpt]}, {gpt: [claude]}]"},
        {"a section is added behind a blank line", "  master_key: sk-1234\n",
            R"([{"op":"set","path":["litellm_settings","drop_params"],"value":true}])",
            "  master_key: sk-1234\n\nlitellm_settings:\n  drop_params: true\n"},
        {"an item goes with its comment",
            "  # good\n  - model_name: 'claude'\n    litellm_params:\n      model: \"anthropic/claude-sonnet-4-5\"\n"
            "      # api_base: http://127.0.0.1:9\n      api_key: os.environ/ANTHROPIC_API_KEY # rotated in May\n      rpm: 60\n",
            R"([{"op":"remove","path":["model_list",1]}])", ""},
        {"a model is added", "      rpm: 60\n",
            R"([{"op":"insert","path":["model_list"],"value":{"model_name":"new","litellm_params":{"model":"openai/x","tags":["a","b"],"extra_headers":{"X":"1"}},"model_info":{}}}])",
            "      rpm: 60\n  - model_name: new\n    litellm_params:\n      model: openai/x\n      tags: [a, b]\n"
            "      extra_headers:\n        X: \"1\"\n    model_info: {}\n"},
        {"a key is renamed in its place", "  num_retries: 2 ",
            R"([{"op":"rename","path":["router_settings","num_retries"],"key":"max_fallbacks"}])", "  max_fallbacks: 2 "},
        {"of a map that is set only what differs changes", "      rpm: 60\n",
            R"([{"op":"set","path":["model_list",1,"litellm_params"],"value":{"model":"anthropic/claude-sonnet-4-5","api_key":"os.environ/ANTHROPIC_API_KEY","rpm":61}}])",
            "      rpm: 61\n"},
        {"nothing is nothing", "", R"([{"op":"set","path":["router_settings","num_retries"],"value":2}])", ""},
    };
    for (const Row &row : rows)
        QTest::newRow(row.name) << QByteArray(row.edits) << QByteArray(row.text) << QByteArray(row.expected);
}

void TestEdit::onlyWhatChangesIsTouched()
{
    QFETCH(QByteArray, edits);
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, now);
    QCOMPARE(QByteArray::fromStdString(after(file, edits.toStdString())),
        QByteArray::fromStdString(fileWith(before.toStdString(), now.toStdString())));
}

void TestEdit::smallTexts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("edits");
    QTest::addColumn<QByteArray>("expected");
    const auto set = [](const std::string &path, const std::string &value) {
        return R"([{"op":"set","path":)" + path + R"(,"value":)" + value + "}]";
    };
    const auto row = [](const char *name, const std::string &text, const std::string &edits, const std::string &expected) {
        QTest::newRow(name) << QByteArray::fromStdString(text) << QByteArray::fromStdString(edits)
                            << QByteArray::fromStdString(expected);
    };
    row("an empty text", "", set(R"(["a","b"])", "1"), "a:\n  b: 1\n");
    row("only comments", "# hello\n", set(R"(["a"])", "1"), "# hello\na: 1\n");
    row("a key without a value", "a:   # soon\n", set(R"(["a"])", "1"), "a: 1   # soon\n");
    row("a key without a value gets a map", "a:   # soon\nb: 2\n", set(R"(["a","c"])", "1"), "a:   # soon\n  c: 1\nb: 2\n");
    row("no last line break", "a: 1\nb:\n  c: 2", set(R"(["b","d"])", "3"), "a: 1\nb:\n  c: 2\n  d: 3");
    row("no last line break, and a block", "a: 1", set(R"(["a"])", R"({"b":1})"), "a:\n  b: 1");
    row("line breaks of Windows", "a: 1\r\nb:\r\n  c: 2\r\n", set(R"(["b"])", R"({"c":2,"d":{"e":[{"f":1}]}})"),
        "a: 1\r\nb:\r\n  c: 2\r\n  d:\r\n    e:\r\n      - f: 1\r\n");
    row("four columns", "a:\n    b:\n        c: 1\n", set(R"(["a","d"])", R"({"e":1})"),
        "a:\n    b:\n        c: 1\n    d:\n        e: 1\n");
    row("dashes below the key", "a:\n- x: 1\n  y: 2\n- x: 3\nb: 1\n",
        R"([{"op":"insert","path":["a"],"value":{"x":4,"y":[1,[2]]}}])",
        "a:\n- x: 1\n  y: 2\n- x: 3\n- x: 4\n  y:\n  - 1\n  - - 2\nb: 1\n");
    row("a block becomes a word", "a: # why\n  b: 1\n  c: 2 # no\nd: 1\n", set(R"(["a"])", "5"), "a: 5 # why\nd: 1\n");
    row("a word becomes a block", "a: 5 # why\nd: 1\n", set(R"(["a"])", R"({"b":1,"c":"x: y"})"),
        "a: # why\n  b: 1\n  c: \"x: y\"\nd: 1\n");
    row("the last key leaves an empty map", "a:\n  b: 1\nc: 2\n", R"([{"op":"remove","path":["a","b"]}])", "a: {}\nc: 2\n");
    row("the last item leaves an empty list", "a: # l\n  # of\n  - 1\nc: 2\n", R"([{"op":"remove","path":["a",0]}])",
        "a: [] # l\n  # of\nc: 2\n");
    row("an empty list grows", "a: []\n", R"([{"op":"insert","path":["a"],"value":{"b":1}}])", "a:\n  - b: 1\n");
    row("an empty map grows", "a: {} # e\n", set(R"(["a","b"])", "1"), "a: # e\n  b: 1\n");
    row("the last key of all", "a: 1\n", R"([{"op":"remove","path":["a"]}])", "{}\n");
    row("a file of braces", "{}\n", set(R"(["a"])", "1"), "a: 1\n");
    row("JSON is YAML", "{\"a\": {\"b\": [1, 2]}}\n", set(R"(["a","c"])", "\"x\""), "{\"a\": {\"b\": [1, 2], c: x}}\n");
    row("the first key behind a dash goes", "a:\n  - x: 1 # one\n    y: 2\n", R"([{"op":"remove","path":["a",0,"x"]}])",
        "a:\n  - y: 2\n");
    row("and the next one keeps its comment", "a:\n  - x: 1\n    # about y\n    y: 2\n",
        R"([{"op":"remove","path":["a",0,"x"]}])", "a:\n  -\n    # about y\n    y: 2\n");
    row("an item before all others", "a:\n  - 1\n  - 2\n", R"([{"op":"insert","path":["a"],"index":0,"value":0}])",
        "a:\n  - 0\n  - 1\n  - 2\n");
    row("an item in the middle, above a comment", "a:\n  - 1\n  # two\n  - 2\n",
        R"([{"op":"insert","path":["a"],"index":1,"value":9}])", "a:\n  - 1\n  - 9\n  # two\n  - 2\n");
    row("an item moves down with its comment", "a:\n  # 1\n  - x: 1\n    y: 1\n  # 2\n  - 2\n  # 3\n  - 3\nb: 1\n",
        R"([{"op":"move","path":["a"],"from":0,"to":1}])", "a:\n  # 2\n  - 2\n  # 1\n  - x: 1\n    y: 1\n  # 3\n  - 3\nb: 1\n");
    row("an item moves up without a last line break", "a:\n  - 1\n  - 2\n  - 3",
        R"([{"op":"move","path":["a"],"from":2,"to":0}])", "a:\n  - 3\n  - 1\n  - 2");
    row("items in brackets move", "a: [x,  y , z] # c\n", R"([{"op":"move","path":["a"],"from":2,"to":0}])",
        "a: [z,  x , y] # c\n");
    row("lists in lists", "a:\n  - - 1\n    - 2\n",
        R"([{"op":"insert","path":["a",0],"index":0,"value":0},{"op":"move","path":["a",0],"from":0,"to":2}])",
        "a:\n  - - 1\n    - 2\n    - 0\n");
    row("a text of several lines stays one", "a:\n  b: |\n    x\n    y\n  c: 1\n", set(R"(["a","b"])", "\"u\\n\\nv\\n\""),
        "a:\n  b: |\n    u\n\n    v\n  c: 1\n");
    row("a new text of several lines", "a: 1\n", set(R"(["b"])", "\"u\\nv\""), "a: 1\nb: |-\n  u\n  v\n");
    row("a folded text stays folded", "a: >-\n  old words\n  here\nb: 1\n", set(R"(["a"])", "\"new words\""),
        "a: >-\n  new words\nb: 1\n");
    row("text of several lines without marks", "a: one\n  two\n  three # c\nb: 1\n", set(R"(["a"])", "\"four\""),
        "a: four # c\nb: 1\n");
    row("kept blank lines are part of a text", "a:\n  b: |+\n    x\n\n\nc: 1\n", set(R"(["a","d"])", "1"),
        "a:\n  b: |+\n    x\n\n\n  d: 1\nc: 1\n");
    row("markers of the document", "--- # d\na: 1\n...\n", set(R"(["b"])", "2"), "--- # d\na: 1\nb: 2\n...\n");
    row("a byte order mark",
        "\xEF\xBB\xBF"
        "a:\n  b: 1\n",
        set(R"(["a","c"])", "2"),
        "\xEF\xBB\xBF"
        "a:\n  b: 1\n  c: 2\n");
    row("a key of its own over a merged one", "d: &d\n  x: 1\na:\n  <<: *d\n  y: 2\n", set(R"(["a","x"])", "3"),
        "d: &d\n  x: 1\na:\n  <<: *d\n  y: 2\n  x: 3\n");
    row("another value for an alias", "d: &d 1\na: *d\n", set(R"(["a"])", "2"), "d: &d 1\na: 2\n");
    row("beside an anchor", "d: &d\n  x: 1\na: *d\nb: 1\n", set(R"(["b"])", "2"), "d: &d\n  x: 1\na: *d\nb: 2\n");
    row("an anchor that nobody uses stays", "d: &d 1 # c\n", set(R"(["d"])", R"({"x":1})"), "d: &d # c\n  x: 1\n");
    row("commented settings stay with their section", "a:\n  x: 1\n  # y: 2\n\nb: 1\n", set(R"(["a","z"])", "3"),
        "a:\n  x: 1\n  # y: 2\n  z: 3\n\nb: 1\n");
    row("and go with it", "a:\n  x: 1\n  # y: 2\n# about b\nb: 1\n", R"([{"op":"remove","path":["a"]}])", "# about b\nb: 1\n");
    row("brackets over several lines", "a: [\n  1, # one\n  2  # two\n]\n", R"([{"op":"remove","path":["a",1]}])",
        "a: [\n  1 # one\n]\n");
    row("keys in quotes", "\"a b\":\n  'c: d': 1\n", set(R"(["a b","c: d"])", "2"), "\"a b\":\n  'c: d': 2\n");
    row("keys that need quotes", "a: {}\n", set(R"(["a"])", R"({"x: y":1,"*":2,"openai/*":3,"":4,"1":5,"yes":6})"),
        "a:\n  \"x: y\": 1\n  \"*\": 2\n  openai/*: 3\n  \"\": 4\n  \"1\": 5\n  \"yes\": 6\n");
    row("values that need quotes", "a: {}\n",
        set(R"(["a"])",
            R"({"b":"1e3","c":"0123","d":"*x","e":"2001-01-01","f":"12:30","g":"~","h":"y","i":"- x","j":"a # b","k":"http://x:1/y","l":1e-6,"m":1.0,"n":null,"o":" x","p":"\u0001","q":"a\\b"})"),
        "a:\n  b: \"1e3\"\n  c: \"0123\"\n  d: \"*x\"\n  e: \"2001-01-01\"\n  f: \"12:30\"\n  g: \"~\"\n  h: \"y\"\n  i: \"- "
        "x\"\n"
        "  j: \"a # b\"\n  k: http://x:1/y\n  l: 1.0e-06\n  m: 1.0\n  n: null\n  o: \" x\"\n  p: \"\\x01\"\n  q: a\\b\n");
    row("the quotes of the file are used", "a: 'x'\nb: 'y'\n", set(R"(["c"])", "\"*\""), "a: 'x'\nb: 'y'\nc: '*'\n");
    row("a list is set to another", "a:\n  # one\n  - x: 1\n  # two\n  - x: 2 # 2\n",
        set(R"(["a"])", R"([{"x":1},{"x":3},{"x":4}])"), "a:\n  # one\n  - x: 1\n  # two\n  - x: 3 # 2\n  - x: 4\n");
    row("a long list of words stands below its key", "a: 1\n",
        set(R"(["b"])", R"(["aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"])"),
        "a: 1\nb:\n  - aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n  - bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb\n");
}

void TestEdit::smallTexts()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, edits);
    QFETCH(QByteArray, expected);
    QCOMPARE(QByteArray::fromStdString(after(text.toStdString(), edits.toStdString())), expected);
}

void TestEdit::whatCannotBeDoneIsRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("edits");
    QTest::addColumn<QByteArray>("reason");
    const auto row = [](const char *name, const char *text, const char *edits, const char *reason) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(edits) << QByteArray(reason);
    };
    row("through an alias", "d: &d {x: 1}\na: *d\n", R"([{"op":"set","path":["a","x"],"value":2}])", "comes through an alias");
    row("through a merge key", "d: &d {x: {y: 1}}\na:\n  <<: *d\n", R"([{"op":"set","path":["a","x","y"],"value":2}])",
        "comes through a merge key");
    row("a merged key cannot go", "d: &d {x: 1}\na:\n  <<: *d\n", R"([{"op":"remove","path":["a","x"]}])",
        "comes through a merge key");
    row("an anchor that is used", "d: &d\n  x: 1\na: *d\n", R"([{"op":"set","path":["d","x"],"value":2}])", "other places");
    row("an anchor that is needed", "d: &d 1\na: *d\n", R"([{"op":"remove","path":["d"]}])", "other places");
    row("a key that stands twice", "a: 1\na: 2\n", R"([{"op":"set","path":["a"],"value":3}])", "stands twice");
    row("a tag", "a: !!str 1\n", R"([{"op":"set","path":["a"],"value":3}])", "has a tag");
    row("what is not there", "a: 1\n", R"([{"op":"remove","path":["b"]}])", "'b' is not there");
    row("no list", "a: 1\n", R"([{"op":"insert","path":["a"],"value":1}])", "'a' is no list");
    row("no map", "a: 1\n", R"([{"op":"set","path":["a","b"],"value":1}])", "'a' is no map");
    row("no such item", "a: [1]\n", R"([{"op":"set","path":["a",1],"value":1}])", "'a'");
    row("an index too far", "a: [1]\n", R"([{"op":"insert","path":["a"],"index":2,"value":1}])", "only 1 items");
    row("nobody is selected", "a: [{x: 1}]\n", R"([{"op":"remove","path":["a",{"x":2}]}])", "no item that is selected");
    row("several are selected", "a: [{x: 1}, {x: 1, y: 2}]\n", R"([{"op":"remove","path":["a",{"x":1}]}])", "several items");
    row("a name that is taken", "a: 1\nb: 2\n", R"([{"op":"rename","path":["a"],"key":"b"}])", "'b' is there already");
    row("a broken file", "a: [\n", R"([{"op":"set","path":["a"],"value":1}])", "mend its text first");
    row("a list of a file", "- a\n", R"([{"op":"set","path":["a"],"value":1}])", "mend its text first");
    row("no op", "a: 1\n", R"([{"path":["a"],"value":1}])", "'op' must be");
    row("no value", "a: 1\n", R"([{"op":"set","path":["a"]}])", "'value' is missing");
    row("no path", "a: 1\n", R"([{"op":"set","path":"a","value":1}])", "'path' must be a list");
    row("no list of edits", "a: 1\n", R"({"op":"set"})", "must be a list");
    row("no path at all", "a: 1\n", R"([{"op":"set","path":[],"value":{}}])", "the path is empty");
    row("a secret in a path", "a: 1\n", R"([{"op":"remove","path":["sk-abcdefgh12345678"]}])", "•••");
}

void TestEdit::whatCannotBeDoneIsRefused()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, edits);
    QFETCH(QByteArray, reason);
    const QByteArray said = QByteArray::fromStdString(after(text.toStdString(), edits.toStdString()));
    QVERIFY2(said.startsWith("! ") && said.contains(reason), said);
}

void TestEdit::allEditsAreDoneOrNone()
{
    const auto edits =
        editsFromJson(R"([{"op":"set","path":["a"],"value":2},{"op":"remove","path":["c"]},{"op":"remove","path":["a"]}])");
    QVERIFY(edits.has_value());
    const auto result = edited("a: 1\nb: 1\n", *edits);
    QVERIFY(!result);
    QCOMPARE(result.error().index, std::optional<std::size_t>(1));
}

void TestEdit::membersOfObjectsKeepTheirOrder()
{
    QCOMPARE(QByteArray::fromStdString(
                 after("", R"([{"op":"set","path":["z"],"value":{"b":1,"a":"\ud83d\ude00","c":{"y":0,"x":0}}}])")),
        QByteArray("z:\n  b: 1\n  a: \xF0\x9F\x98\x80\n  c:\n    y: 0\n    x: 0\n"));
}

QTEST_GUILESS_MAIN(TestEdit)
#include "tst_edit.moc"
