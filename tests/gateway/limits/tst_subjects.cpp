// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/limits/refusal.h"
#include "gateway/limits/subjects.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::limits;

class TestSubjects : public QObject
{
    Q_OBJECT

    static std::string refused(Subject subject, Refusal::What what)
    {
        Refusal refusal;
        refusal.what = what;
        refusal.limit = refusal.used = 1000000000;
        refusal.wait = std::chrono::seconds(1);
        return toError(refusal, {{}, subject, "x y/{}", {}}, Clock::Wall {}).message;
    }

private Q_SLOTS:
    void everySubjectStandsInItsOwnRow()
    {
        for (int i = 0; i <= static_cast<int>(Subject::TeamModel); ++i) {
            const SubjectInfo &row = info(static_cast<Subject>(i));
            QCOMPARE(static_cast<int>(row.subject), i);
            QVERIFY(!row.name.empty() && !row.exceeded.empty() && !row.most.empty());
        }
    }

    void everybodyIsNamedInWhatIsRefusedToHim_data()
    {
        QTest::addColumn<int>("subject");
        QTest::addColumn<QString>("budget");
        QTest::addColumn<QString>("name");
        const auto row = [](Subject subject, const char *budget, const char *name) {
            QTest::newRow(name) << static_cast<int>(subject) << QString::fromUtf8(budget) << QString::fromUtf8(name);
        };
        row(Subject::Proxy, "Budget has been exceeded! Current cost: 1.0, Max budget: 1.0 (proxy: x y/{}).", "proxy");
        row(Subject::Key, "Budget has been exceeded! Current cost: 1.0, Max budget: 1.0 (api_key: x y/{}).", "api_key");
        row(Subject::User, "ExceededBudget: User=x y/{} over budget. Spend=1.0, Budget=1.0.", "user");
        row(Subject::Team, "Budget has been exceeded! Team=x y/{} Current cost: 1.0, Max budget: 1.0.", "team");
        row(Subject::Member, "Budget has been exceeded! Team member=x y/{} Current cost: 1.0, Max budget: 1.0.", "team_member");
        row(Subject::Customer, "ExceededBudget: End User=x y/{} over budget. Spend=1.0, Budget=1.0.", "end_user");
        row(Subject::Organization, "Budget has been exceeded! Organization=x y/{} Current cost: 1.0, Max budget: 1.0.",
            "organization");
        row(Subject::OrganizationMember,
            "Budget has been exceeded! Organization member=x y/{} Current cost: 1.0, Max budget: 1.0.", "organization_member");
        row(Subject::Project, "Budget has been exceeded! Project=x y/{} Current cost: 1.0, Max budget: 1.0.", "project");
        row(Subject::Tag, "Budget has been exceeded! Tag=x y/{} Current cost: 1.0, Max budget: 1.0.", "tag");
        row(Subject::KeyModel, "LiteLLM Virtual Key: x y/{}, exceeded budget for model. Current cost: 1.0, Max budget: 1.0.",
            "model_per_key");
        row(Subject::TeamModel, "Budget has been exceeded! Team model=x y/{} Current cost: 1.0, Max budget: 1.0.",
            "model_per_team");
    }

    void everybodyIsNamedInWhatIsRefusedToHim()
    {
        QFETCH(int, subject);
        QFETCH(QString, budget);
        QFETCH(QString, name);
        const std::string inBudget = refused(static_cast<Subject>(subject), Refusal::What::Budget);
        QCOMPARE(QString::fromStdString(inBudget), budget + QStringLiteral(" Remaining: 0.0. Budget never resets."));
        const std::string inRate = refused(static_cast<Subject>(subject), Refusal::What::Tokens);
        QVERIFY(QString::fromStdString(inRate).startsWith(QStringLiteral("Rate limit exceeded for ") + name
            + QStringLiteral(": x y/{}. Limit type: tokens. Current limit: 1000000000, Remaining: 0. ")));
    }

    void timesAreToldInFullSecondsThatHavePassed()
    {
        using namespace std::chrono_literals;
        QCOMPARE(timeText(Clock::Wall {}), std::string("1970-01-01 00:00:00 UTC"));
        QCOMPARE(timeText(Clock::Wall {1ns}), std::string("1970-01-01 00:00:01 UTC"));
        QCOMPARE(timeText(Clock::Wall {} + 1709164799s), std::string("2024-02-28 23:59:59 UTC"));
    }
};

QTEST_GUILESS_MAIN(TestSubjects)
#include "tst_subjects.moc"
