// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// Keys, teams and users in lists and dialogs, against a gateway that plays along.

#include "running_session.h"
#include "ui/models/record_table.h"
#include "ui/pages/keys/account_detail.h"
#include "ui/pages/keys/field_editor.h"
#include "ui/pages/keys/members_dialog.h"
#include "ui/pages/keys/paged_records.h"
#include "ui/widgets/record_view.h"

#include <QComboBox>
#include <QJsonArray>
#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse::ui;
using namespace gatehouse::ui::test;

namespace {

using Stage = RunningSession;

const AccountField &teamOfAKey()
{
    const auto fields = accountFields(accountSection(u"keys"_s));
    return *std::find_if(fields.begin(), fields.end(), [](const AccountField &each) { return each.kind == FieldKind::Team; });
}

QByteArray customers(int count)
{
    QJsonArray all;
    for (int number = 0; number < count; ++number)
        all.append(QJsonObject {{u"user_id"_s, u"customer-%1"_s.arg(number)}});
    return QJsonDocument(all).toJson();
}

bool says(const QWidget &where, const QString &text)
{
    const auto labels = where.findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(), [&text](const QLabel *each) { return each->text().contains(text); });
}

QPushButton *buttonIn(const QWidget &where, const QString &caption)
{
    for (QPushButton *each : where.findChildren<QPushButton *>()) {
        if (each->text() == caption)
            return each;
    }
    return nullptr;
}

/// A section's rows in a table that is seen.
struct Listed {
    Listed(Session &session, const QString &key)
        : section(accountSection(key))
        , table(section.columns(), QString::fromLatin1(section.idKey))
        , records(new PagedRecords(session, section, table, &viewer))
    {
        viewer.show();
    }

    const AccountSection &section;
    RecordTable table;
    QWidget viewer;
    PagedRecords *records;
};

} // namespace

class AccountDialogsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void twoTeamsOfOneNameAreToldApart()
    {
        Stage stage;
        stage.api.tell("/team/filter/ui",
            R"([{"team_id":"a","team_alias":"Web"},{"team_id":"b","team_alias":"Web"},{"team_id":"c","team_alias":"None"}])");
        const FieldEditor editor = makeEditor(teamOfAKey(), u"b"_s, {}, stage.session);
        const std::unique_ptr<QWidget> owner(editor.widget);
        auto *combo = qobject_cast<QComboBox *>(editor.widget);
        QTRY_COMPARE(combo->count(), 4);
        QCOMPARE(editor.value(), QJsonValue(u"b"_s));
        QVERIFY(combo->itemText(combo->findData(u"a"_s)) != combo->itemText(combo->findData(u"b"_s)));
        for (const QString &team : {u"a"_s, u"b"_s, u"c"_s, QString()}) {
            combo->setCurrentIndex(combo->findData(team));
            QCOMPARE(editor.value(), QJsonValue(team));
        }
        combo->setEditText(combo->itemText(combo->findData(u"b"_s)));
        QCOMPARE(editor.value(), QJsonValue(u"b"_s));
    }

    void whatIsTypedWhileTheChoicesComeStays()
    {
        Stage stage;
        stage.api.tell("/team/filter/ui", R"([{"team_id":"a","team_alias":"Web"}])");
        stage.api.hold();
        const FieldEditor editor = makeEditor(teamOfAKey(), {}, {}, stage.session);
        const std::unique_ptr<QWidget> owner(editor.widget);
        auto *combo = qobject_cast<QComboBox *>(editor.widget);
        QTRY_COMPARE(stage.api.heard("/team/filter/ui").size(), 1);
        combo->setEditText(u"We"_s);
        stage.api.release();
        QTRY_COMPARE(combo->count(), 2);
        QCOMPARE(combo->currentText(), u"We"_s);
        combo->setEditText(u"Web"_s);
        QCOMPARE(editor.value(), QJsonValue(u"a"_s));
    }

    void aRefusalAmongSeveralIsSaid()
    {
        Stage stage;
        stage.api.tell("/team/info",
            R"({"team_info":{"members_with_roles":[{"user_id":"alice","role":"user"},{"user_id":"bob","role":"user"}]}})");
        stage.api.tell("/team/member_delete", R"({"error":{"message":"alice has to stay"}})", 400);
        connect(&stage.api, &FakeAdminApi::question, this, [&stage](const QByteArray &path) {
            if (path.startsWith("/team/member_delete")) // only the first is refused
                stage.api.tell("/team/member_delete", "{}");
        });
        MembersDialog dialog(stage.session, {{u"team_id"_s, u"t"_s}, {u"team_alias"_s, u"Web"_s}}, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        auto *view = dialog.findChild<RecordView *>();
        QTRY_COMPARE(view->shownRows(), 2);
        view->selectAll();
        buttonIn(dialog, u"Remove"_s)->click();
        QTRY_COMPARE(stage.api.heard("/team/info").size(), 2); // all is over, and what became of it is shown
        QVERIFY(says(dialog, u"alice has to stay"_s));
        QCOMPARE(stage.api.heard("/team/member_delete").size(), 1);
    }

    void aLongListThatComesWholeIsNotAskedForWithEveryRequest()
    {
        Stage stage;
        stage.api.tell("/customer/list", customers(500));
        stage.api.tell("/key/list", R"({"keys":[{"token":"k"}],"total_count":1})");
        Listed keys(stage.session, u"keys"_s), others(stage.session, u"customers"_s);
        QTRY_COMPARE(others.table.rowCount(), 500);
        QTRY_COMPARE(keys.table.rowCount(), 1);
        const qsizetype keysBefore = stage.api.heard("/key/list").size();
        const qsizetype before = stage.api.heard("/customer/list").size();
        for (int round = 1; round <= 2; ++round) { // the keys, which come in pages, are the clock
            Q_EMIT stage.session.feed().received({});
            QTRY_COMPARE(stage.api.heard("/key/list").size(), keysBefore + round);
        }
        QCOMPARE(stage.api.heard("/customer/list").size(), before);
    }

    void lastUsesOfAnotherGatewayAreForgotten()
    {
        Stage stage;
        stage.api.tell("/key/list", R"({"keys":[{"token":"k"}],"total_count":1})");
        stage.api.tell("/spend/last_used", R"({"k":"2026-01-01T00:00:00Z"})");
        Listed keys(stage.session, u"keys"_s);
        QTRY_COMPARE(keys.table.rowCount(), 1);
        QTRY_VERIFY(keys.table.at(0).contains("last_used"_L1));
        FakeAdminApi other;
        other.tell("/key/list", R"({"keys":[{"token":"k"}],"total_count":1})");
        other.tell("/spend/last_used", "{}");
        stage.control.url = other.url();
        stage.control.set(GatewayState::Running);
        QTRY_VERIFY(!other.heard("/spend/last_used").isEmpty());
        QCOMPARE(keys.table.rowCount(), 1);
        QVERIFY(!keys.table.at(0).contains("last_used"_L1));
    }

    void theLastDayIsTodayOnTheNextDayToo()
    {
        Stage stage;
        AccountDetail detail(stage.session);
        detail.show();
        const QJsonObject key {{u"token"_s, u"k"_s}};
        const QDateTime evening(QDate(2026, 3, 1), QTime(23, 59), Qt::UTC);
        detail.setRecord(accountSection(u"keys"_s), key, evening);
        const auto isAsked = [&stage](const QByteArray &day) {
            return !stage.api.heard("/user/daily/activity?api_key=k&start_date=" + day).isEmpty();
        };
        QTRY_VERIFY(isAsked("2026-01-31&end_date=2026-03-01"));
        detail.setRecord(accountSection(u"keys"_s), key, evening.addSecs(120));
        QTRY_VERIFY(isAsked("2026-02-01&end_date=2026-03-02"));
    }
};

QTEST_MAIN(AccountDialogsTest)
#include "tst_account_dialogs.moc"
