// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/budget_fields.h"

#include "gateway/people/fields.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::admin;
using people::Draft;
using people::Kind;

namespace {

std::shared_ptr<const pipeline::Snapshot> emptySnapshot()
{
    const auto environment = [](const std::string &) { return std::optional<std::string>(); };
    return pipeline::compile(config::parse("{}", "test.yaml", environment));
}

/// An endpoint that is asked, at 2026-01-15T12:00:00Z.
struct Desk {
    people::Directory directory;
    limits::Ledger ledger;
    Asked asked {std::make_shared<people::Caller>(), emptySnapshot(), ledger, {}};

    explicit Desk(const char *body)
    {
        auto caller = std::make_shared<people::Caller>();
        caller->who = std::make_shared<Principal>();
        asked.caller = caller;
        asked.body = people::objectFrom(body);
        asked.now = *people::timeFrom("2026-01-15T12:00:00Z");
    }
    void put(Kind kind, const std::string &id, const char *json) { directory.apply({{kind, id, json, "created"}}); }
};

const people::AccountChange *changeOf(const people::ChangeSet &set, const std::string &account)
{
    for (const people::AccountChange &change : set.accounts) {
        if (change.account == account)
            return &change;
    }
    return nullptr;
}

} // namespace

class TestBudgetFields : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatMeansNothingIsRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::newRow("nothing") << QByteArray("{}") << 200;
        QTest::newRow("a budget") << QByteArray(R"({"max_budget": 1.5, "budget_duration": "1d"})") << 200;
        QTest::newRow("null") << QByteArray(R"({"max_budget": null})") << 200;
        QTest::newRow("text") << QByteArray(R"({"max_budget": "1"})") << 422;
        QTest::newRow("half a request") << QByteArray(R"({"rpm_limit": 1.5})") << 422;
        QTest::newRow("less than nothing") << QByteArray(R"({"tpm_limit": -1})") << 400;
        QTest::newRow("no duration") << QByteArray(R"({"budget_duration": "soon"})") << 400;
        QTest::newRow("no time") << QByteArray(R"({"budget_reset_at": "soon"})") << 400;
    }
    void whatMeansNothingIsRefused()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        const auto checked = checkBudget(people::objectFrom(body.toStdString()));
        QCOMPARE(checked ? 200 : checked.error().httpStatus(), status);
    }

    void aBudgetBeginsAnewExactlyAfterItsDuration()
    {
        const Desk desk(R"({"max_budget": 1, "budget_duration": "1d"})");
        Draft draft(desk.directory);
        (void)keepBudget("b", desk.asked.body, draft, desk.asked);
        const QJsonObject row = shownBudget("b", draft, desk.asked).toObject();
        QCOMPARE(row.value(QLatin1String("budget_reset_at")).toString(), QStringLiteral("2026-01-16T12:00:00.000Z"));
    }

    void andThenWithTheCalendar()
    {
        Desk desk("{}");
        desk.put(Kind::Budget, "b", R"({"budget_duration": "1d", "budget_reset_at": "2026-01-14T12:00:00.000Z"})");
        const Draft draft(desk.directory);
        QCOMPARE(shownBudget("b", draft, desk.asked).toObject().value(QLatin1String("budget_reset_at")).toString(),
            QStringLiteral("2026-01-16T00:00:00.000Z"));
        QVERIFY(shownBudget("none", draft, desk.asked).isNull());
    }

    void whoeverRefersToABudgetFollowsItsDuration()
    {
        Desk desk(R"({"budget_duration": "1h"})");
        desk.put(Kind::Budget, "b", R"({"budget_duration": "1d"})");
        desk.put(Kind::Customer, "ann", R"({"budget_id": "b"})");
        desk.put(Kind::Tag, "t", R"({"budget_id": "other"})");
        desk.put(Kind::Key, "k", R"({"budget_id": "b", "budget_duration": "7d"})");
        Draft draft(desk.directory);
        (void)keepBudget("b", desk.asked.body, draft, desk.asked);
        const people::ChangeSet set = draft.changes({});
        const auto *ann = changeOf(set, "customer:ann");
        QVERIFY(ann && ann->isRescheduled && ann->schedule && ann->schedule->duration == "1h");
        QCOMPARE(people::isoTime(*ann->resetAt), std::string("2026-01-15T13:00:00.000Z"));
        QVERIFY(!changeOf(set, "tag:t"));
        QVERIFY(!changeOf(set, "key:k")); // it has a duration of its own
    }

    void limitsInARequestMakeABudget()
    {
        const Desk desk(R"({"max_budget": 3})");
        Draft draft(desk.directory);
        QJsonObject fields;
        QVERIFY(attachBudget(Kind::Customer, fields, draft, desk.asked).has_value());
        const auto budget = draft.find(Kind::Budget, people::textIn(fields, "budget_id"));
        QVERIFY(budget && budget->value(QLatin1String("max_budget")).toDouble() == 3);
    }

    void aBudgetThatOthersShareIsCopiedWhenOneOfThemChanges()
    {
        Desk desk(R"({"max_budget": 3})");
        desk.put(Kind::Budget, "b", R"({"max_budget": 1, "rpm_limit": 7})");
        desk.put(Kind::Customer, "ann", R"({"budget_id": "b"})");
        desk.put(Kind::Customer, "bea", R"({"budget_id": "b"})");
        Draft draft(desk.directory);
        QJsonObject fields = *draft.find(Kind::Customer, "ann");
        QVERIFY(attachBudget(Kind::Customer, fields, draft, desk.asked).has_value());
        const std::string id = people::textIn(fields, "budget_id");
        QVERIFY(id != "b");
        const QJsonObject own = *draft.find(Kind::Budget, id);
        QCOMPARE(own.value(QLatin1String("max_budget")).toDouble(), 3.0);
        QCOMPARE(own.value(QLatin1String("rpm_limit")).toInt(), 7);
        QCOMPARE(draft.find(Kind::Budget, "b")->value(QLatin1String("max_budget")).toDouble(), 1.0);
    }

    void aBudgetThatIsNotThereIsRefused()
    {
        const Desk desk(R"({"budget_id": "none"})");
        Draft draft(desk.directory);
        QJsonObject fields;
        QCOMPARE(attachBudget(Kind::Tag, fields, draft, desk.asked).error().httpStatus(), 400);
    }
};

QTEST_GUILESS_MAIN(TestBudgetFields)
#include "tst_budget_fields.moc"
