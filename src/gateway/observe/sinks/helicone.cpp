// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/sinks/json_line.h"
#include "gateway/observe/sinks/text.h"
#include "gateway/observe/sinks/vendors.h"
#include "gateway/observe/sinks/words.h"

namespace gatehouse::observe::sinks {

namespace {

/// Helicone's custom log: one request for each call. A report begins with the letter of the path that it goes to.
class Helicone final : public Sink
{
public:
    explicit Helicone(const Making &making)
        : m_isHidden(making.hidesMessages)
        , m_base(withoutSlash(making.text("HELICONE_API_BASE", "https://api.hconeai.com")))
        , m_key(making.secret("HELICONE_API_KEY"))
    {
    }

    Habits habits() const override { return {1, std::chrono::seconds(1), 16 * 1024 * 1024, 4}; }

    std::string report(const Receipt &receipt) override
    {
        if (!isSuccess(receipt))
            return {};
        const Words words = wordsOf(receipt, hidesMessages(receipt, m_isHidden));
        constexpr std::size_t usual = 1024;
        JsonLine json(usual + words.messages.size() + words.answer.size());
        json.beginObject().key("providerRequest").beginObject();
        json.key("url").text(receipt.station ? receipt.station->apiBase : std::string());
        json.key("json").beginObject().key("model").text(modelOf(receipt));
        json.key("messages").json(words.messages, "[]").endObject();
        writeMeta(json.key("meta"), receipt);
        json.endObject().key("providerResponse").beginObject().key("json").json(words.answer, "{}");
        json.key("headers").beginObject().key("openai-version").text("2020-10-01").endObject();
        json.key("status").number(receipt.status).endObject().key("timing").beginObject();
        writeTime(json.key("startTime"), receipt.startedAt);
        writeTime(json.key("endTime"), endOf(receipt));
        json.endObject().endObject();
        const bool isAnthropic = modelOf(receipt).find("claude") != std::string::npos;
        return (isAnthropic ? "a" : "o") + json.take();
    }

    Post post(std::span<const std::string> reports, Clock::Wall) override
    {
        const std::string &report = reports.front();
        Post post {m_base + (report.front() == 'a' ? "/anthropic/v1/log" : "/oai/v1/log")};
        post.headers.add("content-type", "application/json");
        post.headers.add("authorization", "Bearer " + m_key.reveal());
        post.body = report.substr(1);
        return post;
    }

private:
    // Helicone's own fields of the client's metadata.
    static void writeMeta(JsonLine &json, const Receipt &receipt)
    {
        const ClientMetadata client(receipt);
        constexpr std::string_view prefix = "helicone_";
        json.beginObject();
        for (std::size_t i = 0; i < client.all().size(); ++i) {
            const auto [name, raw] = client.all().at(i);
            if (!name.starts_with(prefix) || name.find('\\') != std::string_view::npos)
                continue;
            json.name("Helicone-" + std::string(name.substr(prefix.size())));
            json.text(wire::jsonString(raw).value_or(std::string(raw)));
        }
        if (receipt.circumstances) {
            for (const auto &[name, value] : receipt.circumstances->headers) {
                if (name.starts_with("helicone-") && name != "helicone-auth")
                    json.name(name).text(value);
            }
        }
        json.endObject();
    }

    static void writeTime(JsonLine &json, std::chrono::system_clock::time_point time)
    {
        const auto all = std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count();
        json.beginObject().key("seconds").number(all / 1000).key("milliseconds").number(all % 1000);
        json.endObject();
    }

    bool m_isHidden;
    std::string m_base;
    Secret m_key;
};

} // namespace

std::unique_ptr<Sink> makeHelicone(const Making &making)
{
    return std::make_unique<Helicone>(making);
}

} // namespace gatehouse::observe::sinks
