// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/auth/access.h"

#include <QTest>

using namespace gatehouse;
using people::AllowedModels;
using people::Caller;
using people::Kind;

namespace {

Caller callerWith(std::vector<std::string> names, Kind level = Kind::Key)
{
    Caller caller;
    caller.models.push_back(AllowedModels {level, std::move(names)});
    return caller;
}

} // namespace

class TestAccess : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aModelIsAllowedByItsNames_data()
    {
        QTest::addColumn<QByteArray>("entry");
        QTest::addColumn<bool>("isAllowed");
        QTest::newRow("name") << QByteArray("alias") << true;
        QTest::newRow("group") << QByteArray("gpt") << true;
        QTest::newRow("access group") << QByteArray("beta") << true;
        QTest::newRow("provider's star") << QByteArray("openai/*") << true;
        QTest::newRow("star in the middle") << QByteArray("a*s") << true;
        QTest::newRow("another") << QByteArray("gpt-4") << false;
        QTest::newRow("another's star") << QByteArray("anthropic/*") << false;
        QTest::newRow("provider") << QByteArray("openai") << false;
    }
    void aModelIsAllowedByItsNames()
    {
        QFETCH(QByteArray, entry);
        QFETCH(bool, isAllowed);
        const std::vector<std::string> groups {"beta"};
        const auth::ModelNames model {"alias", "gpt", "openai", groups};
        QCOMPARE(static_cast<bool>(auth::mayUse(callerWith({entry.toStdString()}), model)), isAllowed);
    }

    void everyLevelMustHaveIt()
    {
        Caller caller = callerWith({"a", "b"});
        caller.models.push_back(AllowedModels {Kind::Team, {"b"}});
        QVERIFY(auth::mayUse(caller, {"b"}));
        const auto refused = auth::mayUse(caller, {"a"});
        QVERIFY(!refused);
        QCOMPARE(refused.error().type, std::string("team_model_access_denied"));
        QCOMPARE(refused.error().httpStatus(), 403);
        QVERIFY(refused.error().message.find("models=['b']") != std::string::npos);
    }

    void whoHasNoModelsHasNone()
    {
        Caller caller;
        caller.models.push_back(AllowedModels {Kind::User, {"no-default-models"}, true});
        QCOMPARE(auth::mayUse(caller, {"a"}).error().type, std::string("key_model_access_denied"));
    }

    void aliasesMeanOtherModels()
    {
        Caller caller;
        caller.aliases = {{"mine", "gpt"}, {"empty", ""}};
        QCOMPARE(auth::resolved(caller, "mine"), std::string_view("gpt"));
        QCOMPARE(auth::resolved(caller, "empty"), std::string_view("empty"));
        QCOMPARE(auth::resolved(caller, "other"), std::string_view("other"));
    }

    void routesOfAKeyAreKept_data()
    {
        QTest::addColumn<QByteArray>("entry");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<bool>("isAllowed");
        QTest::newRow("itself") << QByteArray("/key/info") << QByteArray("/key/info") << true;
        QTest::newRow("below") << QByteArray("/key") << QByteArray("/key/info") << true;
        QTest::newRow("not by its beginning") << QByteArray("/key/in") << QByteArray("/key/info") << false;
        QTest::newRow("star") << QByteArray("/key/in*") << QByteArray("/key/info") << true;
        QTest::newRow("models") << QByteArray("llm_api_routes") << QByteArray("/v1/chat/completions") << true;
        QTest::newRow("gemini") << QByteArray("llm_api_routes") << QByteArray("/v1beta/models/x:generateContent") << true;
        QTest::newRow("no management") << QByteArray("llm_api_routes") << QByteArray("/key/generate") << false;
        QTest::newRow("management") << QByteArray("management_routes") << QByteArray("/team/new") << true;
        QTest::newRow("no models") << QByteArray("management_routes") << QByteArray("/chat/completions") << false;
        QTest::newRow("info") << QByteArray("info_routes") << QByteArray("/team/info") << true;
        QTest::newRow("info only") << QByteArray("info_routes") << QByteArray("/team/new") << false;
    }
    void routesOfAKeyAreKept()
    {
        QFETCH(QByteArray, entry);
        QFETCH(QByteArray, path);
        QFETCH(bool, isAllowed);
        Caller caller;
        QVERIFY(auth::mayCall(caller, path.toStdString()));
        caller.routes = {entry.toStdString()};
        QCOMPARE(static_cast<bool>(auth::mayCall(caller, path.toStdString())), isAllowed);
    }
};

QTEST_GUILESS_MAIN(TestAccess)
#include "tst_access.moc"
