// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/observe/traffic/secret_look.h"
#include "gateway/observe/traffic/tape_entry.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::observe::traffic {

/// Makes tapes fit to be written down as they are. Its memory is used again for the next one.
class TapeCleaner
{
public:
    using Parts = std::span<const std::string_view>;

    /// What is left of \a tape without the secrets that it names and the values of header fields that are named for one, in parts
    /// to be written one behind the other: views into \a tape and this. None where that is not enough, or where it takes more
    /// than a look to tell: then it has to be played and redacted.
    std::optional<Parts> clean(const Tape &tape);

private:
    /// So many bytes of the tape, or of what was made.
    struct Part {
        bool isMade = false;
        std::size_t begin = 0, size = 0;
    };
    /// Where the last body of a side that stands there whole was, and where it is now.
    struct Moved {
        std::size_t from = 0, to = 0;
    };

    bool add(const TapeReader &reader);
    void addHead(const TapeReader &reader, std::size_t fields);
    std::uint32_t replaceValue(const wire::Headers::Field &field);
    bool addBody(const TapeReader &reader);
    void keepUpTo(std::size_t end);
    void leaveOut(std::size_t begin, std::size_t end);
    void put(std::string_view bytes);
    Parts parts();

    SecretLook m_look;
    std::string_view m_tape;
    std::size_t m_from = 0; // what stands before that is dealt with
    std::size_t m_size = 0; // of all parts
    std::string m_made;
    std::vector<Part> m_parts;
    std::vector<std::string_view> m_views;
    std::array<Moved, 2> m_moved = {};
};

} // namespace gatehouse::observe::traffic
