// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/observe/traffic/tape.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

namespace gatehouse::observe::traffic {

// How a tape is laid out: entries, each with its texts behind it, in memory and on disk alike, in the order of bytes of the
// machine: it is read again where it was written. Whoever changes any of it gives FrameHead::mark another number.

/// What an entry is of, and what its number and its count are.
enum class Mark : std::uint8_t {
    Request,   ///< whether it is an upload · hidden fields · method, target, packed fields
    Answer,    ///< its status · hidden fields · packed fields
    Body,      ///< whether it is like another · bytes that were cut · its own bytes
    Redacted,  ///< what was taken out of a body, and in place of the time how many bytes it had
    Attempt,   ///< its station · whether it is a copy · the model
    Decision,  ///< whether it is a copy · candidates that are not listed · group, strategy; the last size counts candidates
    Candidate, ///< its station · nothing · verdict, why
    Secret,    ///< nothing · nothing · it
};

/// What stands before texts. All of its bytes are somebody's, so that nothing else of the memory gets into a file.
struct Entry {
    Mark mark = Mark::Request;
    Place::Side side = Place::Side::Request;
    std::uint16_t attempt = 0;
    std::uint32_t number = 0, count = 0;
    std::array<std::uint32_t, 3> sizes {}; ///< of its texts
    std::int64_t at = 0;                   ///< in microseconds

    Place place() const { return {side, attempt}; }
};
static_assert(std::has_unique_object_representations_v<Entry>);

/// Stands behind the entry of a body that is like another: what they share, and where the other one is.
struct Alike {
    std::uint32_t begin = 0, end = 0;
    std::uint32_t otherBegin = 0, otherSize = 0;
};
static_assert(std::has_unique_object_representations_v<Alike>);

/// Goes over the entries of a tape, wherever it is from: what it hands out is there.
class TapeReader
{
public:
    explicit TapeReader(std::string_view tape)
        : m_tape(tape)
    {
    }
    /// To the next entry. False at the end, and where the tape breaks off or makes no sense.
    bool next();
    bool isWhole() const { return m_isWhole; } ///< so far

    const Entry &entry() const { return m_entry; }
    std::string_view text(std::size_t index) const; ///< of the entry
    std::size_t begin() const { return m_begin; }   ///< of the entry in the tape
    std::size_t end() const { return m_end; }       ///< of its last text

    bool isAlike() const { return m_entry.mark == Mark::Body && m_entry.number != 0; }
    const Alike &alike() const { return m_alike; }
    /// The body that it is like.
    std::string_view other() const { return m_tape.substr(m_alike.otherBegin, m_alike.otherSize); }

private:
    bool readTexts();
    bool readAlike();
    template <typename T> bool read(T &plain);

    std::string_view m_tape;
    Entry m_entry;
    Alike m_alike;
    std::size_t m_begin = 0, m_texts = 0, m_end = 0;
    bool m_isWhole = true;
};

} // namespace gatehouse::observe::traffic
