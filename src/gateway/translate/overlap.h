// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::translate {

/// Where one text goes on with another, and its beginning may repeat the other's end. Only an exact repetition counts, of up to
/// 200 bytes, that begins where a word does and is too long to be chance: "ha" behind "ha" is a laugh.
class Overlap
{
public:
    /// \a said ends with the text that may be repeated. \a spaceWithheld: whoever goes on did not see the space at its end, so
    /// that it says it once more.
    Overlap(std::string_view said, bool spaceWithheld);

    /// How many bytes of \a text, the beginning of what follows, repeat; nothing while more of it is needed to tell.
    std::optional<std::size_t> judge(std::string_view text) const;
    /// The same where no more will come.
    std::size_t judgeWhole(std::string_view text) const;

private:
    std::string m_end;                  // of what was said
    std::vector<std::size_t> m_lengths; // of the ends that count when they are repeated, the longest first
};

} // namespace gatehouse::translate
