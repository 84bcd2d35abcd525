// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "live_stage.h"

#include "ui/pages/playground/figure_grid.h"
#include "ui/pages/playground/model_column.h"
#include "ui/pages/playground/playground_page.h"
#include "ui/pages/traffic/answer_pane.h"
#include "ui/pages/traffic/detail_pane.h"
#include "ui/pages/traffic/traffic_table.h"
#include "ui/preferences.h"
#include "ui/shell/language.h"
#include "ui/widgets/pill.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QJsonArray>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSpinBox>

using namespace Qt::StringLiterals;
using namespace gatehouse::ui;
using namespace gatehouse::ui::test;

namespace {

const auto twoModels = u"model_list:\n"
                       "  - {model_name: gpt, litellm_params: {model: openai/gpt-4o, api_base: PROVIDER/v1, api_key: k}}\n"
                       "  - {model_name: small, litellm_params: {model: openai/gpt-4o-mini, mock_response: Shorter now}}\n"_s;

QString chunk(const QJsonObject &delta)
{
    const QJsonObject choice {{u"index"_s, 0}, {u"delta"_s, delta}};
    const QJsonObject event {{u"object"_s, u"chat.completion.chunk"_s}, {u"choices"_s, QJsonArray {choice}}};
    return u"data: "_s + QString::fromUtf8(QJsonDocument(event).toJson(QJsonDocument::Compact));
}

struct Playground {
    explicit Playground(LiveStage &live)
        : stage(live)
        , page(live.page(u"playground"_s))
        , question(named<QPlainTextEdit>(page, u"Question"_s))
    {
    }

    ModelColumn *column(int at) const { return named<ModelColumn>(page, u"Column %1"_s.arg(at)); }
    QComboBox *model(int at) const { return named<QComboBox>(column(at), u"Model"_s); }
    QString answer(int at) const { return column(at)->findChild<AnswerPane *>()->text(); }
    QString state(int at) const { return column(at)->findChild<Pill *>()->word(); }
    QString figure(int at, FigureGrid::Figure which) const { return column(at)->figureGrid().text(which); }
    void type(const QString &text) const
    {
        question->setFocus();
        question->setPlainText(text);
    }
    void press(const QString &caption) const { QTest::mouseClick(buttonIn(page, caption), Qt::LeftButton); }
    void choose(int at, const QString &entry) const
    {
        for (QAction *action : column(at)->findChild<QMenu *>()->actions()) {
            if (action->text() == entry)
                action->trigger();
        }
    }

    LiveStage &stage;
    QWidget *page;
    QPlainTextEdit *question;
};

} // namespace

class PlaygroundPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        speak(*qApp, QLocale(QLocale::English));
    }

    void everyColumnAnswersTheOneQuestion()
    {
        LiveStage stage(twoModels);
        stage.begin();
        const Playground playground(stage);
        QTRY_COMPARE(playground.model(1)->currentText(), u"gpt"_s); // the first there is
        playground.press(u"Add column"_s);
        QTRY_VERIFY(playground.column(2));                        // once it is laid out
        QCOMPARE(playground.model(2)->currentText(), u"small"_s); // one that nobody asks yet
        playground.type(u"Tell me"_s);
        QTest::keyClick(playground.question, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(playground.answer(1), u"Hello from the provider."_s, 10'000);
        QTRY_COMPARE_WITH_TIMEOUT(playground.answer(2), u"Shorter now"_s, 10'000);
        QTRY_COMPARE(playground.state(1), u"Done"_s);
        QTRY_COMPARE(stage.session().traffic().rowCount(), 2); // requests like any other
        QTRY_VERIFY(playground.figure(1, FigureGrid::Cost).startsWith(u'$'));
        QCOMPARE(playground.figure(1, FigureGrid::Tokens), u"↑ 11  ↓ 7"_s);
        QVERIFY(playground.figure(1, FigureGrid::First).endsWith(u"s"_s));
        QVERIFY(says(playground.column(1), u"Answer: gpt-4o"_s));
    }

    void whatAColumnSetsGoesToItsModelAlone()
    {
        LiveStage stage;
        stage.begin();
        const Playground playground(stage);
        QTRY_COMPARE(playground.model(1)->currentText(), u"gpt"_s);
        named<QDoubleSpinBox>(playground.column(1), u"Temperature"_s)->setValue(0.3);
        named<QSpinBox>(playground.column(1), u"Most tokens"_s)->setValue(99);
        named<QPlainTextEdit>(playground.column(1), u"System prompt"_s)->setPlainText(u"Be brief."_s);
        playground.type(u"Tell me"_s);
        ChatQuestion asked;
        asked.text = u"Tell me"_s;
        const QJsonObject body = playground.column(1)->filled(asked).body();
        QCOMPARE(body.value("temperature"_L1).toDouble(), 0.3);
        QCOMPARE(body.value("max_tokens"_L1).toInt(), 99);
        QCOMPARE(body.value("messages"_L1)[0]["content"_L1].toString(), u"Be brief."_s);
        QCOMPARE(body.value("messages"_L1)[1]["content"_L1].toString(), u"Tell me"_s);
        playground.press(u"Ask"_s);
        QTRY_COMPARE_WITH_TIMEOUT(playground.state(1), u"Done"_s, 10'000);
    }

    void anAnswerGrowsAndEscStopsIt()
    {
        LiveStage stage;
        stage.begin();
        stage.script({QJsonObject {{u"sse"_s,
                                       QJsonArray {chunk({{u"reasoning_content"_s, u"hm"_s}}), chunk({{u"content"_s, u"one "_s}}),
                                           chunk({{u"content"_s, u"two"_s}})}},
            {u"hangAfter"_s, 3}}});
        const Playground playground(stage);
        QTRY_COMPARE(playground.model(1)->currentText(), u"gpt"_s);
        playground.type(u"Tell me"_s);
        playground.press(u"Ask all"_s);
        QTRY_COMPARE_WITH_TIMEOUT(playground.answer(1), u"hm\none two"_s, 10'000);
        QCOMPARE(playground.state(1), u"Answering"_s);
        QVERIFY(buttonIn(playground.page, u"Stop all"_s));
        QTest::keyClick(playground.question, Qt::Key_Escape);
        QCOMPARE(playground.state(1), u"Stopped"_s);
        QVERIFY(buttonIn(playground.page, u"Ask all"_s));
        QTRY_COMPARE(stage.session().traffic().running(), 0); // the gateway has heard of it
        QCOMPARE(int(stage.session().traffic().at(0).state), int(TrafficRow::State::Abandoned));
    }

    void aRefusalSaysWhatToDo()
    {
        LiveStage stage;
        stage.begin();
        const Playground playground(stage);
        QTRY_COMPARE(playground.model(1)->currentText(), u"gpt"_s);
        playground.model(1)->setCurrentText(u"nobody"_s);
        playground.type(u"Tell me"_s);
        playground.press(u"Ask all"_s);
        QTRY_COMPARE_WITH_TIMEOUT(playground.state(1), u"Failed"_s, 10'000);
        QVERIFY2(playground.answer(1).contains(u"nobody"_s), qPrintable(playground.answer(1)));
        QVERIFY(playground.answer(1).contains(u"Choose a model from the list"_s));
    }

    void anEmptyQuestionIsNotAsked()
    {
        LiveStage stage;
        stage.begin();
        const Playground playground(stage);
        QTRY_COMPARE(playground.model(1)->currentText(), u"gpt"_s);
        playground.type(u"  "_s);
        playground.press(u"Ask all"_s);
        QVERIFY(says(playground.page, u"Write a question first"_s));
        QVERIFY(!playground.column(1)->isRunning());
    }

    void aRequestOfTheTrafficIsOpenedWithAllThatWasSaid()
    {
        LiveStage stage;
        stage.begin();
        const auto message = [](const QString &role, const QString &text) {
            return QJsonObject {{u"role"_s, role}, {u"content"_s, text}};
        };
        stage.call("POST", u"/v1/chat/completions"_s,
            {{u"model"_s, u"gpt"_s}, {u"temperature"_s, 0.5},
                {u"messages"_s,
                    QJsonArray {message(u"system"_s, u"Be brief."_s), message(u"user"_s, u"first"_s),
                        message(u"assistant"_s, u"answered"_s), message(u"user"_s, u"second"_s)}}});
        QWidget *traffic = stage.page(u"traffic"_s);
        auto *table = traffic->findChild<TrafficTable *>();
        QTRY_COMPARE(table->model()->rowCount(), 1);
        table->selectRow(0);
        QPushButton *open = buttonIn(traffic, u"Playground"_s);
        QTRY_VERIFY_WITH_TIMEOUT(open && open->isEnabled(), 10'000);
        open->click();
        QCOMPARE(stage.window().currentPage(), u"playground"_s);
        const Playground playground(stage);
        QTRY_COMPARE_WITH_TIMEOUT(playground.question->toPlainText(), u"second"_s, 10'000);
        QCOMPARE(playground.model(1)->currentText(), u"gpt"_s);
        QCOMPARE(named<QPlainTextEdit>(playground.column(1), u"System prompt"_s)->toPlainText(), u"Be brief."_s);
        QCOMPARE(named<QDoubleSpinBox>(playground.column(1), u"Temperature"_s)->value(), 0.5);
        QVERIFY(says(playground.page, u"2 earlier messages"_s));
        playground.press(u"Leave them out"_s);
        QVERIFY(!says(playground.page, u"earlier message"_s));
    }

    void theCurlNamesNoKey()
    {
        LiveStage stage;
        stage.begin();
        const Playground playground(stage);
        QTRY_COMPARE(playground.model(1)->currentText(), u"gpt"_s);
        playground.type(u"What's up?"_s);
        playground.choose(1, u"Copy as curl"_s);
        const QString curl = QApplication::clipboard()->text();
        QVERIFY2(curl.contains(u"/v1/chat/completions'"_s) && curl.contains(u"What'\\''s up?"_s), qPrintable(curl));
        QVERIFY(curl.contains(u"$GATEHOUSE_KEY"_s) && !curl.contains(QString::fromLatin1(LiveStage::masterKey())));
    }

    void columnsComeBackWithoutWhatWasSaid()
    {
        LiveStage stage(twoModels);
        stage.begin();
        Preferences preferences(stage.homePath() + u"/other.ini"_s);
        {
            PlaygroundPage page(stage.session(), preferences);
            page.reveal(u"model:small"_s);
            page.findChild<QPlainTextEdit *>()->setPlainText(u"a secret"_s);
            page.findChild<ModelColumn *>()->fields().setSetup({u"small"_s, u"another secret"_s, 0.2, {}});
            page.save();
        }
        QVERIFY(!preferences.bytes(u"playground/columns"_s).contains("secret"));
        PlaygroundPage page(stage.session(), preferences);
        const ColumnSetup setup = page.findChild<ModelColumn *>()->fields().setup();
        QCOMPARE(setup.model, u"small"_s);
        QCOMPARE(setup.temperature, std::optional(0.2));
        QVERIFY(setup.system.isEmpty() && !setup.mostTokens);
    }

    void fourColumnsAreTheMostAndOneIsTheLeast()
    {
        LiveStage stage;
        stage.begin();
        const Playground playground(stage);
        for (int more = 0; more < 3; ++more)
            playground.press(u"Add column"_s);
        QTRY_VERIFY(playground.column(4));
        QVERIFY(!buttonIn(playground.page, u"Add column"_s)->isEnabled());
        for (int less = 0; less < 4; ++less)
            playground.choose(1, u"Remove this column"_s);
        QVERIFY(playground.column(1) && !playground.column(2));
    }

    void withoutAModelTheNextStepIsOffered()
    {
        LiveStage stage(u"model_list: []\n"_s);
        stage.begin();
        const Playground playground(stage);
        QTRY_VERIFY_WITH_TIMEOUT(says(playground.page, u"offers no model yet"_s), 10'000);
        playground.press(u"Add a model…"_s);
        QCOMPARE(stage.window().currentPage(), u"models"_s);
        if (QDialog *dialog = stage.dialog())
            dialog->reject();
    }
};

QTEST_MAIN(PlaygroundPageTest)
#include "tst_playground_page.moc"
