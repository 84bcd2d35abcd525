// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "../admin/doors.h"

#include "gateway/front/endpoints.h"
#include "gateway/front/route_list.h"

using namespace gatehouse;
using namespace gatehouse::front;
using wire::Method;

class TestEndpoints : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aPlaceholderTakesWhatStandsThere()
    {
        const Match model = match(Method::Get, "/v1/models/openai/gpt-4o");
        QVERIFY(model.endpoint);
        QCOMPARE(model.model, std::string("openai/gpt-4o"));
        const Match begun = match(Method::Post, "/health/deployments/d-1/outage");
        QVERIFY(begun.endpoint);
        QCOMPARE(begun.model, std::string("d-1"));
        QVERIFY(begun.endpoint->guard == Guard::Admin);
        QVERIFY(match(Method::Delete, "/health/deployments/d-1/outage").endpoint != begun.endpoint);
        QVERIFY(!match(Method::Post, "/health/deployments/d-1").endpoint);
    }

    void everyPathIsListedOnceWithItsMethods()
    {
        admin::World world("model_list: []\n");
        const std::string routes = world.ask(&listRoutes).body;
        QVERIFY(routes.find(R"({"path":"/health/deployments/{id}/outage","methods":["POST","DELETE"],)"
                            R"("name":"health_deployments_id_outage","endpoint":"health_deployments_id_outage"})")
            != std::string::npos);
        for (const Endpoint &row : endpoints()) {
            const std::string member = "\"path\":\"" + std::string(row.path) + "\"";
            const std::size_t at = routes.find(member);
            QVERIFY2(at != std::string::npos, member.c_str());
            QVERIFY2(routes.find(member, at + 1) == std::string::npos, member.c_str());
        }
    }
};

QTEST_GUILESS_MAIN(TestEndpoints)
#include "tst_endpoints.moc"
