// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/result.h"
#include "gateway/wire/sse.h"

#include <string>
#include <string_view>

namespace gatehouse::translate {

/// One event of a provider's stream; the views hold until the callback returns.
struct CutEvent {
    std::string_view name;
    std::string_view data;
    std::string_view raw; ///< the event's bytes with its blank line; empty where it had to be put together
};

/// Writes an event as a provider would; data of several lines stays what it is.
void appendEvent(std::string_view name, std::string_view data, std::string &out);

/// Cuts a stream into events without copying them, as long as it has the shape that providers send: comments, "event:",
/// one "data:" line, a blank line, LF endings. At the first byte of any other shape wire::SseParser takes over for good.
class EventCut
{
public:
    /// Calls \a each (CutEvent → Result<>) for every event that \a bytes complete; stops at its first error.
    template <typename Each> Result<> feed(std::string_view bytes, Each &&each)
    {
        if (m_mode == Mode::Parsing)
            return parse(bytes, each);
        if (!admit(bytes))
            return {};
        // What is left from before is completed in place; usually nothing is.
        const bool carried = !m_rest.empty();
        if (carried) {
            m_rest += bytes;
            bytes = m_rest;
        }
        std::size_t at = 0;
        CutEvent event;
        for (;;) {
            const Shape shape = m_mode == Mode::Parsing ? Shape::Odd : next(bytes, at, event);
            if (shape == Shape::Event) {
                if (auto done = each(event); !done)
                    return done;
                continue;
            }
            const std::string rest(bytes.substr(at));
            if (shape == Shape::Odd) {
                m_mode = Mode::Parsing;
                m_rest.clear();
                return parse(rest, each);
            }
            m_rest = rest;
            return {};
        }
    }

    /// The stream is over: an event that lacks only its blank line is given out too.
    template <typename Each> Result<> flush(Each &&each)
    {
        if (m_mode == Mode::Unframed || (m_mode == Mode::Cutting && m_rest.empty()))
            return {};
        return feed("\n\n", each);
    }

    /// An event grew beyond what wire::SseParser::maxEvent allows; nothing more will come.
    bool overflowed() const { return m_overflowed || m_parser.overflowed(); }
    /// The beginning of what came, where it was a JSON object and no event stream at all.
    std::string_view unframed() const { return m_mode == Mode::Unframed ? std::string_view(m_rest) : std::string_view(); }

private:
    enum class Mode { Fresh, Cutting, Parsing, Unframed };
    enum class Shape { Event, Incomplete, Odd };

    bool admit(std::string_view bytes);
    Shape next(std::string_view text, std::size_t &at, CutEvent &event) const;

    template <typename Each> Result<> parse(std::string_view bytes, Each &each)
    {
        m_parser.feed(bytes);
        while (const auto event = m_parser.next()) {
            if (auto done = each(CutEvent {event->name, event->data, {}}); !done)
                return done;
        }
        return {};
    }

    Mode m_mode = Mode::Fresh;
    bool m_overflowed = false;
    std::string m_rest;
    wire::SseParser m_parser;
};

} // namespace gatehouse::translate
