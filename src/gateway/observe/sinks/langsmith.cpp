// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/core/call_type.h"
#include "gateway/observe/sinks/payload_parts.h"
#include "gateway/observe/sinks/random_ids.h"
#include "gateway/observe/sinks/text.h"
#include "gateway/observe/sinks/vendors.h"
#include "gateway/observe/sinks/words.h"

#include <cstdlib>
#include <random>

namespace gatehouse::observe::sinks {

namespace {

/// LangSmith's batches of runs.
class Langsmith final : public Sink
{
public:
    explicit Langsmith(const Making &making)
        : m_terms(making.terms)
        , m_isHidden(making.hidesMessages)
        , m_url(withoutSlash(making.text("LANGSMITH_BASE_URL", "https://api.smith.langchain.com")) + "/runs/batch")
        , m_key(making.secret("LANGSMITH_API_KEY"))
        , m_project(making.text("LANGSMITH_PROJECT", "litellm-completion"))
    {
        m_habits.batch = making.count("LANGSMITH_BATCH_SIZE", m_habits.batch);
        const std::string rate = making.text("LANGSMITH_SAMPLING_RATE");
        if (char *end = nullptr; !rate.empty()) {
            const double read = std::strtod(rate.c_str(), &end);
            m_rate = *end == '\0' && read >= 0 && read <= 1 ? read : 1;
        }
    }

    Habits habits() const override { return m_habits; }

    std::string report(const Receipt &receipt) override
    {
        if (std::uniform_real_distribution<double>(0, 1)(m_random) >= m_rate)
            return {};
        const Words words = wordsOf(receipt, hidesMessages(receipt, m_isHidden));
        const ClientMetadata client(receipt);
        const std::string id = m_ids.next();
        const std::string name = client.text("run_name");
        constexpr std::size_t usual = 4096;
        JsonLine json(usual + words.messages.size() + words.answer.size());
        json.beginObject().key("id").text(id).key("trace_id").text(id);
        json.key("dotted_order").text(dotted(stampOf(receipt.startedAt)) + id);
        json.key("name").text(name.empty() ? "LLMRun" : name).key("run_type").text("llm");
        const std::string project = client.text("project_name");
        json.key("session_name").text(project.empty() ? m_project : project);
        json.key("start_time").text(isoMicros(receipt.startedAt)).key("end_time").text(isoMicros(endOf(receipt)));
        json.key("inputs").beginObject().key("model").text(modelOf(receipt));
        json.key("messages").json(words.messages).endObject();
        json.key("outputs").json(isSuccess(receipt) ? words.answer : std::string_view(), "{}");
        json.key("error").textOrNull(receipt.error).key("tags").beginArray();
        writeTags(json, receipt, m_terms);
        json.endArray().key("extra").beginObject();
        writeMetadata(json.key("metadata"), receipt, m_terms, repeatedIn(receipt));
        json.key("runtime").beginObject().key("sdk").text("gatehouse").endObject().endObject().endObject();
        return json.take();
    }

    Post post(std::span<const std::string> /*reports*/, Clock::Wall) override
    {
        Post post {m_url, {{"content-type", "application/json"}}};
        post.headers.add("x-api-key", m_key.reveal());
        post.around = Enclosure {R"({"post":[)", ",", "]}"};
        return post;
    }

private:
    // "20260131T120000123456Z", by which LangSmith sorts runs.
    static std::string dotted(const Stamp &stamp)
    {
        std::string text = stamp.day + "T" + stamp.time + "Z";
        std::erase(text, '-');
        return text;
    }

    const Terms &m_terms;
    bool m_isHidden;
    std::string m_url;
    Secret m_key;
    std::string m_project;
    double m_rate = 1;
    Habits m_habits;
    RandomIds m_ids;
    std::minstd_rand m_random {std::random_device {}()};
};

} // namespace

std::unique_ptr<Sink> makeLangsmith(const Making &making)
{
    return std::make_unique<Langsmith>(making);
}

} // namespace gatehouse::observe::sinks
