// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/alerts/watcher.h"

#include "gateway/observe/alerts/letter.h"
#include "gateway/observe/alerts/record_rules.h"
#include "gateway/observe/alerts/words.h"
#include "gateway/observe/log.h"

#include <QJsonObject>

#include <set>
#include <utility>

namespace gatehouse::observe::alerts {

namespace {

constexpr std::size_t mostTracked = 500; // at a time

std::string titleOf(const Alert &alert)
{
    std::string title = alert.text.substr(0, alert.text.find('\n'));
    std::erase_if(title, [](char c) { return c == '`' || c == '*'; });
    return "[Gatehouse] " + title;
}

Alert madeUp()
{
    Alert alert {Kind::LlmExceptions, Level::Low, "test"};
    alert.text = "This is a test of Gatehouse's alerts. All is well.";
    alert.incident = "test";
    QJsonObject known {{QStringLiteral("event"), QStringLiteral("budget_crossed")},
        {QStringLiteral("event_group"), QStringLiteral("proxy")},
        {QStringLiteral("event_message"), QString::fromStdString(alert.text)}};
    alert.event = webhookBody(known);
    return alert;
}

} // namespace

void Watcher::configure(const Settings &settings)
{
    m_settings = settings;
    if (!settings.isOn())
        return;
    if (!m_outbox)
        m_outbox = std::make_unique<Outbox>([this](const std::string &words) { complain(words); });
    m_outbox->configure(settings);
}

void Watcher::complain(const std::string &words) const
{
    if (m_ground.log)
        m_ground.log->say(Log::Level::Warning, {Log::Category::Sinks, "alerts: " + words});
}

void Watcher::onReceipt(const Receipt &receipt)
{
    if (!m_settings.isOn())
        return;
    const auto now = receipt.startedAt + receipt.duration;
    const Raise raiseNow = [this, now](Alert alert) { raise(std::move(alert), now); };
    m_calls.onReceipt(receipt, m_settings, raiseNow);
    m_outages.onReceipt(receipt, m_settings, raiseNow);
    m_deployments.onReceipt(receipt, m_settings, raiseNow);
    if (!m_settings.channels.webhook.isEmpty())
        trackCustomer(receipt);
}

void Watcher::onSignal(const Signal &signal)
{
    if (!m_settings.isOn())
        return;
    const Raise raiseNow = [this, now = signal.at](Alert alert) { raise(std::move(alert), now); };
    switch (signal.kind) {
    case Signal::Kind::BudgetCrossed: return m_budgets.onCrossed(signal, m_settings, raiseNow);
    case Signal::Kind::RecordChanged: return tellChange(signal, m_settings, raiseNow);
    case Signal::Kind::CallHangs: return m_calls.onHanging(signal, m_settings, raiseNow);
    case Signal::Kind::DeploymentRests:
    case Signal::Kind::DeploymentIsBack:
        if (signal.check) // of those by calls, the receipts tell
            m_deployments.onCheck(*signal.check, m_settings, raiseNow);
        return;
    case Signal::Kind::DatabaseLost:
    case Signal::Kind::DatabaseBack: return tellDatabase(signal);
    case Signal::Kind::SpendLost:
        return raise(
            {Kind::FailedTrackingSpend, Level::High, "journal", "Failed tracking cost: " + plain(signal.text)}, signal.at);
    default: return;
    }
}

void Watcher::tellDatabase(const Signal &signal)
{
    const bool isBack = signal.kind == Signal::Kind::DatabaseBack;
    Alert alert {Kind::DbExceptions, isBack ? Level::Low : Level::High, isBack ? "back" : "lost"};
    alert.text = (isBack ? "The database is back" : "DB read/write call failed: `" + plain(signal.text) + "`");
    alert.incident = "database";
    alert.isOver = isBack;
    raise(std::move(alert), signal.at);
}

void Watcher::onTick(Clock::Wall now)
{
    if (!m_settings.isOn())
        return;
    const Raise raiseNow = [this, now](Alert alert) { raise(std::move(alert), now); };
    m_calls.onTick(now, m_settings, raiseNow);
    m_outages.onTick(now, m_settings, raiseNow);
    m_deployments.onTick(now, m_settings, raiseNow);
    m_spendReports.onTick(now, m_settings, m_ground.askSpend, raiseNow);
    if (!m_tracked.empty() && now - m_trackedSince >= m_settings.digest)
        tellTracked();
    if (!m_digest.isDue(now, m_settings.digest))
        return;
    for (const Digest::Line &line : m_digest.take())
        send(line, now);
    if (const std::size_t dropped = m_digest.takeDropped(); dropped > 0)
        complain(std::to_string(dropped) + " alerts were left out: too many different ones at a time");
}

void Watcher::raise(Alert alert, Clock::Wall now)
{
    if (alert.audience == Audience::Everybody && !m_settings.wants(alert.kind))
        return;
    if (m_settings.isLogged)
        complain(std::string(toString(alert.kind)) + ": " + alert.text.substr(0, alert.text.find('\n')));
    m_digest.add(std::move(alert), now);
}

void Watcher::send(const Digest::Line &line, Clock::Wall now)
{
    const Alert &alert = line.alert;
    const Channels &channels = m_settings.channels;
    if (!channels.pagerDutyKey.isEmpty() && !alert.incident.empty())
        m_outbox->post({"pagerduty", Secret(channels.pagerDutyUrl), pagerBody(alert, now, m_settings)});
    if (alert.audience == Audience::Pager)
        return;
    if (!channels.webhook.isEmpty() && !alert.event.empty())
        m_outbox->post({"webhook", channels.webhook, alert.event});
    if (alert.audience == Audience::Webhook)
        return;
    const auto own = channels.byKind.find(alert.kind);
    for (const Secret &url : own == channels.byKind.end() ? channels.slack : own->second)
        m_outbox->post({"slack", url, slackBody(alert, line.count, now, m_settings)});
    if (channels.mail)
        sendMail(line, now);
}

// Everybody gets a letter of his own.
void Watcher::sendMail(const Digest::Line &line, Clock::Wall now)
{
    std::set<std::string> receivers(m_settings.channels.mailTo.begin(), m_settings.channels.mailTo.end());
    receivers.insert(line.alert.mailTo.begin(), line.alert.mailTo.end());
    const std::string often = line.count > 1 ? " (" + std::to_string(line.count) + " times)" : std::string();
    for (const std::string &to : receivers) {
        Parcel parcel {"email"};
        parcel.letter =
            letterOf({m_settings.channels.mailFrom, {to}, titleOf(line.alert) + often, line.alert.text}, now, nextId(now));
        m_outbox->post(parcel);
    }
}

std::string Watcher::nextId(Clock::Wall now)
{
    return std::to_string(now.time_since_epoch().count()) + "." + std::to_string(++m_letters);
}

// LiteLLM tells its webhook of each call of a customer. Here it is told of the sum since the last digest.
void Watcher::trackCustomer(const Receipt &receipt)
{
    if (receipt.customer.empty() || !receipt.cost || (m_tracked.size() >= mostTracked && !m_tracked.contains(receipt.customer)))
        return;
    if (m_tracked.empty())
        m_trackedSince = receipt.startedAt + receipt.duration;
    Money &spent = m_tracked[receipt.customer];
    spent = spent + receipt.cost->total;
}

void Watcher::tellTracked()
{
    for (const auto &[customer, spent] : std::exchange(m_tracked, {})) {
        const QJsonObject known {{QStringLiteral("event"), QStringLiteral("spend_tracked")},
            {QStringLiteral("event_group"), QStringLiteral("end_user")},
            {QStringLiteral("event_message"), QStringLiteral("Customer spend tracked")},
            {QStringLiteral("customer_id"), QString::fromStdString(customer)},
            {QStringLiteral("spend"), QString::fromStdString(dollars(spent)).toDouble()}};
        m_outbox->post({"webhook", m_settings.channels.webhook, webhookBody(known)});
    }
}

Parcel Watcher::parcelFor(std::string_view channel, Clock::Wall now)
{
    const Channels &channels = m_settings.channels;
    const Alert alert = madeUp();
    Parcel parcel {std::string(channel)};
    if (channel == "slack" && (!channels.slack.empty() || !channels.byKind.empty())) {
        parcel.url = channels.slack.empty() ? channels.byKind.begin()->second.front() : channels.slack.front();
        parcel.body = slackBody(alert, 1, now, m_settings);
    } else if (channel == "webhook" && !channels.webhook.isEmpty()) {
        parcel.url = channels.webhook;
        parcel.body = alert.event;
    } else if (channel == "pagerduty" && !channels.pagerDutyKey.isEmpty()) {
        parcel.url = Secret(channels.pagerDutyUrl);
        parcel.body = pagerBody(alert, now, m_settings);
    } else if (channel == "email" && channels.mail && !channels.mailTest.empty()) {
        parcel.letter = letterOf({channels.mailFrom, channels.mailTest, titleOf(alert), alert.text}, now, nextId(now));
    }
    return parcel;
}

void Watcher::test(std::string_view channel, std::function<void(Result<std::string>)> done)
{
    const Parcel parcel = parcelFor(channel, Clock().wall());
    const std::string name(channel);
    if (parcel.body.empty() && !parcel.letter)
        return done(Failure {Error {Fault::InvalidRequest,
            "alerts are not sent to '" + name
                + "': general_settings.alerting does not name it, or its credentials are missing"}});
    m_outbox->test(parcel, [done = std::move(done), name](const Result<> &result) {
        if (!result)
            return done(
                Failure {Error {Fault::ServiceUnavailable, name + " did not take the test alert: " + result.error().message}});
        done("Mock alert was sent to " + name);
    });
}

} // namespace gatehouse::observe::alerts
