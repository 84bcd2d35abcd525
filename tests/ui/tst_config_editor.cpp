// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "live_stage.h"

#include "ui/config/change_dialog.h"
#include "ui/config/diff_view.h"
#include "ui/pages/settings/config_editor.h"
#include "ui/pages/settings/problem_list.h"
#include "ui/shell/header_bar.h"
#include "ui/widgets/code_edit.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QListWidget>
#include <QMessageBox>
#include <QRegularExpression>
#include <QTextBlock>
#include <QTextDocument>

using namespace Qt::StringLiterals;
using namespace gatehouse::ui;
using namespace gatehouse::ui::test;

namespace {

const auto yaml = u"# Ours. Keep this.\n"
                  "model_list:\n"
                  "  - model_name: gpt   # the first\n"
                  "    litellm_params: {model: openai/gpt-4o, api_base: PROVIDER/v1, api_key: sk-of-the-provider}\n"
                  "router_settings:\n"
                  "  num_retries: 2 # enough\n"
                  "general_settings:\n"
                  "  master_key: sk-master-of-the-tests\n"_s;

constexpr int patience = 20000;

/// The editor in front of a real gateway.
struct Desk {
    LiveStage stage {yaml};
    ConfigEditor *editor = nullptr;
    CodeEdit *edit = nullptr;

    void begin()
    {
        stage.begin();
        editor = new ConfigEditor(stage.session(), &stage.window());
        editor->setGeometry(0, 0, 1000, 700);
        editor->show();
        edit = editor->findChild<CodeEdit *>();
        QTRY_VERIFY_WITH_TIMEOUT(edit->wholeText() == stage.configText(), patience);
    }
    void replace(const QString &old, const QString &now) const
    {
        QTextCursor found = edit->document()->find(old);
        QVERIFY2(!found.isNull(), qPrintable(old));
        found.insertText(now);
    }
    QString there(QString old, const QString &now) const { return stage.configText().replace(old, now); }
    ProblemList *problems() const { return editor->findChild<ProblemList *>(); }
    bool asks() const { return buttonIn(editor, u"Take theirs"_s) != nullptr; }
};

/// Confirms the dialog with the difference.
void confirm(Desk &desk, const QString &caption)
{
    QTRY_VERIFY_WITH_TIMEOUT(desk.stage.dialog() && buttonIn(desk.stage.dialog(), caption), patience);
    QPushButton *button = buttonIn(desk.stage.dialog(), caption);
    QTRY_VERIFY_WITH_TIMEOUT(button->isEnabled(), patience);
    button->click();
    QTRY_VERIFY_WITH_TIMEOUT(!desk.stage.dialog(), patience);
}

} // namespace

class TstConfigEditor : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsSavedIsInTheFileAsItWasWritten()
    {
        Desk desk;
        desk.begin();
        const QString wanted = desk.there(u"num_retries: 2 # enough"_s, u"num_retries: 4 # more"_s);
        desk.replace(u"2 # enough"_s, u"4 # more"_s);
        QVERIFY(desk.editor->isEdited());
        buttonIn(desk.editor, u"Save…"_s)->click();
        confirm(desk, u"Save"_s);
        QCOMPARE(desk.stage.configText(), wanted);
        QTRY_VERIFY_WITH_TIMEOUT(!desk.editor->isEdited(), patience);
        QVERIFY(!desk.asks());
    }

    void whatAnotherEditorWritesShowsAtOnceAndTheCursorStays()
    {
        Desk desk;
        desk.begin();
        desk.edit->setTextCursor(desk.edit->document()->find(u"enough"_s));
        desk.stage.writeConfig(u"# One more line.\n"_s + desk.stage.configText());
        QTRY_COMPARE_WITH_TIMEOUT(desk.edit->wholeText(), desk.stage.configText(), patience);
        QCOMPARE(desk.edit->textCursor().selectedText(), u"enough"_s);
        QVERIFY(!desk.editor->isEdited());
        QVERIFY(!desk.asks());
    }

    void changesOnBothSidesCanBeKeptBoth()
    {
        Desk desk;
        desk.begin();
        desk.replace(u"2 # enough"_s, u"7 # mine"_s);
        desk.stage.writeConfig(desk.there(u"# Ours."_s, u"# Theirs."_s));
        QTRY_VERIFY_WITH_TIMEOUT(desk.asks(), patience);
        QVERIFY(desk.edit->wholeText().contains(u"# Ours."_s));
        QVERIFY(!buttonIn(desk.editor, u"Save…"_s)->isEnabled());
        buttonIn(desk.editor, u"Keep both"_s)->click();
        QVERIFY(!desk.asks());
        QVERIFY(desk.edit->wholeText().startsWith(u"# Theirs."_s));
        QVERIFY(desk.edit->wholeText().contains(u"7 # mine"_s));
        buttonIn(desk.editor, u"Save…"_s)->click();
        confirm(desk, u"Save"_s);
        QVERIFY(desk.stage.configText().contains(u"7 # mine"_s));
        QVERIFY(desk.stage.configText().startsWith(u"# Theirs."_s));
    }

    void theSameLineChangedOnBothSidesIsAskedAboutAndNothingIsLost()
    {
        Desk desk;
        desk.begin();
        desk.replace(u"2 # enough"_s, u"7 # mine"_s);
        desk.stage.writeConfig(desk.there(u"2 # enough"_s, u"5 # theirs"_s));
        QTRY_VERIFY_WITH_TIMEOUT(desk.asks(), patience);
        QVERIFY(!buttonIn(desk.editor, u"Keep both"_s));
        buttonIn(desk.editor, u"Show difference"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(desk.stage.dialog(), patience);
        QVERIFY(desk.stage.dialog()->findChild<DiffView *>()->toPlainText().contains(u"7 # mine"_s));
        desk.stage.dialog()->reject();
        buttonIn(desk.editor, u"Take theirs"_s)->click();
        QCOMPARE(desk.edit->wholeText(), desk.stage.configText());
        QVERIFY(!desk.editor->isEdited());
        desk.edit->undo();
        QVERIFY(desk.edit->wholeText().contains(u"7 # mine"_s));
    }

    void mineReplacesTheirsOnlyAfterALookAndTheirsStaysAmongTheVersions()
    {
        Desk desk;
        desk.begin();
        desk.replace(u"2 # enough"_s, u"7 # mine"_s);
        desk.stage.writeConfig(desk.there(u"2 # enough"_s, u"5 # theirs"_s));
        QTRY_VERIFY_WITH_TIMEOUT(desk.asks(), patience);
        buttonIn(desk.editor, u"Keep mine"_s)->click();
        buttonIn(desk.editor, u"Save…"_s)->click();
        confirm(desk, u"Save"_s);
        QVERIFY(desk.stage.configText().contains(u"7 # mine"_s));
        QTRY_VERIFY_WITH_TIMEOUT(!desk.editor->isEdited(), patience);
        buttonIn(desk.editor, u"Versions…"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(
            desk.stage.dialog() && desk.stage.dialog()->findChild<DiffView *>()->toPlainText().contains(u"5 # theirs"_s),
            patience);
        confirm(desk, u"Put back"_s);
        QVERIFY(desk.stage.configText().contains(u"5 # theirs"_s));
        QTRY_COMPARE_WITH_TIMEOUT(desk.edit->wholeText(), desk.stage.configText(), patience);
    }

    void whatIsWrongIsSaidInItsLineAndNotSaved()
    {
        Desk desk;
        desk.begin();
        const QString before = desk.stage.configText();
        desk.replace(u"2 # enough"_s, u"many # enough"_s);
        QTRY_VERIFY_WITH_TIMEOUT(desk.problems()->errors() > 0, patience);
        QVERIFY(desk.problems()->item(0)->text().startsWith(u"Line 6:"_s));
        desk.edit->goTo(1);
        Q_EMIT desk.problems()->itemActivated(desk.problems()->item(0));
        QCOMPARE(desk.edit->textCursor().blockNumber(), 5);
        buttonIn(desk.editor, u"Save…"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(desk.stage.dialog() && says(desk.stage.dialog(), u"Line 6"_s), patience);
        QVERIFY(!buttonIn(desk.stage.dialog(), u"Save"_s)->isEnabled());
        desk.stage.dialog()->reject();
        QCOMPARE(desk.stage.configText(), before);
        desk.edit->undo();
        QTRY_COMPARE_WITH_TIMEOUT(desk.problems()->errors(), 0, patience);
    }

    void textThatIsNoYamlIsRefusedWithItsLine()
    {
        Desk desk;
        desk.begin();
        desk.replace(u"router_settings:"_s, u"router_settings: [[}"_s);
        QTRY_VERIFY_WITH_TIMEOUT(desk.problems()->errors() > 0, patience);
        QVERIFY2(desk.problems()->item(0)->text().contains(QRegularExpression(u"Line [5-6]:"_s)),
            qPrintable(desk.problems()->item(0)->text()));
    }

    void brokenByAnotherEditorTheFileIsShownWithItsErrors()
    {
        Desk desk;
        desk.begin();
        desk.stage.writeConfig(desk.there(u"num_retries: 2"_s, u"num_retries: many"_s));
        QTRY_VERIFY_WITH_TIMEOUT(desk.problems()->errors() > 0, patience);
        QVERIFY(says(desk.editor, u"The last good configuration stays in use"_s));
        QCOMPARE(desk.stage.chat(u"gpt"_s), 200);
    }

    void keysAreCompletedFromTheSchema()
    {
        Desk desk;
        desk.begin();
        auto *completer = desk.edit->findChild<QCompleter *>();
        desk.edit->goTo(6);
        QTRY_VERIFY_WITH_TIMEOUT(says(desk.editor, u"default 2"_s), patience); // the schema is there
        desk.edit->moveCursor(QTextCursor::EndOfLine);
        QTest::keyClick(desk.edit, Qt::Key_Return);
        QTest::keyClicks(desk.edit, u"cooldown"_s);
        QTRY_VERIFY(completer->popup()->isVisible());
        QCOMPARE(completer->popup()->model()->index(0, 0).data().toString(), u"cooldown_time"_s);
        QTest::keyClick(completer->popup(), Qt::Key_Tab);
        QTRY_COMPARE(desk.edit->textCursor().block().text(), u"  cooldown_time: "_s);
        QVERIFY(!completer->popup()->isVisible());
        QTest::keyClick(desk.edit, Qt::Key_Return);
        QVERIFY(desk.edit->textCursor().block().text().trimmed().isEmpty());
    }

    void wordsAndLinesAreFound()
    {
        Desk desk;
        desk.begin();
        desk.editor->focusFind();
        auto *field = named<QLineEdit>(desk.editor, u"Find in the file"_s);
        QVERIFY(field);
        QTest::keyClicks(field, u"gpt"_s);
        QVERIFY(says(desk.editor, u"1 of 2"_s));
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(says(desk.editor, u"2 of 2"_s));
        fillIn(field, u":6"_s);
        QCOMPARE(desk.edit->textCursor().blockNumber(), 5);
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(!field->isVisible());
    }

    void otherPagesLeadToALineOrAKey()
    {
        Desk desk;
        desk.begin();
        desk.editor->reveal(u"line:3"_s);
        QCOMPARE(desk.edit->textCursor().blockNumber(), 2);
        desk.editor->reveal(u"path:router_settings.num_retries"_s);
        QCOMPARE(desk.edit->textCursor().blockNumber(), 5);
        QTRY_VERIFY_WITH_TIMEOUT(says(desk.editor, u"router_settings.num_retries"_s), patience);
        desk.editor->reveal(u"path:router_settings.fallbacks"_s);
        QCOMPARE(desk.edit->textCursor().blockNumber(), 4); // not there yet: where it belongs
        desk.stage.session().openPage(u"settings"_s, u"line:2"_s);
        auto *shown = named<CodeEdit>(desk.stage.page(u"settings"_s), u"Configuration file"_s);
        QVERIFY(shown);
        QTRY_COMPARE_WITH_TIMEOUT(shown->textCursor().blockNumber(), 1, patience);
    }

    void aStoppedGatewayKeepsWhatWasWritten()
    {
        Desk desk;
        desk.begin();
        desk.replace(u"2 # enough"_s, u"7 # mine"_s);
        desk.stage.session().control().stop();
        QTRY_VERIFY_WITH_TIMEOUT(says(desk.editor, u"The gateway is stopped"_s), patience);
        QVERIFY(!buttonIn(desk.editor, u"Save…"_s)->isEnabled());
        QVERIFY(desk.edit->wholeText().contains(u"7 # mine"_s));
    }

    void whatWasNotShownIsNotSavedOver()
    {
        Desk desk;
        desk.begin();
        const QJsonObject change {{u"text"_s, desk.there(u"2 # enough"_s, u"7 # mine"_s)}};
        auto *dialog = new ChangeDialog(desk.stage.session(), change, u"Import a configuration"_s, &desk.stage.window());
        dialog->open();
        QTRY_VERIFY_WITH_TIMEOUT(dialog->actionButton()->isEnabled(), patience);
        const QString theirs = desk.there(u"2 # enough"_s, u"5 # theirs"_s);
        desk.stage.writeConfig(theirs);
        QTRY_COMPARE_WITH_TIMEOUT(desk.stage.session().config().text(), theirs, patience);
        dialog->actionButton()->click();
        auto *diff = dialog->findChild<DiffView *>();
        QTRY_VERIFY_WITH_TIMEOUT(diff->toPlainText().contains(u"5 # theirs"_s), patience);
        QCOMPARE(desk.stage.configText(), theirs);
        dialog->reject();
    }

    void theTextOfOneGatewayIsNotLeftForAnother()
    {
        LiveStage far(QString(yaml).replace(u"# Ours."_s, u"# The one far away."_s));
        far.begin();
        Desk desk;
        desk.begin();
        desk.replace(u"2 # enough"_s, u"7 # mine"_s);
        desk.stage.desktop().connections().add(QUrl(far.session().address()), LiveStage::masterKey());
        QVERIFY(!desk.editor->isEdited());
        QTRY_COMPARE_WITH_TIMEOUT(desk.edit->wholeText(), far.configText(), patience);
        QVERIFY(!desk.edit->document()->isUndoAvailable());
        QVERIFY(!desk.asks());
    }

    void quittingAndTurningAskWhileThereIsTextThatIsNotSaved()
    {
        LiveStage stage(yaml);
        stage.begin();
        stage.session().openPage(u"settings"_s, u"line:1"_s);
        auto *edit = named<CodeEdit>(stage.page(u"settings"_s), u"Configuration file"_s);
        QTRY_VERIFY_WITH_TIMEOUT(edit->wholeText() == stage.configText(), patience);
        edit->moveCursor(QTextCursor::End);
        edit->insertPlainText(u"# typed\n"_s);
        Q_EMIT stage.window().quitWished();
        auto *question = qobject_cast<QMessageBox *>(stage.dialog());
        QVERIFY(question);
        QVERIFY(question->informativeText().contains(u"not saved"_s));
        question->reject();
        QVERIFY(stage.window().isVisible());
        QVERIFY(edit->wholeText().endsWith(u"# typed\n"_s));

        int turns = 0; // to another gateway
        Q_EMIT stage.window().findChild<HeaderBar *>()->turnWished([&turns] { ++turns; });
        QCOMPARE(turns, 0);
        question = qobject_cast<QMessageBox *>(stage.dialog());
        QVERIFY(question);
        question->button(QMessageBox::Discard)->click();
        QCOMPARE(turns, 1);
    }

    void fiveThousandLinesStayQuick()
    {
        CodeEdit edit;
        QString text;
        for (int at = 0; at < 5000; ++at)
            text += u"  key_%1: value # note\n"_s.arg(at);
        edit.beginWith(text);
        QBENCHMARK_ONCE
        {
            edit.changeTo(QString(text).replace(u"key_2500:"_s, u"another:"_s));
        }
        QVERIFY(edit.wholeText().contains(u"another:"_s));
        edit.undo();
        QCOMPARE(edit.wholeText(), text);
    }
};

QTEST_MAIN(TstConfigEditor)
#include "tst_config_editor.moc"
