// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/sinks/json_line.h"
#include "gateway/observe/sinks/text.h"
#include "gateway/observe/sinks/vendors.h"

#include <QByteArray>
#include <QUrl>
#include <QUuid>

#include <random>

namespace gatehouse::observe::sinks {

namespace {

/// Where a DSN ("https://KEY@HOST/PATH/PROJECT") sends events.
struct Dsn {
    std::string url, key;
};

Dsn dsnFrom(const std::string &text)
{
    const QUrl url(QString::fromStdString(text));
    QString path = url.path();
    const qsizetype slash = path.lastIndexOf(u'/');
    const QString project = path.mid(slash + 1);
    path.truncate(std::max<qsizetype>(0, slash));
    QUrl target;
    target.setScheme(url.scheme());
    target.setHost(url.host());
    target.setPort(url.port());
    target.setPath(path + QStringLiteral("/api/") + project + QStringLiteral("/envelope/"));
    return {target.toString(QUrl::FullyEncoded).toStdString(), url.userName().toStdString()};
}

/// Failed calls as errors at Sentry, each in an envelope of its own.
class Sentry final : public Sink
{
public:
    explicit Sentry(const Making &making)
        : m_terms(making.terms)
        , m_dsn(dsnFrom(making.text("SENTRY_DSN")))
        , m_environment(making.text("SENTRY_ENVIRONMENT", "production"))
        , m_release(making.text("SENTRY_RELEASE"))
    {
        const std::string rate = making.text("SENTRY_API_SAMPLE_RATE");
        char *end = nullptr;
        const double read = std::strtod(rate.c_str(), &end);
        if (!rate.empty() && *end == '\0' && read >= 0 && read <= 1)
            m_rate = read;
    }

    Habits habits() const override { return {1, std::chrono::seconds(1), 1024 * 1024, 2}; }

    std::string report(const Receipt &receipt) override
    {
        if (isSuccess(receipt) || receipt.outcome == Outcome::Abandoned
            || std::uniform_real_distribution<double>(0, 1)(m_random) >= m_rate)
            return {};
        constexpr std::size_t usual = 2048;
        JsonLine json(usual);
        json.beginObject().key("event_id").text(QUuid::createUuid().toByteArray(QUuid::Id128).toStdString());
        json.key("timestamp").literal(epochSeconds(endOf(receipt))).key("platform").text("other").key("level").text("error");
        json.key("logger").text("gatehouse").key("environment").text(m_environment);
        if (!m_release.empty())
            json.key("release").text(m_release);
        json.key("transaction").text(receipt.path);
        writeException(json, receipt);
        writeTags(json, receipt);
        writeUser(json, receipt);
        json.key("breadcrumbs").beginArray();
        for (const AttemptRecord &attempt : receipt.attempts)
            writeAttempt(json, receipt, attempt);
        json.endArray();
        // What fails for the same reason at the same place is one issue.
        json.key("fingerprint").beginArray().text(errorClass(receipt)).text(receipt.provider).text(receipt.group);
        return json.endArray().endObject().take();
    }

    Post post(std::span<const std::string> reports, Clock::Wall now) override
    {
        const std::string &event = reports.front();
        constexpr std::size_t idAt = 13, idSize = 32; // {"event_id":"
        constexpr std::size_t usual = 128;
        JsonLine head(usual);
        head.beginObject().key("event_id").text(std::string_view(event).substr(idAt, idSize));
        head.key("sent_at").text(isoMicros(now)).endObject();
        Post post {m_dsn.url, {{"content-type", "application/x-sentry-envelope"}}};
        post.headers.add("x-sentry-auth", "Sentry sentry_version=7, sentry_client=gatehouse/1.0, sentry_key=" + m_dsn.key);
        post.body = head.take() + "\n{\"type\":\"event\",\"content_type\":\"application/json\",\"length\":"
            + std::to_string(event.size()) + "}\n" + event + "\n";
        return post;
    }

private:
    static void writeException(JsonLine &json, const Receipt &receipt)
    {
        json.key("exception").beginObject().key("values").beginArray().beginObject();
        json.key("type").text(errorClass(receipt)).key("value").text(receipt.error);
        json.key("mechanism").beginObject().key("type").text("generic").key("handled").boolean(true).endObject();
        json.endObject().endArray().endObject();
    }

    static void writeTags(JsonLine &json, const Receipt &receipt)
    {
        json.key("tags").beginObject();
        for (const auto &[name, value] : {std::pair<std::string_view, std::string_view>("model", receipt.model),
                 {"model_group", receipt.group}, {"provider", receipt.provider}, {"deployment", receipt.deployment}}) {
            constexpr std::size_t longest = 200; // Sentry's
            if (!value.empty())
                json.name(name).text(value.substr(0, longest));
        }
        json.key("status").text(std::to_string(receipt.status)).key("call_id").text(receipt.callId).endObject();
    }

    void writeUser(JsonLine &json, const Receipt &receipt) const
    {
        if (m_terms.hidesCaller || !receipt.principal)
            return;
        const Principal &who = *receipt.principal;
        json.key("user").beginObject();
        if (!who.userId.empty())
            json.key("id").text(who.userId);
        if (!who.keyAlias.empty())
            json.key("username").text(who.keyAlias);
        json.endObject();
    }

    static void writeAttempt(JsonLine &json, const Receipt &receipt, const AttemptRecord &attempt)
    {
        json.beginObject().key("timestamp").literal(epochSeconds(receipt.startedAt + attempt.begin));
        json.key("type").text("http").key("category").text("llm").key("level").text(attempt.fault ? "error" : "info");
        json.key("message").text(attempt.error).key("data").beginObject();
        json.key("deployment").text(attempt.deployment).key("status_code").number(attempt.status).endObject();
        json.endObject();
    }

    const Terms &m_terms;
    Dsn m_dsn;
    std::string m_environment, m_release;
    double m_rate = 1;
    std::minstd_rand m_random {std::random_device {}()};
};

} // namespace

std::unique_ptr<Sink> makeSentry(const Making &making)
{
    return std::make_unique<Sentry>(making);
}

} // namespace gatehouse::observe::sinks
