// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "models_page_steps.h"

#include "ui/models/text.h"
#include "ui/pages/models/model_picker.h"
#include "ui/pages/models/provider_picker.h"

#include <QCheckBox>
#include <QComboBox>
#include <QJsonArray>
#include <QLayout>

using namespace Qt::StringLiterals;
using namespace gatehouse::ui;
using namespace gatehouse::ui::test;

namespace {

const auto two = u"model_list:\n"
                 "  - model_name: gpt # asked most\n"
                 "    litellm_params:\n"
                 "      model: openai/gpt-4o # by the year\n"
                 "      api_base: PROVIDER/v1\n"
                 "      api_key: os.environ/MODELS_PAGE_KEY\n"
                 "      rpm: 60\n"
                 "    model_info: {id: d-gpt, team: research}\n"
                 "  - model_name: mini\n"
                 "    litellm_params: {model: openai/gpt-4o-mini, api_base: PROVIDER/v1, api_key: sk-in-clear-0123456789}\n"
                 "router_settings:\n"
                 "  model_group_alias:\n"
                 "    secret: {model: gpt, hidden: true, note: for the board} # not for all\n"
                 "    split:\n"
                 "      - {model: gpt, weight: 3} # most\n"
                 "      - mini # the rest\n"_s;

QWidget *shownPage(LiveStage &stage, int rows)
{
    stage.begin();
    QWidget *page = stage.page(u"models"_s);
    const auto isKnown = [&] {
        return deployments(page)->shownRows() == rows && !deployments(page)->recordAt(0).value("state"_L1).toString().isEmpty();
    };
    return QTest::qWaitFor(isKnown, 20'000) ? page : nullptr;
}

/// What the last request cost, in dollars; below 0: it is not there yet.
double lastCost(LiveStage &stage, const QString &model)
{
    const QJsonArray rows = stage.call("GET", u"/traffic?model="_s + model).value("data"_L1).toArray();
    return rows.isEmpty() ? -1 : rows.last()["cost"_L1]["total"_L1].toDouble(-1);
}

QDialog *aliasDialog(QWidget *page, const QString &alias)
{
    buttonIn(page, u"Other names"_s)->click();
    auto *names = named<RecordView>(page, u"Other names of models"_s);
    if (!QTest::qWaitFor([&] { return names->select(alias); }, 20'000))
        return nullptr;
    names->setFocus();
    QTest::keyClick(names, Qt::Key_Return);
    return dialogCalled(u"Change another name"_s);
}

} // namespace

class ModelsPageChangesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        qputenv("MODELS_PAGE_KEY", "sk-of-the-environment");
    }

    void aDeploymentIsDuplicated()
    {
        LiveStage stage(two);
        QWidget *page = shownPage(stage, 2);
        QVERIFY(page);
        QTRY_COMPARE(deployments(page)->recordAt(0).value("index"_L1).toInt(-1), 0);
        const QString before = stage.configText();
        choose(page, u"gpt"_s);
        actionIn(page, u"Duplicate…"_s)->trigger();
        QDialog *dialog = dialogCalled(u"Add a model"_s);
        QVERIFY(dialog);
        QTRY_COMPARE(named<QLineEdit>(dialog, u"Public name"_s)->text(), u"gpt"_s);
        QTRY_COMPARE(dialog->findChild<ModelPicker *>()->model(), u"gpt-4o"_s);
        dialog->findChild<ModelPicker *>()->setModel(u"gpt-4.1"_s);
        fillIn(named<QLineEdit>(dialog, u"Public name"_s), u"twin"_s);
        buttonIn(dialog, u"Add"_s)->click();
        saveChange();
        const QString text = stage.configText();
        const qsizetype at = text.indexOf(u"router_settings"_s);
        QCOMPARE(text.left(before.indexOf(u"router_settings"_s)), before.left(before.indexOf(u"router_settings"_s)));
        const QString made = text.mid(before.indexOf(u"router_settings"_s), at - before.indexOf(u"router_settings"_s));
        QVERIFY2(
            made.startsWith(u"  - model_name: twin\n    litellm_params:\n      model: openai/gpt-4.1\n"_s), qPrintable(made));
        QVERIFY(made.contains(u"api_key: os.environ/MODELS_PAGE_KEY"_s) && made.contains(u"rpm: 60"_s));
        QVERIFY(made.contains(u"team: research"_s) && !made.contains(u"d-gpt"_s)); // two cannot have one id
        QTRY_COMPARE(deployments(page)->shownRows(), 3);
        QCOMPARE(stage.chat(u"twin"_s), 200);
    }

    void aDuplicateDoesNotTakeAlongAKeyThatIsNotTold()
    {
        LiveStage stage(two);
        QWidget *page = shownPage(stage, 2);
        QVERIFY(page);
        QTRY_COMPARE(deployments(page)->recordAt(1).value("index"_L1).toInt(-1), 1);
        choose(page, u"mini"_s);
        QTest::keyClick(deployments(page), Qt::Key_D, Qt::ControlModifier);
        QDialog *dialog = dialogCalled(u"Add a model"_s);
        QVERIFY(dialog);
        QTRY_COMPARE(dialog->findChild<ModelPicker *>()->model(), u"gpt-4o-mini"_s);
        auto *places = named<QComboBox>(dialog, u"Where the key comes from"_s);
        places->setCurrentIndex(places->findText(u"Another environment variable…"_s));
        fillIn(named<QLineEdit>(dialog, u"Name of the variable"_s), u"MODELS_PAGE_KEY"_s);
        buttonIn(dialog, u"Add"_s)->click();
        saveChange();
        QCOMPARE(stage.configText().count(u"sk-in-clear-0123456789"_s), 1);
        QVERIFY(!stage.configText().contains(u"•"_s));
        QTRY_COMPARE(deployments(page)->shownRows(), 3);
    }

    void whereThereIsNoFileAModelGoesIntoTheDatabase()
    {
        qputenv("LITELLM_MASTER_KEY", LiveStage::masterKey());
        qputenv("STORE_MODEL_IN_DB", "true");
        LiveStage stage(u"--model openai/gpt-4o"_s);
        QWidget *page = shownPage(stage, 1);
        QVERIFY(page);
        buttonIn(page, u"Add model"_s)->click();
        QDialog *dialog = dialogCalled(u"Add a model"_s);
        QTRY_VERIFY(dialog->findChild<ProviderPicker *>()->choose(u"openai"_s));
        fillIn(named<QLineEdit>(dialog, u"Base address"_s), stage.providerUrl() + u"/v1"_s);
        auto *places = named<QComboBox>(dialog, u"Where the key comes from"_s);
        places->setCurrentIndex(places->findText(u"Another environment variable…"_s));
        fillIn(named<QLineEdit>(dialog, u"Name of the variable"_s), u"MODELS_PAGE_KEY"_s);
        dialog->findChild<ModelPicker *>()->setModel(u"gpt-4.1"_s);
        fillIn(named<QLineEdit>(dialog, u"Public name"_s), u"stored"_s);
        buttonIn(dialog, u"Add"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(!dialogCalled(u"Add a model"_s), 20'000);
        QVERIFY(!dialogCalled(u"Change the configuration"_s)); // there is no file that could change
        QTRY_VERIFY_WITH_TIMEOUT(cell(page, u"stored"_s).endsWith(u",Database"_s), 20'000);
        QCOMPARE(stage.chat(u"stored"_s), 200);
        QVERIFY(stage.configText().isEmpty());
        qunsetenv("LITELLM_MASTER_KEY");
        qunsetenv("STORE_MODEL_IN_DB");
    }

    void aNewPriceIsPaidByTheNextRequest()
    {
        LiveStage stage(two);
        QWidget *page = shownPage(stage, 2);
        QVERIFY(page);
        QTRY_COMPARE(deployments(page)->recordAt(1).value("index"_L1).toInt(-1), 1);
        QCOMPARE(stage.chat(u"mini"_s), 200);
        QTRY_VERIFY(lastCost(stage, u"mini"_s) > 0);
        const double before = lastCost(stage, u"mini"_s);
        choose(page, u"mini"_s);
        actionIn(page, u"Edit…"_s)->trigger();
        QDialog *dialog = dialogCalled(u"Edit mini"_s);
        QTRY_VERIFY(named<QLineEdit>(dialog, u"input_cost_per_token"_s));
        QTRY_COMPARE(dialog->findChild<ModelPicker *>()->model(), u"gpt-4o-mini"_s);
        fillIn(named<QLineEdit>(dialog, u"input_cost_per_token"_s), u"1000"_s); // dollars for a million
        fillIn(named<QLineEdit>(dialog, u"output_cost_per_token"_s), u"2000"_s);
        buttonIn(dialog, u"Save"_s)->click();
        saveChange();
        QCOMPARE(stage.chat(u"mini"_s), 200);
        const QJsonValue spent = stage.call("GET", u"/traffic?model=mini"_s).value("data"_L1).toArray().last()["tokens"_L1];
        const double tokens = spent["input"_L1].toDouble(), answer = spent["output"_L1].toDouble();
        QVERIFY(tokens > 0 && answer > 0);
        QTRY_COMPARE(lastCost(stage, u"mini"_s), (tokens * 1000 + answer * 2000) / 1e6);
        QVERIFY(lastCost(stage, u"mini"_s) > before);
        QTRY_VERIFY_WITH_TIMEOUT(cell(page, u"mini"_s).contains(moneyText(before + lastCost(stage, u"mini"_s))), 20'000);
    }

    void aHiddenNameKeepsWhatItsFormDoesNotShow()
    {
        LiveStage stage(two);
        QWidget *page = shownPage(stage, 2);
        QVERIFY(page);
        QDialog *dialog = aliasDialog(page, u"secret"_s);
        QVERIFY(dialog);
        QVERIFY(dialog->findChild<QCheckBox *>()->isChecked());
        QVERIFY(!named<QLineEdit>(dialog, u"Weight"_s)); // there is nothing to weigh
        named<QComboBox>(dialog, u"Stands for"_s)->setCurrentText(u"mini"_s);
        buttonIn(dialog, u"Save"_s)->click();
        saveChange();
        QVERIFY(stage.configText().contains(u"secret: {model: mini, hidden: true, note: for the board} # not for all\n"_s));
        QCOMPARE(stage.chat(u"secret"_s), 200);
    }

    void aNameForSeveralModelsIsChangedTargetByTarget()
    {
        LiveStage stage(two);
        QWidget *page = shownPage(stage, 2);
        QVERIFY(page);
        QDialog *dialog = aliasDialog(page, u"split"_s);
        QVERIFY(dialog);
        QCOMPARE(named<QComboBox>(dialog, u"Stands for (2)"_s)->currentText(), u"mini"_s);
        QCOMPARE(named<QLineEdit>(dialog, u"Weight"_s)->text(), u"3"_s);
        QVERIFY(!dialog->findChild<QCheckBox *>()->isEnabled());
        fillIn(named<QLineEdit>(dialog, u"Weight (2)"_s), u"much"_s);
        buttonIn(dialog, u"Save"_s)->click();
        QVERIFY(says(dialog, u"A weight is a number"_s));
        QVERIFY(dialog->height() >= dialog->layout()->totalHeightForWidth(dialog->width())); // nothing is cut off
        dialog->grab().save(u"/tmp/order-alias.png"_s);
        fillIn(named<QLineEdit>(dialog, u"Weight (2)"_s), u"2"_s);
        buttonIn(dialog, u"Save"_s)->click();
        saveChange();
        QVERIFY(stage.configText().contains(u"      - {model: gpt, weight: 3} # most\n"_s));
        QVERIFY(stage.configText().contains(u"weight: 2"_s) && stage.configText().contains(u"# the rest"_s));
        QCOMPARE(stage.chat(u"split"_s), 200);
    }

    void aNameThatIsTakenIsNotOverwritten()
    {
        LiveStage stage(two);
        QWidget *page = shownPage(stage, 2);
        QVERIFY(page);
        buttonIn(page, u"Other names"_s)->click();
        QTRY_COMPARE(named<RecordView>(page, u"Other names of models"_s)->shownRows(), 2);
        buttonIn(page, u"Add another name"_s)->click();
        QDialog *dialog = dialogCalled(u"Add another name"_s);
        fillIn(named<QLineEdit>(dialog, u"Other name"_s), u"secret"_s);
        buttonIn(dialog, u"Save"_s)->click();
        QVERIFY(says(dialog, u"is another name already"_s));
        QVERIFY(!dialogCalled(u"Change the configuration"_s));
        dialog->reject();
    }
};

QTEST_MAIN(ModelsPageChangesTest)
#include "tst_models_page_changes.moc"
