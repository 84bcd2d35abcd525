// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::tokens {

/// A token's place in its vocabulary: its id, and the order in which byte pairs are merged (the lowest first).
using Rank = std::uint32_t;
inline constexpr Rank noRank = std::numeric_limits<Rank>::max();

/// The tokens of one encoding, looked up by their bytes. Immutable; read by all workers at once.
/// It keeps 64 bits of hash for each token in place of its bytes, which halves memory and look-up time. A text of chance would
/// be taken for a token that it is not once in 2^46 look-ups, and then be counted wrongly by one; that no two tokens share a
/// hash is tested.
class Vocabulary
{
public:
    /// Unpacks a file of resources/tokenizers/ (pack.mjs there has the layout). It comes with the program, so it is sound.
    explicit Vocabulary(std::string_view packed);

    /// The rank of the token that is exactly \a bytes, or noRank.
    Rank rankOf(std::string_view bytes) const;
    /// The same for two bytes, which is what every merge begins with.
    Rank rankOfPair(char first, char second) const { return m_pairs[pairIndex(first, second)]; }
    std::size_t size() const { return m_size; }

private:
    static std::size_t pairIndex(char first, char second)
    {
        return static_cast<std::size_t>(static_cast<unsigned char>(first)) << 8 | static_cast<unsigned char>(second);
    }
    void insert(std::string_view bytes, Rank rank);

    std::vector<std::uint64_t> m_slots; ///< open addressing, at most half full; the hash's low bits, and below them the rank
    std::vector<Rank> m_pairs;          ///< for each pair of bytes
    std::size_t m_size = 0, m_longest = 0;
};

/// The tokens of a packed file in the order of their ranks.
std::vector<std::string> unpackTokens(std::string_view packed);

} // namespace gatehouse::tokens
