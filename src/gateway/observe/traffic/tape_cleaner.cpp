// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/traffic/tape_cleaner.h"

#include "gateway/core/unsaid.h"
#include "gateway/observe/traffic/packed_fields.h"

#include <cstring>

namespace gatehouse::observe::traffic {

namespace {

using namespace std::string_view_literals;

// As packed_fields.h writes it.
constexpr std::string_view packedRedacted = "\x0a[redacted]"sv;
static_assert(packedRedacted.substr(1) == redacted && packedRedacted.front() == redacted.size());

template <typename T> std::string_view bytesOf(const T &plain)
{
    return {reinterpret_cast<const char *>(&plain), sizeof plain};
}

} // namespace

std::optional<TapeCleaner::Parts> TapeCleaner::clean(const Tape &tape)
{
    m_look.clear();
    m_tape = tape.text();
    m_from = m_size = 0;
    m_made.clear();
    m_parts.clear();
    m_moved = {};
    TapeReader reader(m_tape);
    while (reader.next()) {
        if (!add(reader))
            return std::nullopt;
    }
    if (!reader.isWhole() || !m_look.isClean())
        return std::nullopt;
    keepUpTo(m_tape.size());
    return parts();
}

bool TapeCleaner::add(const TapeReader &reader)
{
    switch (reader.entry().mark) {
    case Mark::Request:
        m_look.beginRequest(reader.entry().place());
        m_look.addTarget(reader.text(1));
        addHead(reader, 2);
        return true;
    case Mark::Answer: addHead(reader, 0); return true;
    case Mark::Body: return addBody(reader);
    case Mark::Secret:
        m_look.addSecret(reader.text(0));
        leaveOut(reader.begin(), reader.end());
        return true;
    case Mark::Redacted:
    case Mark::Attempt:
    case Mark::Decision:
    case Mark::Candidate: return true;
    }
    return false;
}

// Where a field goes, the entry is made anew.
void TapeCleaner::addHead(const TapeReader &reader, std::size_t fields)
{
    Entry entry = reader.entry();
    const bool isOfAnswer = entry.mark == Mark::Answer && entry.number != 0;
    std::optional<std::size_t> made;
    PackedFields packed(reader.text(fields));
    for (auto field = packed.next(); field; field = packed.next()) {
        if (!isSecretField(*field, isOfAnswer)) {
            m_look.addValue(field->value);
            continue;
        }
        if (!made) {
            leaveOut(reader.begin(), reader.begin() + sizeof entry);
            made = m_made.size();
            put(bytesOf(entry));
        }
        const std::uint32_t before = replaceValue(*field);
        entry.sizes[fields] += packedRedacted.size();
        entry.sizes[fields] -= before;
        ++entry.count;
    }
    if (made)
        std::memcpy(m_made.data() + *made, &entry, sizeof entry);
}

// How many bytes it took.
std::uint32_t TapeCleaner::replaceValue(const wire::Headers::Field &field)
{
    const auto begin = static_cast<std::size_t>(field.name.data() + field.name.size() - m_tape.data());
    const auto end = static_cast<std::size_t>(field.value.data() + field.value.size() - m_tape.data());
    leaveOut(begin, end);
    put(packedRedacted);
    return static_cast<std::uint32_t>(end - begin);
}

bool TapeCleaner::addBody(const TapeReader &reader)
{
    m_look.addBody(reader);
    Moved &moved = m_moved[static_cast<std::size_t>(reader.entry().side)];
    if (!reader.isAlike()) {
        moved.from = reader.end() - reader.entry().sizes[0];
        moved.to = m_size + moved.from - m_from;
        return true;
    }
    Alike alike = reader.alike();
    if (alike.otherBegin != moved.from)
        return false;
    const std::size_t place = reader.begin() + sizeof(Entry);
    leaveOut(place, place + sizeof alike);
    alike.otherBegin = static_cast<std::uint32_t>(moved.to);
    put(bytesOf(alike));
    return true;
}

void TapeCleaner::keepUpTo(std::size_t end)
{
    if (end == m_from)
        return;
    m_parts.push_back({false, m_from, end - m_from});
    m_size += end - m_from;
    m_from = end;
}

void TapeCleaner::leaveOut(std::size_t begin, std::size_t end)
{
    keepUpTo(begin);
    m_from = end;
}

void TapeCleaner::put(std::string_view bytes)
{
    m_parts.push_back({true, m_made.size(), bytes.size()});
    m_size += bytes.size();
    m_made += bytes;
}

TapeCleaner::Parts TapeCleaner::parts()
{
    m_views.clear();
    for (const Part &part : m_parts)
        m_views.push_back((part.isMade ? std::string_view(m_made) : m_tape).substr(part.begin, part.size));
    return m_views;
}

} // namespace gatehouse::observe::traffic
