// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/alert_rules.h"

#include "gateway/core/period.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>

namespace gatehouse::pipeline {

namespace {

using config::Value;
using observe::alerts::Channels;
using observe::alerts::Kind;
using observe::alerts::Threshold;
using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr double longest = 400.0 * 24 * 3600; // seconds

/// Reads the settings, and says what it misses.
class Reader
{
public:
    Reader(const config::Config &config, std::vector<config::Diagnostic> &notes)
        : m_config(config)
        , m_notes(notes)
    {
    }

    observe::alerts::Settings read();

private:
    Value general(const char *name) const { return m_config.get(std::string("general_settings.") + name); }
    Value argument(const char *name) const { return general("alerting_args").find(name); }
    std::string variable(const char *name) const
    {
        return m_config.environment ? m_config.environment(name).value_or(std::string()) : std::string();
    }
    seconds time(const char *name, seconds otherwise) const
    {
        const double given = argument(name).asDouble(-1);
        return given < 0 ? otherwise : seconds(std::llround(std::min(given, longest)));
    }
    std::int64_t number(const char *name, std::int64_t otherwise) const
    {
        return std::max<std::int64_t>(1, argument(name).asInt(otherwise));
    }
    void warn(const Value &at, const std::string &message) const
    {
        m_notes.push_back({config::Diagnostic::Level::Warning, at.mark(), message});
    }

    std::set<std::string> channels() const;
    void readSlack(Channels &channels) const;
    void readMail(Channels &channels) const;
    void readChannel(const std::string &name, Channels &channels) const;
    void readKinds(observe::alerts::Settings &settings) const;
    void readTimes(observe::alerts::Settings &settings) const;
    upstream::Settings http() const;

    const config::Config &m_config;
    std::vector<config::Diagnostic> &m_notes;
};

std::set<std::string> Reader::channels() const
{
    const auto named = general("alerting").asStrings();
    std::set<std::string> names(named.begin(), named.end());
    // LiteLLM takes these two as callbacks too.
    for (const char *list :
        {"litellm_settings.callbacks", "litellm_settings.success_callback", "litellm_settings.failure_callback"}) {
        for (const std::string &name : m_config.get(list).asStrings()) {
            if (name == "pagerduty" || name == "slack")
                names.insert(name);
            else if (name == "smtp_email" || name == "email")
                names.insert("email");
        }
    }
    return names;
}

void Reader::readSlack(Channels &channels) const
{
    if (const std::string url = variable("SLACK_WEBHOOK_URL"); !url.empty())
        channels.slack.emplace_back(url);
    else if (channels.byKind.empty())
        warn(general("alerting"), "alerts cannot go to slack: SLACK_WEBHOOK_URL is not set");
}

void Reader::readMail(Channels &channels) const
{
    upstream::MailServer server;
    server.host = variable("SMTP_HOST");
    channels.mailFrom = variable("SMTP_SENDER_EMAIL");
    if (server.host.empty() || !upstream::isMailAddress(channels.mailFrom)) {
        warn(general("alerting"),
            server.host.empty() ? "alerts cannot go by e-mail: SMTP_HOST is not set"
                                : "alerts cannot go by e-mail: SMTP_SENDER_EMAIL is not an address");
        return;
    }
    const std::string port = variable("SMTP_PORT");
    std::from_chars(port.data(), port.data() + port.size(), server.port);
    constexpr std::uint16_t tlsPort = 465;
    const std::string tls = variable("SMTP_TLS");
    if (tls == "False" || tls == "false" || tls == "0")
        server.security = upstream::MailServer::Security::None;
    else if (server.port == tlsPort)
        server.security = upstream::MailServer::Security::Tls;
    server.user = variable("SMTP_USERNAME");
    server.password = Secret(variable("SMTP_PASSWORD"));
    if (!server.user.empty() && server.security == upstream::MailServer::Security::None)
        warn(general("alerting"), "SMTP_TLS is off: the password of SMTP_USERNAME goes to the mail server in clear");
    server.caFile = http().caFile;
    server.verifyPeer = http().verifyPeer;
    channels.mail = std::move(server);
    for (const std::string &address : argument("email_to").asStrings()) {
        if (upstream::isMailAddress(address))
            channels.mailTo.push_back(address);
        else
            warn(argument("email_to"), "alerting_args.email_to: this is no e-mail address");
    }
    channels.mailTest = channels.mailTo;
    if (const std::string test = variable("TEST_EMAIL_ADDRESS"); upstream::isMailAddress(test))
        channels.mailTest = {test};
}

void Reader::readChannel(const std::string &name, Channels &channels) const
{
    if (name == "slack")
        return readSlack(channels);
    if (name == "email")
        return readMail(channels);
    if (name == "webhook") {
        channels.webhook = Secret(variable("WEBHOOK_URL"));
        if (channels.webhook.isEmpty())
            warn(general("alerting"), "alerts cannot go to a webhook: WEBHOOK_URL is not set");
    } else if (name == "pagerduty") {
        channels.pagerDutyKey = Secret(variable("PAGERDUTY_API_KEY"));
        if (const std::string url = variable("PAGERDUTY_EVENTS_URL"); !url.empty())
            channels.pagerDutyUrl = url;
        if (channels.pagerDutyKey.isEmpty())
            warn(general("alerting"), "alerts cannot go to PagerDuty: PAGERDUTY_API_KEY is not set");
    } else {
        warn(general("alerting"), "alerts cannot go to '" + name + "'; there are slack, webhook, email and pagerduty");
    }
}

void Reader::readKinds(observe::alerts::Settings &settings) const
{
    const auto known = [this](const std::string &name, const Value &at, const char *where) {
        const auto kind = observe::alerts::kindFrom(name);
        if (!kind)
            warn(at, std::string("unknown kind of alert '") + name + "' in " + where + "; docs/alerts.md lists them");
        return kind;
    };
    if (const Value kinds = general("alert_types"); !kinds.isNull()) {
        settings.kinds.clear();
        for (const std::string &name : kinds.asStrings()) {
            if (const auto kind = known(name, kinds, "alert_types"))
                settings.kinds.insert(*kind);
        }
    }
    for (const auto &[name, urls] : general("alert_to_webhook_url").entries()) {
        const auto kind = known(name, urls, "alert_to_webhook_url");
        if (!kind)
            continue;
        for (const std::string &url : urls.asStrings()) {
            if (!url.empty())
                settings.channels.byKind[*kind].emplace_back(url);
        }
    }
}

void Reader::readTimes(observe::alerts::Settings &settings) const
{
    double patience = general("alerting_threshold").asDouble();
    if (patience <= 0)
        patience = argument("hanging_threshold_seconds").asDouble();
    constexpr double usual = 600;
    settings.threshold = milliseconds(std::llround(std::clamp(patience > 0 ? patience : usual, 0.01, longest) * 1000));
    if (const double digest = argument("digest_interval").asDouble(-1); digest >= 0)
        settings.digest = milliseconds(std::llround(std::min(digest, longest) * 1000));
    settings.dailyReport = time("daily_report_frequency", settings.dailyReport);
    if (const std::string often = variable("SLACK_DAILY_REPORT_FREQUENCY"); argument("daily_report_frequency").isNull())
        if (const auto period = periodFrom(often))
            settings.dailyReport = period->seconds;
    settings.budgetTtl = time("budget_alert_ttl", settings.budgetTtl);
    settings.minorOutage = {number("minor_outage_alert_threshold", settings.minorOutage.count),
        time("outage_alert_ttl", settings.minorOutage.window)};
    settings.majorOutage = {number("major_outage_alert_threshold", settings.majorOutage.count), settings.minorOutage.window};
    settings.regionWindow = time("region_outage_alert_ttl", settings.regionWindow);
    settings.failures = {
        number("failure_threshold", settings.failures.count), time("failure_threshold_window_seconds", settings.failures.window)};
    settings.hanging.window = time("hanging_threshold_window_seconds", settings.hanging.window);
    if (!argument("daily_spend_report").asBool(true))
        settings.dailySpend = seconds(0);
    if (const auto period = periodFrom(general("spend_report_frequency").asString())) {
        constexpr int monthDays = 30;
        settings.spendReport = period->seconds + std::chrono::hours(24 * monthDays * period->months);
    }
}

upstream::Settings Reader::http() const
{
    upstream::Settings settings;
    const Value verify = m_config.get("litellm_settings.ssl_verify");
    settings.verifyPeer = verify.kind() != Value::Kind::Boolean || verify.asBool();
    if (verify.kind() == Value::Kind::String)
        settings.caFile = verify.asString();
    settings.forceIpv4 = m_config.get("litellm_settings.force_ipv4").asBool();
    return settings;
}

observe::alerts::Settings Reader::read()
{
    observe::alerts::Settings settings;
    const auto names = channels();
    if (names.empty())
        return settings;
    readKinds(settings);
    if (!names.contains("slack"))
        settings.channels.byKind.clear();
    for (const std::string &name : names)
        readChannel(name, settings.channels);
    readTimes(settings);
    settings.http = http();
    settings.proxyUrl = variable("PROXY_BASE_URL");
    settings.isLogged = argument("log_to_console").asBool();
    settings.hidesPeople = m_config.get("litellm_settings.redact_user_api_key_info").asBool();
    settings.hidesErrors = m_config.get("litellm_settings.redact_messages_in_exceptions").asBool();
    return settings;
}

} // namespace

observe::alerts::Settings alertRules(const config::Config &config, std::vector<config::Diagnostic> &notes)
{
    return Reader(config, notes).read();
}

} // namespace gatehouse::pipeline
