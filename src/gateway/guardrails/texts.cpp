// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/guardrails/texts.h"

#include "gateway/guardrails/text_places.h"
#include "gateway/translate/json_view.h"
#include "gateway/wire/json_writer.h"

#include <algorithm>
#include <array>

namespace gatehouse::guardrails {

namespace {

using translate::isObject;
using translate::isString;
using translate::JsonItems;
using translate::JsonMembers;

// What tells the texts of one stream apart, beside the place in an event: the event's kind, and whose part of the answer it is.
constexpr std::array<std::string_view, 4> numbering {"index", "output_index", "content_index", "summary_index"};

bool isNamed(std::string_view written, std::string_view name)
{
    return written == name || (written.find('\\') != std::string_view::npos && translate::decodedName(written) == name);
}

bool isContinued(unsigned char c)
{
    return (c & 0xc0) == 0x80;
}

// The stretch in which \a after differs from \a before: how much of both ends is the same.
struct Difference {
    std::size_t front = 0, back = 0;
};
Difference between(std::string_view before, std::string_view after)
{
    const std::size_t shorter = std::min(before.size(), after.size());
    Difference same;
    while (same.front < shorter && before[same.front] == after[same.front])
        ++same.front;
    while (same.front > 0 && same.front < before.size() && isContinued(static_cast<unsigned char>(before[same.front])))
        --same.front; // no character is cut in two
    while (same.back < shorter - same.front && before[before.size() - 1 - same.back] == after[after.size() - 1 - same.back])
        ++same.back;
    while (same.back > 0 && isContinued(static_cast<unsigned char>(before[before.size() - same.back])))
        --same.back;
    return same;
}

} // namespace

/// Goes through a body and notes what it finds.
class Texts::Finder
{
public:
    explicit Finder(std::string_view body)
        : m_body(body)
    {
    }

    void find(std::string_view root, std::span<const std::string_view> places, bool isStream)
    {
        m_isStream = isStream;
        const std::string kind(isStream ? translate::member(root, "type") : std::string_view());
        for (const std::string_view place : places)
            follow(root, place, isStream ? std::string(place) + kind + numbersOf(root) : std::string());
    }
    void addBare(std::string_view text)
    {
        m_texts.m_pieces.push_back({0, text.size(), m_texts.m_all.size(), 0, text.size(), true});
        m_texts.m_all.emplace_back(text);
    }
    Texts take()
    {
        auto &pieces = m_texts.m_pieces;
        std::stable_sort(pieces.begin(), pieces.end(), [](const Piece &a, const Piece &b) { return a.begin < b.begin; });
        const auto isSame = [](const Piece &a, const Piece &b) { return a.begin == b.begin; }; // two places lead to it
        pieces.erase(std::unique(pieces.begin(), pieces.end(), isSame), pieces.end());
        return std::move(m_texts);
    }

private:
    static std::string numbersOf(std::string_view object)
    {
        std::string numbers;
        for (JsonMembers members(object); members.next();) {
            if (std::find(numbering.begin(), numbering.end(), members.name()) != numbering.end())
                numbers.append("|").append(members.name()).append(members.raw());
        }
        return numbers;
    }

    void follow(std::string_view raw, std::string_view place, const std::string &channel)
    {
        if (place.empty())
            return add(raw, channel);
        if (place == "**")
            return addAll(raw, channel);
        if (place.front() == '.')
            return follow(raw, place.substr(1), channel);
        if (place.starts_with("[]"))
            return followItems(raw, place.substr(2), channel);
        const std::size_t end = std::min(place.find_first_of(".["), place.size());
        const std::string_view name = place.substr(0, end);
        // Each of a name that stands there twice: who reads it next may take the first or the last.
        for (JsonMembers members(raw); members.next();) {
            if (isNamed(members.name(), name))
                follow(members.raw(), place.substr(end), channel);
        }
    }

    void followItems(std::string_view raw, std::string_view place, const std::string &channel)
    {
        std::size_t position = 0;
        for (JsonItems items(raw); items.next(); ++position) {
            if (!m_isStream) {
                follow(items.raw(), place, channel);
                continue;
            }
            const std::string numbers = numbersOf(items.raw());
            follow(items.raw(), place, channel + (numbers.empty() ? "#" + std::to_string(position) : numbers));
        }
    }

    void addAll(std::string_view raw, const std::string &channel)
    {
        add(raw, channel);
        for (JsonItems items(raw); items.next();)
            addAll(items.raw(), channel);
        for (JsonMembers members(raw); members.next();)
            addAll(members.raw(), channel + "." + std::string(members.name()));
    }

    void add(std::string_view raw, const std::string &channel)
    {
        if (!isString(raw))
            return;
        const std::string text = translate::textOf(raw);
        if (text.empty())
            return;
        std::size_t index = m_texts.m_all.size();
        if (m_isStream) {
            const auto [known, isNew] = m_channels.try_emplace(channel, index);
            index = known->second;
        }
        if (index == m_texts.m_all.size())
            m_texts.m_all.emplace_back();
        std::string &whole = m_texts.m_all[index];
        m_texts.m_pieces.push_back(
            {static_cast<std::size_t>(raw.data() - m_body.data()), raw.size(), index, whole.size(), text.size()});
        whole += text;
    }

    std::string_view m_body;
    bool m_isStream = false;
    std::map<std::string, std::size_t> m_channels;
    Texts m_texts;
};

Texts Texts::ofRequest(std::string_view body, Dialect dialect, Operation operation)
{
    Finder finder(body);
    finder.find(body, requestPlaces(dialect, operation), false);
    return finder.take();
}

Texts Texts::ofAnswer(std::string_view body, Dialect dialect, Operation operation)
{
    Finder finder(body);
    const bool isTranscript = operation == Operation::Transcription || operation == Operation::AudioTranslation;
    const std::size_t first = body.find_first_not_of(" \t\r\n");
    if (isTranscript && first != std::string_view::npos && body[first] != '{')
        finder.addBare(body); // plain text, or subtitles
    else if (first != std::string_view::npos)
        finder.find(body.substr(first), answerPlaces(dialect, operation), false);
    return finder.take();
}

Texts Texts::at(const std::vector<std::string> &places, std::string_view body)
{
    const std::vector<std::string_view> views(places.begin(), places.end());
    Finder finder(body);
    if (const std::size_t first = body.find_first_not_of(" \t\r\n"); first != std::string_view::npos)
        finder.find(body.substr(first), views, false);
    return finder.take();
}

Texts Texts::ofStream(std::string_view bytes, Dialect dialect)
{
    Finder finder(bytes);
    const auto places = streamPlaces(dialect);
    if (const std::size_t first = bytes.find_first_not_of(" \t\r\n"); first != std::string_view::npos && bytes[first] == '[') {
        for (JsonItems items(bytes.substr(first)); items.next();)
            finder.find(items.raw(), places, true);
        return finder.take();
    }
    constexpr std::string_view field = "data:";
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
        const std::string_view line = bytes.substr(at, end - at);
        at = end + 1;
        if (!line.starts_with(field))
            continue;
        const std::size_t json = line.find_first_not_of(' ', field.size());
        if (json != std::string_view::npos && line[json] == '{')
            finder.find(line.substr(json), places, true);
    }
    return finder.take();
}

bool Texts::areInAnswers(Dialect dialect, Operation operation)
{
    return !answerPlaces(dialect, operation).empty();
}

std::string Texts::written(std::string_view body, const std::vector<std::string> &texts) const
{
    std::string result;
    result.reserve(body.size());
    std::size_t at = 0;
    for (const Piece &piece : m_pieces) {
        const std::string &before = m_all[piece.text];
        const std::string &after = texts[piece.text];
        if (before == after)
            continue;
        // What is new stands in the piece in which it begins; what it replaces disappears from all.
        const Difference same = between(before, after);
        const std::size_t newEnd = before.size() - same.back, pieceEnd = piece.offset + piece.length;
        std::string part;
        if (piece.offset < same.front)
            part = before.substr(piece.offset, std::min(same.front, pieceEnd) - piece.offset);
        const bool isFirst = piece.offset <= same.front && (same.front < pieceEnd || pieceEnd == before.size());
        if (isFirst)
            part += after.substr(same.front, after.size() - same.back - same.front);
        if (pieceEnd > newEnd)
            part += before.substr(std::max(newEnd, piece.offset), pieceEnd - std::max(newEnd, piece.offset));
        if (part == before.substr(piece.offset, piece.length))
            continue;
        result += body.substr(at, piece.begin - at);
        if (piece.isBare)
            result += part;
        else
            wire::appendJsonString(result, part);
        at = piece.begin + piece.size;
    }
    result += body.substr(at);
    return result;
}

} // namespace gatehouse::guardrails
