// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/sinks/langfuse_call.h"
#include "gateway/observe/sinks/random_ids.h"
#include "gateway/observe/sinks/vendors.h"
#include "gateway/wire/json_object.h"

#include <QByteArray>

namespace gatehouse::observe::sinks {

namespace {

/// Langfuse's ingestion API: each call is a trace and a generation in it. A report is these two events, with a comma between
/// them.
class Langfuse final : public Sink
{
public:
    explicit Langfuse(const Making &making)
        : m_terms {making.terms, making.hidesMessages, making.text("LANGFUSE_RELEASE"),
            making.text("LANGFUSE_TRACING_ENVIRONMENT")}
        , m_url(withoutSlash(making.text("LANGFUSE_HOST", making.text("LANGFUSE_BASE_URL", "https://cloud.langfuse.com")))
              + "/api/public/ingestion")
        , m_publicKey(making.text("LANGFUSE_PUBLIC_KEY"))
        , m_secretKey(making.secret("LANGFUSE_SECRET_KEY"))
    {
        m_habits.interval = making.seconds("LANGFUSE_FLUSH_INTERVAL", std::chrono::seconds(1));
        m_habits.batch = making.count("LANGFUSE_FLUSH_AT", 100);
        m_habits.bytes = 3 * 1024 * 1024; // of the 4.5 MB that Langfuse takes
    }

    Habits habits() const override { return m_habits; }

    std::string report(const Receipt &receipt) override
    {
        const LangfuseCall call(receipt, m_terms.hidesMessages);
        constexpr std::size_t usual = 4096;
        JsonLine json(usual + 2 * (call.messages.size() + call.answer.size()));
        begin(json, "trace-create", call);
        writeTrace(json, call, m_terms);
        json.endObject();
        begin(json, "generation-create", call);
        writeGeneration(json, call, m_terms);
        return json.endObject().take();
    }

    Post post(std::span<const std::string> /*reports*/, Clock::Wall) override
    {
        const std::string pair = m_publicKey + ":" + m_secretKey.reveal();
        const QByteArray basic = QByteArray::fromRawData(pair.data(), static_cast<qsizetype>(pair.size())).toBase64();
        Post post {m_url, {{"content-type", "application/json"}, {"x-langfuse-sdk-name", "gatehouse"}}};
        post.headers.add("x-langfuse-public-key", m_publicKey);
        post.headers.add("authorization", "Basic " + basic.toStdString());
        post.around = Enclosure {R"({"batch":[)", ",", R"(],"metadata":{"sdk_name":"gatehouse","sdk_integration":"litellm"}})"};
        return post;
    }

    // 207 says of each event how it went.
    std::size_t refused(std::string_view body) const override
    {
        const auto answer = wire::JsonObject::parse(std::string(body));
        const std::string_view errors = answer ? answer->find("errors") : std::string_view();
        std::size_t count = 0;
        for (std::size_t at = errors.find("\"status\""); at != std::string_view::npos; at = errors.find("\"status\"", at + 1))
            ++count;
        return (count + 1) / 2; // two events a report
    }

private:
    void begin(JsonLine &json, std::string_view type, const LangfuseCall &call)
    {
        json.beginObject().key("id").text(m_ids.next()).key("type").text(type);
        json.key("timestamp").text(call.end).key("body");
    }

    LangfuseTerms m_terms;
    RandomIds m_ids;
    std::string m_url, m_publicKey;
    Secret m_secretKey;
    Habits m_habits;
};

} // namespace

std::unique_ptr<Sink> makeLangfuse(const Making &making)
{
    return std::make_unique<Langfuse>(making);
}

} // namespace gatehouse::observe::sinks
