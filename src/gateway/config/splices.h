// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::config {

/// Replacements in a text, gathered by its positions and done together.
class Splices
{
public:
    void replace(std::size_t begin, std::size_t end, std::string text) { m_splices.push_back({begin, end, std::move(text)}); }
    void insert(std::size_t at, std::string text) { replace(at, at, std::move(text)); }
    void remove(std::size_t begin, std::size_t end) { replace(begin, end, {}); }
    /// They must not overlap; those at one place are done in the order they came in.
    std::string applied(std::string_view text) const;

private:
    struct Splice {
        std::size_t begin, end;
        std::string text;
    };
    std::vector<Splice> m_splices;
};

} // namespace gatehouse::config
