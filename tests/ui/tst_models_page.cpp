// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "live_stage.h"

#include "ui/widgets/record_view.h"

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

RecordView *deployments(QWidget *page)
{
    return named<RecordView>(page, u"Deployments"_s);
}

QString cell(QWidget *page, const QString &group)
{
    for (const QString &line : deployments(page)->csv().split(u"\r\n"_s)) {
        if (line.startsWith(group + u','))
            return line;
    }
    return {};
}

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
        QTRY_VERIFY(cell(page, u"gpt"_s).contains(u"openai/gpt-4o,Ready"_s));
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
