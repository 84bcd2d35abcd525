// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "running_session.h"
#include "ui/pages/connect/client_view.h"
#include "ui/pages/connect/connect_page.h"
#include "ui/pages/connect/file_change_dialog.h"
#include "ui/preferences.h"
#include "ui/shell/language.h"
#include "ui/widgets/message_line.h"

#include <QClipboard>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse::ui;
using namespace gatehouse::ui::test;

using State = ClientStatus::State;

namespace {

/// The page before a gateway that has keys, in a home of its own.
struct Stage {
    explicit Stage(const QString &client)
    {
        qputenv("HOME", home.path().toLocal8Bit());
        running.control.key = "sk-admin";
        running.control.set(GatewayState::Running);
        running.api.tell("/key/generate", "{\"key\": \"sk-made\", \"key_alias\": \"x\"}");
        running.api.tell("/v1/messages", "{\"content\": [{\"type\": \"text\", \"text\": \"Hello from the model.\"}]}");
        running.session.setExampleModel(u"gpt-4o"_s);
        page = std::make_unique<ConnectPage>(running.session, preferences);
        page->resize(1000, 800);
        page->show();
        page->reveal(u"client:"_s + client);
        for (ClientView *each : page->findChildren<ClientView *>()) {
            if (client == QLatin1StringView(each->client().key))
                view = each;
        }
    }

    template <typename Type> Type *child(const QString &accessibleName) const
    {
        for (Type *each : view->findChildren<Type *>()) {
            if (each->accessibleName() == accessibleName)
                return each;
        }
        return nullptr;
    }
    QPushButton *button(const QString &caption, const QWidget *where = nullptr) const
    {
        for (QPushButton *each : (where ? where : view)->findChildren<QPushButton *>()) {
            if (each->text() == caption && each->isVisible())
                return each;
        }
        return nullptr;
    }
    QString said() const { return view->findChild<MessageLine *>()->text(); }
    FileChangeDialog *dialog() const
    {
        auto *found = view->findChild<FileChangeDialog *>();
        return found && found->isVisible() ? found : nullptr;
    }
    QByteArray settings() const
    {
        QFile file(home.filePath(u".claude/settings.json"_s));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    State state() const { return view->status().state; }

    QTemporaryDir home;
    RunningSession running;
    Preferences preferences {home.filePath(u"window.ini"_s)};
    std::unique_ptr<ConnectPage> page;
    ClientView *view = nullptr;
};

} // namespace

class ConnectPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        for (const char *name : {"CLAUDE_CONFIG_DIR", "CODEX_HOME", "GEMINI_CLI_HOME", "XDG_CONFIG_HOME"})
            qunsetenv(name);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        speak(*qApp, QLocale(QLocale::English));
    }

    void textsNameThisGatewayAndAKeyOnlyWhenCopied()
    {
        const Stage stage(u"curl"_s);
        const auto *text = stage.child<QPlainTextEdit>(u"Text to copy"_s);
        QVERIFY(text->toPlainText().contains(stage.running.session.address()));
        QVERIFY(text->toPlainText().contains("Bearer YOUR_KEY"_L1));
        QTRY_VERIFY(text->toPlainText().contains("\"gpt-4o\""_L1));
        stage.child<QLineEdit>(u"Key of this gateway"_s)->setText(u"sk-typed"_s);
        QVERIFY(!text->toPlainText().contains("sk-typed"_L1));
        stage.button(u"Copy"_s)->click();
        QVERIFY(QGuiApplication::clipboard()->text().contains("Bearer sk-typed"_L1));
    }

    void aClientIsConnectedTestedAndDisconnectedAgain()
    {
        const Stage stage(u"claude-code"_s);
        QTRY_COMPARE(stage.state(), State::NotConnected);
        stage.button(u"Connect…"_s)->click();
        QVERIFY(stage.said().contains("Make a key"_L1));
        stage.button(u"Make a key for this client"_s)->click();
        QTRY_COMPARE(stage.child<QLineEdit>(u"Key of this gateway"_s)->text(), u"sk-made"_s);
        QVERIFY(stage.running.api.heard("/key/generate").first().contains("\"claude-code\""));

        stage.button(u"Connect…"_s)->click();
        QTRY_VERIFY(stage.dialog());
        QVERIFY(stage.settings().isEmpty()); // nothing before it was seen
        const QString diff = stage.dialog()->findChild<QPlainTextEdit *>()->toPlainText();
        QVERIFY(diff.contains("ANTHROPIC_BASE_URL"_L1) && diff.contains(stage.running.session.address())
            && !diff.contains("sk-made"_L1));
        stage.button(u"Connect"_s, stage.dialog())->click();
        QTRY_COMPARE(stage.state(), State::Connected);
        QVERIFY(stage.settings().contains("sk-made"));

        stage.button(u"Test"_s)->click();
        QTRY_VERIFY2(stage.said().contains("Hello from the model."_L1), qPrintable(stage.said()));
        QVERIFY(stage.running.api.heard("/v1/messages").first().contains("\"gpt-4o\""));

        stage.button(u"Disconnect…"_s)->click();
        QTRY_VERIFY(stage.dialog());
        stage.button(u"Disconnect"_s, stage.dialog())->click();
        QTRY_COMPARE(stage.state(), State::NotConnected);
        QVERIFY(!QFile::exists(stage.home.filePath(u".claude/settings.json"_s)));
    }

    void aTestGoesOutWithTheKeyOfTheClientAndNotTheAdministrators()
    {
        Stage stage(u"claude-code"_s);
        stage.child<QLineEdit>(u"Key of this gateway"_s)->setText(u"sk-wrong"_s);
        stage.running.api.setKey("sk-admin");
        stage.button(u"Test"_s)->click();
        QTRY_COMPARE(stage.said(), u"The gateway refused this key."_s);
    }

    void anAliasThatIsTakenGetsANumber()
    {
        Stage stage(u"claude-code"_s);
        stage.running.api.tell(
            "/key/generate", "{\"error\": {\"message\": \"Key with alias 'claude-code' already exists.\"}}", 400);
        stage.button(u"Make a key for this client"_s)->click();
        QTRY_VERIFY(stage.running.api.heard("/key/generate").size() >= 2);
        QVERIFY(stage.running.api.heard("/key/generate")[1].contains("\"claude-code-2\""));
    }

    void whereNoKeyIsNeededNoneIsMade()
    {
        Stage stage(u"claude-code"_s);
        stage.running.control.key.clear();
        stage.running.control.set(GatewayState::Running);
        QVERIFY(!stage.button(u"Make a key for this client"_s));
        stage.button(u"Connect…"_s)->click();
        QTRY_VERIFY(stage.dialog());
        stage.button(u"Connect"_s, stage.dialog())->click();
        QTRY_VERIFY(stage.settings().contains("\"unused\""));
    }

    void aKeyOfAnotherProviderIsNotTaken()
    {
        const Stage stage(u"claude-code"_s);
        QDir(stage.home.path()).mkpath(u".claude"_s);
        QFile file(stage.home.filePath(u".claude/settings.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"env\": {\"ANTHROPIC_BASE_URL\": \"https://other.example\", \"ANTHROPIC_AUTH_TOKEN\": \"sk-theirs\"}}");
        file.close();
        stage.page->refresh();
        QTRY_COMPARE(stage.view->status().key, QByteArray("sk-theirs"));
        stage.button(u"Connect…"_s)->click();
        QVERIFY(stage.said().contains("not one of this gateway"_L1));
        QVERIFY(!stage.dialog());
        stage.button(u"Test"_s)->click(); // and it is not sent here either
        QTest::qWait(0);
        QVERIFY(stage.running.api.heard("/v1/messages").isEmpty());
    }

    void theListTellsHowEachClientStands()
    {
        const Stage stage(u"codex"_s);
        const auto *list = stage.page->findChild<QListWidget *>();
        QCOMPARE(list->count(), int(connectClients().size()));
        QTRY_COMPARE(list->item(0)->data(Qt::AccessibleDescriptionRole).toString(), u"Not connected"_s);
        QCOMPARE(list->currentItem()->text(), u"Codex CLI"_s);
        stage.page->save();
        const ConnectPage again(const_cast<Session &>(stage.running.session), const_cast<Preferences &>(stage.preferences));
        QCOMPARE(again.findChild<QListWidget *>()->currentItem()->text(), u"Codex CLI"_s);
    }
};

QTEST_MAIN(ConnectPageTest)
#include "tst_connect_page.moc"
