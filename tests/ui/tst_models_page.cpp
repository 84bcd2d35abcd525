// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "memory_keys.h"
#include "models_page_steps.h"

#include "ui/config/setting_field.h"
#include "ui/pages/models/key_field.h"
#include "ui/pages/models/model_picker.h"
#include "ui/pages/models/provider_picker.h"
#include "ui/widgets/record_view.h"

#include <QComboBox>
#include <QJsonArray>
#include <QMenu>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace gatehouse::ui;
using namespace gatehouse::ui::test;

namespace {

const auto three = u"model_list:\n"
                   "  # the good one\n"
                   "  - model_name: gpt\n"
                   "    litellm_params:\n"
                   "      model: openai/gpt-4o # by the year\n"
                   "      api_base: PROVIDER/v1\n"
                   "      api_key: os.environ/MODELS_PAGE_KEY\n"
                   "  - model_name: mini\n"
                   "    litellm_params: {model: openai/gpt-4o-mini, api_base: PROVIDER/v1, api_key: sk-in-clear-0123456789}\n"
                   "  - model_name: claude\n"
                   "    litellm_params: {model: anthropic/claude-sonnet-4-5, api_base: PROVIDER, api_key: sk-x}\n"_s;

} // namespace

class ModelsPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        qputenv("MODELS_PAGE_KEY", "sk-of-the-environment");
    }

    void deploymentsAreThereWithTheirFigures()
    {
        LiveStage stage(three);
        stage.begin();
        QWidget *page = stage.page(u"models"_s);
        QTRY_COMPARE(deployments(page)->shownRows(), 3);
        QVERIFY(says(page, u"3 deployment"_s));
        QTRY_VERIFY(cell(page, u"gpt"_s).contains(u"openai/gpt-4o,Ready,MODELS_PAGE_KEY"_s));
        QTRY_VERIFY(cell(page, u"mini"_s).contains(u"In clear in the file"_s));
        QVERIFY(!deployments(page)->csv().contains(u"sk-in-clear"_s));
        QCOMPARE(stage.chat(u"claude"_s), 200);
        QTRY_VERIFY_WITH_TIMEOUT(
            !cell(page, u"claude"_s).contains(u",0,0,"_s) && cell(page, u"claude"_s).contains(u",1,0,"_s), 20'000);
    }

    void theFilterLeavesWhatItSays()
    {
        LiveStage stage(three);
        stage.begin();
        QWidget *page = stage.page(u"models"_s);
        QTRY_COMPARE(deployments(page)->shownRows(), 3);
        fillIn(named<QLineEdit>(page, u"Filter deployments"_s), u"openai mini"_s);
        QCOMPARE(deployments(page)->shownRows(), 1);
        QVERIFY(says(page, u"1 of 3 deployments"_s));
    }

    void aStoppedGatewayIsSaidToBeOne()
    {
        LiveStage stage(three);
        stage.desktop().show(false);
        QWidget *page = stage.page(u"models"_s);
        QVERIFY(says(page, u"The gateway is stopped"_s));
    }

    void aModelIsAddedTestedAndUsed()
    {
        LiveStage stage(three);
        stage.begin();
        QWidget *page = stage.page(u"models"_s);
        QTRY_COMPARE(deployments(page)->shownRows(), 3);
        buttonIn(page, u"Add model"_s)->click();
        QDialog *dialog = dialogCalled(u"Add a model"_s);
        QVERIFY(dialog);
        auto *provider = dialog->findChild<ProviderPicker *>();
        QTRY_VERIFY(provider->choose(u"openai"_s));
        fillIn(named<QLineEdit>(dialog, u"Base address"_s), stage.providerUrl() + u"/v1"_s);
        auto *places = named<QComboBox>(dialog, u"Where the key comes from"_s);
        places->setCurrentIndex(places->findText(u"Another environment variable…"_s));
        fillIn(named<QLineEdit>(dialog, u"Name of the variable"_s), u"MODELS_PAGE_KEY"_s);
        dialog->findChild<ModelPicker *>()->setModel(u"gpt-4.1"_s);
        QTRY_COMPARE(named<QLineEdit>(dialog, u"Public name"_s)->text(), u"gpt-4.1"_s);
        fillIn(named<QLineEdit>(dialog, u"Public name"_s), u"new one"_s);
        buttonIn(dialog, u"Test call"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(says(dialog, u"It answered in"_s), 20'000);
        buttonIn(dialog, u"Add"_s)->click();
        saveChange();
        QTRY_VERIFY(!dialogCalled(u"Add a model"_s));
        QVERIFY(stage.configText().contains(u"- model_name: new one\n    litellm_params:\n      model: openai/gpt-4.1\n"_s));
        QVERIFY(stage.configText().contains(u"# by the year"_s));
        QTRY_COMPARE(deployments(page)->shownRows(), 4);
        QCOMPARE(stage.chat(u"new one"_s), 200);
    }

    void aNewKeyGoesIntoTheKeychainAndNowhereElse()
    {
        LiveStage stage(three);
        MemoryKeys drawer;
        stage.begin();
        stage.session().setKeys(&drawer);
        QWidget *page = stage.page(u"models"_s);
        buttonIn(page, u"Add model"_s)->click();
        QDialog *dialog = dialogCalled(u"Add a model"_s);
        QTRY_VERIFY(dialog->findChild<ProviderPicker *>()->choose(u"openai"_s));
        dialog->findChild<ModelPicker *>()->setModel(u"gpt-4.1"_s);
        auto *places = named<QComboBox>(dialog, u"Where the key comes from"_s);
        places->setCurrentIndex(places->findText(u"New key…"_s));
        fillIn(named<QLineEdit>(dialog, u"New key"_s), u"sk-typed-into-a-field"_s);
        buttonIn(dialog, u"Add"_s)->click();
        QTRY_COMPARE(drawer.kept.value(u"openai"_s), QByteArray("sk-typed-into-a-field"));
        QTRY_VERIFY(dialogCalled(u"Change the configuration"_s));
        for (QWidget *each : QApplication::allWidgets()) {
            if (const auto *line = qobject_cast<QLineEdit *>(each))
                QVERIFY(!line->text().contains(u"sk-typed"_s));
        }
        QCOMPARE(dialog->findChild<KeyField *>()->choice().kind, KeyChoice::Kind::Keychain);
        dialogCalled(u"Change the configuration"_s)->reject();
        dialog->reject();
        QVERIFY(!stage.configText().contains(u"sk-typed"_s));
        stage.session().setKeys(nullptr);
    }

    void aDeploymentIsTakenOutOfServiceAndPutBack()
    {
        LiveStage stage(three);
        stage.begin();
        QWidget *page = stage.page(u"models"_s);
        QTRY_VERIFY(cell(page, u"mini"_s).endsWith(u",File"_s));
        choose(page, u"mini"_s);
        actionIn(page, u"Disable"_s)->trigger();
        saveChange();
        QTRY_VERIFY(cell(page, u"mini"_s).contains(u"Disabled"_s));
        QCOMPARE(stage.chat(u"mini"_s), 403);
        QCOMPARE(stage.chat(u"gpt"_s), 200);
        QVERIFY(stage.configText().contains(u"blocked: true"_s));
        choose(page, u"mini"_s);
        actionIn(page, u"Enable"_s)->trigger();
        saveChange();
        QTRY_VERIFY(cell(page, u"mini"_s).contains(u"Ready"_s));
        QCOMPARE(stage.chat(u"mini"_s), 200);
        QVERIFY(!stage.configText().contains(u"blocked"_s));
        QVERIFY(stage.configText().contains(u"sk-in-clear-0123456789"_s)); // as it was
    }

    void thePriceOfAModelIsChangedForAMillionTokens()
    {
        LiveStage stage(three);
        stage.begin();
        QWidget *page = stage.page(u"models"_s);
        QTRY_VERIFY(cell(page, u"mini"_s).endsWith(u",File"_s));
        choose(page, u"mini"_s);
        deployments(page)->setFocus();
        QTest::keyClick(deployments(page), Qt::Key_F2);
        QDialog *dialog = dialogCalled(u"Edit mini"_s);
        QVERIFY(dialog);
        QTRY_VERIFY(named<QLineEdit>(dialog, u"input_cost_per_token"_s));
        QTRY_COMPARE(dialog->findChild<ModelPicker *>()->model(), u"gpt-4o-mini"_s);
        fillIn(named<QLineEdit>(dialog, u"input_cost_per_token"_s), u"7"_s);
        fillIn(named<QLineEdit>(dialog, u"output_cost_per_token"_s), u"9.5"_s);
        buttonIn(dialog, u"Save"_s)->click();
        saveChange();
        QTRY_VERIFY(cell(page, u"mini"_s).contains(u"$7.00 / $9.50"_s));
        QVERIFY(stage.configText().contains(u"sk-in-clear-0123456789"_s)); // nobody asked for another key
        QVERIFY(stage.configText().contains(u"# the good one"_s));
    }

    void deploymentsChangePlacesWithTheirComments()
    {
        LiveStage stage(three);
        stage.begin();
        QWidget *page = stage.page(u"models"_s);
        QTRY_VERIFY(cell(page, u"gpt"_s).endsWith(u",File"_s));
        choose(page, u"gpt"_s);
        deployments(page)->setFocus();
        QTest::keyClick(deployments(page), Qt::Key_Down, Qt::AltModifier);
        saveChange();
        QTRY_COMPARE(deployments(page)->model()->index(0, 0).data().toString(), u"mini"_s);
        const QString text = stage.configText();
        QVERIFY(text.indexOf(u"model_name: mini"_s) < text.indexOf(u"model_name: gpt"_s));
        QVERIFY(text.indexOf(u"model_name: gpt"_s) < text.indexOf(u"# by the year"_s));
        QVERIFY(text.contains(u"# the good one"_s));
    }

    void aDeploymentIsRemovedAndTheChangeTakenBack()
    {
        LiveStage stage(three);
        stage.begin();
        QWidget *page = stage.page(u"models"_s);
        QTRY_VERIFY(cell(page, u"claude"_s).endsWith(u",File"_s));
        const QString before = stage.configText();
        choose(page, u"claude"_s);
        deployments(page)->setFocus();
        QTest::keyClick(deployments(page), Qt::Key_Delete);
        saveChange();
        QTRY_COMPARE(deployments(page)->shownRows(), 2);
        QTRY_VERIFY(buttonIn(&stage.window(), u"Undo"_s));
        buttonIn(&stage.window(), u"Undo"_s)->click();
        QTRY_COMPARE(deployments(page)->shownRows(), 3);
        QCOMPARE(stage.configText(), before);
    }

    void aModelIsCalledByAnotherName()
    {
        LiveStage stage(three);
        stage.begin();
        QWidget *page = stage.page(u"models"_s);
        QTRY_VERIFY(cell(page, u"gpt"_s).endsWith(u",File"_s));
        buttonIn(page, u"Other names"_s)->click();
        buttonIn(page, u"Add another name"_s)->click();
        QDialog *dialog = dialogCalled(u"Add another name"_s);
        fillIn(named<QLineEdit>(dialog, u"Other name"_s), u"nickname"_s);
        named<QComboBox>(dialog, u"Stands for"_s)->setCurrentText(u"mini"_s);
        buttonIn(dialog, u"Save"_s)->click();
        saveChange();
        QTRY_COMPARE(named<RecordView>(page, u"Other names of models"_s)->shownRows(), 1);
        QCOMPARE(stage.chat(u"nickname"_s), 200);
    }

    void aKeyWithNothingToWorkOnOpensNothing()
    {
        LiveStage stage(three);
        stage.begin();
        QWidget *page = stage.page(u"models"_s);
        QTRY_VERIFY(cell(page, u"gpt"_s).endsWith(u",File"_s));
        buttonIn(page, u"Other names"_s)->click();
        auto *names = named<RecordView>(page, u"Other names of models"_s);
        names->setFocus();
        QTest::keyClick(names, Qt::Key_F2);
        QVERIFY(!stage.dialog()); // there is no name yet that could be changed
        QTest::keyClick(names, Qt::Key_N, Qt::ControlModifier);
        QVERIFY(stage.dialog());
        stage.dialog()->reject();
        buttonIn(page, u"Deployments"_s)->click();
        stage.session().control().stop();
        QTRY_VERIFY(!buttonIn(page, u"Add model"_s)->isEnabled());
        QTest::keyClick(deployments(page), Qt::Key_N, Qt::ControlModifier);
        QVERIFY(!stage.dialog());
    }

    void whatAnotherEditorWritesIsShown()
    {
        LiveStage stage(three);
        stage.begin();
        QWidget *page = stage.page(u"models"_s);
        QTRY_COMPARE(deployments(page)->shownRows(), 3);
        stage.writeConfig(stage.configText().replace(u"model_name: claude"_s, u"model_name: renamed"_s));
        QTRY_VERIFY_WITH_TIMEOUT(!cell(page, u"renamed"_s).isEmpty(), 20'000);
        QCOMPARE(deployments(page)->shownRows(), 3);
    }
};

QTEST_MAIN(ModelsPageTest)
#include "tst_models_page.moc"
