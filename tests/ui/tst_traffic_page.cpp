// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "live_stage.h"

#include "ui/models/traffic_filter.h"
#include "ui/pages/traffic/detail_pane.h"
#include "ui/pages/traffic/filter_bar.h"
#include "ui/pages/traffic/prose_view.h"
#include "ui/pages/traffic/traffic_export.h"
#include "ui/pages/traffic/traffic_table.h"
#include "ui/pages/traffic/volume_bars.h"
#include "ui/pages/traffic/wire_pane.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace gatehouse::ui;
using namespace gatehouse::ui::test;

namespace {

/// An event of OpenAI's stream.
QString chunk(const QString &text)
{
    const QJsonObject choice {{u"index"_s, 0}, {u"delta"_s, QJsonObject {{u"content"_s, text}}}};
    const QJsonObject event {{u"object"_s, u"chat.completion.chunk"_s}, {u"choices"_s, QJsonArray {choice}}};
    return u"data: "_s + QString::fromUtf8(QJsonDocument(event).toJson(QJsonDocument::Compact));
}

QJsonObject failure(int status)
{
    return {{u"status"_s, status}, {u"body"_s, QJsonObject {{u"error"_s, QJsonObject {{u"message"_s, u"Out of order"_s}}}}}};
}

QString wholeText(const QTreeWidget *tree)
{
    QString text;
    for (QTreeWidgetItemIterator at(const_cast<QTreeWidget *>(tree)); *at; ++at) {
        for (int column = 0; column < tree->columnCount(); ++column)
            text += (*at)->text(column) + u'\n';
    }
    return text;
}

/// Every text that the page shows, hidden tabs too.
QString everything(const QWidget *page)
{
    QString text;
    for (const QLabel *each : page->findChildren<QLabel *>())
        text += each->text() + each->toolTip() + u'\n';
    for (const QPlainTextEdit *each : page->findChildren<QPlainTextEdit *>())
        text += each->toPlainText() + u'\n';
    for (const QTextEdit *each : page->findChildren<QTextEdit *>())
        text += each->toPlainText() + u'\n';
    for (const QTreeWidget *each : page->findChildren<QTreeWidget *>())
        text += wholeText(each);
    return text;
}

struct Traffic {
    explicit Traffic(LiveStage &live)
        : stage(live)
        , page(live.page(u"traffic"_s))
        , table(page->findChild<TrafficTable *>())
        , detail(page->findChild<DetailPane *>())
        , bar(page->findChild<FilterBar *>())
    {
    }

    int rows() const { return table->model()->rowCount(); }
    void awaitRows(int many) const { QTRY_COMPARE(rows(), many); }
    /// Everything has ended by then.
    void awaitEnd() const { QTRY_COMPARE(stage.session().traffic().running(), 0); }
    void choose(int row) const
    {
        awaitEnd();
        table->selectRow(row);
        QTRY_VERIFY(detail->record());
    }
    void openTab(const QString &name) const { buttonIn(detail, name)->click(); }
    QString prose() const
    {
        for (const ProseView *each : detail->findChildren<ProseView *>()) {
            if (each->isVisible())
                return each->toPlainText();
        }
        return {};
    }
    QString wires() const
    {
        QString text;
        for (const WirePane *each : detail->findChildren<WirePane *>())
            text += each->text() + u'\n';
        return text;
    }
    QString tree() const
    {
        for (const QTreeWidget *each : detail->findChildren<QTreeWidget *>()) {
            if (each->isVisible())
                return wholeText(each);
        }
        return {};
    }

    LiveStage &stage;
    QWidget *page;
    TrafficTable *table;
    DetailPane *detail;
    FilterBar *bar;
};

} // namespace

class TrafficPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void aRunningRequestGrowsAndCanBeAborted()
    {
        LiveStage stage;
        stage.begin();
        stage.script({QJsonObject {{u"sse"_s, QJsonArray {chunk(u"one"_s), chunk(u"two"_s), chunk(u"three"_s), chunk(u"four"_s)}},
            {u"gap"_s, 0.3}, {u"hangAfter"_s, 4}}});
        const Traffic traffic(stage);
        stage.beginChat(u"gpt"_s, u"hello"_s);
        traffic.awaitRows(1);
        const auto row = [&] { return stage.session().traffic().at(0); };
        QTRY_VERIFY(row().replyBytes > 0);
        const qint64 before = row().replyBytes;
        QTRY_VERIFY(row().replyBytes > before);
        QVERIFY(row().isRunning());
        QVERIFY(row().firstTokenMs);
        traffic.table->selectRow(0);
        QTRY_VERIFY(traffic.detail->record());
        QVERIFY(traffic.detail->record()->row.isRunning());
        buttonIn(traffic.detail, u"Abort"_s)->click();
        auto *question = qobject_cast<QMessageBox *>(stage.dialog());
        QVERIFY(question);
        QVERIFY(row().isRunning()); // not before it was confirmed
        buttonIn(question, u"Abort request"_s)->click();
        QTRY_COMPARE(int(row().state), int(TrafficRow::State::Failed));
        QVERIFY(!buttonIn(traffic.detail, u"Abort"_s));
        QTRY_VERIFY(says(&stage.window(), u"was aborted"_s));
    }

    void aRequestIsSentAgainToAnotherModelAndBothAnswersStandSideBySide()
    {
        LiveStage stage(u"model_list:\n"
                        "  - {model_name: gpt, litellm_params: {model: openai/gpt-4o, api_base: PROVIDER/v1, api_key: k}}\n"
                        "  - {model_name: small, litellm_params: {model: openai/gpt-4o-mini, mock_response: Shorter now}}\n"_s);
        stage.begin();
        const Traffic traffic(stage);
        QCOMPARE(stage.chat(u"gpt"_s, u"Tell me"_s), 200);
        traffic.awaitRows(1);
        traffic.choose(0);
        QPushButton *again = buttonIn(traffic.detail, u"Send again…"_s);
        QTRY_VERIFY(again && again->isEnabled());
        again->click();
        QDialog *dialog = stage.dialog();
        QVERIFY(dialog);
        auto *model = named<QComboBox>(dialog, u"Model"_s);
        QTRY_VERIFY(model->findText(u"small"_s) >= 0);
        QCOMPARE(model->currentText(), u"gpt"_s); // what was offered meanwhile changes no choice
        model->setCurrentText(u"small"_s);
        buttonIn(dialog, u"Send"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(everything(dialog).contains(u"Shorter now"_s), 10'000);
        QVERIFY(says(dialog, u"Then: gpt-4o"_s));
        QVERIFY(says(dialog, u"Now: gpt-4o-mini"_s));
        traffic.awaitRows(2); // it is a request like any other
        dialog->reject();
    }

    void whatWasNotKeptCannotBeSentAgain()
    {
        LiveStage stage(u"model_list:\n"
                        "  - {model_name: gpt, litellm_params: {model: openai/gpt-4o, api_base: PROVIDER/v1, api_key: k}}\n"
                        "general_settings: {master_key: sk-master-of-the-tests, capture_memory_mb: 0}\n"_s);
        stage.begin();
        const Traffic traffic(stage);
        QCOMPARE(stage.chat(u"gpt"_s), 200);
        traffic.awaitRows(1);
        traffic.choose(0);
        QVERIFY(!buttonIn(traffic.detail, u"Send again…"_s)->isEnabled());
    }

    void everyTabTellsOfTheRequest()
    {
        LiveStage stage;
        stage.begin();
        const Traffic traffic(stage);
        QCOMPARE(stage.chat(u"gpt"_s, u"Tell me <b>something</b>"_s), 200);
        traffic.awaitRows(1);
        traffic.choose(0);
        QVERIFY(says(traffic.detail, u"/v1/chat/completions (openai)"_s) || says(traffic.detail, u"/v1/chat"_s));
        traffic.openTab(u"Conversation"_s);
        QTRY_VERIFY(traffic.prose().contains(u"Hello from the provider."_s));
        QVERIFY(traffic.prose().contains(u"Tell me <b>something</b>"_s)); // as text, never as markup
        traffic.openTab(u"Wires"_s);
        QTRY_VERIFY(traffic.wires().contains(u"POST /v1/chat/completions"_s));
        QTRY_VERIFY(traffic.wires().contains(stage.providerUrl() + u"/v1/chat/completions"_s));
        buttonIn(traffic.detail, u"Response"_s)->click();
        QTRY_COMPARE(traffic.wires().count(u"HTTP 200"_s), 2);
        traffic.openTab(u"Timing"_s);
        QVERIFY(named<QWidget>(traffic.detail, u"Timing"_s)->accessibleDescription().contains(u"Whole call"_s));
        traffic.openTab(u"Routing"_s);
        QVERIFY(traffic.tree().contains(u"Chosen"_s));
        traffic.openTab(u"Cost"_s);
        QVERIFY(traffic.tree().contains(u"Total"_s));
        QVERIFY2(traffic.tree().contains(u"$2.50 per million"_s), qPrintable(traffic.tree()));
        traffic.openTab(u"Cache"_s);
        QVERIFY(!traffic.prose().isEmpty());
    }

    void theBracketsGoFromTabToTab()
    {
        LiveStage stage;
        stage.begin();
        const Traffic traffic(stage);
        stage.chat(u"gpt"_s);
        traffic.awaitRows(1);
        traffic.choose(0);
        traffic.table->setFocus();
        QApplication::setActiveWindow(&stage.window()); // there is no window manager to do it
        QTest::keyClick(traffic.table, Qt::Key_BracketRight);
        QTRY_VERIFY(traffic.prose().contains(u"hello"_s));
        QTest::keyClick(traffic.table, Qt::Key_BracketLeft);
        QTRY_VERIFY(says(traffic.detail, u"in one piece"_s));
        QTest::keyClick(traffic.table, Qt::Key_Y);
        QVERIFY(QApplication::clipboard()->text().startsWith(u"curl "_s));
        QTest::keyClick(traffic.table, Qt::Key_Slash);
        QVERIFY(named<QLineEdit>(traffic.page, u"Filter requests"_s)->hasFocus());
    }

    void noCredentialIsShownAnywhere()
    {
        LiveStage stage;
        stage.begin();
        const Traffic traffic(stage);
        stage.chat(u"gpt"_s, u"my key is sk-of-the-provider"_s);
        traffic.awaitRows(1);
        traffic.choose(0);
        for (const QString &tab : {u"Conversation"_s, u"Wires"_s, u"Timing"_s, u"Routing"_s, u"Cost"_s, u"Cache"_s})
            traffic.openTab(tab);
        traffic.openTab(u"Wires"_s);
        QTRY_VERIFY(traffic.wires().contains(u"authorization: "_s, Qt::CaseInsensitive));
        QTRY_VERIFY(everything(traffic.page).contains(u"my key is [redacted]"_s));
        traffic.detail->copyCurl();
        const QString all = everything(traffic.page) + QApplication::clipboard()->text();
        QVERIFY(!all.contains(u"sk-of-the-provider"_s));
        QVERIFY(!all.contains(QString::fromLatin1(LiveStage::masterKey())));
    }

    void aFilterShowsWhatItSaysAndItsTermsCanBeTakenOut()
    {
        LiveStage stage;
        stage.begin();
        const Traffic traffic(stage);
        const QAbstractItemModelTester watch(traffic.table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        stage.chat(u"gpt"_s);
        stage.script({failure(500)});
        stage.chat(u"gpt"_s);
        traffic.awaitRows(2);
        traffic.awaitEnd();
        stage.session().openPage(u"traffic"_s, u"is:error model=gpt"_s);
        QCOMPARE(traffic.rows(), 1);
        QVERIFY(says(traffic.page, u"1 of 2"_s));
        QPushButton *chip = named<QPushButton>(traffic.page, u"Remove is:error"_s);
        QVERIFY(chip);
        chip->click();
        QCOMPARE(traffic.rows(), 2);
        QCOMPARE(traffic.bar->query(), u"model=gpt"_s);
        QApplication::setActiveWindow(&stage.window());
        fillIn(named<QLineEdit>(traffic.page, u"Filter requests"_s), u"nobody"_s);
        QCOMPARE(traffic.rows(), 0);
        QVERIFY(says(traffic.page, u"No request matches"_s));
        QTest::keyClick(&stage.window(), Qt::Key_Escape);
        QTRY_COMPARE(traffic.rows(), 2);
    }

    void aPauseHoldsRowsBackUntilItEnds()
    {
        LiveStage stage;
        stage.begin();
        const Traffic traffic(stage);
        stage.chat(u"gpt"_s);
        traffic.awaitRows(1);
        traffic.table->setFocus();
        QApplication::setActiveWindow(&stage.window()); // there is no window manager to do it
        QTest::keyClick(traffic.table, Qt::Key_Space);
        stage.chat(u"gpt"_s);
        QTRY_VERIFY(buttonIn(traffic.page, u"Follow (1 new)"_s));
        QCOMPARE(traffic.rows(), 1);
        buttonIn(traffic.page, u"Follow (1 new)"_s)->click();
        QCOMPARE(traffic.rows(), 2);
        QVERIFY(buttonIn(traffic.page, u"Pause"_s));
    }

    void aStretchOfTimeIsChosenByItsBar()
    {
        LiveStage stage;
        stage.begin();
        const Traffic traffic(stage);
        stage.chat(u"gpt"_s);
        traffic.awaitRows(1);
        auto *bars = traffic.page->findChild<VolumeBars *>();
        QApplication::setActiveWindow(&stage.window());
        QTest::mouseClick(bars, Qt::LeftButton, {}, QPoint(3, 10)); // long ago
        QCOMPARE(traffic.rows(), 0);
        QVERIFY(says(traffic.page, u"0 of 1"_s));
        QTest::keyClick(&stage.window(), Qt::Key_Escape);
        QTRY_COMPARE(traffic.rows(), 1);
        QTest::mousePress(bars, Qt::LeftButton, {}, QPoint(3, 10));
        QTest::mouseRelease(bars, Qt::LeftButton, {}, QPoint(bars->width() - 3, 10));
        QCOMPARE(traffic.rows(), 1);
        QVERIFY(!bars->accessibleDescription().isEmpty());
    }

    void whatWasNotKeptSaysHowToKeepIt()
    {
        LiveStage stage(
            u"model_list:\n"
            "  - {model_name: gpt, litellm_params: {model: openai/gpt-4o, api_base: PROVIDER/v1, api_key: sk-of-the-provider}}\n"
            "general_settings:\n  master_key: sk-master-of-the-tests\n  capture_memory_mb: 0\n"_s);
        stage.begin();
        const Traffic traffic(stage);
        stage.chat(u"gpt"_s);
        traffic.awaitRows(1);
        traffic.choose(0);
        traffic.openTab(u"Wires"_s);
        QTRY_VERIFY(says(traffic.detail, u"was not kept"_s));
        buttonIn(traffic.detail, u"Keep requests on disk…"_s)->click();
        QVERIFY(stage.dialog());
        stage.dialog()->reject();
        traffic.openTab(u"Cost"_s);
        QTRY_VERIFY(traffic.tree().contains(u"Total"_s)); // the receipt is there without it
    }

    void megabytesAreShownAsFarAsAViewCanBear()
    {
        LiveStage stage(
            u"model_list:\n"
            "  - {model_name: gpt, litellm_params: {model: openai/gpt-4o, api_base: PROVIDER/v1, api_key: sk-of-the-provider}}\n"
            "general_settings:\n  master_key: sk-master-of-the-tests\n  capture_body_kb: 16384\n  capture_memory_mb: 128\n"_s);
        stage.begin();
        const Traffic traffic(stage);
        QCOMPARE(stage.chat(u"gpt"_s, QString(6 * 1024 * 1024, u'x')), 200);
        traffic.awaitRows(1);
        traffic.choose(0);
        traffic.openTab(u"Conversation"_s);
        QTRY_VERIFY(traffic.prose().contains(u"Show all"_s));
        QVERIFY(traffic.prose().size() < 20000);
        traffic.openTab(u"Wires"_s);
        QTRY_VERIFY(traffic.wires().contains(u"more characters"_s));
        QVERIFY(traffic.wires().size() < 40000);
    }

    void anExportThatIsCutOffByAnotherGatewayIsNoSuccess()
    {
        LiveStage stage;
        stage.begin();
        stage.chat(u"gpt"_s);
        const QString file = stage.homePath() + u"/cut.json"_s;
        auto *work = new TrafficExport(stage.session(), {1}, file, &stage.window());
        const QSignalSpy done(work, &TrafficExport::finished);
        work->start();
        stage.session().client().setTarget(QUrl(u"http://127.0.0.1:1"_s), {});
        QTRY_COMPARE(done.size(), 1);
        QVERIFY(!done[0][1].toString().isEmpty());
        QVERIFY(!QFile::exists(file));
    }

    void selectedRequestsAreExportedWhole()
    {
        LiveStage stage;
        stage.begin();
        const Traffic traffic(stage);
        stage.chat(u"gpt"_s, u"first"_s);
        stage.chat(u"gpt"_s, u"second"_s);
        traffic.awaitRows(2);
        traffic.awaitEnd();
        traffic.table->selectAll();
        const QString file = stage.homePath() + u"/out.json"_s;
        auto *work = new TrafficExport(stage.session(), traffic.table->selectedIds(10), file, &stage.window());
        QSignalSpy done(work, &TrafficExport::finished);
        work->start();
        QTRY_COMPARE(done.size(), 1);
        QCOMPARE(done[0][0].toInt(), 2);
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const QJsonArray list = QJsonDocument::fromJson(written.readAll()).array();
        QCOMPARE(list.size(), 2);
        QVERIFY(list[0]
                    .toObject()
                    .value("wires"_L1)
                    .toObject()
                    .value("client_request"_L1)
                    .toObject()
                    .value("body"_L1)
                    .toString()
                    .contains(u"first"_s));
        QVERIFY(!QFileInfo(file).permission(QFileDevice::ReadOther));
    }
};

QTEST_MAIN(TrafficPageTest)
#include "tst_traffic_page.moc"
