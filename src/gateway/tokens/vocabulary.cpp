// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/tokens/vocabulary.h"

#include <QByteArray>
#include <QtEndian>

#include <algorithm>
#include <bit>
#include <cstring>

namespace gatehouse::tokens {

namespace {

constexpr unsigned rankBits = 18;      // 262,144 ranks, one of which stands for an empty slot
constexpr unsigned positionShift = 45; // the bits above those that the slot keeps say where it is
constexpr std::uint64_t rankMask = (std::uint64_t(1) << rankBits) - 1, emptySlot = rankMask;

constexpr std::uint64_t odd[] {0x9e3779b97f4a7c15U, 0xff51afd7ed558ccdU, 0xc4ceb9fe1a85ec53U}; // only well mixed

template <typename Word> std::uint64_t load(const char *bytes)
{
    Word word;
    std::memcpy(&word, bytes, sizeof word);
    return word;
}

// Up to eight bytes as one number; the length is hashed beside it, so it need not be told from a shorter one with zeros.
std::uint64_t loadUpTo8(const char *bytes, std::size_t size)
{
    if (size >= 4)
        return load<std::uint32_t>(bytes) | load<std::uint32_t>(bytes + size - 4) << 32;
    const auto byte = [&](std::size_t i) { return static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[i])); };
    return size == 0 ? 0 : byte(0) | byte(size / 2) << 8 | byte(size - 1) << 16;
}

std::uint64_t mix(std::uint64_t state, std::uint64_t word)
{
    state = (state ^ word) * odd[0];
    return state ^ (state >> 29);
}

std::uint64_t hashOf(std::string_view bytes)
{
    std::uint64_t state = bytes.size() * odd[1];
    for (; bytes.size() > 8; bytes.remove_prefix(8))
        state = mix(state, load<std::uint64_t>(bytes.data()));
    state = mix(state, loadUpTo8(bytes.data(), bytes.size())) * odd[2];
    return state ^ (state >> 32);
}

/// What a packed file holds, without a copy of each token.
struct Plain {
    QByteArray data;
    std::size_t count = 0;
    std::string_view lengths, bytes;
};

Plain unpack(std::string_view packed)
{
    Plain plain;
    plain.data = qUncompress(reinterpret_cast<const uchar *>(packed.data()), static_cast<qsizetype>(packed.size()));
    std::string_view rest(plain.data.constData(), static_cast<std::size_t>(plain.data.size()));
    Q_ASSERT(rest.size() > sizeof(quint32));
    plain.count = qFromLittleEndian<quint32>(rest.data());
    Q_ASSERT(plain.count < emptySlot);
    rest.remove_prefix(sizeof(quint32));
    plain.lengths = rest.substr(0, plain.count);
    plain.bytes = rest.substr(plain.count);
    return plain;
}

} // namespace

Vocabulary::Vocabulary(std::string_view packed)
    : m_pairs(std::size_t(256) * 256, noRank)
{
    const Plain plain = unpack(packed);
    m_slots.assign(std::bit_ceil(plain.count * 2), emptySlot);
    std::size_t at = 0;
    for (const char length : plain.lengths) {
        const std::size_t size = static_cast<unsigned char>(length);
        insert(plain.bytes.substr(at, size), static_cast<Rank>(m_size++));
        at += size;
        m_longest = std::max(m_longest, size);
    }
}

void Vocabulary::insert(std::string_view bytes, Rank rank)
{
    if (bytes.size() == 2)
        m_pairs[pairIndex(bytes[0], bytes[1])] = rank;
    const std::uint64_t hash = hashOf(bytes);
    std::size_t at = hash >> positionShift & (m_slots.size() - 1);
    while (m_slots[at] != emptySlot)
        at = (at + 1) & (m_slots.size() - 1);
    m_slots[at] = hash << rankBits | rank;
}

Rank Vocabulary::rankOf(std::string_view bytes) const
{
    if (bytes.size() > m_longest)
        return noRank;
    const std::uint64_t hash = hashOf(bytes), tag = hash << rankBits;
    for (std::size_t at = hash >> positionShift & (m_slots.size() - 1);; at = (at + 1) & (m_slots.size() - 1)) {
        const std::uint64_t slot = m_slots[at];
        if (slot == emptySlot)
            return noRank;
        if ((slot & ~rankMask) == tag)
            return static_cast<Rank>(slot & rankMask);
    }
}

std::vector<std::string> unpackTokens(std::string_view packed)
{
    const Plain plain = unpack(packed);
    std::vector<std::string> tokens;
    std::size_t at = 0;
    for (const char length : plain.lengths) {
        const std::size_t size = static_cast<unsigned char>(length);
        tokens.emplace_back(plain.bytes.substr(at, size));
        at += size;
    }
    return tokens;
}

} // namespace gatehouse::tokens
