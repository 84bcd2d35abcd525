// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/credentials/grants.h"

#include "../upstream/script_server.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::credentials;
using namespace std::chrono_literals;

namespace {

struct SetClock final : Clock {
    Instant instant {1h};
    Wall time {1700000000s};
    Instant now() const override { return instant; }
    Wall wall() const override { return time; }
    void pass(std::chrono::milliseconds span)
    {
        instant += span;
        time += span;
    }
};

/// Writes down how its wait ended.
struct Waiter final : GrantListener {
    std::unique_ptr<Wait> wait;
    std::string token;
    std::optional<Error> error;
    int calls = 0;
    std::function<void()> then;

    void onGranted(const Grant &grant) override
    {
        ++calls;
        token = grant.bearer.reveal();
        if (then)
            then();
    }
    void onRefused(const Error &refused) override
    {
        ++calls;
        error = refused;
    }
};

} // namespace

/// The cache of grants, with a token service played by a script.
class TestGrants : public QObject
{
    Q_OBJECT

    std::unique_ptr<ScriptServer> m_service;
    std::unique_ptr<upstream::Client> m_client;
    std::unique_ptr<Grants> m_grants;
    SetClock m_clock;
    QByteArray m_answer; ///< nothing = the service keeps silent
    QByteArray m_status;
    int m_given = 0;

    CloudAccess access(const std::string &fingerprint = "one") const
    {
        return {.how = EntraAccess {.tokenService = m_service->url("/token"), .clientId = "c", .clientSecret = Secret("hidden")},
            .fingerprint = fingerprint};
    }

    void giveTokens(int seconds)
    {
        m_status = "HTTP/1.1 200 OK";
        m_answer = "{\"access_token\":\"t%\",\"expires_in\":" + QByteArray::number(seconds) + "}";
    }

    std::string atHand(const std::string &fingerprint = "one")
    {
        const auto found = m_grants->find(access(fingerprint));
        return found.grant ? found.grant->bearer.reveal() : std::string();
    }

    /// Finds, waits where there is nothing yet, and gives the token.
    std::string fetched(const std::string &fingerprint = "one")
    {
        if (std::string token = atHand(fingerprint); !token.empty())
            return token;
        Waiter waiter;
        waiter.wait = m_grants->wait(access(fingerprint), &waiter);
        [&] { QTRY_COMPARE(waiter.calls, 1); }();
        return waiter.token;
    }

    /// Lets a fetch nobody waits for come to its end.
    void untilGiven(int count)
    {
        QTRY_COMPARE(m_given, count);
        Waiter other;
        if (const auto found = m_grants->find(access("other")); !found.grant && !found.refusal) {
            other.wait = m_grants->wait(access("other"), &other); // it comes after, over the same loop
            QTRY_COMPARE(other.calls, 1);
        }
    }

private Q_SLOTS:
    void init()
    {
        m_given = 0;
        m_clock = {};
        giveTokens(3600);
        m_service = std::make_unique<ScriptServer>([this](QTcpSocket *socket, const QByteArray &) {
            if (!m_answer.isEmpty())
                socket->write(ScriptServer::answer(QByteArray(m_answer).replace('%', QByteArray::number(++m_given)), m_status));
        });
        m_client = std::make_unique<upstream::Client>(upstream::Settings {});
        m_grants = std::make_unique<Grants>(*m_client, m_clock);
    }

    void cleanup()
    {
        m_grants.reset();
        m_client.reset();
    }

    void aGrantIsFetchedOnceAndKept()
    {
        QCOMPARE(atHand(), std::string());
        QCOMPARE(fetched(), std::string("t1"));
        QCOMPARE(atHand(), std::string("t1"));
        QCOMPARE(m_service->requests.size(), 1);
        QVERIFY(m_service->requests[0].contains("grant_type=client_credentials&client_id=c&client_secret=hidden"));
    }

    void manyWaitForOneFetch()
    {
        std::vector<std::unique_ptr<Waiter>> waiters;
        for (int i = 0; i < 100; ++i) {
            waiters.push_back(std::make_unique<Waiter>());
            QVERIFY(!m_grants->find(access()).grant);
            waiters.back()->wait = m_grants->wait(access(), waiters.back().get());
        }
        QTRY_COMPARE(waiters.back()->calls, 1);
        for (const auto &waiter : waiters)
            QCOMPARE(waiter->token, std::string("t1"));
        QCOMPARE(m_service->requests.size(), 1);
    }

    void whoLeavesTheQueueIsNotCalled()
    {
        Waiter first, second, third;
        for (Waiter *waiter : {&first, &second, &third}) {
            QVERIFY(!m_grants->find(access()).grant);
            waiter->wait = m_grants->wait(access(), waiter);
        }
        second.wait.reset();
        first.then = [&] { third.wait.reset(); }; // in the midst of the telling
        QTRY_COMPARE(first.calls, 1);
        QCOMPARE(second.calls + third.calls, 0);
        QCOMPARE(atHand(), std::string("t1"));
    }

    void differentCredentialsHaveDifferentGrants()
    {
        QCOMPARE(fetched("one"), std::string("t1"));
        QCOMPARE(fetched("two"), std::string("t2"));
        QCOMPARE(atHand("one"), std::string("t1"));
    }

    void aGrantNearItsEndIsRenewedWhileItIsUsed()
    {
        QCOMPARE(fetched(), std::string("t1"));
        m_clock.pass(54min);
        QCOMPARE(atHand(), std::string("t1"));
        QCOMPARE(m_service->requests.size(), 1);
        m_clock.pass(2min);
        QCOMPARE(atHand(), std::string("t1"));
        QCOMPARE(atHand(), std::string("t1")); // one fetch at a time
        untilGiven(2);
        QTRY_COMPARE(atHand(), std::string("t2"));
    }

    void aShortLifeIsNotSpentRenewing()
    {
        giveTokens(120);
        QCOMPARE(fetched(), std::string("t1"));
        m_clock.pass(59s);
        QCOMPARE(atHand(), std::string("t1"));
        QCOMPARE(m_service->requests.size(), 1);
        m_clock.pass(2s);
        QCOMPARE(atHand(), std::string("t1"));
        QTRY_COMPARE(m_service->requests.size(), 2);
    }

    void anExpiredGrantIsWaitedFor()
    {
        QCOMPARE(fetched(), std::string("t1"));
        m_clock.pass(59min + 55s); // it would end on its way
        QCOMPARE(atHand(), std::string());
        QCOMPARE(fetched(), std::string("t2"));
    }

    void aFailedRenewalLeavesTheOldOneInUse()
    {
        QCOMPARE(fetched(), std::string("t1"));
        m_status = "HTTP/1.1 500 Oops";
        m_clock.pass(56min);
        QCOMPARE(atHand(), std::string("t1"));
        untilGiven(2);
        QCOMPARE(atHand(), std::string("t1"));
        const int asked = int(m_service->requests.size());
        QCOMPARE(atHand(), std::string("t1"));
        QCOMPARE(int(m_service->requests.size()), asked); // it has just failed
    }

    void aFailureIsToldToAllAndNotAskedForAgainAtOnce()
    {
        m_status = "HTTP/1.1 401 No";
        m_answer = "{\"error\":\"invalid_client\",\"error_description\":\"hidden%\"}";
        QVERIFY(!m_grants->find(access()).refusal);
        Waiter first, second;
        first.wait = m_grants->wait(access(), &first);
        second.wait = m_grants->wait(access(), &second);
        QTRY_COMPARE(second.calls, 1);
        QVERIFY(first.error && second.error && first.error->fault == Fault::Authentication);
        QVERIFY(first.error->message.find("invalid_client; check client_id and client_secret") != std::string::npos);
        QVERIFY(first.error->message.find("hidden") == std::string::npos);

        m_clock.pass(400ms);
        QVERIFY(m_grants->find(access()).refusal);
        QCOMPARE(m_service->requests.size(), 1);
        m_clock.pass(200ms);
        QVERIFY(!m_grants->find(access()).refusal);
        Waiter third;
        third.wait = m_grants->wait(access(), &third);
        QTRY_COMPARE(third.calls, 1);
        m_clock.pass(600ms);
        QVERIFY(m_grants->find(access()).refusal); // the silence has doubled
        m_clock.pass(500ms);
        giveTokens(3600);
        QCOMPARE(fetched(), std::string("t3"));
    }

    void aQuestionThatCannotBeAskedIsRefusedAtOnce()
    {
        const CloudAccess lost {
            .how = EntraAccess {.tokenService = m_service->url(), .clientId = "c", .assertionFile = "/nowhere/x"},
            .fingerprint = "lost"};
        const auto found = m_grants->find(lost);
        QVERIFY(found.refusal && found.refusal->fault == Fault::Authentication);
        QVERIFY(found.refusal->message.find("cannot be read") != std::string::npos);
    }

    void aServiceThatIsNotThereIsSaid()
    {
        m_service->close();
        Waiter waiter;
        QVERIFY(!m_grants->find(access()).grant);
        waiter.wait = m_grants->wait(access(), &waiter);
        QTRY_COMPARE(waiter.calls, 1);
        QVERIFY(waiter.error && waiter.error->fault == Fault::ApiConnection);
        QVERIFY(waiter.error->message.find("Microsoft Entra gave no token: ") == 0);
    }

    void anEndlessAnswerIsGivenUp()
    {
        m_answer = QByteArray(300 * 1024, 'x');
        Waiter waiter;
        QVERIFY(!m_grants->find(access()).grant);
        waiter.wait = m_grants->wait(access(), &waiter);
        QTRY_COMPARE(waiter.calls, 1);
        QVERIFY(waiter.error && waiter.error->message.find("larger than 256 KiB") != std::string::npos);
    }

    void aDroppedGrantIsFetchedAnewOnce()
    {
        QCOMPARE(fetched(), std::string("t1"));
        const std::uint64_t number = m_grants->find(access()).grant->number;
        QVERIFY(m_grants->drop(access(), number));
        QCOMPARE(fetched(), std::string("t2"));
        QVERIFY(m_grants->drop(access(), number)); // somebody else's word on the old one
        QCOMPARE(atHand(), std::string("t2"));
        QVERIFY(!m_grants->drop(access(), m_grants->find(access()).grant->number));
        QCOMPARE(atHand(), std::string("t2"));
        m_clock.pass(2min);
        QVERIFY(m_grants->drop(access(), m_grants->find(access()).grant->number));
        QCOMPARE(fetched(), std::string("t3"));
    }

    void aCacheThatDiesTellsNobody()
    {
        m_answer.clear();
        Waiter waiter;
        QVERIFY(!m_grants->find(access()).grant);
        waiter.wait = m_grants->wait(access(), &waiter);
        QTRY_COMPARE(m_service->requests.size(), 1);
        m_grants.reset();
        QTRY_COMPARE(m_service->disconnections, 1);
        waiter.wait.reset();
        QCOMPARE(waiter.calls, 0);
    }

    void credentialsThatAreGoneAreForgotten()
    {
        QCOMPARE(fetched("one"), std::string("t1"));
        m_clock.pass(2h);
        QCOMPARE(fetched("two"), std::string("t2"));
        m_clock.time -= 2h; // were it still there, it would be good
        QCOMPARE(atHand("one"), std::string());
    }
};

QTEST_GUILESS_MAIN(TestGrants)
#include "tst_grants.moc"
