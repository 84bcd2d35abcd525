// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "live_stage.h"
#include "ui/config/change_dialog.h"
#include "ui/config/diff_view.h"
#include "ui/first_run/env_file.h"
#include "ui/first_run/first_run.h"
#include "ui/first_run/offer.h"
#include "ui/first_run/offer_list.h"
#include "ui/shell/language.h"

#include <QFile>
#include <QFileDialog>
#include <QJsonArray>

#include <utility>

using namespace Qt::StringLiterals;
using namespace gatehouse::ui;
using namespace gatehouse::ui::test;

namespace {

QString textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// A keychain that lets one wait, and remembers what it was asked.
class SlowKeys : public KeyStore
{
public:
    void write(const QString &name, const QByteArray &, Done done) override
    {
        written.append(name);
        waiting = std::move(done);
    }
    void erase(const QString &, Done done) override { done({}); }
    void names(std::function<void(const QStringList &, const Outcome &)> done) override { done(kept, {}); }
    void read(const QString &, std::function<void(const QByteArray &, const Outcome &)> done) override { done({}, {}); }
    void answer() { std::exchange(waiting, {})({}); }

    QStringList kept;
    QStringList written;
    Done waiting;
};

QJsonObject provider(const QString &name, const QStringList &variables, int deployments = 0)
{
    const QJsonObject parameter {{u"name"_s, u"api_key"_s}, {u"variables"_s, QJsonArray::fromStringList(variables)}};
    return {{u"name"_s, name}, {u"title"_s, name}, {u"variant_of"_s, QJsonValue()}, {u"deployments"_s, deployments},
        {u"parameters"_s, QJsonArray {parameter}}};
}

QJsonObject providers(const QJsonArray &list)
{
    return {{u"providers"_s, list}};
}

/// A program that was never started before, with one key in its environment.
struct FreshStart {
    FreshStart()
    {
        qputenv("GROQ_API_KEY", "gsk-of-the-environment-1234");
        stage.begin();
    }
    ~FreshStart() { qunsetenv("GROQ_API_KEY"); }

    FirstRun *steps() { return stage.window().findChild<FirstRun *>(); }
    /// Imports a .env file with these lines and ticks the variables.
    void importAndTick(const QByteArray &text, const QStringList &names)
    {
        QFile file(stage.homePath() + u"/keys.env"_s);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) > 0);
        file.close();
        buttonIn(steps(), u"Import a file…"_s)->click();
        auto *dialog = steps()->findChild<QFileDialog *>();
        Q_EMIT dialog->fileSelected(file.fileName());
        dialog->reject();
        auto *list = steps()->findChild<OfferList *>();
        for (const QString &name : names) {
            QTRY_VERIFY(!list->findItems(name, Qt::MatchContains).isEmpty());
            list->findItems(name, Qt::MatchContains).last()->setCheckState(Qt::Checked);
        }
        QCOMPARE(list->ticked().size(), names.size());
    }
    QString configFile() const { return stage.homePath() + u"/data/config.yaml"_s; }

    LiveStage stage {u"demo"_s};
};

} // namespace

class FirstRunTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { speak(*qApp, QLocale(QLocale::English)); }

    void envFilesAreReadAsShellsReadThem()
    {
        const QList<EnvEntry> entries = readEnvFile("# keys\n"
                                                    "OPENAI_API_KEY=sk-1\r\n"
                                                    "export GROQ_API_KEY = 'gsk # 2' # mine\n"
                                                    "MISTRAL_API_KEY=\"m 3\"\n"
                                                    "COHERE_API_KEY=c4 # a comment\n"
                                                    "OPENAI_API_KEY=sk-5\n"
                                                    "EMPTY=\n"
                                                    "9LIVES=no\n"
                                                    "just words\n"
                                                    "=\n");
        QStringList all;
        for (const EnvEntry &entry : entries)
            all.append(entry.name + u'=' + QString::fromUtf8(entry.value));
        QCOMPARE(all,
            QStringList({u"GROQ_API_KEY=gsk # 2"_s, u"MISTRAL_API_KEY=m 3"_s, u"COHERE_API_KEY=c4"_s, u"OPENAI_API_KEY=sk-5"_s}));
    }

    void onlyKeysOfProvidersAreOfferedFromAFile()
    {
        const QJsonObject parameter {{u"name"_s, u"api_key"_s}, {u"variables"_s, QJsonArray {u"OPENAI_API_KEY"_s}}};
        const QJsonObject openai {{u"name"_s, u"openai"_s}, {u"title"_s, u"OpenAI"_s}, {u"variant_of"_s, QJsonValue()},
            {u"parameters"_s, QJsonArray {parameter}}};
        const QList<Offer> offers = offersOfFile(
            {{u"OPENAI_API_KEY"_s, "sk-12345678901234567890"}, {u"PATH"_s, "/bin"}}, {{u"providers"_s, QJsonArray {openai}}});
        QCOMPARE(offers.size(), 1);
        QCOMPARE(offers.first().hint, u"OPENAI_API_KEY …7890"_s);
        const QJsonObject parameters = offers.first().models.first()["litellm_params"_L1].toObject();
        QCOMPARE(parameters["api_key"_L1].toString(), u"keychain/openai"_s);
        QCOMPARE(parameters["model"_L1].toString(), u"openai/*"_s);
    }

    void aProviderHasOneOfferInAFileHoweverManyNamesItsKeyHas()
    {
        const QJsonObject answer = providers({provider(u"gemini"_s, {u"GEMINI_API_KEY"_s, u"GOOGLE_API_KEY"_s})});
        const QList<Offer> offers = offersOfFile({{u"GOOGLE_API_KEY"_s, "AIza-1"}, {u"GEMINI_API_KEY"_s, "AIza-1"}}, answer);
        QCOMPARE(offers.size(), 1);
        QCOMPARE(offers.first().id, u"file:GOOGLE_API_KEY"_s);
    }

    void whatIsInUseAlreadyIsNotAddedAgainFromAFile()
    {
        const QJsonObject answer = providers({provider(u"openai"_s, {u"OPENAI_API_KEY"_s}, 2)});
        OfferList list;
        list.add(offersOfFile({{u"OPENAI_API_KEY"_s, "sk-1"}}, answer));
        QVERIFY(!(list.item(0)->flags() & Qt::ItemIsUserCheckable));
    }

    void aKeyThatTheKeychainHasIsNotOverwritten()
    {
        const QJsonObject answer = providers({provider(u"openai"_s, {u"OPENAI_API_KEY"_s}), provider(u"mistral"_s, {u"M"_s})});
        const QList<Offer> offers = offersOfFile({{u"OPENAI_API_KEY"_s, "sk-1"}, {u"M"_s, "m-1"}}, answer);
        const QStringList taken {u"openai"_s, u"openai-2"_s, u"groq"_s};
        const QList<Offer> named = withFreeNames(offers, taken, {});
        QCOMPARE(named[0].keyName, u"openai-3"_s);
        QCOMPARE(named[0].models[0]["litellm_params"_L1]["api_key"_L1].toString(), u"keychain/openai-3"_s);
        QCOMPARE(named[1].keyName, u"mistral"_s);
        const QList<Offer> again = withFreeNames(offers, taken, {{u"file:OPENAI_API_KEY"_s, u"openai-2"_s}});
        QCOMPARE(again[0].keyName, u"openai-2"_s); // what was put there for it a moment ago
    }

    void oneWayToAProviderIsTickedAndAfterwardsNone()
    {
        OfferList list;
        const auto offer = [](const QString &id, const QString &provider, const QByteArray &key) {
            Offer made;
            made.id = id;
            made.models = {QJsonObject()};
            made.provider = provider;
            made.key = key;
            return made;
        };
        list.add({offer(u"env:openai"_s, u"openai"_s, {}), offer(u"file:OPENAI_API_KEY"_s, u"openai"_s, "sk-1"),
            offer(u"local:1"_s, {}, {})});
        for (int row = 0; row < list.count(); ++row)
            list.item(row)->setCheckState(Qt::Checked);
        const QList<Offer> ticked = list.ticked();
        QCOMPARE(ticked.size(), 2);
        QCOMPARE(ticked.first().id, u"file:OPENAI_API_KEY"_s);
        list.settle(ticked);
        QVERIFY(list.ticked().isEmpty());
        QVERIFY(!(list.item(1)->flags() & Qt::ItemIsUserCheckable));
        list.item(1)->setCheckState(Qt::Checked);
        QVERIFY2(list.ticked().first().key.isEmpty(), "nobody needs it any more");
    }

    void aDialogThatIsGoneIsNotCalledBackByTheKeychain()
    {
        SlowKeys keys;
        FreshStart fresh;
        fresh.stage.desktop().setKeys(keys);
        QTRY_VERIFY(fresh.steps());
        fresh.importAndTick("COHERE_API_KEY=sk-12345678901234567890\nMISTRAL_API_KEY=m-12345678901234567890\n",
            {u"COHERE_API_KEY"_s, u"MISTRAL_API_KEY"_s});
        buttonIn(fresh.steps(), u"Add 2"_s)->click();
        QCOMPARE(keys.written.size(), 1);
        fresh.steps()->reject();
        QTRY_VERIFY(!fresh.steps());
        keys.answer();
        QCOMPARE(keys.written.size(), 1);
    }

    void keysOfAFileGoUnderNamesThatAreFree()
    {
        SlowKeys keys;
        FreshStart fresh;
        keys.kept = {u"mistral"_s};
        fresh.stage.desktop().setKeys(keys);
        QTRY_VERIFY(fresh.steps());
        fresh.importAndTick("MISTRAL_API_KEY=m-12345678901234567890\n", {u"MISTRAL_API_KEY"_s});
        buttonIn(fresh.steps(), u"Add 1"_s)->click();
        QVERIFY(!buttonIn(fresh.steps(), u"Add 1"_s)->isEnabled()); // once is enough
        QCOMPARE(keys.written, QStringList {u"mistral-2"_s});
        keys.answer();
        const auto shown = [&fresh] {
            auto *diff = fresh.steps()->findChild<DiffView *>();
            return diff ? diff->toPlainText() : QString();
        };
        QTRY_VERIFY(shown().contains(u"keychain/mistral-2"_s));
        fresh.steps()->findChild<ChangeDialog *>()->reject();
        buttonIn(fresh.steps(), u"Add 1"_s)->click();
        QCOMPARE(keys.written, QStringList({u"mistral-2"_s, u"mistral-2"_s}));
    }

    void aServerWithoutModelsCannotBeTicked()
    {
        const QJsonObject server {{u"title"_s, u"Ollama"_s}, {u"port"_s, 11434}, {u"api_base"_s, u"http://127.0.0.1:11434"_s},
            {u"models"_s, QJsonArray()}};
        OfferList list;
        list.add(offersOfThisComputer({{u"servers"_s, QJsonArray {server}}}));
        QCOMPARE(list.count(), 1);
        QVERIFY(!(list.item(0)->flags() & Qt::ItemIsUserCheckable));
        QVERIFY(list.ticked().isEmpty());
    }

    void withoutAKeyTheBuiltInModelAnswersTheFirstRequest()
    {
        FreshStart fresh;
        QTRY_VERIFY(fresh.steps());
        buttonIn(fresh.steps(), u"Try without a key"_s)->click();
        QPushButton *test = buttonIn(fresh.steps(), u"Send a test request"_s);
        QTRY_VERIFY(test->isEnabled());
        test->click();
        QTRY_VERIFY_WITH_TIMEOUT(says(fresh.steps(), u"It works."_s), 10'000);
        buttonIn(fresh.steps(), u"Done"_s)->click();
        QTRY_VERIFY(!fresh.steps());
        QVERIFY2(!QFile::exists(fresh.configFile()), "nothing was chosen, so nothing is written");
    }

    void whatIsTickedIsAddedAndNothingElse()
    {
        FreshStart fresh;
        QTRY_VERIFY(fresh.steps());
        auto *list = fresh.steps()->findChild<OfferList *>();
        QTRY_VERIFY(list->count() > 0);
        QVERIFY2(list->ticked().isEmpty(), "nothing is ticked by itself");
        QVERIFY(!buttonIn(fresh.steps(), u"Add"_s)->isEnabled());
        const QList<QListWidgetItem *> found = list->findItems(u"GROQ_API_KEY"_s, Qt::MatchContains);
        QCOMPARE(found.size(), 1);
        QVERIFY2(!found.first()->text().contains(u"gsk-of"_s), "a key is never shown");
        found.first()->setCheckState(Qt::Checked);
        buttonIn(fresh.steps(), u"Add 1"_s)->click();
        QPushButton *save = nullptr;
        QTRY_VERIFY((save = buttonIn(&fresh.stage.window(), u"Save"_s)) && save->isEnabled());
        save->click();
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(fresh.configFile()), 10'000);
        const QString text = textOf(fresh.configFile());
        QVERIFY2(text.contains(u"os.environ/GROQ_API_KEY"_s), qPrintable(text));
        QVERIFY(!text.contains(u"gsk-of"_s));
        QVERIFY2(text.contains(u"# The demo of Gatehouse"_s), "comments stay");
        QTRY_VERIFY(buttonIn(fresh.steps(), u"Done"_s));
    }

    void theFirstStepsComeOnce()
    {
        FreshStart fresh;
        QTRY_VERIFY(fresh.steps());
        fresh.steps()->reject();
        QTRY_VERIFY(!fresh.steps());
        fresh.stage.session().control().stop();
        QTRY_COMPARE(fresh.stage.session().control().state(), GatewayState::Stopped);
        fresh.stage.session().control().start();
        QTRY_COMPARE(fresh.stage.session().control().state(), GatewayState::Running);
        QVERIFY(!fresh.steps());
        fresh.stage.window().showFirstSteps(); // from the menu they still do
        QVERIFY(fresh.steps());
    }
};

QTEST_MAIN(FirstRunTest)
#include "tst_first_run.moc"
