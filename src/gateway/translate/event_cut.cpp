// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/event_cut.h"

namespace gatehouse::translate {

namespace {

constexpr std::size_t mostUnframed = 64 * 1024;

std::string_view valueOf(std::string_view line, std::size_t name)
{
    line.remove_prefix(name);
    if (!line.empty() && line.front() == ' ')
        line.remove_prefix(1);
    return line;
}

} // namespace

void appendEvent(std::string_view name, std::string_view data, std::string &out)
{
    if (!name.empty())
        out.append("event: ").append(name).append("\n");
    out += "data: ";
    for (const char c : data) {
        out += c;
        if (c == '\n')
            out += "data: ";
    }
    out += "\n\n";
}

// Decides what is to become of \a bytes; false when there is nothing to cut yet.
bool EventCut::admit(std::string_view bytes)
{
    if (m_mode == Mode::Fresh) {
        const std::size_t first = bytes.find_first_not_of(" \t\r\n");
        if (first == std::string_view::npos)
            return false;
        m_mode = bytes[first] == '{' ? Mode::Unframed : Mode::Cutting;
    }
    if (m_mode == Mode::Unframed) {
        m_rest += bytes.substr(0, mostUnframed - std::min(mostUnframed, m_rest.size()));
        return false;
    }
    if (m_overflowed)
        return false;
    if (bytes.find('\r') != std::string_view::npos)
        m_mode = Mode::Parsing;
    if (m_rest.empty())
        return true;
    if (m_rest.size() + bytes.size() > wire::SseParser::maxEvent) {
        m_overflowed = true;
        return false;
    }
    if (m_mode == Mode::Cutting && bytes.find('\n') == std::string_view::npos) {
        m_rest += bytes; // nothing can be complete; not looking at it again keeps a huge event from costing its square
        return false;
    }
    return true;
}

EventCut::Shape EventCut::next(std::string_view text, std::size_t &at, CutEvent &event) const
{
    constexpr std::size_t none = std::string_view::npos;
    std::size_t end = none;
    for (; at < text.size(); at = end + 1) { // blank lines and comments
        if (text[at] == '\n') {
            end = at;
            continue;
        }
        end = text.find('\n', at);
        if (end == none)
            return Shape::Incomplete;
        if (text[at] != ':')
            break;
    }
    if (at >= text.size())
        return Shape::Incomplete;

    std::string_view line = text.substr(at, end - at);
    event.name = {};
    if (line.starts_with("event:")) {
        event.name = valueOf(line, 6);
        const std::size_t begin = end + 1;
        end = text.find('\n', begin);
        if (end == none)
            return Shape::Incomplete;
        line = text.substr(begin, end - begin);
    }
    if (!line.starts_with("data:"))
        return Shape::Odd;
    if (end + 1 == text.size())
        return Shape::Incomplete;
    if (text[end + 1] != '\n')
        return Shape::Odd;
    event.data = valueOf(line, 5);
    event.raw = text.substr(at, end + 2 - at);
    at = end + 2;
    return Shape::Event;
}

} // namespace gatehouse::translate
