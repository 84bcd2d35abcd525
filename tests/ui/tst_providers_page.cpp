// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "fake_admin_api.h"
#include "fake_control.h"
#include "live_stage.h"
#include "memory_keys.h"

#include "ui/pages/providers/discover_dialog.h"
#include "ui/pages/providers/provider_card.h"
#include "ui/pages/providers/provider_cards.h"

#include <QJsonArray>
#include <QMenu>
#include <QStandardItemModel>
#include <QToolButton>

#include <memory>

using namespace Qt::StringLiterals;
using namespace gatehouse::ui;
using namespace gatehouse::ui::test;
namespace app = gatehouse::app;

namespace {

const auto two = u"model_list:\n"
                 "  - model_name: gpt\n"
                 "    litellm_params: {model: openai/gpt-4o, api_base: PROVIDER/v1, api_key: os.environ/KEY_OF_THIS_PAGE}\n"
                 "  - model_name: claude\n"
                 "    litellm_params: {model: anthropic/claude-sonnet-4-5, api_base: PROVIDER, api_key: sk-in-clear}\n"_s;

const auto ofTheKeychain =
    u"model_list:\n"
    "  - model_name: gpt\n"
    "    litellm_params: {model: openai/gpt-4o, api_base: PROVIDER/v1, api_key: keychain/work}\n"
    "  - model_name: other\n"
    "    litellm_params: {model: openai/gpt-4o-mini, api_base: PROVIDER/v1, api_key: os.environ/KEY_OF_THIS_PAGE}\n"_s;

ProviderCard *cardCalled(QWidget *page, const QString &title)
{
    return named<ProviderCard>(page, title);
}

QAction *actionIn(ProviderCard *card, const QString &text)
{
    auto *more = card->findChild<QToolButton *>();
    Q_EMIT more->menu()->aboutToShow();
    for (QAction *action : more->menu()->actions()) {
        if (action->text() == text)
            return action;
    }
    return nullptr;
}

void saveChange(LiveStage &stage)
{
    const auto shown = [&stage]() -> QPushButton * {
        for (QWidget *each : QApplication::topLevelWidgets()) {
            if (each->isVisible() && each->windowTitle() == "Change the configuration"_L1)
                return buttonIn(each, u"Save"_s);
        }
        return nullptr;
    };
    QTRY_VERIFY_WITH_TIMEOUT(shown() && shown()->isEnabled(), 20'000);
    shown()->click();
    QTRY_VERIFY_WITH_TIMEOUT(!stage.dialog(), 20'000);
}

/// A model server on one of the ports where the gateway looks for them, and that nobody else has.
std::unique_ptr<FakeAdminApi> localServer()
{
    for (const quint16 port : {1234, 8000, 5000, 5001, 8080, 1337, 30000, 12434, 11434}) {
        auto server = std::make_unique<FakeAdminApi>(nullptr, port);
        if (server->url().port() == port)
            return server;
    }
    return nullptr;
}

QJsonObject modelList()
{
    const QJsonArray models {QJsonObject {{u"id"_s, u"gpt-4o"_s}}, QJsonObject {{u"id"_s, u"gpt-4.1"_s}}};
    return {{u"status"_s, 200}, {u"body"_s, QJsonObject {{u"object"_s, u"list"_s}, {u"data"_s, models}}}};
}

} // namespace

class ProvidersPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        qputenv("KEY_OF_THIS_PAGE", "sk-of-the-environment");
    }

    void eachProviderThatIsUsedHasACard()
    {
        LiveStage stage(two);
        stage.begin();
        QWidget *page = stage.page(u"providers"_s);
        QTRY_VERIFY(cardCalled(page, u"OpenAI"_s) && cardCalled(page, u"Anthropic"_s));
        QTRY_COMPARE(cardCalled(page, u"OpenAI"_s)->record()["key"_L1].toString(), u"KEY_OF_THIS_PAGE"_s);
        QTRY_COMPARE(cardCalled(page, u"Anthropic"_s)->record()["key_kind"_L1].toString(), u"text"_s);
        fillIn(named<QLineEdit>(page, u"Filter providers"_s), u"anthr"_s);
        QVERIFY(!cardCalled(page, u"OpenAI"_s));
    }

    void aCardSaysHowLongMostAnswersTake()
    {
        LiveStage stage(two);
        stage.begin();
        QCOMPARE(stage.chat(u"gpt"_s), 200);
        QWidget *page = stage.page(u"providers"_s);
        QTRY_VERIFY(cardCalled(page, u"OpenAI"_s) && cardCalled(page, u"Anthropic"_s));
        QTRY_VERIFY_WITH_TIMEOUT(figuresText(cardCalled(page, u"OpenAI"_s)->record()).contains(u", 95 %: "_s), 20'000);
        QVERIFY(!figuresText(cardCalled(page, u"Anthropic"_s)->record()).contains(u"95 %"_s)); // nobody asked it
    }

    void aRefusedKeyIsSaidOnItsCard()
    {
        LiveStage stage(two);
        stage.begin();
        QWidget *page = stage.page(u"providers"_s);
        QTRY_VERIFY(cardCalled(page, u"OpenAI"_s) && cardCalled(page, u"OpenAI"_s)->record()["can_ask"_L1].toBool());
        stage.script({QJsonObject {{u"status"_s, 401}, {u"body"_s, QJsonObject {{u"error"_s, u"no"_s}}}}});
        buttonIn(cardCalled(page, u"OpenAI"_s), u"Test key"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(says(cardCalled(page, u"OpenAI"_s), u"refused the key"_s), 20'000);
    }

    void tickedModelsAreAddedAtOnce()
    {
        LiveStage stage(two);
        stage.begin();
        QWidget *page = stage.page(u"providers"_s);
        QTRY_VERIFY(cardCalled(page, u"OpenAI"_s) && cardCalled(page, u"OpenAI"_s)->record()["can_ask"_L1].toBool());
        stage.script({modelList()});
        buttonIn(cardCalled(page, u"OpenAI"_s), u"Add models…"_s)->click();
        auto *dialog = qobject_cast<DiscoverDialog *>(stage.dialog());
        QVERIFY(dialog);
        auto *models = dialog->findChild<QStandardItemModel *>();
        QTRY_VERIFY(models->rowCount() >= 2);
        QVERIFY(!buttonIn(dialog, u"Add"_s)->isEnabled()); // nothing is ticked by itself
        QCOMPARE(models->item(0, 4)->text(), u"Added already"_s);
        models->item(1)->setCheckState(Qt::Checked);
        buttonIn(dialog, u"Add"_s)->click();
        saveChange(stage);
        const QString text = stage.configText();
        QVERIFY(text.contains(u"model_name: gpt-4.1"_s));
        QCOMPARE(text.count(u"os.environ/KEY_OF_THIS_PAGE"_s), 2);
        stage.script(QJsonArray()); // answers again, and lists no more
        QCOMPARE(stage.chat(u"gpt-4.1"_s), 200);
    }

    void aKeyIsRemovedAfterAQuestion()
    {
        LiveStage stage(ofTheKeychain);
        MemoryKeys keys;
        keys.kept = {{u"work"_s, "sk-1"}, {u"home"_s, "sk-2"}};
        stage.begin();
        stage.session().setKeys(&keys);
        QWidget *page = stage.page(u"providers"_s);
        QTRY_VERIFY(cardCalled(page, u"OpenAI"_s) && cardCalled(page, u"OpenAI"_s)->record()["deployments"_L1] == 2);
        const QString before = stage.configText();
        QTRY_VERIFY(actionIn(cardCalled(page, u"OpenAI"_s), u"Replace key…"_s));
        actionIn(cardCalled(page, u"OpenAI"_s), u"Remove key…"_s)->trigger();
        QDialog *question = stage.dialog();
        QVERIFY(says(question, u"“work” is deleted from the keychain"_s));
        QVERIFY(says(question, u"1 deployment(s) use it"_s)); // the other has its key from elsewhere
        QTest::keyClick(question, Qt::Key_Return);
        QCOMPARE(keys.kept.size(), 2);
        QVERIFY(question->isVisible());
        buttonIn(question, u"Remove"_s)->click();
        QTRY_VERIFY(!stage.dialog());
        QCOMPARE(keys.kept.keys(), QStringList {u"home"_s});
        QTRY_VERIFY(says(&stage.window(), u"The key of OpenAI is removed"_s));
        QCOMPARE(stage.configText(), before); // what refers to it is left to whoever edits it
        stage.session().setKeys(nullptr);
    }

    void aKeyThatStaysIsNotSaidToBeRemoved()
    {
        LiveStage stage(ofTheKeychain);
        MemoryKeys keys;
        keys.kept = {{u"work"_s, "sk-1"}};
        keys.isSlow = true;
        stage.begin();
        stage.session().setKeys(&keys);
        QWidget *page = stage.page(u"providers"_s);
        QTRY_VERIFY(cardCalled(page, u"OpenAI"_s) && actionIn(cardCalled(page, u"OpenAI"_s), u"Replace key…"_s));
        actionIn(cardCalled(page, u"OpenAI"_s), u"Remove key…"_s)->trigger();
        buttonIn(stage.dialog(), u"Remove"_s)->click();
        stage.dialog()->reject(); // while the keychain asks for its password
        QTRY_VERIFY(!stage.dialog());
        keys.refuse(u"The keychain is locked."_s);
        QVERIFY(says(&stage.window(), u"The keychain is locked."_s));
        QVERIFY(!says(&stage.window(), u"is removed"_s));
        stage.session().setKeys(nullptr);
    }

    void theKeychainHereIsNoneOfAGatewayElsewhere()
    {
        LiveStage far(ofTheKeychain);
        far.begin();
        QTemporaryDir home;
        FakeControl own;
        MemoryKeys keys;
        keys.kept = {{u"work"_s, "sk-1"}};
        app::Desktop desktop(*qApp, own, home.filePath(u"window.ini"_s));
        desktop.setKeys(keys);
        desktop.show(false);
        desktop.connections().add(QUrl(far.session().address()), LiveStage::masterKey());
        QTRY_COMPARE(desktop.session().control().state(), GatewayState::Running);
        desktop.window().openPage(u"providers"_s);
        const auto card = [&desktop] { return cardCalled(&desktop.window(), u"OpenAI"_s); };
        QTRY_VERIFY(card() && card()->record()["key"_L1] == "work"_L1);
        QVERIFY(!actionIn(card(), u"Remove key…"_s)->isEnabled());
        QVERIFY(actionIn(card(), u"Set key…"_s));
        desktop.window().letGo();
    }

    void modelsOfAServerOnThisMachineAreAdded()
    {
        const auto server = localServer();
        if (!server)
            QSKIP("Others listen on all ports where model servers are looked for");
        LiveStage stage(two);
        stage.begin();
        QWidget *page = stage.page(u"providers"_s);
        const QString address = u"127.0.0.1:%1"_s.arg(server->url().port());
        QTRY_VERIFY_WITH_TIMEOUT(says(page, address), 20'000);
        QPushButton *add = nullptr;
        for (QLabel *each : page->findChildren<QLabel *>()) {
            if (each->text().contains(address))
                add = buttonIn(each->parentWidget(), u"Add its models…"_s);
        }
        QVERIFY(add);
        add->click();
        auto *dialog = qobject_cast<DiscoverDialog *>(stage.dialog());
        QVERIFY(dialog);
        auto *models = dialog->findChild<QStandardItemModel *>();
        QCOMPARE(models->rowCount(), 1);
        models->item(0)->setCheckState(Qt::Checked);
        buttonIn(dialog, u"Add"_s)->click();
        saveChange(stage);
        QVERIFY(stage.configText().contains(u"model_name: gpt-4o"_s));
        QVERIFY(stage.configText().contains(address));
        QCOMPARE(stage.chat(u"gpt-4o"_s), 200);
        QVERIFY(!server->heard("/v1/chat/completions").isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(says(page, u"in use already"_s), 20'000);
    }

    void aNewKeyBecomesACredentialWhereThereIsNoKeychain()
    {
        LiveStage stage(two);
        stage.begin();
        QWidget *page = stage.page(u"providers"_s);
        QTRY_VERIFY(cardCalled(page, u"Anthropic"_s) && cardCalled(page, u"Anthropic"_s)->record()["key_kind"_L1] == "text"_L1);
        actionIn(cardCalled(page, u"Anthropic"_s), u"Set key…"_s)->trigger();
        QDialog *dialog = stage.dialog();
        fillIn(named<QLineEdit>(dialog, u"New key"_s), u"sk-typed-here"_s);
        buttonIn(dialog, u"Keep"_s)->click();
        saveChange(stage);
        QVERIFY(stage.configText().contains(u"litellm_credential_name: anthropic"_s));
        QVERIFY(!stage.configText().contains(u"sk-in-clear"_s) && !stage.configText().contains(u"sk-typed-here"_s));
        QTRY_COMPARE(cardCalled(page, u"Anthropic"_s)->record()["key_kind"_L1].toString(), u"credential"_s);
        QCOMPARE(stage.chat(u"claude"_s), 200);
    }
};

QTEST_MAIN(ProvidersPageTest)
#include "tst_providers_page.moc"
