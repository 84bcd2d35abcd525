// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/providers/card_grid.h"
#include "ui/pages/providers/discovered.h"
#include "ui/pages/providers/provider_card.h"
#include "ui/pages/providers/provider_cards.h"
#include "ui/pages/providers/provider_keys.h"

#include <QJsonDocument>
#include <QLabel>
#include <QScrollArea>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse::ui;

namespace {

QJsonArray array(const char *text)
{
    return QJsonDocument::fromJson(QByteArray(text).replace('\'', '"')).array();
}

QString json(const QJsonArray &value)
{
    return QString::fromUtf8(QJsonDocument(value).toJson(QJsonDocument::Compact)).replace(u'"', u'\'');
}

ProviderSources sources()
{
    ProviderSources told;
    told.providers = array("[{'name':'openai','title':'OpenAI','variant_of':null,'dialects':['openai','responses'],'lists_models'"
                           ":true,'needs_key':true},"
                           "{'name':'text-openai','title':'OpenAI text','variant_of':'openai','needs_key':true},"
                           "{'name':'groq','title':'Groq','variant_of':null,'lists_models':true,'needs_key':true},"
                           "{'name':'mistral','title':'Mistral','variant_of':null,'lists_models':true,'needs_key':true},"
                           "{'name':'xai','title':'xAI','variant_of':null,'needs_key':true}]");
    told.found = array("[{'provider':'groq','litellm_params':{'api_key':'os.environ/GROQ_API_KEY'}}]");
    told.keychain = {u"mistral"_s};
    told.rows =
        array("[{'id':'a','provider':'openai','state':'closed','key_kind':'keychain','key':'openai','requests':300,'errors':3,"
              "'latency_ms':200,'index':0,'entry':{'litellm_params':{'model':'openai/x','api_key':'keychain/"
              "openai','api_base':'http:'}}},"
              "{'id':'b','provider':'text-openai','state':'open','key_kind':'text','latency_ms':900,'index':1,"
              "'entry':{'litellm_params':{'model':'text-openai/y','api_key':'\u2022\u2022\u2022'}}}]");
    told.day = array("[{'name':'a','p95_ms':[1250.4]},{'name':'b','p95_ms':[null]},{'name':'of another','p95_ms':[9000]}]");
    return told;
}

} // namespace

class ProviderCardsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void cardsThatNeedMoreRoomComeInFewerColumns()
    {
        QScrollArea area;
        auto *grid = new CardGrid(10);
        QList<QWidget *> cards;
        for (int card = 0; card < 4; ++card) {
            cards.append(new QLabel(u"a card"_s));
            cards.last()->setMinimumWidth(300);
        }
        grid->setCards(cards);
        area.setWidget(grid);
        area.setWidgetResizable(true);
        area.resize(700, 500);
        area.show();
        QTRY_COMPARE(cards[1]->y(), cards[0]->y());
        QTRY_VERIFY(cards[2]->y() > cards[0]->y());
        QVERIFY(cards[1]->geometry().right() < area.viewport()->width());
    }

    void aProviderHasACardWhenItIsUsedOrCouldBe()
    {
        QStringList titles;
        for (const QJsonValue &card : providerCards(sources()))
            titles.append(card["title"_L1].toString());
        QCOMPARE(titles, (QStringList {u"Groq"_s, u"Mistral"_s, u"OpenAI"_s}));
    }

    void aCardAddsUpWhatItsDeploymentsDo()
    {
        const QJsonObject card = providerCards(sources())[2].toObject();
        QCOMPARE(card["deployments"_L1].toInt(), 2); // of its variant too
        QCOMPARE(card["state"_L1].toString(), u"open"_s);
        QCOMPARE(card["key"_L1].toString(), u"openai"_s);
        QCOMPARE(card["question"_L1]["api_key"_L1].toString(), u"keychain/openai"_s);
        QCOMPARE(card["question"_L1]["api_base"_L1].toString(), u"http:"_s);
        QVERIFY(card["can_ask"_L1].toBool());
        QVERIFY(figuresText(card).contains(u"\nLatency 900 ms, 95 %: 1.25 s"_s));
        QVERIFY(figuresText(card).contains(u"1.0 % errors"_s) || figuresText(card).contains(u"1 % errors"_s));
    }

    void aFoundKeyIsNamedAndNotTold()
    {
        const QJsonArray cards = providerCards(sources());
        QCOMPARE(cards[0]["key_kind"_L1].toString(), u"environment"_s);
        QCOMPARE(cards[0]["question"_L1]["api_key"_L1].toString(), u"os.environ/GROQ_API_KEY"_s);
        QCOMPARE(cards[1]["question"_L1]["api_key"_L1].toString(), u"keychain/mistral"_s);
        QVERIFY(!cards[0]["is_used"_L1].toBool());
    }

    void aKeyThatStandsInClearIsNotAskedWith()
    {
        ProviderSources told = sources();
        told.rows = {told.rows[1]};
        const QJsonObject card = providerCards(told)[2].toObject();
        QCOMPARE(card["key_kind"_L1].toString(), u"text"_s);
        QVERIFY(!card["can_ask"_L1].toBool());
        QVERIFY(!card["question"_L1].toObject().contains("api_key"_L1));
    }

    void aNewKeyIsUsedByAllDeploymentsThatHaveAnother()
    {
        const QJsonArray rows = sources().rows;
        const QJsonObject params {{u"api_key"_s, u"keychain/openai"_s}};
        QCOMPARE(json(keyEdits(rows, params)),
            u"[{'op':'set','path':['model_list',1,'litellm_params','api_key'],'value':'keychain/openai'}]"_s);
        QCOMPARE(keyEdits(rows, {{u"litellm_credential_name"_s, u"c"_s}}).size(), 4);
    }

    void foundModelsBecomeEntries()
    {
        const QJsonArray found = array("[{'id':'meta/llama','model':'groq/meta/llama','known':true,'mode':'chat'},"
                                       "{'id':'new-embed','model':'groq/new-embed','known':false,'mode':'embedding'}]");
        QCOMPARE(json(entriesFor(found, {{u"api_key"_s, u"keychain/groq"_s}})),
            u"[{'litellm_params':{'api_key':'keychain/groq','model':'groq/meta/llama'},'model_name':'llama'},"
            "{'litellm_params':{'api_key':'keychain/groq','model':'groq/new-embed'},'model_info':{'mode':'embedding'},'model_name':'new-embed'}]"_s);
        QCOMPARE(
            json(entriesOf(array("[{'id':'a','model_name':'a','model_info':{},'litellm_params':{'model':'ollama_chat/a'}}]"))),
            u"[{'litellm_params':{'model':'ollama_chat/a'},'model_name':'a'}]"_s);
    }

    void whatIsThereAlreadyIsKnownByModelAndAddress()
    {
        const QJsonArray rows = array("[{'info':{'litellm_params':{'model':'openai/x','api_base':'http:host/'}}}]");
        QVERIFY(usedModels(rows).contains(modelMark({{u"model"_s, u"openai/x"_s}, {u"api_base"_s, u"http:host"_s}})));
        QVERIFY(!usedModels(rows).contains(modelMark({{u"model"_s, u"openai/x"_s}})));
    }

    void cardsStandInAsManyColumnsAsThereIsRoomFor()
    {
        CardGrid grid(40);
        QList<QWidget *> cards;
        for (int i = 0; i < 3; ++i)
            cards.append(new QWidget);
        const int width = grid.fontMetrics().averageCharWidth() * 40;
        grid.resize(width * 2 + 40, 300);
        grid.setCards(cards);
        grid.show();
        QVERIFY(QTest::qWaitForWindowExposed(&grid));
        QCOMPARE(cards[0]->y(), cards[1]->y());
        QVERIFY(cards[2]->y() > cards[0]->y());
        grid.resize(width + 20, 300);
        QTRY_VERIFY(cards[1]->y() > cards[0]->y());
        grid.setCards({cards[2]});
        QVERIFY(!cards[0]->isVisible());
    }

    void aCardThatAnotherGridTookStaysThere()
    {
        QWidget page;
        CardGrid used(40, &page), found(40, &page);
        auto *card = new QWidget;
        found.setCards({card});
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        used.setCards({card});
        found.setCards({});
        QVERIFY(card->isVisible());
        used.setCards({});
        QVERIFY(!card->isVisible());
    }

    void aCardTellsAllItKnowsInWords()
    {
        ProviderCard card;
        card.setRecord(providerCards(sources())[2].toObject());
        QCOMPARE(card.accessibleName(), u"OpenAI"_s);
        QStringList texts;
        for (const QLabel *label : card.findChildren<QLabel *>())
            texts.append(label->toolTip());
        QVERIFY(texts.contains(u"Keychain: openai"_s));
        card.setDone(false, u"OpenAI refused the key (HTTP 401)."_s);
        card.setRecord(providerCards(sources())[0].toObject());
        QCOMPARE(card.accessibleName(), u"Groq"_s);
    }
};

QTEST_MAIN(ProviderCardsTest)
#include "tst_provider_cards.moc"
