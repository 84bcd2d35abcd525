// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "live_stage.h"

#include "ui/pages/overview/row_button.h"
#include "ui/pages/page.h"
#include "ui/pages/routing/deployments_view.h"
#include "ui/pages/routing/dry_run_panel.h"
#include "ui/pages/routing/fallback_list.h"
#include "ui/pages/routing/graph_view.h"
#include "ui/widgets/record_view.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QJsonArray>
#include <QSpinBox>

using namespace Qt::StringLiterals;
using namespace gatehouse::ui;
using namespace gatehouse::ui::test;

namespace {

const auto threeModels = u"model_list:\n"
                         "  - model_name: gpt\n"
                         "    litellm_params: {model: openai/gpt-4o, api_base: PROVIDER/v1, api_key: sk-of-the-provider}\n"
                         "    model_info: {id: d-gpt}\n"
                         "  - model_name: claude\n"
                         "    litellm_params: {model: openai/claude-like, api_base: PROVIDER/v1, api_key: sk-of-the-provider}\n"
                         "    model_info: {id: d-claude}\n"
                         "  - model_name: small\n"
                         "    litellm_params: {model: openai/small, api_base: PROVIDER/v1, api_key: sk-of-the-provider}\n"
                         "    model_info: {id: d-small}\n"
                         "router_settings:\n"
                         "  num_retries: 0  # whoever waits, waits for nothing\n"
                         "  fallbacks:\n"
                         "    - small: [gpt]  # the small one is away at night\n"_s;

/// Where the last request went.
QString lastDeployment(LiveStage &stage)
{
    const QJsonArray rows = stage.call("GET", u"/traffic?limit=1"_s).value("data"_L1).toArray();
    return rows.isEmpty() ? QString() : rows.last()["deployment"_L1].toString();
}

void choose(QComboBox *box, const QString &text)
{
    QVERIFY(box);
    const int at = box->findText(text);
    QVERIFY2(at >= 0, qPrintable(text));
    box->setCurrentIndex(at);
}

void confirm(LiveStage &stage)
{
    QTRY_VERIFY(stage.dialog() && buttonIn(stage.dialog(), u"Save"_s) && buttonIn(stage.dialog(), u"Save"_s)->isEnabled());
    QPointer<QDialog> dialog = stage.dialog();
    buttonIn(dialog, u"Save"_s)->click();
    QTRY_VERIFY(!dialog || !dialog->isVisible());
}

template <typename View> View *viewIn(QWidget *page)
{
    return page->findChild<View *>();
}

/// The page with its map and what the file says.
QWidget *routing(LiveStage &stage)
{
    QWidget *page = stage.page(u"routing"_s);
    const auto isReady = [page] { return viewIn<FallbackList>(page)->table().rowCount() > 0; };
    return QTest::qWaitFor(isReady, 10000) ? page : nullptr;
}

} // namespace

class RoutingPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fallbacksAreShownAsGraphAndAsList()
    {
        LiveStage stage(threeModels);
        stage.begin();
        QWidget *page = routing(stage);
        QVERIFY(page);
        auto *list = viewIn<FallbackList>(page);
        auto *graph = viewIn<GraphView>(page);
        const QAbstractItemModelTester tester(&list->table(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(list->table().rowCount(), 1);
        QTRY_VERIFY(graph->rectOf(u"small"_s).right() < graph->rectOf(u"gpt"_s).left());
        graph->selectFallback(list->table().idAt(0));
        QCOMPARE(list->currentId(), list->table().idAt(0));
    }

    void aFallbackThatIsMadeHereServesRequests()
    {
        LiveStage stage(threeModels);
        stage.begin();
        stage.script({QJsonObject {{u"status"_s, 500}}});
        QVERIFY(stage.chat(u"gpt"_s) >= 500);
        QWidget *page = routing(stage);
        QTRY_VERIFY(buttonIn(page, u"Add fallback…"_s)->isEnabled());
        buttonIn(page, u"Add fallback…"_s)->click();
        QDialog *dialog = stage.dialog();
        QVERIFY(dialog);
        choose(named<QComboBox>(dialog, u"When this fails"_s), u"gpt"_s);
        choose(named<QComboBox>(dialog, u"This is tried"_s), u"claude"_s);
        buttonIn(dialog, u"Continue"_s)->click();
        confirm(stage);
        QTRY_VERIFY(stage.configText().contains(u"gpt: [claude]"_s) || stage.configText().contains(u"- claude"_s));
        QVERIFY(stage.configText().contains(u"# the small one is away at night"_s));
        QVERIFY(stage.configText().contains(u"# whoever waits, waits for nothing"_s));
        QTRY_COMPARE(viewIn<FallbackList>(page)->table().rowCount(), 2);
        stage.script({QJsonObject {{u"match"_s, QJsonObject {{u"model"_s, u"gpt-4o"_s}}}, {u"status"_s, 500}}});
        QCOMPARE(stage.chat(u"gpt"_s), 200);
        QCOMPARE(lastDeployment(stage), u"d-claude"_s);
    }

    void aFallbackIsDraggedIntoTheGraph()
    {
        LiveStage stage(threeModels);
        stage.begin();
        QWidget *page = routing(stage);
        QVERIFY(page);
        auto *graph = viewIn<GraphView>(page);
        QTRY_VERIFY(buttonIn(page, u"Add fallback…"_s)->isEnabled() && !graph->rectOf(u"claude"_s).isNull());
        const QRect from = graph->rectOf(u"gpt"_s), to = graph->rectOf(u"claude"_s);
        drag(graph->viewport(), {from.right() + 2, from.center().y()}, to.center()); // from its handle
        QDialog *dialog = stage.dialog();
        QVERIFY(dialog);
        QCOMPARE(named<QComboBox>(dialog, u"When this fails"_s)->currentText(), u"gpt"_s);
        QCOMPARE(named<QComboBox>(dialog, u"This is tried"_s)->currentText(), u"claude"_s);
        buttonIn(dialog, u"Continue"_s)->click();
        confirm(stage);
        const QString before = QString(threeModels).section(u"router_settings"_s, 1);
        const QString after = stage.configText().section(u"router_settings"_s, 1);
        QVERIFY2(after.startsWith(before + u"    - gpt: [claude]\n"_s)
                || after.startsWith(before + u"    - gpt:\n        - claude\n"_s),
            qPrintable(after));
        QTRY_COMPARE(viewIn<FallbackList>(page)->table().rowCount(), 2);
        QTRY_VERIFY(graph->rectOf(u"gpt"_s).right() < graph->rectOf(u"claude"_s).left());
        drag(graph->viewport(), {graph->rectOf(u"gpt"_s).right() + 2, graph->rectOf(u"gpt"_s).center().y()}, {2, 2});
        QVERIFY(!stage.dialog()); // let go beside every box
    }

    void aFallbackIsMovedAndRemovedByKeyboard()
    {
        LiveStage stage(QString(threeModels).replace(u"small: [gpt]"_s, u"small: [gpt, claude]"_s));
        stage.begin();
        QWidget *page = routing(stage);
        buttonIn(page, u"List"_s)->click();
        auto *list = viewIn<FallbackList>(page);
        QTRY_COMPARE(list->table().rowCount(), 2);
        QTRY_VERIFY(buttonIn(page, u"Add fallback…"_s)->isEnabled());
        list->view()->selectRow(0);
        QTest::keyClick(list->view(), Qt::Key_Down, Qt::AltModifier);
        confirm(stage);
        QTRY_VERIFY(stage.configText().contains(u"small: [claude, gpt]"_s));
        QTRY_COMPARE(list->table().at(0).value("to"_L1).toString(), u"claude"_s);
        list->view()->selectRow(0);
        QTest::keyClick(list->view(), Qt::Key_Delete);
        confirm(stage);
        QTRY_VERIFY(stage.configText().contains(u"small: [gpt]"_s));
        QVERIFY(stage.configText().contains(u"# the small one is away at night"_s));
    }

    void aDeploymentOfTheOverviewIsSelectedHere()
    {
        LiveStage stage(threeModels);
        stage.begin();
        QCOMPARE(stage.chat(u"small"_s), 200); // before the first request there is only a welcome
        const auto rowOfSmall = [page = stage.page(u"overview"_s)]() -> RowButton * {
            for (RowButton *row : page->findChildren<RowButton *>()) {
                if (row->isVisible() && row->accessibleName().startsWith(u"small"_s))
                    return row;
            }
            return nullptr;
        };
        QTRY_VERIFY(rowOfSmall());
        rowOfSmall()->click();
        auto *view = named<RecordView>(&stage.window(), u"Deployments"_s);
        QVERIFY(view);
        QTRY_COMPARE(view->currentId(), u"d-small"_s);
    }

    void whatIsRemovedIsWhatWasSeenThoughItStandsElsewhereNow()
    {
        LiveStage stage(QString(threeModels).replace(u"- small: [gpt]"_s, u"- gpt: [claude]\n    - small: [gpt]"_s));
        stage.begin();
        QWidget *page = routing(stage);
        auto *list = viewIn<FallbackList>(page);
        QTRY_COMPARE(list->table().rowCount(), 2);
        QTRY_VERIFY(buttonIn(page, u"Add fallback…"_s)->isEnabled());
        const int row = list->table().at(0).value("from"_L1).toString() == "small"_L1 ? 0 : 1;
        const QString seen = list->table().idAt(row);
        stage.page(u"overview"_s); // nobody looks, so nobody asks
        stage.writeConfig(stage.configText().replace(u"    - gpt: [claude]"_s, u"    - claude: [small]\n    - gpt: [claude]"_s));
        const auto isInUse = [&stage] {
            return stage.call("GET", u"/route/map"_s)["fallbacks"_L1].toObject().contains("claude"_L1);
        };
        QTRY_VERIFY_WITH_TIMEOUT(isInUse(), 15'000);
        QCOMPARE(list->table().rowCount(), 2);
        Q_EMIT list->removeWished(seen);
        confirm(stage);
        QTRY_VERIFY(!stage.configText().contains(u"small: [gpt]"_s));
        QVERIFY2(stage.configText().contains(u"gpt: [claude]"_s), qPrintable(stage.configText()));
        QVERIFY(stage.configText().contains(u"claude: [small]"_s));
    }

    void defaultsOfRulesComeWithTheGateway()
    {
        LiveStage stage(threeModels);
        stage.window().openPage(u"routing"_s, u"rules"_s); // while it is stopped
        stage.begin();
        auto *wait = named<QLineEdit>(stage.page(u"routing"_s), u"Rest after that (s)"_s);
        QVERIFY(wait);
        QTRY_VERIFY(wait->placeholderText().startsWith(u'5'));
    }

    void whatAnEditorOutsideWritesAppears()
    {
        LiveStage stage(threeModels);
        stage.begin();
        QWidget *page = routing(stage);
        stage.writeConfig(stage.configText().replace(u"- small: [gpt]"_s, u"- small: [claude, gpt]"_s));
        QTRY_COMPARE_WITH_TIMEOUT(viewIn<FallbackList>(page)->table().rowCount(), 2, 15000);
    }

    void theDryRunSaysWhatThenHappens()
    {
        LiveStage stage(threeModels);
        stage.begin();
        stage.call("POST", u"/health/deployments/d-small/outage"_s, {{u"minutes"_s, 5}});
        auto *page = qobject_cast<Page *>(routing(stage));
        page->reveal(u"dry-run:small"_s);
        auto *panel = viewIn<DryRunPanel>(page);
        QTRY_COMPARE(panel->story().answer, u"gpt"_s);
        QCOMPARE(panel->story().way, QStringList({u"small"_s, u"gpt"_s}));
        QVERIFY(says(page, u"Answered by gpt"_s));
        QVERIFY(stage.call("GET", u"/traffic"_s).value("data"_L1).toArray().isEmpty());
        QCOMPARE(stage.chat(u"small"_s), 200);
        QCOMPARE(lastDeployment(stage), u"d-gpt"_s);
    }

    void aDryRunWithAKeyIsHeldAgainstItsRights()
    {
        LiveStage stage(threeModels);
        stage.begin();
        const QJsonArray only {u"claude"_s};
        stage.call("POST", u"/key/generate"_s, {{u"key_alias"_s, u"phone"_s}, {u"models"_s, only}});
        auto *page = qobject_cast<Page *>(routing(stage));
        page->reveal(u"dry-run:gpt"_s);
        auto *key = named<QComboBox>(page, u"Key"_s);
        QTRY_VERIFY(key->findText(u"phone"_s) > 0);
        choose(key, u"phone"_s);
        buttonIn(page, u"Show the way"_s)->click();
        QTRY_VERIFY(says(page, u"Refused with status"_s));
    }

    void aDrillIsBegunSeenAndEnded()
    {
        LiveStage stage(threeModels);
        stage.begin();
        auto *page = qobject_cast<Page *>(routing(stage));
        page->reveal(u"deployments"_s);
        auto *view = viewIn<DeploymentsView>(page);
        const QAbstractItemModelTester tester(&view->table(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTRY_COMPARE(view->table().rowCount(), 3);
        view->view()->select(u"d-small"_s);
        buttonIn(page, u"Simulate outage…"_s)->click();
        QVERIFY(stage.dialog());
        named<QSpinBox>(stage.dialog(), u"For how long"_s)->setValue(2);
        buttonIn(stage.dialog(), u"Begin outage"_s)->click();
        QTRY_VERIFY(says(page, u"Simulated outage"_s));
        QTRY_VERIFY(!stage.dialog());
        QCOMPARE(stage.chat(u"small"_s), 200);
        QCOMPARE(lastDeployment(stage), u"d-gpt"_s);
        buttonIn(page, u"End now"_s)->click();
        QTRY_VERIFY(!says(page, u"Simulated outage"_s));
    }

    void aDeploymentThatRestsIsLetInAgain()
    {
        LiveStage stage(threeModels);
        stage.begin();
        auto *page = qobject_cast<Page *>(routing(stage));
        page->reveal(u"deployments"_s);
        stage.script({QJsonObject {{u"match"_s, QJsonObject {{u"model"_s, u"small"_s}}}, {u"status"_s, 401}}});
        QCOMPARE(stage.chat(u"small"_s), 200);
        auto *view = viewIn<DeploymentsView>(page);
        const auto state = [view] {
            const int row = view->table().rowOf(u"d-small"_s);
            return row < 0 ? QString() : view->table().at(row).value("state"_L1).toString();
        };
        QTRY_COMPARE(state(), u"open"_s);
        view->view()->select(u"d-small"_s);
        QTRY_VERIFY(buttonIn(page, u"End rest now"_s)->isEnabled());
        buttonIn(page, u"End rest now"_s)->click();
        QTRY_COMPARE(state(), u"closed"_s);
    }

    void rulesAreChangedWhereTheyStandAndKeepTheirComments()
    {
        LiveStage stage(threeModels);
        stage.begin();
        auto *page = qobject_cast<Page *>(routing(stage));
        page->reveal(u"rules"_s);
        auto *tries = named<QLineEdit>(page, u"Tries after the first"_s);
        QVERIFY(tries);
        QTRY_COMPARE(tries->text(), u"0"_s);
        auto *wait = named<QLineEdit>(page, u"Rest after that (s)"_s);
        QTRY_VERIFY(wait->placeholderText().startsWith(u'5'));
        fillIn(tries, u"3"_s);
        auto *strategy = named<QComboBox>(page, u"Strategy"_s);
        choose(strategy, u"least-busy"_s);
        QVERIFY(says(page, u"fewest requests under way"_s));
        buttonIn(page, u"Save…"_s)->click();
        confirm(stage);
        QTRY_VERIFY(stage.configText().contains(u"num_retries: 3  # whoever waits, waits for nothing"_s));
        QVERIFY(stage.configText().contains(u"routing_strategy: least-busy"_s));
        QTRY_COMPARE(stage.call("GET", u"/route/map"_s).value("strategy"_L1).toString(), u"least-busy"_s);
        QTRY_VERIFY(!buttonIn(page, u"Save…"_s)->isEnabled());
        fillIn(tries, u"many"_s);
        QVERIFY(says(page, u"must be a number"_s));
    }
};

QTEST_MAIN(RoutingPageTest)
#include "tst_routing_page.moc"
