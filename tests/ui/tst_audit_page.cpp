// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "live_stage.h"

#include "ui/pages/audit/audit_detail.h"
#include "ui/pages/audit/audit_line.h"
#include "ui/shell/language.h"
#include "ui/widgets/record_view.h"

#include <QComboBox>
#include <QJsonArray>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace gatehouse::ui;
using namespace gatehouse::ui::test;

namespace {

QString told(const QList<MemberChange> &changes)
{
    QStringList lines;
    for (const MemberChange &each : changes)
        lines.append(each.name + u": "_s + each.before + u" > "_s + each.after);
    return lines.join(u'\n');
}

struct Audit {
    explicit Audit(LiveStage &stage)
        : page(stage.page(u"audit"_s))
        , lines(named<RecordView>(page, u"Changes"_s))
        , detail(page->findChild<AuditDetail *>())
    {
    }

    void narrow(const QString &filter, const QString &choice) const
    {
        auto *box = named<QComboBox>(page, filter);
        box->setCurrentIndex(box->findText(choice));
    }
    QString cell(int row, int column) const { return lines->model()->index(row, column).data().toString(); }

    QWidget *page;
    RecordView *lines;
    AuditDetail *detail;
};

} // namespace

class AuditPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        speak(*qApp, QLocale(QLocale::English));
    }

    void onlyWhatSaysSomethingElseThanBeforeIsAChange()
    {
        const QJsonObject before {
            {u"key_alias"_s, u"ci"_s}, {u"max_budget"_s, 5}, {u"models"_s, QJsonArray {}}, {u"rpm_limit"_s, 10}, {u"spend"_s, 1}};
        const QJsonObject after {{u"key_alias"_s, u"ci"_s}, {u"max_budget"_s, 7.5}, {u"tags"_s, QJsonArray {u"a"_s}},
            {u"spend"_s, 1}, {u"blocked"_s, {}}};
        QCOMPARE(told(changesIn({{u"before_value"_s, before}, {u"updated_values"_s, after}})),
            u"max_budget: 5 > 7.5\nrpm_limit: 10 > \ntags:  > [\"a\"]"_s);
        QCOMPARE(told(changesIn({{u"before_value"_s, QJsonValue()}, {u"updated_values"_s, QJsonObject {{u"a"_s, true}}}})),
            u"a:  > true"_s);
    }

    void whatIsChangedHasTheNameThatPeopleGaveIt()
    {
        QCOMPARE(auditObject({{u"object_id"_s, u"t1"_s}, {u"before_value"_s, QJsonObject {{u"team_alias"_s, u"Support"_s}}}}),
            u"Support"_s);
        QCOMPARE(auditObject({{u"object_id"_s, u"t1"_s}}), u"t1"_s);
        QCOMPARE(auditKind(u"LiteLLM_TeamTable"_s), u"Team"_s);
        QCOMPARE(auditKind(u"LiteLLM_NewTable"_s), u"LiteLLM_NewTable"_s);
        QCOMPARE(auditAuthor({{u"changed_by"_s, u"default_user_id"_s}}), u"Master key"_s);
    }

    void aChangeIsListedAndShowsWhatItDid()
    {
        LiveStage stage;
        stage.begin();
        const QString key =
            stage.call("POST", u"/key/generate"_s, {{u"key_alias"_s, u"ci"_s}, {u"max_budget"_s, 5}}).value("key"_L1).toString();
        const Audit audit(stage);
        QTRY_COMPARE_WITH_TIMEOUT(audit.lines->shownRows(), 1, 10'000);
        QVERIFY(!audit.detail->isVisible());
        stage.call("POST", u"/key/update"_s, {{u"key"_s, key}, {u"max_budget"_s, 7.5}});
        QTRY_COMPARE_WITH_TIMEOUT(audit.lines->shownRows(), 2, 10'000); // it is told, and asks by itself
        QCOMPARE(audit.cell(0, 1), u"Master key"_s);
        QCOMPARE(audit.cell(0, 2), u"changed"_s);
        QCOMPARE(audit.cell(0, 3), u"Key"_s);
        QCOMPARE(audit.cell(0, 4), u"ci"_s);
        audit.lines->selectRow(0);
        QTRY_VERIFY(audit.detail->isVisible());
        const auto *changes = named<QTreeWidget>(audit.detail, u"Values before and after"_s);
        const auto found = changes->findItems(u"max_budget"_s, Qt::MatchExactly);
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first()->text(1) + u" > "_s + found.first()->text(2), u"5 > 7.5"_s);
        for (QTreeWidgetItemIterator at(const_cast<QTreeWidget *>(changes)); *at; ++at)
            QVERIFY(!(*at)->text(1).contains(key) && !(*at)->text(2).contains(key));
    }

    void filtersAskTheGatewayAndEscTakesThemBack()
    {
        LiveStage stage;
        stage.begin();
        stage.call("POST", u"/key/generate"_s, {{u"key_alias"_s, u"ci"_s}});
        stage.call("POST", u"/team/new"_s, {{u"team_alias"_s, u"Support"_s}});
        const Audit audit(stage);
        QTRY_VERIFY_WITH_TIMEOUT(audit.lines->shownRows() >= 2, 10'000);
        const int all = audit.lines->shownRows();
        audit.narrow(u"Changes of"_s, u"Team"_s);
        QTRY_COMPARE_WITH_TIMEOUT(audit.lines->shownRows(), 1, 10'000);
        QCOMPARE(audit.cell(0, 4), u"Support"_s);
        audit.narrow(u"What was done"_s, u"deleted"_s);
        QTRY_COMPARE_WITH_TIMEOUT(audit.lines->shownRows(), 0, 10'000);
        QTRY_VERIFY(says(audit.page, u"Nothing matches"_s));
        QTest::keyClick(audit.lines, Qt::Key_Escape);
        QTRY_COMPARE_WITH_TIMEOUT(audit.lines->shownRows(), all, 10'000);
    }
};

QTEST_MAIN(AuditPageTest)
#include "tst_audit_page.moc"
