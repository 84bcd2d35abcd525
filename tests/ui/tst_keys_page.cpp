// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "live_stage.h"

#include "ui/models/record_table.h"
#include "ui/widgets/record_view.h"
#include "ui/widgets/segments.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QJsonArray>
#include <QListWidget>
#include <QLocale>
#include <QMenu>
#include <QSortFilterProxyModel>

using namespace Qt::StringLiterals;
using namespace gatehouse::ui;
using namespace gatehouse::ui::test;

namespace {

RecordView *tableOf(QWidget *page, const QString &name)
{
    auto *view = named<RecordView>(page, name);
    if (!view)
        qFatal("That table is not shown");
    return view;
}

/// The text of a cell by the words of its row and its column's title.
QString cell(RecordView *view, const QString &row, const QString &title)
{
    const QAbstractItemModel *model = view->model();
    for (int line = 0; line < model->rowCount(); ++line) {
        if (!model->index(line, 0).data().toString().contains(row))
            continue;
        for (int column = 0; column < model->columnCount(); ++column) {
            if (model->headerData(column, Qt::Horizontal).toString() == title)
                return model->index(line, column).data().toString();
        }
    }
    return {};
}

/// As if the row were clicked.
bool choose(RecordView *view, const QString &row)
{
    for (int line = 0; line < view->model()->rowCount(); ++line) {
        if (view->model()->index(line, 0).data().toString() != row)
            continue;
        view->selectRow(line);
        return true;
    }
    return false;
}

/// Does what an entry of the row's menu does.
bool trigger(RecordView *view, const QString &entry)
{
    QMenu menu;
    Q_EMIT view->menuWished(&menu, view->currentId());
    for (QAction *action : menu.actions()) {
        if (!action->text().startsWith(entry))
            continue;
        action->trigger();
        return true;
    }
    return false;
}

/// Whether a text stands anywhere where somebody could read it.
bool isSomewhere(const QString &text)
{
    for (QWidget *each : QApplication::allWidgets()) {
        const auto *line = qobject_cast<QLineEdit *>(each);
        const auto *label = qobject_cast<QLabel *>(each);
        const auto *view = qobject_cast<QAbstractItemView *>(each);
        if ((line && line->text().contains(text)) || (label && label->text().contains(text)))
            return true;
        if (each->toolTip().contains(text) || each->accessibleName().contains(text) || each->windowTitle().contains(text))
            return true;
        for (int row = 0; view && view->model() && row < view->model()->rowCount(); ++row) {
            for (int column = 0; column < view->model()->columnCount(); ++column) {
                if (view->model()->index(row, column).data().toString().contains(text))
                    return true;
            }
        }
    }
    return false;
}

} // namespace

class KeysPageTest : public QObject
{
    Q_OBJECT

    /// Issues a key by the dialog, and closes what shows it.
    QByteArray issue(LiveStage &stage, QWidget *page, const QString &name)
    {
        QTest::mouseClick(buttonIn(page, u"Issue key…"_s), Qt::LeftButton);
        QDialog *form = stage.dialog();
        fillIn(named<QLineEdit>(form, u"Name"_s), name);
        QTest::mouseClick(buttonIn(form, u"Issue key"_s), Qt::LeftButton);
        return takeShown(stage);
    }

    QByteArray takeShown(LiveStage &stage)
    {
        const auto shown = [&stage] { return stage.dialog() ? named<QLineEdit>(stage.dialog(), u"The new key"_s) : nullptr; };
        if (!QTest::qWaitFor([&] { return shown() != nullptr; }, 10000))
            return {};
        const QByteArray key = shown()->text().toLatin1();
        QTest::mouseClick(buttonIn(stage.dialog(), u"Done"_s), Qt::LeftButton);
        return key;
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void aKeyIsIssuedShownOnceAndItsSpendMoves()
    {
        LiveStage stage;
        stage.begin();
        QWidget *page = stage.page(u"keys"_s);
        RecordView *view = tableOf(page, u"Keys"_s);
        const QAbstractItemModelTester tester(view->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTRY_VERIFY(says(view, u"No keys yet"_s));
        const QByteArray key = issue(stage, page, u"web"_s);
        QVERIFY(key.startsWith("sk-"));
        QTRY_COMPARE(cell(view, u"web"_s, u"State"_s), u"Active"_s);
        QCOMPARE(cell(view, u"web"_s, u"Last used"_s), u"–"_s);
        QVERIFY(!isSomewhere(QString::fromLatin1(key)));
        QVERIFY(!stage.configText().contains(QString::fromLatin1(key)));
        QCOMPARE(stage.chat(u"gpt"_s, u"hello"_s, key), 200);
        QTRY_COMPARE_WITH_TIMEOUT(cell(view, u"web"_s, u"Spend"_s), u"$0.0000975"_s, 15000);
        QTRY_VERIFY_WITH_TIMEOUT(cell(view, u"web"_s, u"Last used"_s) != u"–"_s, 15000);
    }

    void aBlockedKeyIsRefusedUntilItIsUnblocked()
    {
        LiveStage stage;
        stage.begin();
        const QByteArray key =
            stage.call("POST", u"/key/generate"_s, {{u"key_alias"_s, u"web"_s}}).value(u"key"_s).toString().toLatin1();
        QWidget *page = stage.page(u"keys"_s);
        RecordView *view = tableOf(page, u"Keys"_s);
        QTRY_VERIFY(choose(view, u"web"_s));
        QVERIFY(trigger(view, u"Block"_s));
        QTRY_COMPARE(cell(view, u"web"_s, u"State"_s), u"Blocked"_s);
        QVERIFY(stage.chat(u"gpt"_s, u"hello"_s, key) >= 400);
        QVERIFY(trigger(view, u"Unblock"_s));
        QTRY_COMPARE(cell(view, u"web"_s, u"State"_s), u"Active"_s);
        QCOMPARE(stage.chat(u"gpt"_s, u"hello"_s, key), 200);
    }

    void aRotatedKeyIsRefusedAndTheNewOneIsGood()
    {
        LiveStage stage;
        stage.begin();
        const QByteArray old =
            stage.call("POST", u"/key/generate"_s, {{u"key_alias"_s, u"web"_s}}).value(u"key"_s).toString().toLatin1();
        QWidget *page = stage.page(u"keys"_s);
        RecordView *view = tableOf(page, u"Keys"_s);
        QTRY_VERIFY(choose(view, u"web"_s));
        QVERIFY(trigger(view, u"Rotate"_s));
        QTest::mouseClick(buttonIn(stage.dialog(), u"Rotate"_s), Qt::LeftButton);
        const QByteArray fresh = takeShown(stage);
        QVERIFY(fresh.startsWith("sk-") && fresh != old);
        QCOMPARE(stage.chat(u"gpt"_s, u"hello"_s, old), 401);
        QCOMPARE(stage.chat(u"gpt"_s, u"hello"_s, fresh), 200);
        QVERIFY(!isSomewhere(QString::fromLatin1(fresh)));
    }

    void aBudgetThatIsReachedSaysSoAndIsRaised()
    {
        LiveStage stage;
        stage.begin();
        const QJsonObject body {{u"key_alias"_s, u"small"_s}, {u"max_budget"_s, 0.00005}, {u"budget_duration"_s, u"1d"_s}};
        const QByteArray key = stage.call("POST", u"/key/generate"_s, body).value(u"key"_s).toString().toLatin1();
        QWidget *page = stage.page(u"keys"_s);
        RecordView *view = tableOf(page, u"Keys"_s);
        QTRY_VERIFY(choose(view, u"small"_s));
        QCOMPARE(stage.chat(u"gpt"_s, u"hello"_s, key), 200);
        QCOMPARE(stage.chat(u"gpt"_s, u"hello"_s, key), 429);
        QTRY_COMPARE_WITH_TIMEOUT(cell(view, u"small"_s, u"State"_s), u"Budget reached"_s, 15000);
        QTRY_VERIFY(says(page, u"The limit is reached"_s));
        QVERIFY(trigger(view, u"Raise budget…"_s));
        fillIn(named<QLineEdit>(stage.dialog(), u"New budget in dollars"_s), u"2"_s);
        QTest::mouseClick(buttonIn(stage.dialog(), u"Save"_s), Qt::LeftButton);
        QTRY_COMPARE(cell(view, u"small"_s, u"State"_s), u"Active"_s);
        QCOMPARE(stage.chat(u"gpt"_s, u"hello"_s, key), 200);
        QTRY_VERIFY(says(&stage.window(), u"Saved small"_s));
        QTest::mouseClick(buttonIn(&stage.window(), u"Undo"_s), Qt::LeftButton);
        QTRY_COMPARE(cell(view, u"small"_s, u"State"_s), u"Budget reached"_s);
    }

    void whatIsEditedIsSavedAndALimitCanBeTakenAway()
    {
        LiveStage stage;
        stage.begin();
        stage.call("POST", u"/key/generate"_s, {{u"key_alias"_s, u"web"_s}, {u"rpm_limit"_s, 5}});
        QWidget *page = stage.page(u"keys"_s);
        RecordView *view = tableOf(page, u"Keys"_s);
        QTRY_VERIFY(choose(view, u"web"_s));
        QTest::keyClick(view, Qt::Key_F2);
        QDialog *form = stage.dialog();
        QVERIFY(form);
        auto *models = named<QListWidget>(form, u"Models"_s);
        QTRY_COMPARE(models->count(), 1);
        models->item(0)->setCheckState(Qt::Checked);
        QTest::keyClick(named<QLineEdit>(form, u"Requests per minute"_s), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(named<QLineEdit>(form, u"Requests per minute"_s), Qt::Key_Delete);
        fillIn(named<QLineEdit>(form, u"Tokens per minute"_s), u"10k"_s);
        fillIn(named<QLineEdit>(form, u"Budget in dollars"_s), u"none"_s);
        QTest::mouseClick(buttonIn(form, u"Save"_s), Qt::LeftButton);
        QVERIFY(says(form, u"not an amount of money"_s));
        fillIn(named<QLineEdit>(form, u"Budget in dollars"_s), u"$12.50"_s);
        QTest::mouseClick(buttonIn(form, u"Save"_s), Qt::LeftButton);
        QTRY_COMPARE(cell(view, u"web"_s, u"Spend"_s), u"$0.00 of $12.50"_s);
        QCOMPARE(cell(view, u"web"_s, u"RPM"_s), u"–"_s);
        QCOMPARE(cell(view, u"web"_s, u"TPM"_s), u"10,000"_s);
        QCOMPARE(cell(view, u"web"_s, u"Models"_s), u"gpt"_s);
    }

    void severalAreDeletedAfterAQuestion()
    {
        LiveStage stage;
        stage.begin();
        for (const QString &name : {u"one"_s, u"two"_s, u"three"_s})
            stage.call("POST", u"/key/generate"_s, {{u"key_alias"_s, name}});
        QWidget *page = stage.page(u"keys"_s);
        RecordView *view = tableOf(page, u"Keys"_s);
        QTRY_COMPARE(view->shownRows(), 3);
        view->selectAll();
        QTest::keyClick(view, Qt::Key_Delete);
        QVERIFY(says(stage.dialog(), u"cannot be undone"_s));
        QTest::mouseClick(buttonIn(stage.dialog(), u"Delete"_s), Qt::LeftButton);
        QTRY_COMPARE(view->shownRows(), 0);
    }

    void aTeamIsMadeGetsAMemberAndItsKeysSayIt()
    {
        LiveStage stage;
        stage.begin();
        QWidget *page = stage.page(u"keys"_s);
        named<Segments>(page, u"Sections"_s)->setCurrent(1);
        RecordView *view = tableOf(page, u"Teams"_s);
        QTest::mouseClick(buttonIn(page, u"Add team…"_s), Qt::LeftButton);
        fillIn(named<QLineEdit>(stage.dialog(), u"Name"_s), u"Platform"_s);
        QTest::mouseClick(buttonIn(stage.dialog(), u"Add team"_s), Qt::LeftButton);
        QTRY_VERIFY(choose(view, u"Platform"_s));
        QVERIFY(trigger(view, u"Members"_s));
        fillIn(named<QLineEdit>(stage.dialog(), u"New member"_s), u"alice"_s);
        QTest::mouseClick(buttonIn(stage.dialog(), u"Add"_s), Qt::LeftButton);
        QTRY_COMPARE(cell(tableOf(stage.dialog(), u"Members"_s), u"alice"_s, u"Role"_s), u"Member"_s);
        stage.dialog()->reject();
        QTRY_COMPARE(cell(view, u"Platform"_s, u"Members"_s), u"2"_s); // whoever made it is one
        stage.call("POST", u"/key/generate"_s, {{u"key_alias"_s, u"web"_s}, {u"team_id"_s, view->currentId()}});
        QTRY_COMPARE(cell(view, u"Platform"_s, u"Keys"_s), u"1"_s);
        named<Segments>(page, u"Sections"_s)->setCurrent(0);
        QTRY_COMPARE(cell(tableOf(page, u"Keys"_s), u"web"_s, u"Team"_s), u"Platform"_s);
    }

    void aUserACustomerAndABudgetAreMade()
    {
        LiveStage stage;
        stage.begin();
        QWidget *page = stage.page(u"keys"_s);
        auto *sections = named<Segments>(page, u"Sections"_s);
        sections->setCurrent(4);
        QTest::mouseClick(buttonIn(page, u"Add budget…"_s), Qt::LeftButton);
        fillIn(named<QLineEdit>(stage.dialog(), u"Name"_s), u"gold"_s);
        fillIn(named<QLineEdit>(stage.dialog(), u"Budget in dollars"_s), u"25"_s);
        QTest::mouseClick(buttonIn(stage.dialog(), u"Add budget"_s), Qt::LeftButton);
        QTRY_COMPARE(cell(tableOf(page, u"Budgets"_s), u"gold"_s, u"Budget"_s), u"$25.00"_s);
        sections->setCurrent(3);
        QTest::mouseClick(buttonIn(page, u"Add customer…"_s), Qt::LeftButton);
        fillIn(named<QLineEdit>(stage.dialog(), u"ID"_s), u"acme"_s);
        auto *shared = named<QComboBox>(stage.dialog(), u"Shared budget"_s);
        QTRY_COMPARE(shared->count(), 2);
        shared->setCurrentIndex(1);
        QTest::mouseClick(buttonIn(stage.dialog(), u"Add customer"_s), Qt::LeftButton);
        QTRY_COMPARE(cell(tableOf(page, u"Customers"_s), u"acme"_s, u"Spend"_s), u"$0.00 of $25.00"_s);
        sections->setCurrent(2);
        QTest::mouseClick(buttonIn(page, u"Add user…"_s), Qt::LeftButton);
        fillIn(named<QLineEdit>(stage.dialog(), u"E-mail"_s), u"alice@example.com"_s);
        QTest::mouseClick(buttonIn(stage.dialog(), u"Add user"_s), Qt::LeftButton);
        QTRY_COMPARE(cell(tableOf(page, u"Users"_s), u"alice"_s, u"Role"_s), u"User"_s);
        sections->setCurrent(4);
        QTRY_COMPARE(cell(tableOf(page, u"Budgets"_s), u"gold"_s, u"Used by"_s), u"1"_s);
        QTRY_VERIFY(choose(tableOf(page, u"Budgets"_s), u"gold"_s));
        QVERIFY(says(page, u"acme"_s));
    }

    void manyKeysComePageByPageAndAreSearchedByTheGateway()
    {
        LiveStage stage;
        stage.begin();
        for (int number = 0; number < 230; ++number)
            stage.call("POST", u"/key/generate"_s, {{u"key_alias"_s, u"key-%1"_s.arg(number, 3, 10, QChar(u'0'))}});
        QWidget *page = stage.page(u"keys"_s);
        RecordView *view = tableOf(page, u"Keys"_s);
        const QAbstractItemModelTester tester(view->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTRY_COMPARE(view->shownRows(), 100);
        QVERIFY(says(page, u"230"_s));
        view->scrollToBottom();
        QTRY_COMPARE(view->shownRows(), 200);
        view->scrollToBottom();
        QTRY_COMPARE(view->shownRows(), 230);
        fillIn(named<QLineEdit>(page, u"Search"_s), u"key-01"_s);
        QTRY_COMPARE(view->shownRows(), 10);
    }

    void aKeyOfAPageThatIsNotThereIsBroughtAndShown()
    {
        LiveStage stage;
        stage.begin();
        const QString oldest =
            stage.call("POST", u"/key/generate"_s, {{u"key_alias"_s, u"oldest"_s}}).value(u"token"_s).toString();
        for (int number = 0; number < 105; ++number)
            stage.call("POST", u"/key/generate"_s);
        QWidget *page = stage.page(u"keys"_s);
        RecordView *view = tableOf(page, u"Keys"_s);
        QTRY_COMPARE(view->shownRows(), 100);
        fillIn(named<QLineEdit>(page, u"Search"_s), u"nothing like it"_s);
        QTRY_COMPARE(view->shownRows(), 0);
        stage.window().openPage(u"keys"_s, u"key:"_s + oldest);
        QTRY_COMPARE(view->selectedIds(), QStringList {oldest});
        QTRY_COMPARE(view->shownRows(), 101);
        QVERIFY(says(page, u"oldest"_s));
        view->scrollToBottom();
        QTRY_COMPARE(view->shownRows(), 106); // it is in its place, once
        QCOMPARE(view->selectedIds(), QStringList {oldest});
    }

    void aKeyThatMayOnlyLookIsOfferedNothingElse()
    {
        LiveStage stage;
        stage.begin();
        stage.call("POST", u"/user/new"_s,
            {{u"user_id"_s, u"looker"_s}, {u"user_role"_s, u"proxy_admin_viewer"_s}, {u"auto_create_key"_s, false}});
        const QJsonObject made =
            stage.call("POST", u"/key/generate"_s, {{u"user_id"_s, u"looker"_s}, {u"key_alias"_s, u"eyes"_s}});
        QWidget *page = stage.page(u"keys"_s);
        QTRY_VERIFY(buttonIn(page, u"Issue key…"_s));
        stage.session().client().setTarget(QUrl(stage.session().address()), made.value(u"key"_s).toString().toLatin1());
        stage.page(u"overview"_s);
        stage.page(u"keys"_s);
        RecordView *view = tableOf(page, u"Keys"_s);
        QTRY_VERIFY(!buttonIn(page, u"Issue key…"_s));
        QTRY_VERIFY(choose(view, u"eyes"_s));
        QVERIFY(!trigger(view, u"Delete"_s));
        QVERIFY(!buttonIn(page, u"Edit…"_s));
    }
};

QTEST_MAIN(KeysPageTest)
#include "tst_keys_page.moc"
