// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/routing/dry_run.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse::ui;

namespace {

QJsonObject json(const char *text)
{
    return QJsonDocument::fromJson(QByteArray(text).replace('\'', '"')).object();
}

const char *const twoSteps =
    "{'strategy': 'simple-shuffle', 'refusal': null, 'alias_of': [], 'steps': ["
    "{'group': 'gpt', 'asked': 'fast', 'changes': null, 'nobody': null, 'then': ['two'], 'others': 0, 'candidates': ["
    "{'deployment': 'one', 'model': 'openai/gpt-4o', 'verdict': 'chosen', 'why': null, 'share': 0.75, 'in_outage': true},"
    "{'deployment': 'two', 'model': 'azure/gpt-4o', 'verdict': 'not picked', 'why': null, 'share': 0.25, 'in_outage': true},"
    "{'deployment': 'three', 'model': 'groq/x', 'verdict': 'resting', 'why': 'for 3 s after 429', 'share': 0}]},"
    "{'group': 'claude', 'asked': 'claude', 'changes': {'temperature': 0}, 'nobody': null, 'then': [], 'others': 2, "
    "'candidates': [{'deployment': 'four', 'model': 'anthropic/claude', 'verdict': 'chosen', 'share': 1}]}]}";

} // namespace

class DryRunTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theStorySaysWhoAnswersAndWhy()
    {
        const DryRunStory story = dryRunStory(json(twoSteps));
        QCOMPARE(story.answer, u"claude"_s);
        QCOMPARE(story.way, QStringList({u"gpt"_s, u"claude"_s}));
        QVERIFY(story.headline.contains(u"anthropic/claude"_s));
        QCOMPARE(story.steps[0].lines[0].figure, u"75%"_s);
        QVERIFY(story.steps[0].lines[0].remark.contains(u"outage"_s));
        QVERIFY(story.steps[0].lines[2].remark.contains(u"429"_s));
        QVERIFY(story.steps[0].remark.contains(u"fast"_s));
        QVERIFY(story.steps[1].title.contains(u"claude"_s));
        QVERIFY(story.steps[1].remark.contains(u"temperature"_s));
        QCOMPARE(story.steps[1].lines.size(), 2);
    }

    void aRefusalIsTheWholeStory()
    {
        const DryRunStory story = dryRunStory(json("{'refusal': {'status': 403, 'message': 'not yours'}, 'steps': []}"));
        QVERIFY(story.headline.contains(u"403"_s));
        QCOMPARE(story.remark, u"not yours"_s);
        QVERIFY(story.answer.isEmpty() && story.way.isEmpty());
    }

    void whereNobodyAnswersItIsSaid()
    {
        const DryRunStory story =
            dryRunStory(json("{'steps': [{'group': 'gpt', 'asked': 'gpt', 'nobody': 'all rest', 'candidates': []}]}"));
        QVERIFY(story.answer.isEmpty());
        QVERIFY(story.steps[0].remark.contains(u"all rest"_s));
        QVERIFY(dryRunStory({}).answer.isEmpty());
    }

    void theQuestionHasWhatItsDoorAsksFor()
    {
        DryRunFields fields;
        fields.model = u" gpt "_s;
        fields.tags = u"eu, , fast"_s;
        fields.tokens = u"1200"_s;
        fields.key = u"phone"_s;
        const QJsonObject question = dryRunQuestion(fields);
        const QJsonObject request = question.value(u"request_body"_s).toObject();
        QCOMPARE(request.value(u"model"_s).toString(), u"gpt"_s);
        QVERIFY(request.value(u"messages"_s).isArray());
        QCOMPARE(request.value(u"metadata"_s)[u"tags"_s].toArray().size(), 2);
        QCOMPARE(question.value(u"input_tokens"_s).toInt(), 1200);
        QCOMPARE(question.value(u"key"_s).toString(), u"phone"_s);
        for (const DryRunChoice &door : dryRunDoors()) {
            fields.callType = QString::fromLatin1(door.word);
            QVERIFY2(dryRunQuestion(fields).value(u"request_body"_s).toObject().size() >= 3, door.word);
        }
    }

    void fieldsWithoutSenseAreRefused()
    {
        DryRunFields fields;
        QVERIFY(!problemOf(fields).isEmpty());
        fields.model = u"gpt"_s;
        QVERIFY(problemOf(fields).isEmpty());
        for (const QString &wrong : {u"many"_s, u"-1"_s, u"99999999999"_s}) {
            fields.tokens = wrong;
            QVERIFY(!problemOf(fields).isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(DryRunTest)
#include "tst_dry_run.moc"
