// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/sinks/json_line.h"
#include "gateway/observe/sinks/payload.h"
#include "gateway/observe/sinks/text.h"
#include "gateway/observe/sinks/vendors.h"

namespace gatehouse::observe::sinks {

namespace {

/// Datadog's log intake, or an agent's beside the gateway.
class Datadog final : public Sink
{
public:
    explicit Datadog(const Making &making)
        : m_terms(making.terms)
        , m_isHidden(making.hidesMessages)
        , m_url(urlOf(making))
        , m_key(making.secret("DD_API_KEY"))
        , m_source(making.text("DD_SOURCE", "litellm"))
        , m_service(making.text("DD_SERVICE", "litellm-server"))
        , m_host(making.text("HOSTNAME"))
    {
        m_tags = "env:" + making.text("DD_ENV", "unknown") + ",service:" + m_service + ",version:"
            + making.text("DD_VERSION", "unknown") + ",HOSTNAME:" + m_host + ",POD_NAME:" + making.text("POD_NAME", "unknown");
        m_habits.batch = making.count("DD_MAX_BATCH_SIZE", m_habits.batch);
    }

    Habits habits() const override { return m_habits; }

    std::string report(const Receipt &receipt) override
    {
        std::string tags = m_tags;
        for (const std::string &tag : receipt.tags)
            tags += ",request_tag:" + tag;
        if (receipt.principal && !receipt.principal->teamAlias.empty() && !m_terms.hidesCaller)
            tags += ",team:" + receipt.principal->teamAlias;
        const std::string payload = payloadOf(receipt, m_terms, m_isHidden);
        constexpr std::size_t beside = 1024;
        JsonLine json(beside + payload.size() + payload.size() / 4); // each quotation mark of it takes two bytes
        json.beginObject().key("ddsource").text(m_source).key("ddtags").text(tags);
        json.key("hostname").text(m_host).key("message").whole(payload);
        json.key("service").text(m_service).key("status").text(isSuccess(receipt) ? "info" : "error").endObject();
        return json.take();
    }

    Post post(std::span<const std::string> /*reports*/, Clock::Wall) override
    {
        Post post {m_url, {{"content-type", "application/json"}}};
        if (!m_key.isEmpty())
            post.headers.add("dd-api-key", m_key.reveal());
        post.around = Enclosure {"[", ",", "]"};
        return post;
    }

private:
    static std::string urlOf(const Making &making)
    {
        const std::string path = "/api/v2/logs";
        if (const std::string base = making.text("DD_BASE_URL"); !base.empty())
            return withoutSlash(base) + path;
        if (const std::string agent = making.text("LITELLM_DD_AGENT_HOST"); !agent.empty())
            return "http://" + agent + ":" + making.text("LITELLM_DD_AGENT_PORT", "10518") + path;
        return "https://http-intake.logs." + making.text("DD_SITE", "datadoghq.com") + path;
    }

    const Terms &m_terms;
    bool m_isHidden;
    std::string m_url;
    Secret m_key;
    std::string m_source, m_service, m_host, m_tags;
    Habits m_habits {1'000}; // what Datadog takes
};

} // namespace

std::unique_ptr<Sink> makeDatadog(const Making &making)
{
    return std::make_unique<Datadog>(making);
}

} // namespace gatehouse::observe::sinks
