// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/tokens/merge.h"

#include <algorithm>
#include <numeric>
#include <queue>

namespace gatehouse::tokens {

namespace {

// Where both ways take the same time, measured on runs of letters.
constexpr std::size_t longPiece = 128;

/// The parts of a long piece as a list in arrays, each part at the index of its first byte.
class LinkedParts
{
public:
    LinkedParts(const Vocabulary &vocabulary, std::string_view piece)
        : m_vocabulary(vocabulary)
        , m_piece(piece)
        , m_end(static_cast<std::uint32_t>(piece.size()))
        , m_next(piece.size() + 1)
        , m_previous(piece.size() + 1)
        , m_ranks(piece.size() + 1, noRank)
    {
        std::iota(m_next.begin(), m_next.end(), 1U);
        std::iota(m_previous.begin(), m_previous.end(), static_cast<std::uint32_t>(-1));
        std::vector<std::uint64_t> first;
        first.reserve(piece.size());
        for (std::uint32_t at = 0; at + 1 < m_end; ++at) {
            m_ranks[at] = vocabulary.rankOfPair(piece[at], piece[at + 1]);
            if (m_ranks[at] != noRank)
                first.push_back(key(at));
        }
        m_heap = Heap({}, std::move(first));
    }

    void mergeAll()
    {
        while (!m_heap.empty()) {
            const std::uint64_t top = m_heap.top();
            m_heap.pop();
            const auto at = static_cast<std::uint32_t>(top);
            if (m_ranks[at] == top >> 32) // else it was merged since, or has another neighbour
                join(at);
        }
    }

    std::uint32_t next(std::uint32_t at) const { return m_next[at]; }

private:
    using Heap = std::priority_queue<std::uint64_t, std::vector<std::uint64_t>, std::greater<>>;

    std::uint64_t key(std::uint32_t at) const { return static_cast<std::uint64_t>(m_ranks[at]) << 32 | at; }

    void join(std::uint32_t at)
    {
        const std::uint32_t gone = m_next[at];
        m_next[at] = m_next[gone];
        m_previous[m_next[at]] = at;
        m_ranks[gone] = noRank;
        rank(at);
        if (at > 0)
            rank(m_previous[at]);
    }

    void rank(std::uint32_t at)
    {
        const std::uint32_t neighbour = m_next[at];
        m_ranks[at] = neighbour == m_end ? noRank : m_vocabulary.rankOf(m_piece.substr(at, m_next[neighbour] - at));
        if (m_ranks[at] != noRank)
            m_heap.push(key(at));
    }

    const Vocabulary &m_vocabulary;
    std::string_view m_piece;
    std::uint32_t m_end;
    std::vector<std::uint32_t> m_next, m_previous;
    std::vector<Rank> m_ranks;
    Heap m_heap; // rank and place; what is no longer true is skipped when it comes up
};

} // namespace

std::size_t Merge::run(std::string_view piece)
{
    if (piece.size() < longPiece)
        runShort(piece);
    else
        runLong(piece);
    return m_starts.size() - 1;
}

void Merge::runShort(std::string_view piece)
{
    const std::size_t size = piece.size();
    m_starts.resize(size + 1);
    std::iota(m_starts.begin(), m_starts.end(), 0U);
    m_ranks.assign(size, noRank);
    for (std::size_t i = 0; i + 1 < size; ++i)
        m_ranks[i] = m_vocabulary.rankOfPair(piece[i], piece[i + 1]);
    const auto rankAt = [&](std::size_t i) {
        return i + 2 < m_starts.size() ? m_vocabulary.rankOf(piece.substr(m_starts[i], m_starts[i + 2] - m_starts[i])) : noRank;
    };
    while (true) {
        const auto lowest = std::min_element(m_ranks.begin(), m_ranks.end());
        if (lowest == m_ranks.end() || *lowest == noRank)
            return;
        const auto i = static_cast<std::size_t>(lowest - m_ranks.begin());
        m_ranks.erase(lowest + 1);
        m_starts.erase(m_starts.begin() + static_cast<std::ptrdiff_t>(i) + 1);
        m_ranks[i] = rankAt(i);
        if (i > 0)
            m_ranks[i - 1] = rankAt(i - 1);
    }
}

void Merge::runLong(std::string_view piece)
{
    LinkedParts parts(m_vocabulary, piece);
    parts.mergeAll();
    m_starts.clear();
    for (std::uint32_t at = 0; at < piece.size(); at = parts.next(at))
        m_starts.push_back(at);
    m_starts.push_back(static_cast<std::uint32_t>(piece.size()));
}

} // namespace gatehouse::tokens
