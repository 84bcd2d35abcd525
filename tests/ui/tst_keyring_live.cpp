// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// A provider's key, from the field it is typed into to the request it is sent with, through a real keyring on a D-Bus session
// of its own.

#include "app/key_store.h"
#include "fake_admin_api.h"
#include "live_stage.h"
#include "ui/pages/models/model_picker.h"
#include "ui/pages/models/provider_picker.h"
#include "ui/pages/providers/provider_card.h"

#include <QComboBox>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDir>
#include <QFile>
#include <QMenu>
#include <QPlainTextEdit>
#include <QStandardPaths>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace gatehouse::ui;
using namespace gatehouse::ui::test;

namespace {

const auto secret = u"sk-through-the-real-keyring"_s;

/// The bus starts nothing by itself, so whoever is not started here is not there: no other keyring, no window for a password.
class Keyring
{
public:
    Keyring()
    {
        isInstalled = !QStandardPaths::findExecutable(u"dbus-daemon"_s).isEmpty()
            && !QStandardPaths::findExecutable(u"gnome-keyring-daemon"_s).isEmpty();
        if (!isInstalled)
            return;
        QDir(m_home.path()).mkpath(u"run"_s);
        QFile::setPermissions(m_home.filePath(u"run"_s), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        qputenv("HOME", m_home.path().toLocal8Bit());
        qputenv("XDG_DATA_HOME", m_home.path().toLocal8Bit());
        qputenv("XDG_RUNTIME_DIR", m_home.filePath(u"run"_s).toLocal8Bit());
        qputenv("XDG_CURRENT_DESKTOP", "");
        const QString bus = m_home.filePath(u"bus"_s), rules = m_home.filePath(u"bus.conf"_s);
        qputenv("DBUS_SESSION_BUS_ADDRESS", (u"unix:path="_s + bus).toLocal8Bit());
        QFile file(rules);
        if (!file.open(QIODevice::WriteOnly))
            qFatal("The rules of the bus cannot be written");
        file.write("<busconfig><type>session</type><listen>unix:path=" + bus.toLocal8Bit()
            + "</listen><policy context='default'><allow send_destination='*'/><allow own='*'/><allow "
              "eavesdrop='true'/></policy></busconfig>");
        file.close();
        m_bus.start(u"dbus-daemon"_s, {u"--nofork"_s, u"--print-address"_s, u"--config-file="_s + rules});
        if (!m_bus.waitForReadyRead(20'000))
            qFatal("The bus did not start");
        m_ring.start(u"gnome-keyring-daemon"_s, {u"--foreground"_s, u"--unlock"_s, u"--components=secrets"_s});
        m_ring.waitForStarted();
        m_ring.write("its password");
        m_ring.waitForBytesWritten(); // no event loop runs yet that would do it
        m_ring.closeWriteChannel();
    }
    ~Keyring()
    {
        for (QProcess *each : {&m_ring, &m_bus}) {
            each->kill();
            each->waitForFinished();
        }
    }

    bool isInstalled = false;

private:
    QTemporaryDir m_home;
    QProcess m_bus;
    QProcess m_ring;
};

Keyring *ring = nullptr;

QDialog *dialogCalled(const QString &title)
{
    for (QWidget *each : QApplication::topLevelWidgets()) {
        auto *found = qobject_cast<QDialog *>(each);
        if (found && found->isVisible() && found->windowTitle() == title)
            return found;
    }
    return nullptr;
}

/// What the menu of OpenAI's card offers to take its key away.
QAction *removalOn(QWidget *page)
{
    auto *card = named<ProviderCard>(page, u"OpenAI"_s);
    if (!card)
        return nullptr;
    QMenu *menu = card->findChild<QToolButton *>()->menu();
    Q_EMIT menu->aboutToShow();
    for (QAction *action : menu->actions()) {
        if (action->text() == u"Remove key…"_s)
            return action;
    }
    return nullptr;
}

bool isInAnyWidget(const QString &text)
{
    for (const QWidget *each : QApplication::allWidgets()) {
        const auto *line = qobject_cast<const QLineEdit *>(each);
        const auto *box = qobject_cast<const QPlainTextEdit *>(each);
        const auto *label = qobject_cast<const QLabel *>(each);
        if ((line && line->text().contains(text)) || (box && box->toPlainText().contains(text))
            || (label && label->text().contains(text)))
            return true;
    }
    return false;
}

} // namespace

class KeyringLiveTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!ring->isInstalled)
            QSKIP("dbus-daemon or gnome-keyring-daemon is not installed");
        const QDBusConnection bus =
            QDBusConnection::connectToBus(qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS"), u"tst_keyring_live"_s);
        QVERIFY(bus.isConnected());
        QTRY_VERIFY_WITH_TIMEOUT(bus.interface()->isServiceRegistered(u"org.freedesktop.secrets"_s), 20'000);
        gatehouse::app::KeychainStore keys(std::chrono::seconds(20));
        bool isThere = false;
        QTRY_VERIFY_WITH_TIMEOUT(
            (keys.names([&](const QStringList &, const KeyStore::Outcome &outcome) { isThere = outcome.isOk(); }), isThere),
            30'000);
    }

    void aModelAnswersWithAKeyThatIsOnlyInTheKeyring()
    {
        LiveStage stage;
        stage.begin();
        KeyStore &keys = stage.keys();
        QWidget *page = stage.page(u"models"_s);
        buttonIn(page, u"Add model"_s)->click();
        QDialog *dialog = dialogCalled(u"Add a model"_s);
        QTRY_VERIFY(dialog->findChild<ProviderPicker *>()->choose(u"openai"_s));
        fillIn(named<QLineEdit>(dialog, u"Base address"_s), stage.providerUrl() + u"/v1"_s);
        dialog->findChild<ModelPicker *>()->setModel(u"gpt-4.1"_s);
        auto *places = named<QComboBox>(dialog, u"Where the key comes from"_s);
        QTRY_VERIFY(places->findText(u"New key…"_s) >= 0);
        places->setCurrentIndex(places->findText(u"New key…"_s));
        fillIn(named<QLineEdit>(dialog, u"New key"_s), secret);
        buttonIn(dialog, u"Add"_s)->click();
        QDialog *change = nullptr;
        QTRY_VERIFY_WITH_TIMEOUT(change = dialogCalled(u"Change the configuration"_s), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(buttonIn(change, u"Save"_s)->isEnabled(), 20'000);
        QVERIFY(!isInAnyWidget(secret));
        buttonIn(change, u"Save"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(!dialogCalled(u"Add a model"_s), 30'000);
        QVERIFY(stage.configText().contains(u"api_key: keychain/openai"_s));
        QVERIFY(!stage.configText().contains(secret));
        QByteArray kept;
        keys.read(u"openai"_s, [&kept](const QByteArray &value, const KeyStore::Outcome &) { kept = value; });
        QTRY_COMPARE(kept, secret.toUtf8());
        QCOMPARE(stage.chat(u"gpt-4.1"_s), 200);
    }

    void aKeyThatIsRemovedInTheWindowIsGoneFromWhatUsedIt()
    {
        QByteArray kept = "unread";
        const auto read = [&kept](const QByteArray &value, const KeyStore::Outcome &) { kept = value; };
        FakeAdminApi provider; // which wants that key and no other
        provider.setKey(secret.toUtf8());
        LiveStage stage(u"model_list:\n"
                        "  - model_name: gpt\n"
                        "    litellm_params: {model: openai/gpt-4o, api_key: keychain/work, api_base: %1/v1}\n"_s.arg(
                            provider.url().toString()));
        bool isWritten = false;
        stage.keys().write(
            u"work"_s, secret.toUtf8(), [&isWritten](const KeyStore::Outcome &outcome) { isWritten = outcome.isOk(); });
        QTRY_VERIFY(isWritten);
        stage.begin();
        QTRY_COMPARE(stage.chat(u"gpt"_s), 200);
        QWidget *page = stage.page(u"providers"_s);
        QTRY_VERIFY(removalOn(page) && removalOn(page)->isEnabled());
        removalOn(page)->trigger();
        QDialog *question = dialogCalled(u"Remove the key of OpenAI"_s);
        QVERIFY(says(question, u"“work” is deleted from the keychain"_s));
        buttonIn(question, u"Remove"_s)->click();
        QTRY_VERIFY(!dialogCalled(u"Remove the key of OpenAI"_s));
        stage.keys().read(u"work"_s, read);
        QTRY_COMPARE(kept, QByteArray());
        QTRY_VERIFY(stage.chat(u"gpt"_s) != 200); // the provider was not told the key
    }
};

int main(int argc, char **argv)
{
    Keyring keyring; // before anything looks for a bus
    ring = &keyring;
    QApplication application(argc, argv);
    KeyringLiveTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_keyring_live.moc"
