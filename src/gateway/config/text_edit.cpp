// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/config/text_edit.h"

#include "gateway/config/emit.h"
#include "gateway/config/outline.h"
#include "gateway/config/outline_scan.h"
#include "gateway/config/secrecy.h"
#include "gateway/config/splices.h"

#include <algorithm>
#include <optional>

namespace gatehouse::config {

namespace {

using Form = OutlineNode::Form;
using Kind = Value::Kind;
using namespace scan;

using Problem = std::optional<std::string>;

/// A place in the outline: an entry, what it is an entry of, and which.
struct Place {
    const OutlineNode *parent = nullptr;
    const OutlineEntry *entry = nullptr; ///< nullptr: the root
    std::size_t index = 0;
    const OutlineNode *node = nullptr;
    bool isInFlow = false; ///< the node stands in brackets
};

bool isNothing(const OutlineNode &node)
{
    return node.form == Form::Nothing || (node.isFlow() && node.entries.empty());
}

/// Edits one text, once.
class TextEditor
{
public:
    TextEditor(std::string_view text, const OutlineNode &root)
        : m_text(text)
        , m_root(root)
        , m_emit(styleOf(text, root))
    {
    }

    Result<std::string, std::string> apply(const PlainEdit &edit)
    {
        if (const Problem problem = perform(edit))
            return Failure {*problem};
        return m_splices.applied(m_text);
    }

private:
    Problem perform(const PlainEdit &edit)
    {
        Place place {nullptr, nullptr, 0, &m_root, false};
        for (std::size_t i = 0; i < edit.path.size(); ++i) {
            const bool isNew = edit.kind == Edit::Kind::Set && i + 1 == edit.path.size();
            const Place next = below(place, edit.path[i]);
            if (!next.entry && isNew && m_problem.empty())
                return add(place, std::get<std::string>(edit.path[i]), edit.value);
            if (!next.entry)
                return why(Path(edit.path.begin(), edit.path.begin() + std::ptrdiff_t(i) + 1), place);
            place = next;
        }
        switch (edit.kind) {
        case Edit::Kind::Set: return replaceValue(place, edit.value);
        case Edit::Kind::Remove: return remove(place);
        case Edit::Kind::Insert: return insert(place, edit.index, edit.value);
        case Edit::Kind::Move: return move(place, edit.index, edit.to);
        case Edit::Kind::Rename: break;
        }
        return rename(place, edit.key);
    }

    Problem why(const Path &path, const Place &place) const
    {
        const std::string name = "'" + safeName(toString(path)) + "' ";
        if (!m_problem.empty())
            return name + m_problem;
        return name
            + (place.node->form == Form::Alias ? "comes through an alias (*); change the text by hand, where its anchor (&) is"
                                               : "comes through a merge key (<<), or is written in a way that cannot be edited "
                                                 "here; change the text by hand");
    }

    Place below(const Place &place, const Part &part)
    {
        const OutlineNode &node = *place.node;
        Place next {&node, nullptr, 0, nullptr, place.isInFlow || node.isFlow()};
        const auto *index = std::get_if<std::size_t>(&part);
        if (index && node.isList() && *index < node.entries.size())
            return entryAt(next, *index);
        if (index || !node.isMap())
            return next;
        const auto &key = std::get<std::string>(part);
        const auto count =
            std::count_if(node.entries.begin(), node.entries.end(), [&](const OutlineEntry &entry) { return entry.key == key; });
        if (count > 1)
            m_problem = "stands twice in its map; remove one of them by hand";
        const auto known =
            std::find_if(node.entries.begin(), node.entries.end(), [&](const OutlineEntry &entry) { return entry.key == key; });
        return count == 1 ? entryAt(next, static_cast<std::size_t>(known - node.entries.begin())) : next;
    }

    static Place entryAt(Place place, std::size_t index)
    {
        place.index = index;
        place.entry = &place.parent->entries[index];
        place.node = &place.entry->value;
        return place;
    }

    // --- lines
    const std::string &lineBreak() const { return m_emit.style().lineBreak; }
    bool isWholeLine(std::size_t at) const { return skipSpacesOnly(lineStart(m_text, at)) == at; }
    std::size_t skipSpacesOnly(std::size_t at) const
    {
        while (at < m_text.size() && m_text[at] == ' ')
            ++at;
        return at;
    }
    bool isCommentLine(std::size_t start) const { return isComment(m_text, skipBlanks(m_text, start)); }
    std::size_t indentOf(std::size_t start) const { return skipBlanks(m_text, start) - start; }

    /// Puts whole lines in at \a at, the start of a line or the end of the text, which may lack its last line break.
    void insertLines(std::size_t at, std::string lines)
    {
        const bool isUnended = at > 0 && at == m_text.size() && m_text[at - 1] != '\n';
        if (isUnended)
            lines = lineBreak() + lines.substr(0, lines.size() - lineBreak().size());
        m_splices.insert(at, std::move(lines));
    }

    /// The start of the comment right above \a entry that is about it and no other.
    std::size_t ownStart(const OutlineNode &node, std::size_t index) const
    {
        const std::size_t start = lineStart(m_text, node.entries[index].begin), above = commentAbove(node, index);
        if (index > 0 || above == start)
            return above;
        // What stands above a first entry may be about all of them, unless the others have comments too.
        for (std::size_t i = 1; i < node.entries.size(); ++i) {
            if (commentAbove(node, i) != lineStart(m_text, node.entries[i].begin))
                return above;
        }
        return start;
    }

    std::size_t commentAbove(const OutlineNode &node, std::size_t index) const
    {
        std::size_t start = lineStart(m_text, node.entries[index].begin);
        if (!isWholeLine(node.entries[index].begin))
            return start;
        while (start > 0) {
            const std::size_t above = lineStart(m_text, start - 1);
            if (above == start || !isCommentLine(above) || indentOf(above) != node.column)
                break;
            start = above;
        }
        return start;
    }

    /// Behind the entry's lines and the comments below it that are farther right than its column.
    std::size_t linesEnd(std::size_t entryEnd, std::size_t column) const
    {
        std::size_t end = nextLine(m_text, entryEnd);
        while (end < m_text.size() && isCommentLine(end) && indentOf(end) > column)
            end = nextLine(m_text, end);
        return end;
    }

    /// Where a line may be added to a block: behind its comments too.
    std::size_t blockEnd(const OutlineNode &node) const
    {
        std::size_t end = nextLine(m_text, node.end);
        bool isAfterBlank = false;
        for (std::size_t at = end; at < m_text.size(); at = nextLine(m_text, at)) {
            const bool isComment = isCommentLine(at), isInside = indentOf(at) > node.column;
            if (isComment && (isInside || (!isAfterBlank && indentOf(at) == node.column)))
                end = nextLine(m_text, at);
            else if (skipBlanks(m_text, at) == lineEnd(m_text, at))
                isAfterBlank = true;
            else
                break;
        }
        return end;
    }

    // --- set
    Problem replaceValue(const Place &place, const Value &value)
    {
        if (!place.entry)
            return replaceRoot(value);
        if (place.node->hasTag)
            return "the value has a tag (!); change the text by hand";
        if (place.isInFlow)
            return replaceInFlow(place, value);
        const bool isItem = place.parent->isList();
        const std::size_t column = place.parent->column;
        const Form like = isNothing(*place.node) ? Form::Nothing : place.node->form;
        const Emitted emitted = isItem ? m_emit.behindDash(value, column, like) : m_emit.behindKey(value, column, like);
        place.node->form != Form::Nothing &&lineStart(m_text, place.node->content) > place.entry->begin
            ? replaceBelow(place, emitted)
            : replaceHere(place, emitted);
        return {};
    }

    std::size_t headPlace(const Place &place) const { return place.node->hasAnchor ? anchorEnd(*place.node) : place.entry->gap; }

    std::size_t anchorEnd(const OutlineNode &node) const
    {
        std::size_t end = node.begin;
        while (!isGap(m_text, end))
            ++end;
        return end;
    }

    /// The old value begins on the line of its key or dash.
    void replaceHere(const Place &place, const Emitted &emitted)
    {
        const OutlineNode &node = *place.node;
        const std::size_t begin = headPlace(place);
        if (node.form == Form::Literal || node.form == Form::Folded)
            return replaceParagraph(begin, node, emitted);
        // A comment on the last line of a block is about that line, which goes.
        const std::size_t end = node.isBlock() ? lineEnd(m_text, node.end) : std::max(begin, node.end);
        m_splices.replace(begin, end, emitted.head);
        if (!emitted.body.empty())
            insertLines(nextLine(m_text, end), emitted.body);
    }

    /// Lines of text; the comment behind their mark stays.
    void replaceParagraph(std::size_t begin, const OutlineNode &node, const Emitted &emitted)
    {
        std::size_t marksEnd = node.content;
        while (!isGap(m_text, marksEnd))
            ++marksEnd;
        m_splices.replace(begin, marksEnd, emitted.head);
        const std::size_t body = nextLine(m_text, marksEnd);
        if (node.end >= body)
            m_splices.remove(body, nextLine(m_text, node.end));
        if (!emitted.body.empty())
            insertLines(node.end >= body ? nextLine(m_text, node.end) : body, emitted.body);
    }

    /// The old value begins on a line below.
    void replaceBelow(const Place &place, const Emitted &emitted)
    {
        const OutlineNode &node = *place.node;
        const std::size_t head = headPlace(place), end = nextLine(m_text, node.end);
        // Blank lines and comments above lines of text would be text.
        const std::string_view start = emitted.head;
        const bool isParagraph = start.ends_with('|') || start.ends_with("|-") || start.ends_with(">-");
        const std::size_t begin = isParagraph ? nextLine(m_text, head) : lineStart(m_text, node.content);
        m_splices.insert(head, emitted.head);
        std::string body = emitted.body;
        const bool isUnended = end == m_text.size() && !m_text.ends_with('\n');
        if (isUnended && !body.empty())
            body.resize(body.size() - lineBreak().size());
        m_splices.replace(begin, end, std::move(body));
    }

    Problem replaceInFlow(const Place &place, const Value &value)
    {
        const OutlineNode &node = *place.node;
        const std::string written = m_emit.inFlow(value, node.form);
        if (node.form != Form::Nothing)
            m_splices.replace(node.content, node.end, written);
        else
            m_splices.insert(place.entry->gap, (place.entry->hasColon ? " " : ": ") + written);
        return {};
    }

    Problem replaceRoot(const Value &value)
    {
        if (m_root.form == Form::Nothing) {
            for (const auto &[key, member] : value.entries())
                insertLines(m_text.size(), m_emit.entry(key, member, 0));
            return {};
        }
        const std::size_t end = nextLine(m_text, m_root.end);
        if (m_root.isBlock())
            m_splices.replace(lineStart(m_text, m_root.content), end,
                "{}" + std::string(end == m_text.size() && !m_text.ends_with('\n') ? "" : lineBreak()));
        else
            m_splices.replace(m_root.content, m_root.end, m_emit.inFlow(value));
        return {};
    }

    Problem add(const Place &place, const std::string &key, const Value &value)
    {
        const OutlineNode &node = *place.node;
        if (isNothing(node) && !place.isInFlow && place.entry)
            return replaceValue(place, Value::map({{key, value}}));
        if (node.form == Form::Nothing)
            return replaceRoot(Value::map({{key, value}}));
        if (node.isFlow() && node.entries.empty() && !place.entry)
            return replaceEmptyRoot(key, value);
        if (!node.isMap())
            return why({key}, place);
        if (node.isFlow())
            return addInFlow(node, node.entries.size(), m_emit.key(key, Form::Nothing, true) + ": " + m_emit.inFlow(value));
        const bool isSpaced = !place.entry && isSpacedOut(node);
        insertLines(blockEnd(node), (isSpaced ? lineBreak() : std::string()) + m_emit.entry(key, value, node.column));
        return {};
    }

    Problem replaceEmptyRoot(const std::string &key, const Value &value)
    {
        std::string lines = m_emit.entry(key, value, 0);
        lines.resize(lines.size() - lineBreak().size());
        m_splices.replace(m_root.begin, m_root.end, std::move(lines));
        return {};
    }

    /// Whether blank lines separate the sections.
    bool isSpacedOut(const OutlineNode &node) const
    {
        return node.entries.size() > 1
            && std::all_of(node.entries.begin() + 1, node.entries.end(), [&](const OutlineEntry &entry) {
                   const auto index = static_cast<std::size_t>(&entry - node.entries.data());
                   const std::size_t start = commentAbove(node, index);
                   return start > 0
                       && skipBlanks(m_text, lineStart(m_text, start - 1)) == lineEnd(m_text, lineStart(m_text, start - 1));
               });
    }

    Problem addInFlow(const OutlineNode &node, std::size_t index, const std::string &written)
    {
        if (index < node.entries.size())
            m_splices.insert(node.entries[index].begin, written + ", ");
        else if (node.entries.empty())
            m_splices.insert(node.end - 1, written);
        else
            m_splices.insert(node.entries.back().end(), ", " + written);
        return {};
    }

    // --- remove
    Problem remove(const Place &place)
    {
        const OutlineNode &node = *place.parent;
        if (node.entries.size() == 1)
            return empty(node);
        if (node.isFlow())
            removeInFlow(node, place.index);
        else if (!isWholeLine(place.entry->begin) && place.index == 0)
            removeFirst(node);
        else
            m_splices.remove(ownStart(node, place.index), linesEnd(place.entry->end(), node.column));
        return {};
    }

    /// What has lost its last entry is empty, and not nothing.
    Problem empty(const OutlineNode &node)
    {
        const Value nothing = node.isMap() ? Value::map({}) : Value::list({});
        if (node.isFlow()) {
            m_splices.remove(node.entries.front().begin, node.end - 1);
            return {};
        }
        if (&node == &m_root)
            return node.isMap() ? replaceRoot(nothing) : Problem("the file would be an empty list");
        const Place place = ownerOf(node, {nullptr, nullptr, 0, &m_root, false});
        return replaceValue(place, nothing);
    }

    Place ownerOf(const OutlineNode &node, const Place &from) const
    {
        for (std::size_t i = 0; i < from.node->entries.size(); ++i) {
            Place each {from.node, &from.node->entries[i], i, &from.node->entries[i].value, from.isInFlow || from.node->isFlow()};
            if (each.node == &node)
                return each;
            if (const Place found = ownerOf(node, each); found.entry)
                return found;
        }
        return {};
    }

    /// An entry that stands behind a dash of the list above: the next one takes its place there.
    void removeFirst(const OutlineNode &node)
    {
        const OutlineEntry &first = node.entries[0], &second = node.entries[1];
        const std::size_t end = linesEnd(first.end(), node.column), below = lineStart(m_text, second.begin);
        if (end >= below || m_text.substr(end, below - end).find('#') == std::string_view::npos) {
            m_splices.remove(first.begin, second.begin);
            return;
        }
        // Comments of the second one stay where they are, and the dash alone above them.
        std::size_t begin = first.begin;
        while (begin > 0 && isBlank(m_text[begin - 1]))
            --begin;
        m_splices.replace(begin, end, lineBreak());
    }

    void removeInFlow(const OutlineNode &node, std::size_t index)
    {
        const OutlineEntry &entry = node.entries[index];
        if (index + 1 < node.entries.size()) {
            m_splices.remove(entry.begin, node.entries[index + 1].begin);
            return;
        }
        const std::size_t before = node.entries[index - 1].end();
        const std::size_t comma = m_text.find(',', skipToContent(m_text, before));
        const bool isOnOneLine = lineEnd(m_text, before) == lineEnd(m_text, entry.begin);
        if (isOnOneLine) {
            m_splices.remove(before, entry.end());
            return;
        }
        const std::size_t behind = skipBlanks(m_text, entry.end());
        const bool hasOwnComma = behind < m_text.size() && m_text[behind] == ',';
        const bool isAlone = isWholeLine(entry.begin)
            && skipToContent(m_text, hasOwnComma ? behind + 1 : behind) >= nextLine(m_text, entry.end()) - 1;
        if (!hasOwnComma)
            m_splices.remove(comma, comma + 1);
        if (isAlone)
            m_splices.remove(lineStart(m_text, entry.begin), nextLine(m_text, entry.end()));
        else
            m_splices.remove(entry.begin, hasOwnComma ? behind + 1 : entry.end());
    }

    // --- lists
    Problem insert(const Place &place, std::size_t index, const Value &value)
    {
        const OutlineNode &node = *place.node;
        if (!node.isList())
            return why({std::string("the list")}, place);
        if (node.isFlow())
            return addInFlow(node, index, m_emit.inFlow(value));
        const std::string lines = m_emit.item(value, node.column);
        if (index == node.entries.size())
            insertLines(blockEnd(node), lines);
        else if (index == 0 && !isWholeLine(node.entries[0].begin)) // behind the dash of the list above
            m_splices.insert(node.entries[0].begin, lines.substr(node.column) + std::string(node.column, ' '));
        else
            insertLines(ownStart(node, index), lines);
        return {};
    }

    Problem move(const Place &place, std::size_t from, std::size_t to)
    {
        const OutlineNode &node = *place.node;
        if (!node.isList())
            return why({std::string("the list")}, place);
        std::vector<std::size_t> order(node.entries.size());
        for (std::size_t i = 0; i < order.size(); ++i)
            order[i] = i;
        const auto at = [&](std::size_t i) { return order.begin() + static_cast<std::ptrdiff_t>(i); };
        from < to ? std::rotate(at(from), at(from + 1), at(to + 1)) : std::rotate(at(to), at(from), at(from + 1));
        node.isFlow() ? moveInFlow(node, order) : moveLines(node, order);
        return {};
    }

    void moveInFlow(const OutlineNode &node, const std::vector<std::size_t> &order)
    {
        for (std::size_t i = 0; i < order.size(); ++i) {
            const OutlineEntry &slot = node.entries[i], &item = node.entries[order[i]];
            if (order[i] != i)
                m_splices.replace(slot.begin, slot.end(), std::string(m_text.substr(item.begin, item.end() - item.begin)));
        }
    }

    /// Each item with the lines that belong to it; the first may stand behind a dash, and the last without a line break.
    void moveLines(const OutlineNode &node, const std::vector<std::size_t> &order)
    {
        const bool isCompact = !isWholeLine(node.entries[0].begin);
        std::vector<std::size_t> starts;
        for (std::size_t i = 0; i < node.entries.size(); ++i)
            starts.push_back(i == 0 && isCompact ? node.entries[0].begin : ownStart(node, i));
        starts.push_back(linesEnd(node.end, node.column));
        const std::string indent(isCompact ? node.column : 0, ' ');
        std::string moved;
        for (const std::size_t i : order) {
            std::string lines = i == 0 ? indent : std::string();
            lines += m_text.substr(starts[i], starts[i + 1] - starts[i]);
            if (!lines.ends_with('\n'))
                lines += lineBreak();
            moved += lines;
        }
        if (!m_text.substr(0, starts.back()).ends_with('\n'))
            moved.resize(moved.size() - lineBreak().size());
        m_splices.replace(starts.front(), starts.back(), moved.substr(indent.size()));
    }

    Problem rename(const Place &place, const std::string &key)
    {
        const OutlineEntry &entry = *place.entry;
        const char first = m_text[entry.begin];
        const Form like = first == '"' ? Form::DoubleQuoted : first == '\'' ? Form::SingleQuoted : Form::Plain;
        m_splices.replace(entry.begin, entry.keyEnd, m_emit.key(key, like, place.isInFlow));
        return {};
    }

    std::string_view m_text;
    const OutlineNode &m_root;
    Emitter m_emit;
    Splices m_splices;
    std::string m_problem; // of a key that was looked for
};

} // namespace

Result<std::string, std::string> changedText(std::string_view text, const PlainEdit &edit)
{
    const auto outline = outlineOf(text);
    if (!outline)
        return Failure {outline.error()};
    return TextEditor(text, *outline).apply(edit);
}

} // namespace gatehouse::config
