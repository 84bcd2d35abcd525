// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/guardrails/stand_in_register.h"

#include "gateway/translate/json_view.h"
#include "gateway/wire/json_object.h"

#include <algorithm>
#include <optional>

namespace gatehouse::guardrails {

namespace {

/// A text by its characters, as Python counts them.
class Characters
{
public:
    explicit Characters(std::string_view text)
        : m_text(text)
    {
        for (std::size_t at = 0; at < text.size(); ++at) {
            if ((static_cast<unsigned char>(text[at]) & 0xc0) != 0x80)
                m_begins.push_back(at);
        }
        m_begins.push_back(text.size());
    }
    std::size_t size() const { return m_begins.size() - 1; }
    std::string_view part(std::size_t begin, std::size_t end) const
    {
        return m_text.substr(m_begins[begin], m_begins[end] - m_begins[begin]);
    }

private:
    std::string_view m_text;
    std::vector<std::size_t> m_begins;
};

struct Span {
    std::size_t begin = 0, end = 0;
    bool isReplaced = false; // by a text of its own; else it was hashed, or cut, or encrypted
};

std::optional<Span> spanOf(std::string_view raw, std::size_t size)
{
    const auto begin = wire::jsonNumber(translate::member(raw, "start")), end = wire::jsonNumber(translate::member(raw, "end"));
    if (!begin || !end || *begin < 0 || *end < *begin || *end > double(size))
        return std::nullopt;
    return Span {std::size_t(*begin), std::size_t(*end), translate::textOf(translate::member(raw, "operator")) == "replace"};
}

// In their order; nothing where one is none, or they overlap.
std::optional<std::vector<Span>> spansOf(std::string_view json, std::size_t size, bool mayOverlap)
{
    std::vector<Span> spans;
    for (translate::JsonItems items(json); items.next();) {
        const auto span = spanOf(items.raw(), size);
        if (!span)
            return std::nullopt;
        spans.push_back(*span);
    }
    std::sort(spans.begin(), spans.end(), [](const Span &a, const Span &b) { return a.begin < b.begin; });
    const auto overlap = [](const Span &a, const Span &b) { return b.begin < a.end; };
    if (!mayOverlap && std::adjacent_find(spans.begin(), spans.end(), overlap) != spans.end())
        return std::nullopt;
    return spans;
}

// Where in \a text, from \a begin on, that ends which \a span of \a masked stands for: one of the places where something that was
// found ends, behind which both go on in the same way until \a next, the next one in \a masked.
std::optional<std::size_t> endIn(const Characters &text, std::size_t begin, const Characters &masked, const Span &span,
    std::size_t next, const std::vector<Span> &found)
{
    const std::size_t between = next - span.end;
    if (next == masked.size()) { // the last: all that follows is the same
        if (text.size() < between + begin || text.part(text.size() - between, text.size()) != masked.part(span.end, next))
            return std::nullopt;
        return text.size() - between;
    }
    std::optional<std::size_t> longest, shortest; // of those that begin here; of those that were joined to one that does
    for (const Span &each : found) {
        const auto beginsBehind = [&](const Span &other) { return other.begin == each.end + between; };
        if (each.end <= begin || each.end + between > text.size()
            || text.part(each.end, each.end + between) != masked.part(span.end, next)
            || std::none_of(found.begin(), found.end(), beginsBehind))
            continue;
        if (each.begin <= begin)
            longest = std::max(longest.value_or(0), each.end);
        else
            shortest = std::min(shortest.value_or(text.size()), each.end);
    }
    return longest ? longest : shortest;
}

} // namespace

void StandInRegister::enter(const std::string &text, std::string &masked, std::string_view found, std::string_view items)
{
    const Characters before(text), after(masked);
    const auto finds = spansOf(found, before.size(), true);
    const auto spans = spansOf(items, after.size(), false);
    if (!finds || !spans || spans->empty())
        return;
    std::vector<std::string_view> originals;
    std::size_t at = 0, atMasked = 0;
    for (std::size_t i = 0; i < spans->size(); ++i) {
        const Span &span = (*spans)[i];
        const std::size_t begin = at + span.begin - atMasked;
        if (begin > before.size() || before.part(at, begin) != after.part(atMasked, span.begin))
            return;
        const auto end = endIn(before, begin, after, span, i + 1 < spans->size() ? (*spans)[i + 1].begin : after.size(), *finds);
        if (!end)
            return;
        originals.push_back(before.part(begin, *end));
        at = *end;
        atMasked = span.end;
    }
    std::string result;
    atMasked = 0;
    for (std::size_t i = 0; i < spans->size(); ++i) {
        const Span &span = (*spans)[i];
        const std::string usual(after.part(span.begin, span.end));
        result += after.part(atMasked, span.begin);
        result += span.isReplaced ? standInFor(usual, std::string(originals[i])) : usual;
        atMasked = span.end;
    }
    result += after.part(atMasked, after.size());
    masked = std::move(result);
}

// The number stands before what closes it: "<PERSON_2>".
std::string StandInRegister::standInFor(const std::string &usual, const std::string &original)
{
    for (std::size_t i = 0; i < m_all.size(); ++i) {
        if (m_usual[i] == usual && m_all[i].original == original)
            return m_all[i].text;
    }
    std::string text = usual;
    for (int number = 2; isTaken(text); ++number) {
        text = usual;
        const std::size_t last = usual.find_last_not_of(">])}");
        text.insert(last == std::string::npos ? usual.size() : last + 1, "_" + std::to_string(number));
    }
    m_all.push_back({text, original});
    m_usual.push_back(usual);
    return text;
}

bool StandInRegister::isTaken(const std::string &text) const
{
    return std::any_of(m_all.begin(), m_all.end(), [&](const StandIn &each) { return each.text == text; })
        || std::any_of(
            m_texts.begin(), m_texts.end(), [&](const std::string &each) { return each.find(text) != std::string::npos; });
}

} // namespace gatehouse::guardrails
