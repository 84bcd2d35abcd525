// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/tokens/vocabulary.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace gatehouse::tokens {

/// Cuts a text into pieces: see pieces.h.
using EndOfPiece = std::size_t (*)(std::string_view text, std::size_t at);

/// What a count may still cost: a worker must not stand still for one hostile request. Common text takes some 10 ns a byte,
/// bytes that must be merged up to 400.
struct Budget {
    std::size_t bytes = std::size_t(1) << 20;
    std::size_t mergedBytes = std::size_t(1) << 18; ///< in pieces that are no token as they stand
};

/// One of OpenAI's encodings: how it cuts a text, and its vocabulary. Special tokens such as <|endoftext|> are never made of
/// a text: what a caller writes is text. Immutable; used by all workers at once.
class Encoding
{
public:
    Encoding(std::string_view packedVocabulary, EndOfPiece endOfPiece)
        : m_vocabulary(packedVocabulary)
        , m_endOfPiece(endOfPiece)
    {
    }

    struct Counted {
        std::size_t tokens = 0;
        std::size_t bytes = 0; ///< how much of the text was counted: all of it, unless the budget ended before
    };
    Counted count(std::string_view text, Budget &budget) const;
    std::vector<Rank> encode(std::string_view text) const;

private:
    Vocabulary m_vocabulary;
    EndOfPiece m_endOfPiece;
};

} // namespace gatehouse::tokens
