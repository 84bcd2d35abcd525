// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "models_page_steps.h"

#include "ui/config/diff_view.h"

#include <QFile>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace gatehouse::ui;
using namespace gatehouse::ui::test;

namespace {

QString entry(const QString &group, const QString &model, const QString &comment)
{
    return u"  # %3\n  - model_name: %1\n    litellm_params: {model: openai/%2, api_base: PROVIDER/v1, api_key: sk-x} # of %2\n"_s
        .arg(group, model, comment);
}

const auto head = u"# Who asks whom\nmodel_list:\n"_s;
const auto gpt = entry(u"gpt"_s, u"gpt-4o"_s, u"the good one"_s);
const auto gptToo = entry(u"gpt"_s, u"gpt-4.1"_s, u"its younger sister"_s);
const auto mini = entry(u"mini"_s, u"gpt-4o-mini"_s, u"the cheap one"_s);
const auto large = entry(u"large"_s, u"o3"_s, u"asked seldom"_s);
const auto master = u"general_settings:\n  master_key: sk-master-of-the-tests\n  store_model_in_db: true\n"_s;

/// The file as it has to be when the entries stand in that order.
QString fileOf(const LiveStage &stage, const QStringList &entries)
{
    return QString(head + entries.join(QString()) + master).replace(u"PROVIDER"_s, stage.providerUrl());
}

/// The table with four deployments in the order of the file, whose places are known.
QWidget *shownPage(LiveStage &stage)
{
    stage.begin();
    QWidget *page = stage.page(u"models"_s);
    const auto isKnown = [page] {
        return deployments(page)->shownRows() >= 4 && deployments(page)->recordAt(3).value("index"_L1).toInt(-1) == 3;
    };
    return QTest::qWaitFor(isKnown, 20'000) ? page : nullptr;
}

QPoint middleOf(const RecordView *view, int row)
{
    return {40, view->rowViewportPosition(row) + view->rowHeight(row) / 2};
}

void dragRow(QWidget *page, int from, int to)
{
    RecordView *view = deployments(page);
    const int below = to > from ? 1 : -1; // past the middle of the row
    drag(view->viewport(), middleOf(view, from), middleOf(view, to) + QPoint(0, below * (view->rowHeight(to) / 2 - 2)));
}

void press(QWidget *page, int key, Qt::KeyboardModifiers modifiers)
{
    RecordView *view = deployments(page);
    view->window()->activateWindow(); // no window manager does it after a dialog
    view->setFocus();
    QTRY_VERIFY(view->hasFocus());
    QTest::keyClick(view, Qt::Key(key), modifiers);
}

} // namespace

class ModelsPageOrderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void aRowIsDraggedToAnotherPlaceAndTheMoveTakenBack()
    {
        LiveStage stage(head + gpt + gptToo + mini + large + master);
        QWidget *page = shownPage(stage);
        QVERIFY(page);
        dragRow(page, 3, 1);
        QDialog *change = shownChange();
        QVERIFY(change && says(change, u"Move large up"_s));
        QVERIFY(change->findChild<DiffView *>()->toPlainText().contains(u"# asked seldom"_s)); // seen before it is done
        QCOMPARE(stage.configText(), fileOf(stage, {gpt, gptToo, mini, large}));
        saveChange();
        QCOMPARE(stage.configText(), fileOf(stage, {gpt, large, gptToo, mini}));
        QTRY_COMPARE(groupsOf(page), QStringList({u"gpt"_s, u"large"_s, u"gpt"_s, u"mini"_s}));
        QTRY_VERIFY(buttonIn(&stage.window(), u"Undo"_s));
        buttonIn(&stage.window(), u"Undo"_s)->click();
        QTRY_COMPARE(stage.configText(), fileOf(stage, {gpt, gptToo, mini, large}));
        QTRY_COMPARE(groupsOf(page).last(), u"large"_s);
    }

    void allThatIsSelectedIsDraggedTogether()
    {
        LiveStage stage(head + gpt + gptToo + mini + large + master);
        QWidget *page = shownPage(stage);
        QVERIFY(page);
        RecordView *view = deployments(page);
        view->selectRow(0);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, Qt::ControlModifier, middleOf(view, 2));
        QCOMPARE(view->selectedIds().size(), 2);
        dragRow(page, 0, 3);
        saveChange();
        QCOMPARE(stage.configText(), fileOf(stage, {gptToo, large, gpt, mini}));
        QCOMPARE(view->selectedIds().size(), 2);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, middleOf(view, 3)); // a click is still one
        QTRY_COMPARE(view->selectedIds().size(), 1);
    }

    void escapeLeavesWhatIsDraggedWhereItWas()
    {
        LiveStage stage(head + gpt + gptToo + mini + large + master);
        QWidget *page = shownPage(stage);
        QVERIFY(page);
        RecordView *view = deployments(page);
        view->setFocus();
        drag(view->viewport(), middleOf(view, 0), middleOf(view, 2), false);
        QTest::keyClick(view, Qt::Key_Escape);
        QTest::mouseRelease(view->viewport(), Qt::LeftButton, {}, middleOf(view, 2));
        QVERIFY(!stage.dialog());
        QCOMPARE(view->selectedIds().size(), 1); // and nothing was selected on the way
    }

    void keysMoveADeploymentPastItsNeighbour()
    {
        LiveStage stage(head + gpt + gptToo + mini + large + master);
        QWidget *page = shownPage(stage);
        QVERIFY(page);
        choose(page, u"mini"_s);
        press(page, Qt::Key_Up, Qt::AltModifier);
        saveChange();
        QCOMPARE(stage.configText(), fileOf(stage, {gpt, mini, gptToo, large}));
        QTRY_COMPARE(groupsOf(page).at(1), u"mini"_s);
        QCOMPARE(deployments(page)->current().value("group"_L1).toString(), u"mini"_s); // still the one that is chosen
        press(page, Qt::Key_Up, Qt::AltModifier);
        saveChange();
        QCOMPARE(stage.configText(), fileOf(stage, {mini, gpt, gptToo, large}));
        QTRY_COMPARE(groupsOf(page).first(), u"mini"_s);
        press(page, Qt::Key_Up, Qt::AltModifier); // there is nothing above it
        QVERIFY(!stage.dialog());
        QVERIFY(!actionIn(page, u"Move up"_s)->isEnabled());
    }

    void whatTheFilterHidesIsNoNeighbour()
    {
        LiveStage stage(head + gpt + large + gptToo + mini + master);
        QWidget *page = shownPage(stage);
        QVERIFY(page);
        fillIn(named<QLineEdit>(page, u"Filter deployments"_s), u"gpt"_s);
        QCOMPARE(groupsOf(page), QStringList({u"gpt"_s, u"gpt"_s, u"mini"_s}));
        deployments(page)->selectRow(0);
        deployments(page)->setFocus();
        press(page, Qt::Key_Down, Qt::AltModifier);
        saveChange();
        QCOMPARE(stage.configText(), fileOf(stage, {large, gptToo, gpt, mini}));
    }

    void aGroupChangesPlacesWithTheNext()
    {
        LiveStage stage(head + gpt + gptToo + mini + large + master);
        QWidget *page = shownPage(stage);
        QVERIFY(page);
        choose(page, u"gpt"_s);
        press(page, Qt::Key_Down, Qt::AltModifier | Qt::ShiftModifier);
        saveChange();
        QCOMPARE(stage.configText(), fileOf(stage, {mini, gpt, gptToo, large}));
        QTRY_COMPARE(groupsOf(page).first(), u"mini"_s);
        choose(page, u"large"_s);
        QVERIFY(!actionIn(page, u"Move group down"_s)->isEnabled());
        actionIn(page, u"Move group up"_s)->trigger();
        saveChange();
        QCOMPARE(stage.configText(), fileOf(stage, {mini, large, gpt, gptToo}));
    }

    void whatIsNotOfTheFileSaysWhyItStaysWhereItIs()
    {
        LiveStage stage(head + gpt + gptToo + mini + large + u"include: [more.yaml]\n"_s + master);
        QFile more(stage.homePath() + u"/more.yaml"_s);
        QVERIFY(more.open(QIODevice::WriteOnly));
        more.write("model_list:\n  - {model_name: elsewhere, litellm_params: {model: openai/o1, api_key: sk-x}}\n");
        more.close();
        QWidget *page = shownPage(stage);
        QVERIFY(page);
        const QJsonObject params {{u"model"_s, u"openai/o4-mini"_s}, {u"api_key"_s, u"sk-x"_s}};
        stage.call("POST", u"/model/new"_s, {{u"model_name"_s, u"stored"_s}, {u"litellm_params"_s, params}});
        QTRY_VERIFY_WITH_TIMEOUT(groupsOf(page).contains(u"stored"_s) && groupsOf(page).contains(u"elsewhere"_s), 20'000);
        QTRY_COMPARE(deployments(page)->recordAt(3).value("index"_L1).toInt(-1), 3);

        dragRow(page, int(groupsOf(page).indexOf(u"stored"_s)), 0);
        QTRY_VERIFY(says(&stage.window(), u"stored is kept in the database"_s));
        choose(page, u"elsewhere"_s);
        press(page, Qt::Key_Up, Qt::AltModifier);
        QTRY_VERIFY(says(&stage.window(), u"elsewhere stands in an included file"_s));
        QVERIFY(!actionIn(page, u"Move up"_s)->isEnabled());
        QVERIFY(actionIn(page, u"Move up"_s)->toolTip().contains(u"included file"_s));
        QVERIFY(!stage.dialog());

        dragRow(page, 0, deployments(page)->shownRows() - 1); // below them all is the end of the file
        saveChange();
        QCOMPARE(
            stage.configText(), fileOf(stage, {gptToo, mini, large, gpt}).replace(master, u"include: [more.yaml]\n"_s + master));
    }

    void aSortedTableDoesNotShowTheOrderOfTheFile()
    {
        LiveStage stage(head + gpt + gptToo + mini + large + master);
        QWidget *page = shownPage(stage);
        QVERIFY(page);
        deployments(page)->sortByColumn(0, Qt::DescendingOrder);
        dragRow(page, 0, 2);
        QTRY_VERIFY(says(&stage.window(), u"The table is sorted"_s));
        QVERIFY(!stage.dialog());
        deployments(page)->sortByColumn(-1, Qt::AscendingOrder);
        dragRow(page, 0, 2);
        QVERIFY(shownChange());
        shownChange()->reject();
    }

    void whatAnotherHasChangedMeanwhileIsKept()
    {
        LiveStage stage(head + gpt + gptToo + mini + large + master);
        QWidget *page = shownPage(stage);
        QVERIFY(page);
        dragRow(page, 3, 0);
        QVERIFY(shownChange());
        const QString added = entry(u"new"_s, u"o1"_s, u"of another editor"_s);
        stage.writeConfig(fileOf(stage, {gpt, added, gptToo, mini, large}));
        saveChange();
        QCOMPARE(stage.configText(), fileOf(stage, {large, gpt, added, gptToo, mini}));
    }

    void aMoveOfWhatAnotherHasRemovedIsRefused()
    {
        LiveStage stage(head + gpt + gptToo + mini + large + master);
        QWidget *page = shownPage(stage);
        QVERIFY(page);
        dragRow(page, 3, 0);
        QDialog *change = shownChange();
        QVERIFY(change);
        stage.writeConfig(fileOf(stage, {gpt, gptToo, mini}));
        buttonIn(change, u"Save"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(says(change, u"nothing was saved"_s), 20'000);
        QVERIFY(change->findChild<DiffView *>()->toPlainText().contains(u"# asked seldom"_s)); // what the other did
        QCOMPARE(stage.configText(), fileOf(stage, {gpt, gptToo, mini}));
        change->reject();
        QTRY_COMPARE_WITH_TIMEOUT(groupsOf(page).size(), 3, 20'000);
    }

    void aFormThatStoodOpenChangesTheEntryItWasOpenedFor()
    {
        LiveStage stage(head + gpt + gptToo + mini + large + master);
        QWidget *page = shownPage(stage);
        QVERIFY(page);
        choose(page, u"mini"_s);
        press(page, Qt::Key_F2, {});
        QDialog *dialog = dialogCalled(u"Edit mini"_s);
        QVERIFY(dialog);
        QTRY_VERIFY(named<QLineEdit>(dialog, u"rpm"_s));
        const QString added = entry(u"new"_s, u"o1"_s, u"of another editor"_s);
        stage.writeConfig(fileOf(stage, {added, gpt, gptToo, mini, large}));
        QTRY_COMPARE_WITH_TIMEOUT(deployments(page)->shownRows(), 5, 20'000);
        QTRY_COMPARE(deployments(page)->recordAt(4).value("index"_L1).toInt(-1), 4);
        fillIn(named<QLineEdit>(dialog, u"rpm"_s), u"60"_s);
        buttonIn(dialog, u"Save"_s)->click();
        saveChange();
        QCOMPARE(stage.configText().count(u"rpm: 60"_s), 1);
        const QString text = stage.configText();
        QVERIFY(text.indexOf(u"the cheap one"_s) < text.indexOf(u"rpm: 60"_s));
        QVERIFY(text.indexOf(u"rpm: 60"_s) < text.indexOf(u"asked seldom"_s));
    }
};

QTEST_MAIN(ModelsPageOrderTest)
#include "tst_models_page_order.moc"
