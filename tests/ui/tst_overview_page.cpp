// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "live_stage.h"

#include "ui/models/text.h"
#include "ui/models/traffic_filter.h"
#include "ui/pages/overview/row_button.h"
#include "ui/pages/page.h"
#include "ui/widgets/tile.h"
#include "ui/widgets/time_chart.h"
#include "ui/widgets/time_plot.h"

#include <QJsonArray>
#include <QLocale>

using namespace Qt::StringLiterals;
using namespace gatehouse::ui;
using namespace gatehouse::ui::test;

namespace {

const auto yaml = u"model_list:\n"
                  "  - model_name: gpt\n"
                  "    litellm_params: {model: openai/gpt-4o, api_base: PROVIDER/v1, api_key: sk-of-the-provider}\n"
                  "    model_info: {id: d-gpt}\n"
                  "router_settings:\n"
                  "  num_retries: 0\n"
                  "  provider_budget_config: {openai: {budget_limit: 0.0002, time_period: 1d}}\n"_s;

QJsonObject refusal(int status)
{
    return {{u"status"_s, status},
        {u"body"_s, QJsonObject {{u"error"_s, QJsonObject {{u"message"_s, u"Incorrect API key provided"_s}}}}}};
}

/// The figure of a tile, as it is read aloud.
QString figure(QWidget *page, const QString &name)
{
    for (const Tile *tile : page->findChildren<Tile *>()) {
        if (tile->isVisible() && tile->accessibleName().startsWith(name + u": "_s))
            return tile->figure();
    }
    return {};
}

RowButton *rowIn(QWidget *page, const QString &title)
{
    for (RowButton *row : page->findChildren<RowButton *>()) {
        if (row->isVisible() && row->row().title == title)
            return row;
    }
    return nullptr;
}

/// The chart that is called so, and has something in it.
TimeChart *chartIn(QWidget *page, const QString &name)
{
    auto *chart = named<TimeChart>(page, name);
    return chart && !chart->data().isEmpty() ? chart : nullptr;
}

/// In the middle of a step.
void click(TimeChart *chart, qsizetype step)
{
    const auto *plot = chart->findChild<TimePlot *>();
    const QRectF area = plot->chart()->plotArea();
    const qreal x = area.left() + (qreal(step) + 0.5) / qreal(chart->data().steps()) * area.width();
    QTest::mouseClick(chart, Qt::LeftButton, {}, plot->mapTo(chart, QPointF(x, area.center().y())).toPoint());
}

class TstOverviewPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void beforeTheFirstRequestItSaysHowToSendOne();
    void whatFlowsAndWhatItCostsIsSeen();
    void everyRangeShowsTheSameRequests();
    void aBarLeadsToItsRequests();
    void aPointLeadsToItsRequestsByKeyboard();
    void aModelLeadsToItsRequestsOfThatTime();
    void errorsSayWhatToDoAndLeadThere();
    void aDeploymentThatRestsCountsDown();
    void budgetsShowHowMuchIsUsed();
    void aStoppedGatewayIsSaid();
    void theKeyboardReachesEverything();
};

void TstOverviewPage::beforeTheFirstRequestItSaysHowToSendOne()
{
    LiveStage stage(yaml);
    stage.begin();
    QWidget *page = stage.page(u"overview"_s);
    QTRY_VERIFY(says(page, u"Ready for the first request"_s));
    QVERIFY(page->findChildren<TimeChart *>().isEmpty() || !page->findChildren<TimeChart *>().first()->isVisible());
    QCOMPARE(stage.chat(u"gpt"_s), 200);
    QTRY_VERIFY(!says(page, u"Ready for the first request"_s));
    QTRY_VERIFY_WITH_TIMEOUT(chartIn(page, u"Over time"_s), 20000);
}

void TstOverviewPage::whatFlowsAndWhatItCostsIsSeen()
{
    LiveStage stage(yaml);
    stage.begin();
    auto *page = static_cast<Page *>(stage.page(u"overview"_s));
    for (int at = 0; at < 2; ++at)
        QCOMPARE(stage.chat(u"gpt"_s), 200);
    QTRY_COMPARE_WITH_TIMEOUT(figure(page, u"Requests"_s), u"2"_s, 20000);
    QTRY_COMPARE(figure(page, u"Tokens"_s), u"36"_s);
    QTRY_COMPARE(figure(page, u"Success"_s), u"100 %"_s);
    QTRY_VERIFY(figure(page, u"Median latency"_s).contains(u"ms"_s));
    QTRY_COMPARE_WITH_TIMEOUT(figure(page, u"Spend today"_s), moneyText(2 * 0.0000975), 20000);
    QTRY_VERIFY_WITH_TIMEOUT(rowIn(page, u"gpt"_s), 20000);
    QTRY_COMPARE_WITH_TIMEOUT(rowIn(page, u"gpt"_s)->row().figure, moneyText(2 * 0.0000975), 20000);
    QTRY_COMPARE(chartIn(page, u"Over time"_s)->data().sum(0), 2.0);
    QCOMPARE(stage.chat(u"gpt"_s), 200);
    page->refresh();
    QTRY_COMPARE_WITH_TIMEOUT(figure(page, u"Requests"_s), u"3"_s, 20000);
    QTRY_COMPARE_WITH_TIMEOUT(figure(page, u"Spend today"_s), moneyText(3 * 0.0000975), 20000);
}

void TstOverviewPage::everyRangeShowsTheSameRequests()
{
    LiveStage stage(yaml);
    stage.begin();
    QWidget *page = stage.page(u"overview"_s);
    for (int at = 0; at < 3; ++at)
        QCOMPARE(stage.chat(u"gpt"_s), 200);
    QTRY_COMPARE_WITH_TIMEOUT(figure(page, u"Requests"_s), u"3"_s, 20000);
    for (const QString &range : {u"30 d"_s, u"7 d"_s, u"24 h"_s, u"Live"_s, u"1 h"_s}) {
        buttonIn(page, range)->click();
        QTRY_VERIFY2_WITH_TIMEOUT(chartIn(page, u"Over time"_s), qPrintable(range), 20000);
        QTRY_COMPARE_WITH_TIMEOUT(chartIn(page, u"Over time"_s)->data().sum(0), 3.0, 20000);
        QTRY_VERIFY(chartIn(page, u"Latency over time"_s));
        QTRY_VERIFY_WITH_TIMEOUT(rowIn(page, u"gpt"_s), 20000);
        QTRY_COMPARE(figure(page, u"Requests"_s), u"3"_s);
    }
    buttonIn(page, u"Tokens"_s)->click();
    QTRY_COMPARE(chartIn(page, u"Over time"_s)->data().sum(2), 21.0);
    buttonIn(page, u"Spend"_s)->click();
    QTRY_VERIFY(chartIn(page, u"Over time"_s)->data().sum(0) > 0);
}

void TstOverviewPage::aBarLeadsToItsRequests()
{
    LiveStage stage(yaml);
    stage.begin();
    QWidget *page = stage.page(u"overview"_s);
    for (int at = 0; at < 3; ++at)
        QCOMPARE(stage.chat(u"gpt"_s), 200);
    QTRY_VERIFY_WITH_TIMEOUT(chartIn(page, u"Over time"_s) && chartIn(page, u"Over time"_s)->data().sum(0) == 3, 20000);
    TimeChart *chart = chartIn(page, u"Over time"_s);
    const qsizetype peak = chart->data().peak(0);
    click(chart, peak == 0 ? 1 : peak - 1); // nobody asked in that minute
    QCOMPARE(stage.window().currentPage(), u"overview"_s);
    const qint64 begin = chart->data().startOf(peak) * 1000, end = begin + chart->data().step * 1000;
    const double many = chart->data().value(0, peak);
    click(chart, peak);
    QCOMPARE(stage.window().currentPage(), u"traffic"_s);
    const auto *filter = stage.page(u"traffic"_s)->findChild<TrafficFilter *>();
    QVERIFY(filter->window().has_value());
    QCOMPARE(*filter->window(), (TrafficWindow {begin, end, true}));
    QTRY_COMPARE(double(filter->rowCount()), many);
}

void TstOverviewPage::aPointLeadsToItsRequestsByKeyboard()
{
    LiveStage stage(yaml);
    stage.begin();
    QWidget *page = stage.page(u"overview"_s);
    QCOMPARE(stage.chat(u"gpt"_s), 200);
    QTRY_VERIFY_WITH_TIMEOUT(buttonIn(page, u"30 d"_s), 20000); // not before the first request is seen
    buttonIn(page, u"30 d"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(chartIn(page, u"Latency over time"_s), 20000);
    TimeChart *chart = chartIn(page, u"Latency over time"_s);
    QTRY_COMPARE_WITH_TIMEOUT(qint64(chart->data().step), qint64(24 * 3600), 20000); // until then it shows what it showed before
    chart->setFocus();
    QTest::keyClick(chart, Qt::Key_End);
    QTest::keyClick(chart, Qt::Key_Return);
    QCOMPARE(stage.window().currentPage(), u"traffic"_s);
    const auto *filter = stage.page(u"traffic"_s)->findChild<TrafficFilter *>();
    QVERIFY(filter->window().has_value());
    QCOMPARE(filter->window()->end - filter->window()->begin, 24 * 3600 * 1000LL);
    QVERIFY(!filter->window()->ofEnds); // days are counted by beginnings
    QTRY_COMPARE(filter->rowCount(), 1);
}

void TstOverviewPage::aModelLeadsToItsRequestsOfThatTime()
{
    LiveStage stage(QString(yaml).replace(u"router_settings"_s,
        u"  - model_name: other\n"
        "    litellm_params: {model: openai/o3, api_base: PROVIDER/v1, api_key: sk-of-the-provider}\n"
        "router_settings"_s));
    stage.begin();
    QWidget *page = stage.page(u"overview"_s);
    QCOMPARE(stage.chat(u"gpt"_s), 200);
    QCOMPARE(stage.chat(u"other"_s), 200);
    QTRY_VERIFY_WITH_TIMEOUT(rowIn(page, u"other"_s), 20000);
    rowIn(page, u"other"_s)->click();
    QCOMPARE(stage.window().currentPage(), u"traffic"_s);
    const auto *filter = stage.page(u"traffic"_s)->findChild<TrafficFilter *>();
    QVERIFY(filter->window().has_value());
    QCOMPARE(filter->window()->end - filter->window()->begin, 3600 * 1000LL);
    QTRY_COMPARE(filter->rowCount(), 1);
    QCOMPARE(filter->at(0).model, u"other"_s);
}

void TstOverviewPage::errorsSayWhatToDoAndLeadThere()
{
    LiveStage stage(yaml);
    stage.begin();
    auto *page = static_cast<Page *>(stage.page(u"overview"_s));
    stage.script({refusal(401)});
    QCOMPARE(stage.chat(u"gpt"_s), 401);
    page->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(rowIn(page, u"openai refuses the key"_s), 20000);
    RowButton *row = rowIn(page, u"openai refuses the key"_s);
    QVERIFY(row->row().detail.contains(u"replace it"_s));
    QVERIFY(!row->row().tip.contains(u"sk-of-the-provider"_s));
    buttonIn(page, u"Replace key"_s)->click();
    QCOMPARE(stage.window().currentPage(), u"providers"_s);
    stage.page(u"overview"_s);
    rowIn(page, u"openai refuses the key"_s)->click();
    QCOMPARE(stage.window().currentPage(), u"traffic"_s);
}

void TstOverviewPage::aDeploymentThatRestsCountsDown()
{
    LiveStage stage(yaml);
    stage.begin();
    QWidget *page = stage.page(u"overview"_s);
    QCOMPARE(stage.chat(u"gpt"_s), 200);
    QTRY_VERIFY_WITH_TIMEOUT(rowIn(page, u"gpt · openai"_s), 20000);
    QCOMPARE(rowIn(page, u"gpt · openai"_s)->row().figure, u"Ready"_s);
    stage.call("POST", u"/health/deployments/d-gpt/outage"_s, {{u"minutes"_s, 5}});
    QTRY_VERIFY_WITH_TIMEOUT(rowIn(page, u"gpt · openai"_s)->row().figure.startsWith(u"Drill, "_s), 20000);
    const QString first = rowIn(page, u"gpt · openai"_s)->row().figure;
    QTRY_VERIFY_WITH_TIMEOUT(rowIn(page, u"gpt · openai"_s)->row().figure != first, 20000);
    rowIn(page, u"gpt · openai"_s)->click();
    QCOMPARE(stage.window().currentPage(), u"routing"_s);
}

void TstOverviewPage::budgetsShowHowMuchIsUsed()
{
    LiveStage stage(yaml);
    stage.begin();
    QWidget *page = stage.page(u"overview"_s);
    QCOMPARE(stage.chat(u"gpt"_s), 200);
    QTRY_VERIFY_WITH_TIMEOUT(rowIn(page, u"openai"_s), 20000); // the provider's, half of it
    stage.call(
        "POST", u"/key/generate"_s, {{u"key_alias"_s, u"metered"_s}, {u"max_budget"_s, 2}, {u"budget_duration"_s, u"7d"_s}});
    QTRY_VERIFY_WITH_TIMEOUT(rowIn(page, u"metered"_s), 20000);
    QCOMPARE(rowIn(page, u"metered"_s)->row().figure, u"$0.00 of $2.00"_s);
    QCOMPARE(*rowIn(page, u"metered"_s)->row().share, 0.0);
    rowIn(page, u"metered"_s)->click();
    QCOMPARE(stage.window().currentPage(), u"keys"_s);
}

void TstOverviewPage::aStoppedGatewayIsSaid()
{
    LiveStage stage(yaml);
    stage.begin();
    QWidget *page = stage.page(u"overview"_s);
    QCOMPARE(stage.chat(u"gpt"_s), 200);
    QTRY_VERIFY_WITH_TIMEOUT(chartIn(page, u"Over time"_s), 20000);
    stage.session().control().stop();
    QTRY_VERIFY_WITH_TIMEOUT(says(page, u"The gateway is stopped"_s), 20000);
    QVERIFY(!chartIn(page, u"Over time"_s));
}

void TstOverviewPage::theKeyboardReachesEverything()
{
    LiveStage stage(yaml);
    stage.begin();
    QWidget *page = stage.page(u"overview"_s);
    QCOMPARE(stage.chat(u"gpt"_s), 200);
    QTRY_VERIFY_WITH_TIMEOUT(chartIn(page, u"Over time"_s), 20000);
    QTRY_VERIFY_WITH_TIMEOUT(rowIn(page, u"gpt"_s), 20000);
    QSet<QWidget *> reached;
    QWidget *at = buttonIn(page, u"1 h"_s);
    for (QWidget *next = at->nextInFocusChain(); next != at; next = next->nextInFocusChain()) {
        if (next->isVisible() && next->focusPolicy() & Qt::TabFocus)
            reached.insert(next);
    }
    QVERIFY(reached.contains(chartIn(page, u"Over time"_s)));
    QVERIFY(reached.contains(chartIn(page, u"Latency over time"_s)));
    QVERIFY(reached.contains(rowIn(page, u"gpt"_s)));
    QTest::keyClick(rowIn(page, u"gpt"_s), Qt::Key_Return);
    QCOMPARE(stage.window().currentPage(), u"traffic"_s);
}

} // namespace

QTEST_MAIN(TstOverviewPage)
#include "tst_overview_page.moc"
