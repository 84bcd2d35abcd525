// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/attribution.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::pipeline;

namespace {

Receipt attributed(const std::string &body, wire::Headers headers = {}, people::Caller caller = {})
{
    Principal who;
    who.token = "token";
    who.keyAlias = "alias";
    who.userId = "owner";
    caller.who = std::make_shared<const Principal>(who);
    Inbound inbound;
    inbound.identity.caller = std::make_shared<const people::Caller>(std::move(caller));
    inbound.request.headers = std::move(headers);
    inbound.request.peer = "192.0.2.1";
    wire::Call call;
    call.body = *wire::JsonObject::parse(body);
    Receipt receipt;
    attribute(receipt, call, inbound, {});
    return receipt;
}

people::Caller administrator()
{
    people::Caller caller;
    caller.isAdmin = true;
    return caller;
}

} // namespace

class TestAttribution : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theEndUserIsTheFirstThatIsSaid_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("customer");
        QTest::newRow("header") << QByteArray(R"({"user":"body"})") << QByteArray("x-litellm-customer-id")
                                << QByteArray("header");
        QTest::newRow("another header") << QByteArray("{}") << QByteArray("x-litellm-end-user-id") << QByteArray("header");
        QTest::newRow("user") << QByteArray(R"({"user":"body","metadata":{"user_id":"m"}})") << QByteArray()
                              << QByteArray("body");
        QTest::newRow("litellm_metadata") << QByteArray(R"({"litellm_metadata":{"user":"l"}})") << QByteArray()
                                          << QByteArray("l");
        QTest::newRow("anthropic") << QByteArray(R"({"metadata":{"user_id":"m"}})") << QByteArray() << QByteArray("m");
        QTest::newRow("nobody") << QByteArray(R"({"user":7})") << QByteArray() << QByteArray();
    }
    void theEndUserIsTheFirstThatIsSaid()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, customer);
        wire::Headers headers;
        if (!header.isEmpty())
            headers.add(header.toStdString(), "header");
        QCOMPARE(attributed(body.toStdString(), headers).customer, customer.toStdString());
    }

    void aNameThatIsTooLongIsNobodys() { QVERIFY(attributed(R"({"user":")" + std::string(300, 'u') + R"("})").customer.empty()); }

    void theAdministratorSpeaksForOthers()
    {
        const auto receipt = attributed(R"({"user_id":"u","team_id":"t"})", {}, administrator());
        QCOMPARE(receipt.principal->userId, std::string("u"));
        QCOMPARE(receipt.principal->teamId, std::string("t"));
        QCOMPARE(receipt.principal->token, std::string("token"));
        QCOMPARE(attributed("{}", {}, administrator()).principal->userId, std::string("owner"));
    }

    void nobodyElseDoes()
    {
        QCOMPARE(attributed(R"({"user_id":"u","team_id":"t"})").principal->userId, std::string("owner"));
        QVERIFY(attributed(R"({"user_id":"u","team_id":"t"})").principal->teamId.empty());
    }

    void aSessionIsKept()
    {
        QCOMPARE(attributed(R"({"metadata":{"session_id":"s"}})").session, std::string("s"));
        QCOMPARE(attributed(R"({"litellm_session_id":"s"})").session, std::string("s"));
        QCOMPARE(attributed("{}", {{"x-litellm-trace-id", "h"}}).session, std::string("h"));
    }

    void whatIsToBeKeptIsKeptAsItCame()
    {
        QCOMPARE(attributed(R"({"metadata":{"spend_logs_metadata":{"a":1},"b":2}})").metadata, std::string(R"({"a":1})"));
        QCOMPARE(attributed(R"({"metadata":{"feature":"docs"}})").metadata, std::string(R"({"feature":"docs"})"));
        QCOMPARE(attributed("{}", {{"x-litellm-spend-logs-metadata", R"({"h":1})"}}).metadata, std::string(R"({"h":1})"));
        QVERIFY(attributed("{}", {{"x-litellm-spend-logs-metadata", "{broken"}}).metadata.empty());
        QCOMPARE(attributed(R"({"metadata":{"langfuse_secret":"s","a":[1],"langfuse_public_key":"p"}})").metadata,
            std::string(R"({"a":[1]})"));
        QVERIFY(attributed(R"({"metadata":{"langfuse_secret":"s"}})").metadata.empty());
        QVERIFY(attributed(R"({"metadata":{"x":")" + std::string(9000, 'x') + R"("}})").metadata.empty());
    }

    void theKeysTagsJoinTheCalls()
    {
        people::Caller caller;
        caller.tags = {"a", "a", "b"};
        const std::vector<std::string> tags {"a", "b"};
        QCOMPARE(attributed("{}", {}, caller).tags, tags);
        QCOMPARE(attributed("{}").peer, std::string("192.0.2.1"));
    }
};

QTEST_GUILESS_MAIN(TestAttribution)
#include "tst_attribution.moc"
