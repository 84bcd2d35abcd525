// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/tokens/encoding.h"

#include "gateway/tokens/merge.h"

namespace gatehouse::tokens {

Encoding::Counted Encoding::count(std::string_view text, Budget &budget) const
{
    const std::string_view affordable = text.substr(0, budget.bytes);
    Merge merge(m_vocabulary);
    Counted counted;
    while (counted.bytes < affordable.size() && budget.mergedBytes > 0) {
        std::string_view piece = affordable.substr(counted.bytes, m_endOfPiece(affordable, counted.bytes) - counted.bytes);
        if (m_vocabulary.rankOf(piece) != noRank) {
            ++counted.tokens;
        } else {
            piece = piece.substr(0, budget.mergedBytes);
            budget.mergedBytes -= piece.size();
            counted.tokens += merge.run(piece);
        }
        counted.bytes += piece.size();
    }
    budget.bytes -= counted.bytes;
    return counted;
}

std::vector<Rank> Encoding::encode(std::string_view text) const
{
    Merge merge(m_vocabulary);
    std::vector<Rank> ranks;
    for (std::size_t at = 0, end = 0; at < text.size(); at = end) {
        end = m_endOfPiece(text, at);
        const std::string_view piece = text.substr(at, end - at);
        if (const Rank whole = m_vocabulary.rankOf(piece); whole != noRank) {
            ranks.push_back(whole);
            continue;
        }
        merge.run(piece);
        for (std::size_t i = 0; i + 1 < merge.parts().size(); ++i)
            ranks.push_back(m_vocabulary.rankOf(piece.substr(merge.parts()[i], merge.parts()[i + 1] - merge.parts()[i])));
    }
    return ranks;
}

} // namespace gatehouse::tokens
