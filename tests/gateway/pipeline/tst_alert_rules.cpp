// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/alert_rules.h"

#include "gateway/core/receipt.h"
#include "gateway/observe/lookout.h"
#include "gateway/pipeline/hang_watch.h"

#include <QTest>

#include <map>

using namespace gatehouse;
using namespace gatehouse::pipeline;
using namespace gatehouse::observe::alerts;
using namespace std::chrono_literals;

namespace {

/// What a configuration says of alerts, and what there was to complain of.
struct Rules {
    observe::alerts::Settings settings;
    std::string notes;

    Rules(const std::string &general, const std::map<std::string, std::string> &variables = {})
    {
        const auto environment = [variables](const std::string &name) {
            const auto found = variables.find(name);
            return found == variables.end() ? std::nullopt : std::optional(found->second);
        };
        const auto config = config::parse("general_settings: " + general + "\n", "test.yaml", environment);
        std::vector<config::Diagnostic> said;
        settings = alertRules(config, said);
        for (const auto &each : said)
            notes += each.message + "\n";
    }
};

} // namespace

class TestAlertRules : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nobodyIsToldUnlessAsked()
    {
        const Rules rules("{}", {{"SLACK_WEBHOOK_URL", "https://x"}});
        QVERIFY(!rules.settings.isOn() && rules.notes.empty());
        QVERIFY(!rules.settings.patience());
    }

    void aChannelWithoutCredentialsIsSaid_data()
    {
        QTest::addColumn<QString>("channel");
        QTest::addColumn<QString>("missing");
        QTest::newRow("slack") << "slack"
                               << "SLACK_WEBHOOK_URL";
        QTest::newRow("webhook") << "webhook"
                                 << "WEBHOOK_URL";
        QTest::newRow("email") << "email"
                               << "SMTP_HOST";
        QTest::newRow("pagerduty") << "pagerduty"
                                   << "PAGERDUTY_API_KEY";
        QTest::newRow("pigeon") << "pigeon"
                                << "'pigeon'";
    }
    void aChannelWithoutCredentialsIsSaid()
    {
        QFETCH(QString, channel);
        QFETCH(QString, missing);
        const Rules rules("{alerting: [" + channel.toStdString() + "]}");
        QVERIFY(!rules.settings.isOn());
        QVERIFY2(QString::fromStdString(rules.notes).contains(missing), rules.notes.c_str());
    }

    void slackNeedsOneAddressOrThatOfEachKind()
    {
        const Rules usual("{alerting: [slack], alerting_threshold: 2.5}", {{"SLACK_WEBHOOK_URL", "https://x"}});
        QVERIFY(usual.notes.empty());
        QCOMPARE(usual.settings.channels.slack.size(), std::size_t(1));
        QCOMPARE(usual.settings.threshold, std::chrono::milliseconds(2500));
        QCOMPARE(usual.settings.patience(), std::optional(std::chrono::milliseconds(2500)));
        const Rules own(
            "{alerting: [slack], alert_to_webhook_url: {budget_alerts: https://a, llm_too_slow: [https://b, https://c]}}");
        QVERIFY2(own.notes.empty(), own.notes.c_str());
        QCOMPARE(own.settings.channels.byKind.at(Kind::LlmTooSlow).size(), std::size_t(2));
        QVERIFY(own.settings.isOn());
    }

    void kindsThatThereAreNotAreSaid()
    {
        const Rules rules("{alerting: [slack], alert_types: [llm_too_slow, llm_too_fast]}", {{"SLACK_WEBHOOK_URL", "https://x"}});
        QVERIFY(rules.notes.find("'llm_too_fast'") != std::string::npos);
        QCOMPARE(rules.settings.kinds, std::set<Kind> {Kind::LlmTooSlow});
        QVERIFY(!rules.settings.patience()); // nobody is told of hanging calls
    }

    void mailIsReadAsLiteLlmReadsIt()
    {
        const Rules rules("{alerting: [email], alerting_args: {email_to: [ops@example.org, nonsense]}}",
            {{"SMTP_HOST", "mail.example.org"}, {"SMTP_PORT", "465"}, {"SMTP_USERNAME", "u"}, {"SMTP_PASSWORD", "p"},
                {"SMTP_SENDER_EMAIL", "gate@example.org"}});
        const auto &mail = rules.settings.channels.mail;
        QVERIFY(mail && mail->port == 465 && mail->security == upstream::MailServer::Security::Tls);
        QCOMPARE(rules.settings.channels.mailTo, std::vector<std::string> {"ops@example.org"});
        QVERIFY(rules.notes.find("no e-mail address") != std::string::npos);
        QVERIFY(rules.notes.find("nonsense") == std::string::npos);
        const Rules clear("{alerting: [email]}",
            {{"SMTP_HOST", "m"}, {"SMTP_TLS", "False"}, {"SMTP_USERNAME", "u"}, {"SMTP_SENDER_EMAIL", "gate@example.org"}});
        QVERIFY(clear.settings.channels.mail->security == upstream::MailServer::Security::None);
        QVERIFY(clear.notes.find("in clear") != std::string::npos);
    }

    void timesAreRead()
    {
        const Rules rules(
            "{alerting: [slack], spend_report_frequency: 1d, alerting_args: {daily_report_frequency: 60, digest_interval: 0.5, "
            "minor_outage_alert_threshold: 2, outage_alert_ttl: 30, daily_spend_report: false, failure_threshold: 3}}",
            {{"SLACK_WEBHOOK_URL", "https://x"}});
        QCOMPARE(rules.settings.spendReport, std::chrono::seconds(86400));
        QCOMPARE(rules.settings.dailyReport, 60s);
        QCOMPARE(rules.settings.digest, 500ms);
        QCOMPARE(rules.settings.minorOutage.count, std::int64_t(2));
        QCOMPARE(rules.settings.majorOutage.window, 30s);
        QCOMPARE(rules.settings.dailySpend, 0s);
        QCOMPARE(rules.settings.failures.count, std::int64_t(3));
        QCOMPARE(rules.settings.threshold, std::chrono::milliseconds(600'000));
    }

    void aCallThatHangsIsToldOnce()
    {
        struct Slow : Life {
            Receipt own;
            void shutDown() override { }
            const Receipt *receipt() const override { return &own; }
        } slow;
        const Clock::Wall now {std::chrono::hours(500000)};
        slow.own.startedAt = now;
        observe::Observer observer; // that does not run: what it is told is of no interest here
        const std::vector<Life *> running {&slow};
        HangWatch watch(observer, running);
        watch.configure(std::nullopt);
        watch.configure(10s);
        watch.look(now + 9s);
        QVERIFY(!slow.isLate);
        watch.look(now + 10s);
        QVERIFY(slow.isLate);
        watch.configure(std::nullopt);
    }
};

QTEST_GUILESS_MAIN(TestAlertRules)
#include "tst_alert_rules.moc"
