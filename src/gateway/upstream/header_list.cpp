// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "gateway/upstream/header_list.h"

#include <algorithm>
#include <array>

namespace gatehouse::upstream {

namespace {

/// These speak about the connection or the framing, which are ours.
constexpr std::array<std::string_view, 9> ours {"accept-encoding", "connection", "content-length", "expect", "keep-alive",
    "proxy-connection", "te", "transfer-encoding", "upgrade"};

bool isOurs(std::string_view name)
{
    return std::any_of(ours.begin(), ours.end(), [name](std::string_view our) { return wire::sameName(our, name); });
}

bool isSendable(std::string_view value)
{
    return std::none_of(
        value.begin(), value.end(), [](char c) { return (static_cast<unsigned char>(c) < ' ' && c != '\t') || c == '\x7f'; });
}

} // namespace

bool isToken(std::string_view text)
{
    constexpr std::string_view marks = "!#$%&'*+-.^_`|~";
    return !text.empty() && std::all_of(text.begin(), text.end(), [marks](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || marks.find(c) != marks.npos;
    });
}

bool HeaderList::fill(const wire::Headers &headers)
{
    m_text.clear();
    m_offsets.clear();
    bool typed = false;
    for (const auto &[name, value] : headers) {
        if (!isToken(name) || !isSendable(value)) {
            m_culprit = isToken(name) ? name : "(unnamed)";
            return false;
        }
        if (isOurs(name))
            continue;
        typed = typed || wire::sameName(name, "content-type");
        append(name, value);
    }
    appendLine("Accept-Encoding: identity");
    appendLine("Expect:");
    if (!typed)
        appendLine("Content-Type:"); // libcurl would claim a form
    link();
    return true;
}

void HeaderList::append(std::string_view name, std::string_view value)
{
    m_offsets.push_back(m_text.size());
    m_text += name;
    // libcurl's spelling of an empty header is a semicolon; a colon without a value takes the header away.
    if (value.find_first_not_of(" \t") == value.npos) {
        m_text += ';';
    } else {
        m_text += ": ";
        m_text += value;
    }
    m_text += '\0';
}

void HeaderList::appendLine(std::string_view line)
{
    m_offsets.push_back(m_text.size());
    m_text += line;
    m_text += '\0';
}

void HeaderList::link()
{
    m_nodes.resize(m_offsets.size());
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
        m_nodes[i].data = m_text.data() + m_offsets[i];
        m_nodes[i].next = i + 1 < m_nodes.size() ? &m_nodes[i + 1] : nullptr;
    }
}

} // namespace gatehouse::upstream
