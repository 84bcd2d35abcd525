// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "live_stage.h"
#include "ui/first_run/env_file.h"
#include "ui/first_run/first_run.h"
#include "ui/first_run/offer.h"
#include "ui/first_run/offer_list.h"
#include "ui/shell/language.h"

#include <QFile>
#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace gatehouse::ui;
using namespace gatehouse::ui::test;

namespace {

QString textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
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
