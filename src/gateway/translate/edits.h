// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::translate {

/// Changes to a text that is otherwise copied byte for byte: collected first, in any order, then applied in one pass.
class Edits
{
public:
    explicit Edits(std::string_view text)
        : m_text(text)
    {
    }

    /// \a piece must be a view into the text.
    void replace(std::string_view piece, std::string with) { m_edits.push_back({place(piece), piece.size(), std::move(with)}); }
    /// Puts members in front of the first member of \a object, a view into the text. \a members ends without a comma.
    void prepend(std::string_view object, std::string members)
    {
        const std::size_t first = object.find_first_not_of(" \t\r\n", 1);
        if (first != std::string_view::npos && object[first] != '}')
            members += ',';
        m_edits.push_back({place(object) + 1, 0, std::move(members)});
    }
    bool empty() const { return m_edits.empty(); }

    void apply(std::string &out)
    {
        std::stable_sort(m_edits.begin(), m_edits.end(), [](const Edit &a, const Edit &b) { return a.at < b.at; });
        std::size_t at = 0;
        for (const Edit &edit : m_edits) {
            out += m_text.substr(at, edit.at - at);
            out += edit.with;
            at = edit.at + edit.size;
        }
        out += m_text.substr(at);
    }

private:
    struct Edit {
        std::size_t at, size;
        std::string with;
    };
    std::size_t place(std::string_view piece) const { return static_cast<std::size_t>(piece.data() - m_text.data()); }

    std::string_view m_text;
    std::vector<Edit> m_edits;
};

} // namespace gatehouse::translate
