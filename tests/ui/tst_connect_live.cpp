// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "live_stage.h"

#include "ui/pages/connect/client_view.h"
#include "ui/shell/language.h"
#include "ui/widgets/message_line.h"

#include <QJsonArray>
#include <QLineEdit>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse::ui;
using namespace gatehouse::ui::test;

/// Against a real gateway: that each client's door takes the question that stands for it, with a key that was made for the
/// client.
class ConnectLiveTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        speak(*qApp, QLocale(QLocale::English));
    }

    void everyClientIsAnsweredWithTheKeyThatWasMadeForIt()
    {
        LiveStage stage;
        qputenv("HOME", stage.homePath().toLocal8Bit());
        stage.begin();
        QWidget *page = stage.page(u"connect"_s);
        QTRY_COMPARE_WITH_TIMEOUT(stage.session().exampleModel(), u"gpt"_s, 10'000);
        for (const ConnectClient &client : connectClients()) {
            stage.window().openPage(u"connect"_s, u"client:"_s + QLatin1StringView(client.key));
            QTRY_VERIFY(named<QLineEdit>(page, u"Key of this gateway"_s));
            buttonIn(page, u"Make a key for this client"_s)->click();
            QTRY_VERIFY_WITH_TIMEOUT(named<QLineEdit>(page, u"Key of this gateway"_s)->text().startsWith("sk-"_L1), 10'000);
            buttonIn(page, u"Test"_s)->click();
            QTRY_VERIFY_WITH_TIMEOUT(buttonIn(page, u"Test"_s)->isEnabled(), 20'000);
            const auto *view = named<ClientView>(page, QString::fromUtf8(client.name));
            const QString said = view->findChild<MessageLine *>()->text();
            QVERIFY2(said.startsWith("Answered in"_L1) && !said.endsWith(": "_L1),
                qPrintable(QLatin1StringView(client.key) + u": "_s + said));
        }
        const QJsonObject keys = stage.call("GET", u"/key/list?size=100&return_full_object=true"_s);
        QStringList aliases;
        for (const QJsonValue key : keys.value("keys"_L1).toArray())
            aliases.append(key["key_alias"_L1].toString());
        for (const ConnectClient &client : connectClients())
            QVERIFY2(aliases.contains(QLatin1StringView(client.key)), client.key);
    }
};

QTEST_MAIN(ConnectLiveTest)
#include "tst_connect_live.moc"
