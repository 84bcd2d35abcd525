// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/tokens/vocabulary.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace gatehouse::tokens {

/// Byte-pair encoding of one piece of text: again and again the two neighbours whose bytes together are the token of the
/// lowest rank (the leftmost of equals) become one, until no two are a token. Holds its working memory, so that many pieces
/// cost no allocation; lives as long as one count, on one thread.
class Merge
{
public:
    explicit Merge(const Vocabulary &vocabulary)
        : m_vocabulary(vocabulary)
    {
    }
    /// The number of tokens; parts() are where they begin, and the end.
    std::size_t run(std::string_view piece);
    const std::vector<std::uint32_t> &parts() const { return m_starts; }

private:
    /// Looks for the lowest rank among all neighbours each time: quadratic, and the fastest for a word.
    void runShort(std::string_view piece);
    /// Keeps them in a heap: n·log n, for what somebody made long on purpose.
    void runLong(std::string_view piece);

    const Vocabulary &m_vocabulary;
    std::vector<std::uint32_t> m_starts;
    std::vector<Rank> m_ranks; ///< of each part with its right neighbour
};

} // namespace gatehouse::tokens
