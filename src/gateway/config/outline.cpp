// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/config/outline.h"

#include "gateway/config/outline_scan.h"
#include "gateway/config/scalar.h"
#include "gateway/config/yaml.h"

#include <algorithm>

namespace gatehouse::config {

namespace {

using Form = OutlineNode::Form;
using namespace scan;

constexpr int deepest = 200;

/// Where a block's value may stand.
struct Place {
    std::ptrdiff_t column = -1;  ///< of the parent: the value is farther right
    bool allowsListHere = false; ///< a list may be in the parent's own column, as the value of a key
    bool allowsInline = false;   ///< a block may begin on this line, as behind a dash
};

/// Reads an outline from the beginning to the end. Whatever it does not expect ends it.
class OutlineReader
{
public:
    explicit OutlineReader(std::string_view text)
        : m_text(text)
    {
    }

    Result<OutlineNode, std::string> read()
    {
        m_at = skipToContent(m_text, m_text.starts_with("\xEF\xBB\xBF") ? 3 : 0);
        if (m_at < m_text.size() && m_text[m_at] == '%')
            fail("directives (%)");
        const bool hasMarker = isMarker(m_text, m_at) && m_text[m_at] == '-';
        m_at += hasMarker ? 3 : 0;
        OutlineNode root = block({-1, false, !hasMarker});
        m_at = skipToContent(m_text, m_at);
        if (m_at < m_text.size() && !(isMarker(m_text, m_at) && m_text[m_at] == '.'))
            fail("what follows the document");
        if (m_at < m_text.size() && skipToContent(m_text, m_at + 3) < m_text.size())
            fail("what follows the document");
        return m_problem.empty() ? Result<OutlineNode, std::string>(std::move(root)) : Failure {m_problem};
    }

private:
    void fail(std::string_view what)
    {
        if (m_problem.empty())
            m_problem = "line "
                + std::to_string(
                    1 + std::count(m_text.begin(), m_text.begin() + std::ptrdiff_t(std::min(m_at, m_text.size())), '\n'))
                + " holds what cannot be edited here: " + std::string(what);
        m_at = m_text.size();
    }

    bool isEnd() const { return m_at >= m_text.size() || isMarker(m_text, m_at); }
    bool isAt(char c) const { return m_at < m_text.size() && m_text[m_at] == c; }
    bool isLineOver() const { return m_at >= m_text.size() || isBreak(m_text[m_at]) || isComment(m_text, m_at); }

    /// Goes on to the value's first byte, which may be on a line below. False where there is none for this place.
    bool findValue(const Place &place, bool &isInline)
    {
        m_at = skipBlanks(m_text, m_at);
        if (!isLineOver())
            return true;
        isInline = false;
        m_at = skipToContent(m_text, m_at);
        if (isEnd())
            return false;
        const auto column = static_cast<std::ptrdiff_t>(columnOf(m_text, m_at));
        return column > place.column || (column == place.column && place.allowsListHere && isDash(m_text, m_at));
    }

    OutlineNode block(const Place &place)
    {
        const std::size_t gap = m_at;
        OutlineNode nothing;
        nothing.begin = nothing.content = nothing.end = gap;
        if (++m_depth > deepest)
            fail("more than 200 levels");
        bool isInline = columnOf(m_text, gap) > 0 || place.column >= 0;
        OutlineNode node = nothing;
        if (findValue(place, isInline)) {
            node.begin = m_at;
            readProperties(node);
            const bool hasProperties = node.hasAnchor || node.hasTag;
            const std::size_t behind = m_at;
            const bool isHere = !hasProperties || findValue(place, isInline);
            if (hasProperties && isInline && isHere && keyColon(m_text, m_at) != m_text.npos)
                fail("an anchor or tag before a key");
            node.content = node.end = isHere ? m_at : behind;
            if (isHere)
                readContent(node, place, !isInline || place.allowsInline);
        }
        --m_depth;
        return node;
    }

    void readProperties(OutlineNode &node)
    {
        while (isAt('&') || isAt('!')) {
            (isAt('&') ? node.hasAnchor : node.hasTag) = true;
            while (!isGap(m_text, m_at))
                ++m_at;
            const std::size_t next = skipBlanks(m_text, m_at);
            if (next >= m_text.size() || (m_text[next] != '&' && m_text[next] != '!'))
                return;
            m_at = next;
        }
    }

    void readContent(OutlineNode &node, const Place &place, bool allowsBlock)
    {
        const bool hasKey = keyColon(m_text, m_at) != m_text.npos;
        if (isAt('?') && isGap(m_text, m_at + 1))
            return fail("a key that begins with ?");
        if (isDash(m_text, m_at))
            return allowsBlock ? readList(node) : fail("a list on the line of its key");
        if (isAt('*'))
            return readAlias(node);
        if (hasKey)
            return allowsBlock ? readMap(node) : fail("two colons on one line");
        if (isAt('|') || isAt('>'))
            return readBlockScalar(node, place.column);
        if (isAt('[') || isAt('{'))
            return readFlow(node);
        if (isAt('"') || isAt('\''))
            return readQuoted(node);
        readPlain(node, place.column);
    }

    void readAlias(OutlineNode &node)
    {
        node.form = Form::Alias;
        while (m_at < m_text.size() && !isGap(m_text, m_at)
            && std::string_view(",[]{}").find(m_text[m_at]) == std::string_view::npos)
            ++m_at;
        node.end = m_at;
        const std::size_t next = skipBlanks(m_text, m_at);
        if (next < m_text.size() && m_text[next] == ':')
            fail("an alias as a key");
    }

    void readMap(OutlineNode &node)
    {
        node.form = Form::BlockMap;
        node.column = columnOf(m_text, m_at);
        while (m_problem.empty()) {
            OutlineEntry entry;
            if (!readKey(entry))
                return fail("a line that is no key");
            entry.value = block({static_cast<std::ptrdiff_t>(node.column), true, false});
            node.end = entry.end();
            node.entries.push_back(std::move(entry));
            if (!isNextIn(node) || isDash(m_text, m_at))
                return;
        }
    }

    bool readKey(OutlineEntry &entry)
    {
        const std::size_t colon = isAt('&') || isAt('!') || isAt('*') ? m_text.npos : keyColon(m_text, m_at);
        if (colon == m_text.npos)
            return false;
        entry.begin = m_at;
        entry.keyEnd = isAt('"') || isAt('\'') ? quotedEnd(m_text, m_at) : plainEnd(m_text, m_at);
        entry.key = keyOf(entry);
        entry.hasColon = true;
        m_at = entry.gap = colon + 1;
        return true;
    }

    std::string keyOf(const OutlineEntry &entry) const
    {
        const std::string_view text = m_text.substr(entry.begin, entry.keyEnd - entry.begin);
        if (!text.starts_with('"') && !text.starts_with('\''))
            return plainScalar(text).isNull() ? "null" : std::string(text);
        std::vector<Diagnostic> ignored;
        return readYaml(std::string(text), {}, ignored).asString();
    }

    void readList(OutlineNode &node)
    {
        node.form = Form::BlockList;
        node.column = columnOf(m_text, m_at);
        while (m_problem.empty()) {
            OutlineEntry entry;
            entry.begin = m_at;
            m_at = entry.gap = entry.keyEnd = m_at + 1;
            entry.value = block({static_cast<std::ptrdiff_t>(node.column), false, true});
            node.end = entry.end();
            node.entries.push_back(std::move(entry));
            if (!isNextIn(node) || !isDash(m_text, m_at))
                return;
        }
    }

    /// Goes on to the next entry of the block, if one follows.
    bool isNextIn(const OutlineNode &node)
    {
        m_at = skipToContent(m_text, node.end);
        if (isEnd() || columnOf(m_text, m_at) < node.column)
            return false;
        if (columnOf(m_text, m_at) > node.column)
            fail("a line that is indented too far");
        const std::size_t start = lineStart(m_text, m_at);
        if (m_text.substr(start, m_at - start).find('\t') != std::string_view::npos)
            fail("tabs as indentation");
        return m_problem.empty();
    }

    void readBlockScalar(OutlineNode &node, std::ptrdiff_t parent)
    {
        node.form = isAt('|') ? Form::Literal : Form::Folded;
        const std::string_view header = m_text.substr(m_at, lineEnd(m_text, m_at) - m_at);
        const std::string_view marks = header.substr(0, std::min(header.find_first_of(" \t"), header.size()));
        node.end = m_at + marks.size();
        const std::size_t digit = marks.find_first_of("123456789");
        std::ptrdiff_t indent = digit == marks.npos ? 0 : std::max<std::ptrdiff_t>(parent, 0) + (marks[digit] - '0');
        const bool keeps = marks.find('+') != marks.npos;
        for (m_at = nextLine(m_text, m_at); m_at < m_text.size(); m_at = nextLine(m_text, m_at)) {
            const std::size_t first = skipSpaces(m_at), end = lineEnd(m_text, m_at);
            const auto column = static_cast<std::ptrdiff_t>(first - m_at);
            const bool isEmpty = first == end;
            if (indent == 0 && !isEmpty && column > parent)
                indent = column;
            if (!isEmpty && (indent == 0 || column < indent))
                break;
            if (!isEmpty || keeps)
                node.end = end;
        }
        m_at = node.end;
    }

    std::size_t skipSpaces(std::size_t at) const
    {
        while (at < m_text.size() && m_text[at] == ' ')
            ++at;
        return at;
    }

    void readQuoted(OutlineNode &node)
    {
        node.form = isAt('"') ? Form::DoubleQuoted : Form::SingleQuoted;
        m_at = quotedEnd(m_text, m_at);
        if (m_at == m_text.npos)
            return fail("a quote that is not closed");
        node.end = m_at;
    }

    void readPlain(OutlineNode &node, std::ptrdiff_t parent)
    {
        node.form = Form::Plain;
        while (true) {
            node.end = m_at = plainEnd(m_text, m_at);
            const std::size_t rest = skipBlanks(m_text, m_at);
            if (rest < m_text.size() && m_text[rest] == ':')
                return fail("a colon in the middle of text");
            if (rest < m_text.size() && !isBreak(m_text[rest]))
                return; // a comment
            const std::size_t next = nextText(rest);
            if (next >= m_text.size() || isComment(m_text, next) || isMarker(m_text, next)
                || static_cast<std::ptrdiff_t>(columnOf(m_text, next)) <= parent)
                return;
            m_at = next;
        }
    }

    std::size_t nextText(std::size_t at) const
    {
        while (at < m_text.size() && (isBlank(m_text[at]) || isBreak(m_text[at])))
            ++at;
        return at;
    }

    // --- in brackets
    void readFlow(OutlineNode &node)
    {
        const bool isMap = isAt('{');
        const char close = isMap ? '}' : ']';
        node.form = isMap ? Form::FlowMap : Form::FlowList;
        m_at = skipToContent(m_text, m_at + 1);
        while (m_problem.empty() && !isAt(close)) {
            node.entries.push_back(flowEntry(isMap));
            m_at = skipToContent(m_text, m_at);
            if (isAt(','))
                m_at = skipToContent(m_text, m_at + 1);
            else if (!isAt(close))
                return fail("a bracket without its end, or a pair in a list");
        }
        node.end = ++m_at;
    }

    OutlineEntry flowEntry(bool isMap)
    {
        OutlineEntry entry;
        entry.begin = entry.keyEnd = entry.gap = m_at;
        if (isMap) {
            entry.keyEnd = flowKeyEnd();
            if (entry.keyEnd == m_text.npos || entry.keyEnd == entry.begin) {
                fail("a key that is no word");
                return entry;
            }
            entry.key = keyOf(entry);
            m_at = skipToContent(m_text, entry.keyEnd);
            entry.hasColon = isAt(':');
            m_at = entry.gap = entry.hasColon ? m_at + 1 : entry.keyEnd;
        }
        const std::size_t gap = m_at;
        m_at = isMap ? skipToContent(m_text, m_at) : m_at;
        entry.value.begin = entry.value.content = entry.value.end = gap;
        if ((!isMap || entry.hasColon) && !isAt(',') && !isAt('}') && !isAt(']'))
            entry.value = flowValue();
        return entry;
    }

    std::size_t flowKeyEnd() const
    {
        if (isAt('"') || isAt('\''))
            return quotedEnd(m_text, m_at);
        return isAt('?') || isAt('*') || isAt('&') || isAt('!') ? m_text.npos : flowPlainEnd(m_text, m_at);
    }

    OutlineNode flowValue()
    {
        OutlineNode node;
        node.begin = m_at;
        readProperties(node);
        if (node.hasAnchor || node.hasTag)
            m_at = skipToContent(m_text, m_at);
        node.content = node.end = m_at;
        if (++m_depth > deepest)
            fail("more than 200 levels");
        else if (isAt('*'))
            readAlias(node);
        else if (isAt('[') || isAt('{'))
            readFlow(node);
        else if (isAt('"') || isAt('\''))
            readQuoted(node);
        else
            readFlowPlain(node);
        --m_depth;
        return node;
    }

    void readFlowPlain(OutlineNode &node)
    {
        node.form = Form::Plain;
        const std::size_t begin = m_at;
        while (true) {
            node.end = m_at = flowPlainEnd(m_text, m_at);
            const std::size_t next = nextText(m_at);
            const bool goesOn = next < m_text.size() && flowPlainEnd(m_text, next) > next && !isComment(m_text, next);
            if (!goesOn || next == m_at)
                break;
            m_at = next;
        }
        if (m_at == begin)
            fail("a value that is missing");
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    int m_depth = 0;
    std::string m_problem;
};

} // namespace

Result<OutlineNode, std::string> outlineOf(std::string_view text)
{
    return OutlineReader(text).read();
}

} // namespace gatehouse::config
