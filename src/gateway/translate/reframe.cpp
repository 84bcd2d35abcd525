// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/reframe.h"

#include "gateway/translate/aws_event_stream.h"

namespace gatehouse::translate {

namespace {

// A line of one token's JSON is small; nothing honest comes near this.
constexpr std::size_t longestLine = 16 * 1024 * 1024;

/// JSON lines: every line is an event.
class JsonLines final : public Reframer
{
public:
    Result<> feed(std::string_view bytes, std::string &sse) override
    {
        while (!bytes.empty()) {
            const std::size_t end = bytes.find('\n');
            m_line += bytes.substr(0, end);
            if (m_line.size() > longestLine)
                return Failure {Error {Fault::ApiConnection, "a line of the stream is too large"}};
            if (end == std::string_view::npos)
                return {};
            say(sse);
            bytes.remove_prefix(end + 1);
        }
        return {};
    }
    Result<> finish(std::string &sse) override
    {
        say(sse);
        return {};
    }

private:
    void say(std::string &sse)
    {
        if (!m_line.empty() && m_line.back() == '\r')
            m_line.pop_back();
        if (!m_line.empty())
            sse += "data: " + m_line + "\n\n";
        m_line.clear();
    }

    std::string m_line;
};

} // namespace

std::unique_ptr<Reframer> reframerFor(std::string_view contentType)
{
    // The second is what Cohere calls the first.
    if (contentType.starts_with("application/x-ndjson") || contentType.starts_with("application/stream+json"))
        return std::make_unique<JsonLines>();
    if (contentType.starts_with("application/vnd.amazon.eventstream"))
        return awsEventStream();
    return nullptr;
}

} // namespace gatehouse::translate
