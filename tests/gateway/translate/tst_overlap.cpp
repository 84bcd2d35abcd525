// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/overlap.h"

#include <QTest>

using gatehouse::translate::Overlap;

class TestOverlap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatRepeatsIsFound_data()
    {
        QTest::addColumn<QString>("said");
        QTest::addColumn<QString>("follows");
        QTest::addColumn<QString>("rest");
        const auto add = [](const char *name, const char *said, const char *follows, const char *rest) {
            QTest::newRow(name) << QString::fromUtf8(said) << QString::fromUtf8(follows) << QString::fromUtf8(rest);
        };
        add("nothing", "The capital of France", " is Paris.", " is Paris.");
        add("the last words", "The capital of France", "of France is", " is");
        add("a word that broke off", "It is the capi", "capital", "capital");
        add("a long word that broke off", "It is the capita", "capital", "l");
        add("everything", "So it", "So it is", " is");
        add("everything, though short", "So", "So be it", " be it");
        add("chance in a word", "Miss", "issippi", "issippi");
        add("chance in a long word", "a repetition", "petition", "petition");
        add("a laugh", "He said ha", "ha ha", "ha ha");
        add("numbers", "1, 2, 3, 4, 5, 1", "1, 2, 3", "1, 2, 3");
        add("indentation", "if (x)\n        ", "        y();", "        y();");
        add("another script", "Столица Франции", "Франции — Париж", " — Париж");
        add("a script without spaces", "法国的首都是巴黎这座城市", "首都是巴黎这座城市。", "。");
        add("all there is", "The capital of France", "The capital of France", "");
    }
    void whatRepeatsIsFound()
    {
        QFETCH(QString, said);
        QFETCH(QString, follows);
        QFETCH(QString, rest);
        const Overlap overlap(said.toStdString(), false);
        const std::string text = follows.toStdString();
        QCOMPARE(QString::fromStdString(text.substr(overlap.judgeWhole(text))), rest);
        for (std::size_t size = 0; size <= text.size(); ++size) { // however it comes, the judgement is the same
            if (const auto early = overlap.judge(text.substr(0, size)))
                QCOMPARE(*early, overlap.judgeWhole(text));
        }
    }

    void itIsToldAsSoonAsItIsClear()
    {
        const Overlap overlap("The capital of France", false);
        QVERIFY(!overlap.judge(""));
        QVERIFY(!overlap.judge("The capital"));
        QCOMPARE(overlap.judge("The capital!").value(), std::size_t(0));
        QCOMPARE(overlap.judge(" is").value(), std::size_t(0));
    }

    void onlyTheEndIsLookedAt()
    {
        const std::string said = std::string(1000, 'a') + " end of it";
        QVERIFY(!Overlap(said, false).judge("end of"));
        QVERIFY(Overlap(said, false).judge(std::string(1000, 'a')));
    }

    void spaceThatWasNotShownIsSaidTwice()
    {
        const std::string said = "It is \n";
        QCOMPARE(Overlap(said, false).judgeWhole("\n so"), std::size_t(0));
        QCOMPARE(Overlap(said, true).judgeWhole("\n so"), std::size_t(1));
        QCOMPARE(Overlap(said, true).judgeWhole(" \n so"), std::size_t(2));
        QCOMPARE(Overlap(said, true).judgeWhole("so"), std::size_t(0));
    }
};

QTEST_APPLESS_MAIN(TestOverlap)
#include "tst_overlap.moc"
