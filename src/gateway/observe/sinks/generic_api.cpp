// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/sinks/payload.h"
#include "gateway/observe/sinks/vendors.h"

namespace gatehouse::observe::sinks {

namespace {

/// Payloads by HTTP to whoever wants them, and as lines of a file.
class GenericApi final : public Sink
{
public:
    explicit GenericApi(const Making &making)
        : m_terms(making.terms)
        , m_isHidden(making.hidesMessages)
        , m_url(making.text("GENERIC_LOGGER_ENDPOINT"))
        , m_format(making.text("LOG_FORMAT", "json_array"))
    {
        m_habits.interval = making.seconds("FLUSH_INTERVAL", m_habits.interval);
        m_habits.batch = m_format == "single" ? 1 : making.count("BATCH_SIZE", m_habits.batch);
        if (m_format == "single")
            m_habits.parallel = 4; // each of them waits for an answer
        readHeaders(making);
    }

    Habits habits() const override { return m_habits; }
    std::string report(const Receipt &receipt) override { return payloadOf(receipt, m_terms, m_isHidden); }

    Post post(std::span<const std::string> /*reports*/, Clock::Wall) override
    {
        Post post {m_url};
        post.headers.add("content-type", m_format == "ndjson" ? "application/x-ndjson" : "application/json");
        for (const auto &[name, value] : m_headers)
            post.headers.set(name, value.reveal());
        const bool isArray = m_format != "ndjson" && m_format != "single";
        post.around = isArray ? Enclosure {"[", ",", "]"} : Enclosure {{}, "\n", {}};
        return post;
    }

private:
    // GENERIC_LOGGER_HEADERS is "name=value,name=value"; those of the configuration are variables of their own.
    void readHeaders(const Making &making)
    {
        const std::string all = making.text("GENERIC_LOGGER_HEADERS");
        std::string_view rest = all;
        while (!rest.empty()) {
            const std::string_view field = rest.substr(0, rest.find(','));
            rest.remove_prefix(std::min(rest.size(), field.size() + 1));
            if (const std::size_t equals = field.find('='); equals != std::string_view::npos)
                m_headers.insert_or_assign(trimmed(field.substr(0, equals)), Secret(trimmed(field.substr(equals + 1))));
        }
        constexpr std::string_view prefix = "header:";
        for (const auto &[name, value] : making.variables) {
            if (name.starts_with(prefix))
                m_headers.insert_or_assign(name.substr(prefix.size()), value);
        }
    }

    static std::string trimmed(std::string_view text)
    {
        const std::size_t begin = text.find_first_not_of(" \t");
        if (begin == std::string_view::npos)
            return {};
        return std::string(text.substr(begin, text.find_last_not_of(" \t") + 1 - begin));
    }

    const Terms &m_terms;
    bool m_isHidden;
    std::string m_url, m_format;
    Variables m_headers;
    Habits m_habits;
};

} // namespace

std::unique_ptr<Sink> makeGenericApi(const Making &making)
{
    return std::make_unique<GenericApi>(making);
}

std::unique_ptr<Sink> makeLines(const Making &making)
{
    return std::make_unique<GenericApi>(making);
}

} // namespace gatehouse::observe::sinks
