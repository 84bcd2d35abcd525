// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "../upstream/script_server.h"
#include "gateway/observe/alerts/watcher.h"
#include "gateway/observe/log.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::observe;
using namespace gatehouse::observe::alerts;
using namespace std::chrono_literals;

namespace {

QByteArray bodyOf(const QByteArray &request)
{
    return request.mid(request.indexOf("\r\n\r\n") + 4);
}

Parcel parcel(const ScriptServer &server, const std::string &body)
{
    return {"slack", Secret(server.url("/hook")), body};
}

} // namespace

class TestOutbox : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void messagesArriveInOrder()
    {
        ScriptServer server([](QTcpSocket *socket, const QByteArray &) { socket->write(ScriptServer::answer("ok")); });
        Outbox outbox({});
        for (int i = 0; i < 20; ++i)
            outbox.post(parcel(server, std::to_string(i)));
        QTRY_COMPARE(server.requests.size(), 20);
        for (int i = 0; i < 20; ++i)
            QCOMPARE(bodyOf(server.requests[i]), QByteArray::number(i));
        QTRY_COMPARE(outbox.figures().sent, std::uint64_t(20));
    }

    void whatFailsIsTriedAgainAndSaidOnce()
    {
        int count = 0;
        ScriptServer server([&](QTcpSocket *socket, const QByteArray &) {
            socket->write(ScriptServer::answer("", ++count < 2 ? "HTTP/1.1 500 No" : "HTTP/1.1 200 OK"));
        });
        std::vector<std::string> said;
        Outbox outbox([&](const std::string &words) { said.push_back(words); });
        outbox.post(parcel(server, "a"));
        outbox.post(parcel(server, "b"));
        QTRY_COMPARE_WITH_TIMEOUT(outbox.figures().sent, std::uint64_t(2), 10000);
        QCOMPARE(bodyOf(server.requests[1]), QByteArray("a"));
        QCOMPARE(said.size(), std::size_t(1));
        QVERIFY(said[0].find("500") != std::string::npos && said[0].find("hook") == std::string::npos);
    }

    void whatIsRefusedForGoodIsDropped()
    {
        ScriptServer server(
            [](QTcpSocket *socket, const QByteArray &) { socket->write(ScriptServer::answer("", "HTTP/1.1 404 No")); });
        Outbox outbox({});
        outbox.post(parcel(server, "a"));
        QTRY_COMPARE(outbox.figures().dropped, std::uint64_t(1));
        QCOMPARE(outbox.figures().waiting, std::uint64_t(0));
    }

    void oneAddressThatHangsHoldsUpNoOther()
    {
        ScriptServer hangs([](QTcpSocket *, const QByteArray &) {});
        ScriptServer well([](QTcpSocket *socket, const QByteArray &) { socket->write(ScriptServer::answer("ok")); });
        Outbox outbox({});
        outbox.post(parcel(hangs, "a"));
        outbox.post(parcel(well, "b"));
        QTRY_COMPARE(outbox.figures().sent, std::uint64_t(1));
        QCOMPARE(outbox.figures().waiting, std::uint64_t(1));
    }

    void whatWaitsIsBounded()
    {
        ScriptServer hangs([](QTcpSocket *, const QByteArray &) {});
        Outbox outbox({});
        outbox.post(parcel(hangs, "first"));
        QTRY_COMPARE(hangs.requests.size(), 1);
        for (std::size_t i = 0; i < Outbox::mostWaiting + 9; ++i)
            outbox.post(parcel(hangs, "more"));
        QCOMPARE(outbox.figures().waiting, std::uint64_t(Outbox::mostWaiting));
        QCOMPARE(outbox.figures().dropped, std::uint64_t(10));
    }

    void aTestAlertTellsHowItWent()
    {
        ScriptServer server([](QTcpSocket *socket, const QByteArray &) { socket->write(ScriptServer::answer("ok")); });
        alerts::Settings settings;
        settings.channels.slack = {Secret(server.url("/hook"))};
        Watcher watcher;
        watcher.configure(settings);
        std::optional<Result<std::string>> slack, webhook;
        watcher.test("slack", [&](Result<std::string> result) { slack = std::move(result); });
        watcher.test("webhook", [&](Result<std::string> result) { webhook = std::move(result); });
        QVERIFY(webhook && !*webhook && webhook->error().fault == Fault::InvalidRequest);
        QTRY_VERIFY(slack.has_value());
        QVERIFY(slack->has_value());
        QVERIFY(bodyOf(server.requests.front()).contains("This is a test"));
    }

    void customersSpendIsSummedForTheWebhook()
    {
        ScriptServer server([](QTcpSocket *socket, const QByteArray &) { socket->write(ScriptServer::answer("ok")); });
        alerts::Settings settings;
        settings.channels.webhook = Secret(server.url("/webhook"));
        settings.digest = 5s;
        Watcher watcher;
        watcher.configure(settings);
        Receipt receipt;
        receipt.customer = "carol";
        receipt.outcome = Outcome::Completed;
        receipt.startedAt = Clock::Wall(std::chrono::hours(500000));
        receipt.cost = Cost {};
        receipt.cost->total = *moneyFrom("0.25");
        for (int i = 0; i < 4; ++i)
            watcher.onReceipt(receipt);
        watcher.onTick(receipt.startedAt + 4s);
        watcher.onTick(receipt.startedAt + 5s);
        QTRY_COMPARE(server.requests.size(), 1);
        const QJsonObject event = QJsonDocument::fromJson(bodyOf(server.requests[0])).object();
        QCOMPARE(event[QLatin1String("event")].toString(), QStringLiteral("spend_tracked"));
        QCOMPARE(event[QLatin1String("customer_id")].toString(), QStringLiteral("carol"));
        QCOMPARE(event[QLatin1String("spend")].toDouble(), 1.0);
    }

    void manyAlikeFailuresAreOneMessageForTheirOwnAddress()
    {
        ScriptServer server([](QTcpSocket *socket, const QByteArray &) { socket->write(ScriptServer::answer("ok")); });
        alerts::Settings settings;
        settings.channels.slack = {Secret(server.url("/usual"))};
        settings.channels.byKind[Kind::LlmExceptions] = {Secret(server.url("/failures"))};
        settings.digest = 5s;
        Watcher watcher;
        watcher.configure(settings);
        Receipt receipt;
        receipt.startedAt = Clock::Wall(std::chrono::hours(500000));
        receipt.outcome = Outcome::Failed;
        for (int i = 0; i < 4; ++i)
            watcher.onReceipt(receipt);
        watcher.onTick(receipt.startedAt + 4s);
        watcher.onTick(receipt.startedAt + 5s);
        QTRY_COMPARE(server.requests.size(), 1);
        QVERIFY(server.requests[0].startsWith("POST /failures "));
        QVERIFY(bodyOf(server.requests[0]).contains("[Num Alerts: 4]"));
    }
};

QTEST_GUILESS_MAIN(TestOutbox)
#include "tst_outbox.moc"
