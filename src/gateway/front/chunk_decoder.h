// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/front/refusal.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace gatehouse::front {

/// Takes the chunks off a request body (RFC 9112 7.1), in whatever pieces it comes. Chunk extensions and trailers are read
/// and dropped.
class ChunkDecoder
{
public:
    /// \a limit bounds the decoded body, \a lineLimit the trailers.
    ChunkDecoder(std::size_t limit, std::size_t lineLimit)
        : m_limit(limit)
        , m_lineLimit(lineLimit)
    {
    }

    /// Appends what \a bytes holds of the body to \a body, until its end or a fault; returns how many bytes were taken.
    std::size_t take(std::string_view bytes, std::string &body);
    bool isComplete() const { return m_step == Step::Complete; }
    const std::optional<Refusal> &refusal() const { return m_refusal; }
    void reset() { *this = ChunkDecoder(m_limit, m_lineLimit); }

private:
    enum class Step { Size, Extension, SizeEnd, Data, DataCr, DataLf, TrailerStart, Trailer, TrailerEnd, LastLf, Complete };

    std::size_t takeData(std::string_view bytes, std::string &body);
    void takeOne(char c);
    void onSize(char c);
    void onTrailerStart(char c);
    void endSizeLine(char c);
    void expect(char c, char wanted, Step next);
    void refuse(int status, std::string_view message);

    std::size_t m_limit, m_lineLimit;
    std::size_t m_total = 0;    // decoded so far
    std::size_t m_left = 0;     // of the chunk that is being read
    std::size_t m_digits = 0;   // of its size
    std::size_t m_overhead = 0; // bytes of this extension, or of all trailers
    Step m_step = Step::Size;
    std::optional<Refusal> m_refusal;
};

} // namespace gatehouse::front
