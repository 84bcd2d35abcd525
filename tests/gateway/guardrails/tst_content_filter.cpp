// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/guardrails/content_filter.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::guardrails;
using Kind = Judgement::Kind;

namespace {

std::vector<config::Diagnostic> notes;

Judgement judged(const std::string &params, std::vector<std::string> texts)
{
    notes.clear();
    const auto config =
        config::parse("guardrails:\n- guardrail_name: g\n  litellm_params: {guardrail: litellm_content_filter, mode: pre_call, "
                + params + "}\n",
            "test.yaml");
    const auto judge = contentFilter(config.guardrails().at(0).find("litellm_params"), notes);
    const Circumstance nobody;
    const Question question {std::move(texts), false, {}, {}, nobody};
    return std::get<Judgement>(judge->open(question)->begin());
}

std::string masked(const std::string &params, const std::string &text)
{
    const Judgement judgement = judged(params, {text});
    return judgement.kind == Kind::Changes ? judgement.texts.at(0) : judgement.kind == Kind::Passes ? "(passes)" : "(blocked)";
}

} // namespace

class TestContentFilter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void masksWhatItIsToldToMask()
    {
        const std::string params = "patterns: [{pattern_type: prebuilt, pattern_name: email, action: MASK}, {pattern_type: "
                                   "regex, pattern: 'T-[0-9]+', name: ticket, action: MASK}], "
                                   "blocked_words: [{keyword: Bluebird, action: MASK}]";
        QCOMPARE(masked(params, "T-12 of bluebird: a@b.example, bluebirds"),
            std::string("[TICKET_REDACTED] of [KEYWORD_REDACTED]: [EMAIL_REDACTED], bluebirds"));
        QCOMPARE(masked(params, "nothing"), std::string("(passes)"));
        QCOMPARE(masked(params + ", pattern_redaction_format: '<{pattern_name}>', keyword_redaction_tag: X", "T-1 bluebird"),
            std::string("<TICKET> X"));
    }

    void countsWhatItMasks()
    {
        const auto judgement = judged("patterns: [{pattern_type: prebuilt, pattern_name: email, action: MASK}]",
            {"a@b.example", "c@d.example e@f.example"});
        QCOMPARE(judgement.masked, (std::map<std::string, int> {{"email", 3}}));
    }

    void blocksBeforeItMasks()
    {
        const std::string params = "patterns: [{pattern_type: prebuilt, pattern_name: email, action: MASK}], blocked_words: "
                                   "[{keyword: project-x, action: BLOCK, description: secret}]";
        const auto judgement = judged(params, {"a@b.example", "Project-X"});
        QVERIFY(judgement.kind == Kind::Blocks);
        QCOMPARE(judgement.message, std::string("Content blocked: keyword 'project-x' detected (secret)"));
        QCOMPARE(judgement.fields.at(0), Judgement::Field("keyword", "\"project-x\""));
        QCOMPARE(judgement.fields.at(1), Judgement::Field("description", "\"secret\""));
    }

    void tellsNothingOfWhatItFound()
    {
        const auto judgement =
            judged("patterns: [{pattern_type: prebuilt, pattern_name: us_ssn, action: BLOCK}]", {"123-45-6789"});
        QCOMPARE(judgement.message, std::string("Content blocked: us_ssn pattern detected"));
        QCOMPARE(judgement.fields, std::vector<Judgement::Field>({{"pattern", "\"us_ssn\""}}));
    }

    void nothingToMaskHidesWhatIsToBlock()
    {
        QCOMPARE(masked("blocked_words: [{keyword: our plan, action: MASK}, {keyword: plan b}]", "our plan b"),
            std::string("(blocked)"));
        QCOMPARE(masked("blocked_words: [{keyword: plan, action: MASK}, {keyword: plan b, action: MASK}]", "plan b."),
            std::string("[KEYWORD_REDACTED]."));
    }

    void findsThatOverlapAreOne()
    {
        const std::string params = "patterns: [{pattern_type: regex, pattern: abc, name: one, action: MASK}, {pattern_type: "
                                   "regex, pattern: cde, name: two, action: MASK}]";
        QCOMPARE(masked(params, "xabcdex"), std::string("x[ONE_REDACTED]x"));
    }

    void readsWordsFromAFile()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("words.yaml")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("blocked_words:\n- {keyword: heron, action: MASK}\n- {keyword: egret}\n");
        file.close();
        const std::string params = "blocked_words_file: '" + file.fileName().toStdString() + "'";
        QCOMPARE(masked(params, "a heron"), std::string("a [KEYWORD_REDACTED]"));
        QCOMPARE(masked(params, "an egret"), std::string("(blocked)"));
        QVERIFY(notes.empty());
        QCOMPARE(masked("blocked_words_file: '/nowhere/words.yaml'", "x"), std::string("(passes)"));
        QCOMPARE(notes.size(), std::size_t(2)); // it is not there, and so the filter looks for nothing
    }

    void saysWhatItCannotDo()
    {
        judged("patterns: [{pattern_type: prebuilt, pattern_name: unicorns}, {pattern_type: regex, pattern: '(', name: p}], "
               "categories: [{category: bias_gender, enabled: true}, {category: b, enabled: false}], blocked_words: [{keyword: "
               "a, action: SHOUT}]",
            {});
        QCOMPARE(notes.size(), std::size_t(4));
        QVERIFY(notes.at(0).message.find("'unicorns'") != std::string::npos);
        QVERIFY(notes.at(2).message.find("SHOUT") != std::string::npos);
        QVERIFY(notes.at(3).message.find("bias_gender") != std::string::npos);
    }

    void aSearchThatTakesTooLongIsNoPass()
    {
        const auto judgement = judged(
            "patterns: [{pattern_type: regex, pattern: '(a+)+$', name: slow, action: MASK}]", {std::string(5000, 'a') + "!"});
        QVERIFY(judgement.kind == Kind::Fails);
        QCOMPARE(judgement.message, std::string("the search for slow took too long"));
    }
};

QTEST_APPLESS_MAIN(TestContentFilter)
#include "tst_content_filter.moc"
