// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::translate {

/// What makes a relayed chunk cheap: the chunks of a stream differ only in a few strings (the text, or a piece of a tool's
/// arguments). Once one chunk was parsed and checked, a later one that is the same but for those strings needs no parser:
/// it is known to be sound, to say nothing new, and what it becomes.
class ChunkShapes
{
public:
    /// \a from was checked and became \a to; both hold the same changing strings in the same order.
    void learn(std::string_view from, std::string_view to);
    /// Appends what \a chunk becomes, if its shape is known.
    bool relay(std::string_view chunk, std::string &out);

private:
    static constexpr std::size_t mostHoles = 4;
    struct Shape {
        std::vector<std::string> from, to; ///< the fixed pieces around the changing strings
    };
    static std::vector<std::string> pieces(std::string_view text);
    static bool matches(const Shape &shape, std::string_view chunk, std::array<std::string_view, mostHoles> &holes);

    std::array<Shape, 4> m_shapes;
    std::size_t m_last = 0; // matched or learnt last: looked at first
    int m_lessons = 0;      // a stream whose shapes never repeat is not worth learning from
};

} // namespace gatehouse::translate
