// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::config {

/// What makes one text of another, line by line. Line numbers count from 1.
struct Diff {
    enum class Kind { Same, Removed, Added };
    struct Line {
        Kind kind = Kind::Same;
        std::size_t before = 0, after = 0; ///< the line's number there; 0 = it is not there
        std::string_view text = {};        ///< of the texts that were compared, with its end
    };
    struct Hunk {
        /// Where it begins, and how many lines it is; 0 = that text has nothing here.
        std::size_t beforeStart = 0, beforeLines = 0, afterStart = 0, afterLines = 0;
        std::vector<Line> lines = {};
    };
    std::vector<Hunk> hunks = {};
    std::size_t added = 0, removed = 0;
};

/// The shortest way from \a before to \a after, with three lines around each change; of texts that differ in more than a thousand
/// lines one that is not the shortest. The texts must outlive what is returned.
Diff diff(std::string_view before, std::string_view after);

/// \a text in lines, each with its end.
std::vector<std::string_view> linesOf(std::string_view text);

} // namespace gatehouse::config
