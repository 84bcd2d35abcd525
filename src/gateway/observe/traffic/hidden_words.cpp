// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/traffic/hidden_words.h"

#include <algorithm>
#include <array>

namespace gatehouse::observe::traffic {

namespace {

// Members at the top of a body whose strings are nobody's words.
constexpr std::array<std::string_view, 16> plainMembers {"created", "encoding_format", "finish_reason", "id", "model", "object",
    "previous_response_id", "reasoning_effort", "response_format", "service_tier", "status", "stop_reason", "system_fingerprint",
    "tool_choice", "type", "verbosity"};

// What the dialects themselves say.
constexpr std::array<std::string_view, 44> plainWords {"user", "assistant", "system", "developer", "tool", "model", "function",
    "text", "image_url", "input_text", "output_text", "input_image", "input_file", "input_audio", "message", "tool_use",
    "tool_result", "thinking", "redacted_thinking", "image", "document", "base64", "url", "ephemeral", "5m", "1h", "auto", "any",
    "none", "required", "object", "json_schema", "json_object", "stop", "length", "tool_calls", "end_turn", "max_tokens",
    "function_call", "function_call_output", "reasoning", "text_delta", "content_block_delta", "response.output_text.delta"};

template <std::size_t size> bool isOneOf(const std::array<std::string_view, size> &words, std::string_view text)
{
    return std::find(words.begin(), words.end(), text) != words.end();
}

/// Walks over JSON once, and needs it to be no better than it is.
class Hider
{
public:
    explicit Hider(std::string_view text)
        : m_text(text)
    {
        m_out.reserve(text.size());
    }

    std::string run()
    {
        while (m_at < m_text.size())
            step();
        return std::move(m_out);
    }

private:
    void step()
    {
        const char c = m_text[m_at];
        if (c == '"')
            return string();
        if (c == '{' || c == '[')
            ++m_depth;
        else if (c == '}' || c == ']')
            --m_depth;
        else if (!isPlain(c))
            return word();
        m_out += c;
        ++m_at;
    }

    // Punctuation, numbers and spaces.
    static bool isPlain(char c)
    {
        return (c >= '0' && c <= '9') || std::string_view(" \n\r\t,:+-.eE").find(c) != std::string_view::npos;
    }

    // true, false, null; whatever else stands outside quotes is somebody's text.
    void word()
    {
        for (const std::string_view known : {"true", "false", "null"}) {
            if (m_text.substr(m_at).starts_with(known)) {
                m_out += known;
                m_at += known.size();
                return;
            }
        }
        ++m_at;
    }

    void string()
    {
        std::size_t end = m_at + 1;
        while (end < m_text.size() && m_text[end] != '"')
            end += m_text[end] == '\\' ? 2 : 1;
        end = std::min(end, m_text.size());
        const std::string_view inner = m_text.substr(m_at + 1, end - m_at - 1);
        m_at = std::min(end + 1, m_text.size());
        const bool isName = nextIsColon();
        if (isName && m_depth == 1)
            m_member = inner;
        const bool stays = isName || isOneOf(plainWords, inner) || (m_depth == 1 && isOneOf(plainMembers, m_member));
        m_out.append("\"").append(stays ? inner : hiddenWords).append("\"");
    }

    bool nextIsColon() const
    {
        const std::size_t next = m_text.find_first_not_of(" \n\r\t", m_at);
        return next != std::string_view::npos && m_text[next] == ':';
    }

    std::string_view m_text;
    std::string m_out;
    std::string_view m_member; // at the top, that we are in
    std::size_t m_at = 0;
    int m_depth = 0;
};

bool isJson(std::string_view text)
{
    const std::size_t at = text.find_first_not_of(" \n\r\t");
    return at != std::string_view::npos && (text[at] == '{' || text[at] == '[');
}

std::string_view nextLine(std::string_view text, std::size_t &at)
{
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, end - at);
    at = end + 1;
    return line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
}

// Names of events are the dialects' own.
std::string eventsWithoutWords(std::string_view body)
{
    std::string out;
    for (std::size_t at = 0; at < body.size();) {
        const std::string_view line = nextLine(body, at);
        if (line.empty() || line.starts_with("event:") || line == "data: [DONE]")
            out.append(line).append("\n");
        else if (line.starts_with("data:") && isJson(line.substr(5)))
            out.append("data: ").append(Hider(line.substr(5)).run()).append("\n");
        else
            out.append("data: ").append(hiddenWords).append("\n");
    }
    return out;
}

} // namespace

std::string withoutWords(std::string_view body)
{
    if (body.empty())
        return {};
    if (isJson(body))
        return Hider(body).run();
    if (body.starts_with("data:") || body.starts_with("event:") || body.starts_with(":"))
        return eventsWithoutWords(body);
    return std::string(hiddenWords);
}

} // namespace gatehouse::observe::traffic
