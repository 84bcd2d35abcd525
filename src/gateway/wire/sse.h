// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace gatehouse::wire {

/// One server-sent event; the views hold until the next call into the parser that gave it.
struct SseEvent {
    std::string_view name; ///< of the "event:" line; empty when there was none
    std::string_view data; ///< the "data:" lines, joined by newlines
};

/// Cuts a byte stream into server-sent events (WHATWG HTML, "Server-sent events"): LF, CR LF and CR endings, comments,
/// several data lines. An event is given out only when its blank line has come, so half an event is never seen.
class SseParser
{
public:
    /// An event larger than this breaks the stream: overflowed() turns true and no more events come.
    static constexpr std::size_t maxEvent = 16 * 1024 * 1024;

    void feed(std::string_view bytes);
    /// The next whole event that has data, or nothing. Call until nothing comes before feeding again.
    std::optional<SseEvent> next();
    /// Bytes of an event that never got its blank line are left; at the end of a stream this means it was cut.
    bool hasRest() const;
    bool overflowed() const { return m_overflowed; }

private:
    bool takeLine(std::string_view &line);

    std::string m_buffer;
    std::size_t m_at = 0;       // start of what next() has not consumed
    std::string m_name, m_data; // of the event being read
    bool m_hasData = false;
    bool m_given = false; // m_name and m_data were handed out and must be cleared
    bool m_overflowed = false;
};

} // namespace gatehouse::wire
