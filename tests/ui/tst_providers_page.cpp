// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "live_stage.h"

#include "ui/pages/providers/discover_dialog.h"
#include "ui/pages/providers/provider_card.h"

#include <QJsonArray>
#include <QMenu>
#include <QStandardItemModel>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace gatehouse::ui;
using namespace gatehouse::ui::test;

namespace {

const auto two = u"model_list:\n"
                 "  - model_name: gpt\n"
                 "    litellm_params: {model: openai/gpt-4o, api_base: PROVIDER/v1, api_key: os.environ/KEY_OF_THIS_PAGE}\n"
                 "  - model_name: claude\n"
                 "    litellm_params: {model: anthropic/claude-sonnet-4-5, api_base: PROVIDER, api_key: sk-in-clear}\n"_s;

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
