// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "fake_control.h"
#include "live_stage.h"
#include "ui/pages/page.h"
#include "ui/pages/settings/form_row.h"
#include "ui/pages/settings/setting_places.h"
#include "ui/shell/language.h"

#include <QCheckBox>
#include <QComboBox>
#include <QJsonArray>
#include <QLayout>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QTcpServer>
#include <QTcpSocket>

using namespace Qt::StringLiterals;
using namespace gatehouse::ui;
using namespace gatehouse::ui::test;

namespace {

const auto commented = u"# Ours, by hand\n"
                       "model_list:\n"
                       "  - model_name: gpt # the only one\n"
                       "    litellm_params: {model: openai/gpt-4o, api_base: PROVIDER/v1, api_key: sk-of-the-provider}\n"
                       "router_settings:\n"
                       "  num_retries: 1   # not more\n"
                       "general_settings:\n"
                       "  master_key: sk-master-of-the-tests\n"
                       "  user_header_name: x-user   # as our clients say it\n"
                       "  max_request_size_mb: 20 # uploads\n"_s;

/// A server that is told of requests and answers with one status.
class Recorder : public QTcpServer
{
public:
    explicit Recorder(const QByteArray &status)
    {
        connect(this, &QTcpServer::newConnection, this, [this, status] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [this, socket, status] {
                heard += socket->readAll();
                if (heard.contains("test of the gateway"))
                    socket->write("HTTP/1.1 " + status + "\r\ncontent-length: 2\r\nconnection: close\r\n\r\n{}");
            });
        });
        if (!listen(QHostAddress::LocalHost))
            qFatal("No port for the server that is told");
    }
    QString url() const { return u"http://127.0.0.1:%1/calls"_s.arg(serverPort()); }

    QByteArray heard;
};

/// Chooses a section as somebody at the keyboard would.
QWidget *openSection(QWidget *page, const QString &title)
{
    auto *list = named<QListWidget>(page, u"Kinds of settings"_s);
    for (int row = 0; list && row < list->count(); ++row) {
        if (list->item(row)->text() == title)
            list->setCurrentRow(row);
    }
    return page;
}

QWidget *settingsOf(Window &window)
{
    window.openPage(u"settings"_s);
    for (Page *each : window.findChildren<Page *>()) {
        if (each->isVisible())
            return each;
    }
    return nullptr;
}

template <typename Type> Type *soon(QWidget *where, const QString &name)
{
    Type *found = nullptr;
    [&] { QTRY_VERIFY2_WITH_TIMEOUT((found = named<Type>(where, name)) && found->isEnabled(), qPrintable(name), 10'000); }();
    return found;
}

/// Looks at the difference, and saves.
void confirm(QWidget *window)
{
    QPushButton *save = nullptr;
    QTRY_VERIFY_WITH_TIMEOUT((save = buttonIn(window, u"Save"_s)) && save->isEnabled(), 10'000);
    save->click();
    QTRY_VERIFY_WITH_TIMEOUT(!buttonIn(window, u"Save"_s), 10'000);
}

} // namespace

class SettingsSectionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { speak(*qApp, QLocale(QLocale::English)); }

    void everySettingOfASectionIsServed()
    {
        LiveStage stage;
        stage.begin();
        QHash<QString, QString> served;
        for (const QJsonValue key : stage.call("GET", u"/config/schema"_s).value("keys"_L1).toArray())
            served.insert(key["path"_L1].toString(), key["served"_L1].toString());
        QStringList seen;
        for (const SettingGroup &group : settingGroups()) {
            for (const SettingPlace &place : group.places) {
                const QString path = QString::fromLatin1(place.path);
                QVERIFY2(served.value(path) == "now"_L1, place.path);
                QVERIFY2(!seen.contains(path), place.path);
                seen.append(path);
            }
        }
        QVERIFY(seen.size() > 50);
    }

    void aServerSettingIsChangedInItsSectionAndTheCommentsStay()
    {
        LiveStage stage(commented);
        stage.begin();
        QWidget *page = openSection(stage.page(u"settings"_s), u"Server"_s);
        auto *field = soon<QLineEdit>(page, u"Header that names the end user"_s);
        QCOMPARE(field->text(), u"x-user"_s);
        fillIn(field, u"x-customer"_s);
        QVERIFY(says(page, u"1 setting"_s));
        buttonIn(page, u"Save…"_s)->click();
        confirm(&stage.window());
        QTRY_VERIFY(stage.configText().contains(u"user_header_name: x-customer   # as our clients say it"_s));
        QVERIFY(stage.configText().startsWith(u"# Ours, by hand\n"_s));
        QVERIFY(stage.configText().contains(u"num_retries: 1   # not more"_s));
        QTRY_VERIFY(!buttonIn(page, u"Save…"_s)); // nothing is left to save
        QVERIFY(!says(page, u"next start"_s));
        QTRY_VERIFY(buttonIn(&stage.window(), u"Undo"_s));
        buttonIn(&stage.window(), u"Undo"_s)->click();
        QTRY_COMPARE(field->text(), u"x-user"_s);
    }

    void whatIsFetchedForCallersIsSetUnderServer()
    {
        LiveStage stage(commented + u"litellm_settings:\n  user_url_allowed_hosts: [pictures.lan]\n"_s);
        stage.begin();
        QWidget *page = openSection(stage.page(u"settings"_s), u"Server"_s);
        QVERIFY(soon<QCheckBox>(page, u"Fetch from public places only"_s)->isChecked());
        QVERIFY(says(page, u"litellm_settings.user_url_allowed_hosts stands in the file, too: pictures.lan"_s));
        fillIn(named<QLineEdit>(page, u"Hosts that are allowed besides"_s), u"intranet, wiki:8080"_s);
        fillIn(named<QLineEdit>(page, u"Largest picture or document"_s), u"20"_s);
        buttonIn(page, u"Save…"_s)->click();
        confirm(&stage.window());
        QTRY_VERIFY(stage.configText().contains(u"max_image_url_download_size_mb: 20"_s));
        const QJsonValue tree = stage.call("GET", u"/config/tree"_s).value("tree"_L1);
        QCOMPARE(tree["general_settings"_L1]["user_url_allowed_hosts"_L1].toArray(), QJsonArray({u"intranet"_s, u"wiki:8080"_s}));
    }

    void aSettingInsideAMapMakesTheMap()
    {
        LiveStage stage(commented);
        stage.begin();
        QWidget *page = openSection(stage.page(u"settings"_s), u"Logging and callbacks"_s);
        fillIn(soon<QLineEdit>(page, u"E-mail addresses of operators"_s), u"ops@example.org"_s);
        buttonIn(page, u"Save…"_s)->click();
        confirm(&stage.window());
        const auto saved = [&stage] {
            const QJsonValue tree = stage.call("GET", u"/config/tree"_s).value("tree"_L1);
            return tree["general_settings"_L1]["alerting_args"_L1]["email_to"_L1][0].toString();
        };
        QTRY_COMPARE(saved(), u"ops@example.org"_s);
    }

    void theBudgetOfTheWholeGatewayIsSetUnderBudgets()
    {
        LiveStage stage(commented);
        stage.begin();
        QWidget *page = openSection(stage.page(u"settings"_s), u"Budgets"_s);
        fillIn(soon<QLineEdit>(page, u"Budget in dollars"_s), u"500"_s);
        fillIn(named<QLineEdit>(page, u"The budget begins anew after"_s), u"30d"_s);
        buttonIn(page, u"Save…"_s)->click();
        confirm(&stage.window());
        QTRY_VERIFY(stage.configText().contains(u"max_budget: 500"_s));
    }

    void whatNeedsARestartSaysSoAndIsRestarted()
    {
        LiveStage stage(commented);
        stage.begin();
        QWidget *page = openSection(stage.page(u"settings"_s), u"Server"_s);
        QVERIFY(!buttonIn(page, u"Restart the gateway"_s));
        fillIn(soon<QLineEdit>(page, u"Largest request"_s), u"25"_s);
        QVERIFY(says(page, u"Counts from the next start"_s));
        buttonIn(page, u"Save…"_s)->click();
        QTRY_VERIFY(stage.dialog()
            && says(stage.dialog(), u"Counts from the next start of the gateway on: general_settings.max_request_size_mb"_s));
        confirm(&stage.window());
        QPushButton *restart = nullptr;
        QTRY_VERIFY((restart = buttonIn(page, u"Restart the gateway"_s)));
        QVERIFY(says(page, u"general_settings.max_request_size_mb"_s));
        restart->click();
        QTRY_VERIFY_WITH_TIMEOUT(stage.session().isRunning() && !buttonIn(page, u"Restart the gateway"_s), 20'000);
        QVERIFY(stage.configText().contains(u"max_request_size_mb: 25 # uploads"_s));
    }

    void severalChangesAreSavedAtOnceAndOthersMayBeTakenBack()
    {
        LiveStage stage(commented);
        stage.begin();
        QWidget *page = openSection(stage.page(u"settings"_s), u"Storage"_s);
        soon<QCheckBox>(page, u"Keep prompts and answers"_s)->click();
        fillIn(named<QLineEdit>(page, u"Keep requests for"_s), u"30d"_s);
        fillIn(named<QLineEdit>(page, u"Largest log of requests"_s), u"5"_s);
        QVERIFY(says(page, u"3 settings"_s));
        named<QPushButton>(page, u"Undo the change of Largest log of requests"_s)->click();
        QVERIFY(says(page, u"2 settings"_s));
        auto *capture = named<QComboBox>(page, u"Keep exchanges on disk"_s);
        QVERIFY(capture->currentText().contains(u"off"_s));
        buttonIn(page, u"Save…"_s)->click();
        confirm(&stage.window());
        QTRY_VERIFY(stage.configText().contains(u"store_prompts_in_spend_logs: true"_s));
        QVERIFY(stage.configText().contains(u"maximum_spend_logs_retention_period: \"30d\""_s));
        QVERIFY(!stage.configText().contains(u"maximum_spend_logs_megabytes"_s));
    }

    void whatIsTypedStaysWhileAnotherEditorWrites()
    {
        LiveStage stage(commented);
        stage.begin();
        QWidget *page = openSection(stage.page(u"settings"_s), u"Network"_s);
        auto *timeout = soon<QLineEdit>(page, u"Longest attempt"_s);
        auto *retries = named<QLineEdit>(page, u"Tries after the first"_s);
        fillIn(timeout, u"45"_s);
        stage.writeConfig(stage.configText().replace(u"num_retries: 1"_s, u"num_retries: 6"_s));
        QTRY_COMPARE_WITH_TIMEOUT(retries->text(), u"6"_s, 10'000);
        QCOMPARE(timeout->text(), u"45"_s);
        QTest::keyClick(timeout, Qt::Key_S, Qt::ControlModifier);
        confirm(&stage.window());
        QTRY_VERIFY(stage.configText().contains(u"timeout: 45"_s));
        QVERIFY(stage.configText().contains(u"num_retries: 6   # not more"_s));
    }

    void whatIsNoValueIsNotSaved()
    {
        LiveStage stage(commented);
        stage.begin();
        QWidget *page = openSection(stage.page(u"settings"_s), u"Network"_s);
        fillIn(soon<QLineEdit>(page, u"Tries after the first"_s), u"many"_s);
        buttonIn(page, u"Save…"_s)->click();
        QVERIFY(says(page, u"A whole number is expected."_s));
        QVERIFY(!stage.dialog());
        buttonIn(page, u"Discard"_s)->click();
        QCOMPARE(named<QLineEdit>(page, u"Tries after the first"_s)->text(), u"1"_s);
    }

    void callbacksTellHowTheyFareAndAreTested()
    {
        Recorder good("200 OK"), bad("400 Bad Request");
        LiveStage stage(commented
            + u"litellm_settings:\n  callbacks: [good, bad, langfuse]\ncallback_settings:\n"
              "  good: {callback_type: generic_api, endpoint: %1}\n"
              "  bad: {callback_type: generic_api, endpoint: %2}\n"_s.arg(good.url(), bad.url()));
        stage.begin();
        QWidget *page = openSection(stage.page(u"settings"_s), u"Logging and callbacks"_s);
        soon<QPushButton>(page, u"Test good"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(says(page, u"A test event was sent to good"_s), 10'000);
        QVERIFY(good.heard.startsWith("POST /calls"));
        soon<QPushButton>(page, u"Test bad"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(says(page, u"400"_s), 10'000);
        QVERIFY(bad.heard.startsWith("POST /calls"));
        QTRY_VERIFY(says(page, u"callback 'langfuse' is not told of anything: it lacks"_s));
        QCOMPARE(stage.chat(u"gpt"_s), 200);
        QTRY_VERIFY_WITH_TIMEOUT(says(page, u"1 sent"_s), 15'000);
    }

    void storageTellsWhatIsInUse()
    {
        LiveStage stage(commented);
        stage.begin();
        QCOMPARE(stage.chat(u"gpt"_s), 200);
        QWidget *page = openSection(stage.page(u"settings"_s), u"Storage"_s);
        const auto isTold = [page](const QString &text) {
            const auto labels = page->findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(),
                [&](QLabel *label) { return label->isVisible() && label->toolTip().contains(text); });
        };
        QTRY_VERIFY(isTold(u"/data/gatehouse.db"_s));
        QTRY_VERIFY_WITH_TIMEOUT(isTold(u"1 since "_s), 15'000);
        const QJsonObject info = stage.call("GET", u"/gateway/info"_s);
        QVERIFY(info["database"_L1]["bytes"_L1].toDouble() > 0);
        QVERIFY(info["has_master_key"_L1].toBool());
        QVERIFY(!info["started_at"_L1].toString().isEmpty());
    }

    void everyRowHasTheRoomItNeeds_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("usual") << QSize(1280, 800);
        QTest::newRow("small") << QSize(700, 500);
    }

    void everyRowHasTheRoomItNeeds()
    {
        QFETCH(QSize, size);
        LiveStage stage(commented);
        stage.window().resize(size);
        stage.begin();
        QWidget *page = stage.page(u"settings"_s);
        for (const QString &title :
            {u"Logging and callbacks"_s, u"Server"_s, u"Budgets"_s, u"Storage"_s, u"Network"_s, u"Window"_s}) {
            openSection(page, title);
            const auto isRoomy = [page] {
                const auto rows = page->findChildren<FormRow *>();
                return std::all_of(rows.begin(), rows.end(), [](const FormRow *row) {
                    return !row->isVisible() || row->height() >= row->layout()->totalMinimumHeightForWidth(row->width());
                });
            };
            QTRY_VERIFY2_WITH_TIMEOUT(!says(page, u"Asking the gateway"_s) && isRoomy(), qPrintable(title), 10'000);
            QVERIFY(page->window()->width() == size.width()); // nothing asked for more
        }
    }

    void noSecretIsInAnySection()
    {
        LiveStage stage(commented);
        stage.begin();
        QWidget *page = stage.page(u"settings"_s);
        openSection(page, u"Server"_s);
        QVERIFY(soon<QLineEdit>(page, u"Master key"_s)->text().isEmpty());
        const QString key = QString::fromLatin1(LiveStage::masterKey());
        for (const QLineEdit *each : page->findChildren<QLineEdit *>())
            QVERIFY(!each->text().contains(key) && !each->placeholderText().contains(key));
        for (const QLabel *each : page->findChildren<QLabel *>())
            QVERIFY(!each->text().contains(key) && !each->toolTip().contains(key));
        fillIn(named<QLineEdit>(page, u"Master key"_s), u"sk-typed-in-clear"_s);
        buttonIn(page, u"Save…"_s)->click();
        QVERIFY(says(page, u"Name where the secret is kept"_s));
        QVERIFY(!stage.dialog());
    }

    void theKeyboardLeadsEverywhere()
    {
        LiveStage stage(commented);
        stage.begin();
        QWidget *page = stage.page(u"settings"_s);
        auto *list = named<QListWidget>(page, u"Kinds of settings"_s);
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Down);
        auto *first = soon<QLineEdit>(page, u"Master key"_s);
        QTest::keyClick(list, Qt::Key_Return);
        QTRY_COMPARE(QApplication::focusWidget(), first);
        QTest::keyClick(first, Qt::Key_Escape);
        QTRY_COMPARE(QApplication::focusWidget(), list);
        QTest::keyClick(list, Qt::Key_F, Qt::ControlModifier);
        QTRY_COMPARE(QApplication::focusWidget(), named<QLineEdit>(page, u"Find a setting"_s));
    }

    void aGatewayElsewhereIsSetInTheSameWay()
    {
        LiveStage far(commented);
        far.begin();
        const QTemporaryDir home;
        FakeControl own;
        gatehouse::app::Desktop desktop(*qApp, own, home.filePath(u"window.ini"_s));
        desktop.show(false);
        desktop.connections().add(QUrl(far.session().address()), LiveStage::masterKey());
        QTRY_COMPARE(desktop.session().control().state(), GatewayState::Running);
        QWidget *page = openSection(settingsOf(desktop.window()), u"Server"_s);
        fillIn(soon<QLineEdit>(page, u"Largest request"_s), u"30"_s);
        buttonIn(page, u"Save…"_s)->click();
        confirm(&desktop.window());
        QTRY_VERIFY(far.configText().contains(u"max_request_size_mb: 30 # uploads"_s));
        QTRY_VERIFY(says(page, u"counts from the next start"_s));
        QVERIFY(!buttonIn(page, u"Restart the gateway"_s));            // it is not this window's to stop
        fillIn(named<QLineEdit>(page, u"Largest request"_s), u"77"_s); // and nothing of it is taken along
        QVERIFY(buttonIn(page, u"Save…"_s));
        desktop.connections().useLocal(); // its pages go with it
        QVERIFY(!buttonIn(&desktop.window(), u"Save…"_s));
        QTRY_VERIFY(!named<QLineEdit>(&desktop.window(), u"Largest request"_s)); // nothing of it stays
        desktop.window().letGo();
    }
};

QTEST_MAIN(SettingsSectionsTest)
#include "tst_settings_sections.moc"
