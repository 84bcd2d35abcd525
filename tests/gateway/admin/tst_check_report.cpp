// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "doors.h"

#include "gateway/admin/check_report.h"
#include "gateway/admin/health.h"

using namespace gatehouse;
using namespace gatehouse::admin;

namespace {

const std::string models = "model_list:\n"
                           "- {model_name: gpt, litellm_params: {model: openai/gpt-4o, api_base: 'http://one', api_key: k}, "
                           "model_info: {id: one}}\n"
                           "- {model_name: embed, litellm_params: {model: openai/text-embedding-3-small, api_key: k}, "
                           "model_info: {id: two}}\n";

bool holds(const std::string &text, std::string_view part)
{
    return text.find(part) != std::string::npos;
}

struct Scene {
    std::shared_ptr<const pipeline::Snapshot> snapshot = snapshotOf(models);
    std::vector<Finding> findings;

    Scene()
    {
        pipeline::Checked well, ill;
        well.limits = {{"x-ratelimit-remaining-requests", "7"}};
        ill.error = Error {Fault::Authentication, "invalid key"};
        findings = {{&snapshot->router.deployments()[0], well}, {&snapshot->router.deployments()[1], ill}};
    }
};

} // namespace

class TestCheckReport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsWellAndWhatIsNotStandApart()
    {
        const Scene scene;
        const std::string report = checkReport(scene.findings, {});
        QVERIFY2(
            report.starts_with(R"({"healthy_endpoints":[{"model":"openai/gpt-4o","model_id":"one","api_base":)"), report.c_str());
        QVERIFY(holds(report, R"("max_tokens":16,"cache":{"no-cache":true})"));
        QVERIFY(holds(report, R"("x-ratelimit-remaining-requests":"7")"));
        QVERIFY(holds(report, R"("error":"invalid key","exception_status":401)"));
        QVERIFY(report.ends_with(R"("healthy_count":1,"unhealthy_count":1})"));
        QVERIFY(!holds(report, "checked_at"));
        QCOMPARE(reportStatus(scene.findings), 200);
    }

    void withNothingWellTheStatusIs503()
    {
        Scene scene;
        scene.findings.erase(scene.findings.begin());
        QCOMPARE(reportStatus(scene.findings), 503);
        QCOMPARE(reportStatus({}), 503);
    }

    void withoutDetailsOnlyNamesAreSaid()
    {
        const Scene scene;
        const std::string report = checkReport(scene.findings, {false, true, false});
        QVERIFY2(holds(report, R"([{"model":"openai/gpt-4o","model_id":"one"}])"), report.c_str());
        QVERIFY(holds(report, R"([{"model":"openai/text-embedding-3-small","model_id":"two","exception_status":401}])"));
    }

    void onlyTheAdministratorSeesAddresses()
    {
        const Scene scene;
        QVERIFY(holds(checkReport(scene.findings, {true, true, false}), "one\",\"api_base"));
        QVERIFY(!holds(checkReport(scene.findings, {true, false, false}), "api_base"));
    }

    void theBackgroundsFindingsAnswerAtOnceWithTheirTime()
    {
        World world(models + "general_settings: {background_health_checks: true}\n");
        pipeline::Checked checked;
        checked.at = Clock::Wall(std::chrono::seconds(1760000000));
        world.shared.checks.file("one", checked);
        const Answer answer = world.ask(&checkHealth);
        QCOMPARE(answer.status, 200);
        QVERIFY2(holds(answer.body, R"("checked_at":"2025-10-09T08:53:20.000Z")"), answer.body.c_str());
        QVERIFY(holds(answer.body, R"("healthy_count":1,"unhealthy_count":0)"));
    }
};

QTEST_GUILESS_MAIN(TestCheckReport)
#include "tst_check_report.moc"
