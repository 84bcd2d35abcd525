// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "live_stage.h"
#include "ui/config/change_dialog.h"
#include "ui/config/setting_field.h"
#include "ui/models/record_table.h"
#include "ui/pages/settings/setting.h"
#include "ui/pages/settings/settings_section.h"
#include "ui/shell/autostart.h"
#include "ui/shell/language.h"
#include "ui/widgets/record_view.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QJsonArray>
#include <QListWidget>

using namespace Qt::StringLiterals;
using namespace gatehouse::ui;
using namespace gatehouse::ui::test;

namespace {

const auto commented = u"# Ours, by hand\n"
                       "model_list:\n"
                       "  - model_name: gpt # the only one\n"
                       "    litellm_params:\n"
                       "      model: openai/gpt-4o\n"
                       "      api_base: PROVIDER/v1\n"
                       "      api_key: sk-of-the-provider\n"
                       "router_settings:\n"
                       "  num_retries: 1   # not more\n"
                       "general_settings:\n"
                       "  master_key: sk-master-of-the-tests\n"_s;

Setting setting(const QString &type, bool isSecret = false)
{
    return {{{u"path"_s, u"router_settings.x"_s}, {u"type"_s, type}, {u"secret"_s, isSecret}}};
}

/// The page with the table of all settings in front, filled.
struct Scene {
    Scene()
        : stage(commented)
    {
        stage.begin();
        page = stage.page(u"settings"_s);
        auto *list = named<QListWidget>(page, u"Kinds of settings"_s);
        list->setCurrentItem(list->findItems(u"All settings"_s, Qt::MatchExactly).value(0));
        view = page->findChild<RecordView *>();
    }
    QWidget *openSetting(const QString &path)
    {
        if (!view->select(path))
            return nullptr;
        Q_EMIT view->chosen(path);
        return stage.dialog();
    }
    void confirm()
    {
        QPushButton *save = nullptr;
        QTRY_VERIFY((save = buttonIn(&stage.window(), u"Save"_s)) && save->isEnabled());
        save->click();
    }

    LiveStage stage;
    QWidget *page = nullptr;
    RecordView *view = nullptr;
};

} // namespace

class SettingsPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { speak(*qApp, QLocale(QLocale::English)); }

    void valuesAreReadByTheirType_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<bool>("isSecret");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("integer") << u"integer"_s << false << u" 12 "_s << QJsonValue(12);
        QTest::newRow("no integer") << u"integer"_s << false << u"many"_s << QJsonValue(QJsonValue::Undefined);
        QTest::newRow("number") << u"number"_s << false << u"0.5"_s << QJsonValue(0.5);
        QTest::newRow("seconds") << u"duration"_s << false << u"30"_s << QJsonValue(30);
        QTest::newRow("days") << u"duration"_s << false << u"7d"_s << QJsonValue(u"7d"_s);
        QTest::newRow("no duration") << u"duration"_s << false << u"soon"_s << QJsonValue(QJsonValue::Undefined);
        QTest::newRow("list") << u"string_list"_s << false << u"a, b ,,c"_s << QJsonValue(QJsonArray {u"a"_s, u"b"_s, u"c"_s});
        QTest::newRow("nothing") << u"integer"_s << false << u"  "_s << QJsonValue(QJsonValue::Undefined);
        QTest::newRow("reference") << u"secret"_s << true << u"keychain/openai"_s << QJsonValue(u"keychain/openai"_s);
        QTest::newRow("secret in clear") << u"secret"_s << true << u"sk-1234"_s << QJsonValue(QJsonValue::Undefined);
    }

    void valuesAreReadByTheirType()
    {
        QFETCH(QString, type);
        QFETCH(bool, isSecret);
        QFETCH(QString, typed);
        QFETCH(QJsonValue, value);
        const QJsonValue read = settingValue(type, typed);
        QCOMPARE(settingProblem(setting(type, isSecret), read).isEmpty(), !value.isUndefined());
        if (!value.isUndefined())
            QCOMPARE(read, value);
    }

    void aSecretIsNeverMoreThanItsReference()
    {
        QCOMPARE(settingText(setting(u"secret"_s, true), u"sk-in-clear"_s), u"•••"_s);
        QCOMPARE(settingText(setting(u"secret"_s, true), u"os.environ/KEY"_s), u"os.environ/KEY"_s);
    }

    void aValueThatIsNoneOfTheWordsStaysWhatItIs()
    {
        const QJsonArray words {u"simple-shuffle"_s, u"least-busy"_s};
        SettingField field({{u"name"_s, u"routing_strategy"_s}, {u"type"_s, u"string"_s}, {u"choices"_s, words}}, false);
        field.setValue(u"os.environ/STRATEGY"_s);
        QVERIFY(field.isValid());
        QCOMPARE(field.value(), QJsonValue(u"os.environ/STRATEGY"_s));
        auto *box = field.findChild<QComboBox *>();
        QCOMPARE(box->currentText(), u"os.environ/STRATEGY"_s);
        box->setCurrentIndex(box->findText(u"least-busy"_s));
        QCOMPARE(field.value(), QJsonValue(u"least-busy"_s));
        box->setCurrentIndex(0);
        QVERIFY(field.value().isUndefined());
    }

    void startingAtLoginIsAFileThatComesAndGoes()
    {
        const QTemporaryDir home;
        const Autostart autostart(home.filePath(u"autostart"_s), u"/opt/gate house/$bin"_s);
        QVERIFY(!autostart.isOn());
        QCOMPARE(autostart.setOn(true), QString());
        QVERIFY(autostart.isOn());
        QFile file(autostart.file());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY2(text.contains("Exec=\"/opt/gate house/\\\\$bin\" --minimized\n"), text.constData());
        QCOMPARE(autostart.setOn(false), QString());
        QVERIFY(!autostart.isOn());
        QCOMPARE(autostart.setOn(false), QString());
    }

    void aSettingIsChangedInTheFileAndEverythingElseStays()
    {
        Scene scene;
        const QAbstractItemModelTester tester(scene.view->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTRY_VERIFY(scene.view->shownRows() > 50);
        QWidget *dialog = scene.openSetting(u"router_settings.num_retries"_s);
        QVERIFY(dialog);
        fillIn(named<QLineEdit>(dialog, u"num_retries"_s), u"4"_s);
        buttonIn(dialog, u"Save…"_s)->click();
        scene.confirm();
        QTRY_VERIFY(scene.stage.configText().contains(u"num_retries: 4   # not more"_s));
        QVERIFY(scene.stage.configText().startsWith(u"# Ours, by hand\n"_s));
        QVERIFY(scene.stage.configText().contains(u"gpt # the only one"_s));
        QTRY_COMPARE(scene.view->current()["value"_L1].toInt(), 4);
    }

    void aSettingThatSomebodyElseChangedMeanwhileIsNotOverwritten()
    {
        Scene scene;
        QTRY_VERIFY(scene.view->shownRows() > 50);
        QWidget *dialog = scene.openSetting(u"router_settings.num_retries"_s);
        QVERIFY(dialog);
        fillIn(named<QLineEdit>(dialog, u"num_retries"_s), u"4"_s);
        scene.stage.writeConfig(scene.stage.configText().replace(u"num_retries: 1"_s, u"num_retries: 7"_s));
        QTRY_COMPARE_WITH_TIMEOUT(scene.view->current()["value"_L1].toInt(), 7, 10'000);
        buttonIn(dialog, u"Save…"_s)->click();
        QTRY_VERIFY(dialog->findChild<ChangeDialog *>());
        auto *change = dialog->findChild<ChangeDialog *>();
        QTRY_VERIFY(!says(change, u"Working out what changes"_s));
        QVERIFY2(!change->actionButton()->isEnabled(), "the 7 was never seen in this dialog");
        change->reject();
        QVERIFY(scene.stage.configText().contains(u"num_retries: 7"_s));
    }

    void aStoppedGatewayIsNotAskedForEver()
    {
        LiveStage stage(commented);
        stage.desktop().show(false);
        auto *section = new SettingsSection(stage.session(), &stage.window());
        section->setGeometry(0, 0, 900, 600);
        section->show();
        QVERIFY(says(section, u"The gateway is stopped"_s));
        QVERIFY(!says(section, u"Asking the gateway"_s));
        stage.begin();
        QTRY_VERIFY(section->view()->shownRows() > 50);
    }

    void whatAnotherEditorWritesIsShown()
    {
        Scene scene;
        QTRY_VERIFY(scene.view->select(u"router_settings.num_retries"_s));
        QCOMPARE(scene.view->current()["value"_L1].toInt(), 1);
        scene.stage.writeConfig(scene.stage.configText().replace(u"num_retries: 1"_s, u"num_retries: 7"_s));
        QTRY_COMPARE_WITH_TIMEOUT(scene.view->current()["value"_L1].toInt(), 7, 10'000);
    }

    void aChangeIsUndoneFromTheFootOfTheWindow()
    {
        Scene scene;
        QTRY_VERIFY(scene.view->shownRows() > 50);
        const QString before = scene.stage.configText();
        QWidget *dialog = scene.openSetting(u"router_settings.num_retries"_s);
        buttonIn(dialog, u"Back to the default…"_s)->click();
        scene.confirm();
        QTRY_VERIFY(!scene.stage.configText().contains(u"num_retries"_s));
        QPushButton *undo = nullptr;
        QTRY_VERIFY((undo = buttonIn(&scene.stage.window(), u"Undo"_s)));
        undo->click();
        QTRY_COMPARE(scene.stage.configText(), before);
    }

    void noSecretOfTheFileIsInTheTable()
    {
        Scene scene;
        QTRY_VERIFY(scene.view->select(u"general_settings.master_key"_s));
        QTRY_VERIFY(scene.view->current().contains("value"_L1));
        QVERIFY(!scene.view->csv().contains(QString::fromLatin1(LiveStage::masterKey())));
        QVERIFY(!scene.view->current()["value"_L1].toString().contains(QString::fromLatin1(LiveStage::masterKey())));
    }

    void theLookOfTheWindowFollowsTheChoice()
    {
        LiveStage stage;
        stage.begin();
        auto *look = named<QComboBox>(stage.page(u"settings"_s), u"Appearance"_s);
        QVERIFY(look);
        const int before = stage.window().palette().color(QPalette::Window).lightness();
        look->setCurrentIndex(2);
        Q_EMIT look->activated(2);
        QTRY_VERIFY(stage.window().palette().color(QPalette::Window).lightness() < std::min(before, 128));
    }
};

QTEST_MAIN(SettingsPageTest)
#include "tst_settings_page.moc"
