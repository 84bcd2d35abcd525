// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// What is packed begins with a table in text: "parts", the size of the JSON and how many parts there are, then a line for each:
// its kind, its place, its size, and of which other part it has how many bytes at the begin and at the end. Behind the table are
// the JSON and of each part the bytes that no other has.
#include "gateway/observe/traffic/packing.h"

#include "gateway/observe/traffic/likeness.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <initializer_list>
#include <utility>

namespace gatehouse::observe::traffic {

namespace {

using Part = Document::Part;

constexpr std::string_view mark = "parts ";
constexpr std::size_t mostParts = 4096, mostMade = std::size_t(256) * 1024 * 1024;
constexpr std::size_t leastAlike = 64; // what is spared has to be more than what is said of it

/// A line of the table.
struct Line {
    Part part;
    std::size_t size = 0;
    Likeness same = {}; ///< what it shares with the part it is like
};

void append(std::string &table, const Line &line)
{
    table += static_cast<char>(line.part.kind);
    const std::size_t like = line.same.both() > 0 ? line.part.like : 0;
    for (const std::size_t number : {line.part.at, line.size, like, line.same.begin, line.same.end}) {
        std::array<char, 24> digits;
        char *end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
        table.append(" ").append(digits.data(), end);
    }
    table += '\n';
}

Likeness sharedOf(const Document &document, const Part &part)
{
    if (part.like == Part::none)
        return {};
    const Likeness same = likenessOf(document.parts[part.like].bytes, part.bytes);
    return same.both() < leastAlike ? Likeness {} : same;
}

/// Takes apart what was packed.
class Reader
{
public:
    explicit Reader(std::string_view text)
        : m_rest(text)
    {
    }
    bool take(std::string_view text)
    {
        const bool isNext = m_rest.starts_with(text);
        m_rest.remove_prefix(isNext ? text.size() : 0);
        return isNext;
    }
    std::optional<std::size_t> number(char end)
    {
        std::size_t value = 0;
        const auto read = std::from_chars(m_rest.data(), m_rest.data() + m_rest.size(), value);
        const auto size = static_cast<std::size_t>(read.ptr - m_rest.data());
        if (read.ec != std::errc() || size >= m_rest.size() || m_rest[size] != end)
            return std::nullopt;
        m_rest.remove_prefix(size + 1);
        return value;
    }
    std::optional<std::string_view> bytes(std::size_t count)
    {
        if (count > m_rest.size())
            return std::nullopt;
        const std::string_view taken = m_rest.substr(0, count);
        m_rest.remove_prefix(count);
        return taken;
    }

private:
    std::string_view m_rest;
};

std::optional<Part::Kind> kindFrom(Reader &reader)
{
    for (const Part::Kind kind : {Part::Kind::Body, Part::Kind::CutBody, Part::Kind::Fields}) {
        const std::array<char, 2> text {static_cast<char>(kind), ' '};
        if (reader.take({text.data(), text.size()}))
            return kind;
    }
    return std::nullopt;
}

std::optional<Line> lineFrom(Reader &reader)
{
    const auto kind = kindFrom(reader);
    const auto at = reader.number(' '), size = reader.number(' '), like = reader.number(' '), begin = reader.number(' '),
               end = reader.number('\n');
    if (!kind || !at || !size || !like || !begin || !end)
        return std::nullopt;
    return Line {{*kind, *at, {}, *like}, *size, {*begin, *end}};
}

// Of a body, when there were no others.
std::optional<Line> oldLineFrom(Reader &reader)
{
    const auto at = reader.number(' '), size = reader.number(' '), isCut = reader.number('\n');
    if (!at || !size || !isCut)
        return std::nullopt;
    return Line {{*isCut != 0 ? Part::Kind::CutBody : Part::Kind::Body, *at}, *size};
}

// False where \a line asks for what is not there.
bool addPart(Document &document, const Line &line, Reader &reader)
{
    const Likeness &same = line.same;
    Part &part = document.parts.emplace_back(line.part);
    if (same.both() == 0) {
        const auto bytes = reader.bytes(line.size);
        part.bytes = bytes.value_or(std::string_view());
        return bytes.has_value();
    }
    if (part.like + 1 >= document.parts.size())
        return false;
    const std::string_view like = document.parts[part.like].bytes;
    if (same.begin > like.size() || same.end > like.size() - same.begin || same.both() > line.size)
        return false;
    const auto own = reader.bytes(line.size - same.both());
    if (!own)
        return false;
    std::string &text = document.texts.emplace_back(like.substr(0, same.begin));
    part.bytes = text.append(*own).append(like.substr(like.size() - same.end));
    return true;
}

// The members of \a row stood before the others.
std::optional<Document> withoutRow(Document document, std::string_view row)
{
    const std::size_t size = row.size() - 1;
    const bool isIt = document.json.starts_with(row.substr(0, size)) && document.json.substr(size, 1) == ",";
    if (!isIt || (!document.parts.empty() && document.parts.front().at <= size))
        return std::nullopt;
    document.json.replace(0, size + 1, "{");
    for (Part &part : document.parts)
        part.at -= size;
    return document;
}

} // namespace

std::vector<std::string_view> packed(const Document &document, std::string &table)
{
    constexpr std::size_t usualLine = 40;
    std::vector<std::string_view> all(2);
    all.reserve(document.parts.size() + all.size());
    table.reserve((document.parts.size() + 1) * usualLine);
    table.assign(mark).append(std::to_string(document.json.size())).append(" ");
    table.append(std::to_string(document.parts.size())).append("\n");
    for (const Part &part : document.parts) {
        const Likeness same = sharedOf(document, part);
        append(table, {part, part.bytes.size(), same});
        all.push_back(part.bytes.substr(same.begin, part.bytes.size() - same.both()));
    }
    all[0] = table;
    all[1] = document.json;
    return all;
}

std::optional<Document> unpacked(std::string_view row, std::string_view bytes)
{
    Reader reader(bytes);
    const bool isOld = !reader.take(mark);
    const auto jsonSize = reader.number(' '), count = reader.number('\n');
    if (!jsonSize || !count || *count > mostParts)
        return std::nullopt;
    std::vector<Line> lines;
    std::size_t least = 1, all = 0; // behind the bracket
    while (lines.size() < *count) {
        const auto line = isOld ? oldLineFrom(reader) : lineFrom(reader);
        if (!line || line->part.at < least || line->part.at > *jsonSize || line->size > mostMade - all)
            return std::nullopt;
        lines.push_back(*line);
        least = line->part.at;
        all += line->size;
    }
    const auto json = reader.bytes(*jsonSize);
    if (!json || !json->starts_with('{'))
        return std::nullopt;
    Document document {std::string(*json)};
    document.parts.reserve(lines.size());
    const bool isWhole =
        std::all_of(lines.begin(), lines.end(), [&](const Line &line) { return addPart(document, line, reader); });
    if (!isWhole)
        return std::nullopt;
    return isOld ? withoutRow(std::move(document), row) : std::optional(std::move(document));
}

} // namespace gatehouse::observe::traffic
