// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/wire/form_scanner.h"

#include <algorithm>
#include <utility>

namespace gatehouse::wire {

namespace {

constexpr std::string_view lineEnd = "\r\n";
constexpr std::string_view headEnd = "\r\n\r\n";

Failure<Error> wrong(std::string message)
{
    return {Error {Fault::InvalidRequest, std::move(message)}};
}

} // namespace

FormScanner::FormScanner(std::string_view boundary, FormListener &listener)
    : m_listener(listener)
    , m_delimiter("\r\n--" + std::string(boundary))
{
}

Result<> FormScanner::feed(std::string_view bytes)
{
    m_bytes.append(bytes);
    for (;;) {
        const auto before = std::pair(m_step, m_at);
        if (auto done = step(); !done)
            return done;
        if (before == std::pair(m_step, m_at))
            break;
    }
    m_bytes.erase(0, m_at);
    m_at = 0;
    return {};
}

Result<> FormScanner::step()
{
    switch (m_step) {
    case Step::Start: return readStart();
    case Step::AfterBoundary: return readAfterBoundary();
    case Step::Head: return readHead();
    case Step::Content: return readContent();
    case Step::Epilogue: return readEpilogue();
    }
    return {};
}

void FormScanner::consume(std::size_t count)
{
    m_at += count;
    m_used += count;
}

Result<> FormScanner::readStart()
{
    const std::string_view first = std::string_view(m_delimiter).substr(lineEnd.size());
    const std::size_t size = std::min(first.size(), rest().size());
    if (rest().substr(0, size) != first.substr(0, size))
        return wrong("The form does not begin with the boundary that its Content-Type names.");
    if (size == first.size()) {
        consume(size);
        m_step = Step::AfterBoundary;
    }
    return {};
}

Result<> FormScanner::readAfterBoundary()
{
    if (rest().size() < lineEnd.size())
        return {};
    m_partBegin = m_used - (m_delimiter.size() - lineEnd.size());
    const std::string_view next = rest().substr(0, lineEnd.size());
    if (next != lineEnd && next != "--")
        return wrong("A boundary of the form is followed by something else than the end of its line.");
    if (next == lineEnd && ++m_parts > mostParts)
        return wrong("The form has more than " + std::to_string(mostParts) + " parts.");
    m_step = next == lineEnd ? Step::Head : Step::Epilogue;
    consume(lineEnd.size());
    return {};
}

Result<> FormScanner::readHead()
{
    const std::size_t end = rest().find(headEnd);
    if (std::min(end, rest().size()) > largestHead)
        return wrong("The head of a part of the form is larger than " + std::to_string(largestHead) + " bytes.");
    if (end == std::string_view::npos)
        return rest().starts_with(lineEnd) ? wrong("A part of the form has no Content-Disposition.") : Result<>();
    auto head = readPartHead(rest().substr(0, end));
    if (!head)
        return Failure {std::move(head).error()};
    consume(end + headEnd.size());
    m_step = Step::Content;
    return m_listener.onPart(std::move(*head));
}

Result<> FormScanner::readContent()
{
    const std::size_t end = rest().find(m_delimiter);
    const std::size_t size = end == std::string_view::npos ? rest().size() - heldBack() : end;
    const std::string_view content = rest().substr(0, size);
    consume(size);
    if (!content.empty()) {
        if (auto taken = m_listener.onContent(content); !taken)
            return taken;
    }
    if (end == std::string_view::npos)
        return {};
    consume(m_delimiter.size());
    m_step = Step::AfterBoundary;
    return m_listener.onPartEnd();
}

/// How much at the end may be the beginning of a delimiter. One that begins there begins at the last CR: it has no other.
std::size_t FormScanner::heldBack() const
{
    const std::string_view tail = rest().substr(rest().size() - std::min(rest().size(), m_delimiter.size() - 1));
    const std::size_t begin = std::min(tail.rfind('\r'), tail.size());
    const std::string_view candidate = tail.substr(begin);
    return std::string_view(m_delimiter).starts_with(candidate) ? candidate.size() : 0;
}

Result<> FormScanner::readEpilogue()
{
    m_epilogue += rest().size();
    const bool isLineEnd = m_epilogue <= lineEnd.size() && lineEnd.substr(m_epilogue - rest().size()).starts_with(rest());
    if (!isLineEnd)
        return wrong("The form goes on behind its last boundary.");
    consume(rest().size());
    return {};
}

Result<> FormScanner::finish() const
{
    if (m_step != Step::Epilogue || m_epilogue == 1)
        return wrong("The form ends before its last boundary.");
    return {};
}

} // namespace gatehouse::wire
