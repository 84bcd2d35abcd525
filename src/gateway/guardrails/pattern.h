// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/result.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::guardrails {

/// A stretch of a text, in bytes.
struct Range {
    std::size_t begin = 0, size = 0;
    std::size_t end() const { return begin + size; }
};

/// A regular expression of a configuration, as Python's re spells most of them. It comes from a person and its texts from
/// strangers, so no search may take long, whatever both are: what it costs is bounded. Immutable; for all threads.
class Pattern
{
public:
    enum class Case { Matters, Ignored };

    /// Fails with what is wrong with \a expression and where.
    static Result<Pattern, std::string> compile(const std::string &expression, Case cases = Case::Matters);

    Pattern(Pattern &&) noexcept;
    Pattern &operator=(Pattern &&) noexcept;
    ~Pattern();

    /// All that it matches in \a text, from left to right; nothing empty. \a text is UTF-8. Nothing at all where the search was
    /// given up because it took too long: then nobody knows.
    std::optional<std::vector<Range>> findAll(std::string_view text) const;

private:
    struct Code;
    explicit Pattern(std::unique_ptr<Code> code);
    std::unique_ptr<Code> m_code;
};

/// \a text as an expression that matches it and nothing else.
std::string literal(std::string_view text);

} // namespace gatehouse::guardrails
