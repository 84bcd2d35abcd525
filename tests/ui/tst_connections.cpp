// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "fake_control.h"
#include "live_stage.h"
#include "memory_keys.h"
#include "ui/connection/connect_dialog.h"
#include "ui/connection/remote_control.h"
#include "ui/pages/page.h"
#include "ui/shell/language.h"
#include "ui/shell/problem_banner.h"

#include <QFile>
#include <QPointer>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace gatehouse::ui;
using namespace gatehouse::ui::test;
using gatehouse::app::Desktop;

namespace {

/// One that lets wait while it is locked.
class LockedKeys : public MemoryKeys
{
public:
    void read(const QString &name, std::function<void(const QByteArray &, const Outcome &)> done) override
    {
        const auto answer = [done, key = kept.value(name)] { done(key, {}); };
        if (isLocked)
            waiting.append(answer);
        else
            answer();
    }
    /// Its password was typed at last.
    void unlock()
    {
        isLocked = false;
        for (const std::function<void()> &answer : std::exchange(waiting, {}))
            answer();
    }

    bool isLocked = false;
    QList<std::function<void()>> waiting;
};

/// A gateway elsewhere, and a window whose own gateway stands still.
struct Scene {
    Scene()
    {
        far.begin();
        desktop.setKeys(keys);
        desktop.show(false);
    }
    ~Scene() { desktop.window().letGo(); }

    QUrl farUrl() { return QUrl(far.session().address()); }
    QString preferences() const
    {
        QFile file(home.filePath(u"window.ini"_s));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }

    LiveStage far;
    QTemporaryDir home;
    FakeControl own;
    LockedKeys keys;
    Desktop desktop {*qApp, own, home.filePath(u"window.ini"_s)};
};

} // namespace

class ConnectionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { speak(*qApp, QLocale(QLocale::English)); }

    void addressesAreTakenAsPeopleTypeThem_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("url");
        QTest::newRow("bare") << u"gateway.example:4000"_s << u"http://gateway.example:4000"_s;
        QTest::newRow("for SDKs") << u" https://gateway.example/v1/ "_s << u"https://gateway.example"_s;
        QTest::newRow("below a path") << u"https://example.org/llm/"_s << u"https://example.org/llm"_s;
        QTest::newRow("with a user") << u"https://me:secret@example.org"_s << u"https://example.org"_s;
        QTest::newRow("another protocol") << u"ftp://example.org"_s << QString();
        QTest::newRow("nothing") << u"  "_s << QString();
    }

    void addressesAreTakenAsPeopleTypeThem()
    {
        QFETCH(QString, typed);
        QFETCH(QString, url);
        QCOMPARE(gatewayUrl(typed).toString(), url);
    }

    void theSameWindowManagesAGatewayElsewhere()
    {
        Scene scene;
        QCOMPARE(scene.far.chat(u"gpt"_s), 200);
        scene.desktop.connections().add(scene.farUrl(), LiveStage::masterKey());
        QTRY_COMPARE(scene.desktop.session().control().state(), GatewayState::Running);
        QTRY_COMPARE(scene.desktop.session().traffic().rowCount(), 1);
        QVERIFY(scene.desktop.window().windowTitle().contains(u"Connected to"_s));

        scene.desktop.connections().useLocal();
        QCOMPARE(scene.desktop.session().control().state(), GatewayState::Stopped);
        QCOMPARE(scene.desktop.session().traffic().rowCount(), 0);
        scene.desktop.connections().use(scene.farUrl()); // with the key that is kept
        QTRY_COMPARE(scene.desktop.session().control().state(), GatewayState::Running);
    }

    void theAdminKeyIsKeptInTheKeychainOnly()
    {
        Scene scene;
        scene.desktop.connections().add(scene.farUrl(), LiveStage::masterKey());
        QCOMPARE(scene.keys.kept.size(), 1);
        QCOMPARE(scene.keys.kept.begin().value(), LiveStage::masterKey());
        scene.desktop.window().save();
        scene.desktop.connections().useLocal();
        QVERIFY(!scene.preferences().contains(QString::fromLatin1(LiveStage::masterKey())));
        scene.desktop.connections().forget(scene.farUrl());
        QVERIFY(scene.keys.kept.isEmpty());
        QVERIFY(scene.desktop.connections().known().isEmpty());
    }

    void aKeychainThatAnswersLateTurnsNobodyAway()
    {
        Scene scene;
        Connections &connections = scene.desktop.connections();
        connections.add(scene.farUrl(), LiveStage::masterKey());
        connections.add(QUrl(u"http://127.0.0.1:1"_s), "sk-other");
        scene.keys.isLocked = true;
        connections.use(scene.farUrl());
        connections.useLocal();
        scene.keys.unlock();
        QVERIFY(connections.current().isEmpty());
        scene.keys.isLocked = true;
        connections.use(QUrl(u"http://127.0.0.1:1"_s));
        connections.use(scene.farUrl());
        std::reverse(scene.keys.waiting.begin(), scene.keys.waiting.end());
        scene.keys.unlock();
        QCOMPARE(connections.current(), scene.farUrl());
    }

    void everyAddressHasAKeyOfItsOwn()
    {
        Scene scene;
        const QStringList addresses {u"http://gateway.invalid:4000"_s, u"https://gateway.invalid:4000"_s,
            u"http://gateway.invalid:4000/a-b"_s, u"http://gateway.invalid:4000/a+b"_s,
            u"http://gateway.invalid:4000/"_s + QString(200, u'a') + u"/1"_s,
            u"http://gateway.invalid:4000/"_s + QString(200, u'a') + u"/2"_s};
        for (const QString &address : addresses)
            scene.desktop.connections().add(gatewayUrl(address), address.toUtf8());
        QCOMPARE(scene.keys.kept.size(), addresses.size());
        for (const QString &name : scene.keys.kept.keys())
            QVERIFY2(name.size() <= 128, qPrintable(name));
    }

    void nothingOfTheLastGatewayStaysInTheWindow()
    {
        Scene scene;
        Window &window = scene.desktop.window();
        scene.desktop.connections().add(scene.farUrl(), LiveStage::masterKey());
        QTRY_COMPARE(scene.desktop.session().control().state(), GatewayState::Running);
        window.openPage(u"keys"_s);
        const QList<Page *> pages = window.findChildren<Page *>();
        QList<QPointer<Page>> made(pages.begin(), pages.end());
        QVERIFY(made.size() >= 2);
        scene.desktop.session().announce(u"Saved"_s, u"Undo"_s, [] {});
        QVERIFY(buttonIn(&window, u"Undo"_s));
        scene.desktop.connections().useLocal();
        QVERIFY(!buttonIn(&window, u"Undo"_s));
        QCOMPARE(window.currentPage(), u"keys"_s);
        for (const QPointer<Page> &page : made)
            QTRY_VERIFY(!page);
        QCOMPARE(window.findChildren<Page *>().size(), 1); // the one that is shown; others when they are
        QVERIFY(window.findChildren<Page *>().first()->isVisible());
    }

    void aWrongKeyAndAWrongAddressAreToldApart()
    {
        Scene scene;
        const GatewayControl &control = scene.desktop.session().control();
        scene.desktop.connections().add(scene.farUrl(), "sk-wrong");
        QTRY_COMPARE(control.state(), GatewayState::Failed);
        QVERIFY2(control.problem().contains(u"key"_s), qPrintable(control.problem()));
        scene.desktop.connections().add(QUrl(scene.far.providerUrl()), LiveStage::masterKey());
        QTRY_COMPARE(control.state(), GatewayState::Failed);
        QVERIFY2(control.problem().contains(u"no Gatehouse"_s), qPrintable(control.problem()));
        scene.desktop.connections().add(QUrl(u"http://127.0.0.1:1"_s), {});
        QTRY_COMPARE(control.state(), GatewayState::Failed);
        QVERIFY2(control.problem().contains(u"127.0.0.1:1"_s), qPrintable(control.problem()));
    }

    void theDialogConnectsAndForgetsTheKey()
    {
        Scene scene;
        auto *dialog = new ConnectDialog(scene.desktop.connections(), {}, &scene.desktop.window());
        dialog->open();
        fillIn(named<QLineEdit>(dialog, u"Address"_s), scene.farUrl().toString());
        auto *key = named<QLineEdit>(dialog, u"Admin key"_s);
        QCOMPARE(key->echoMode(), QLineEdit::Password);
        fillIn(key, QString::fromLatin1(LiveStage::masterKey()));
        QTest::keyClick(key, Qt::Key_Return);
        QVERIFY(key->text().isEmpty());
        QTRY_COMPARE(scene.desktop.session().control().state(), GatewayState::Running);
    }

    void aKeyInClearOverTheNetworkIsWarnedOfOnce()
    {
        Scene scene;
        auto *dialog = new ConnectDialog(scene.desktop.connections(), {}, &scene.desktop.window());
        dialog->open();
        fillIn(named<QLineEdit>(dialog, u"Address"_s), u"http://gateway.invalid:4000"_s);
        fillIn(named<QLineEdit>(dialog, u"Admin key"_s), u"sk-1"_s);
        buttonIn(dialog, u"Connect"_s)->click();
        QVERIFY(dialog->isVisible());
        QVERIFY(says(dialog, u"https"_s));
        QVERIFY(scene.desktop.connections().known().isEmpty());
        buttonIn(dialog, u"Connect"_s)->click();
        QCOMPARE(scene.desktop.connections().known().size(), 1);
    }
};

QTEST_MAIN(ConnectionsTest)
#include "tst_connections.moc"
