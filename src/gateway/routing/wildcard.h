// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::routing {

/// A model_name with stars, such as "openai/*": each star stands for any text.
class Wildcard
{
public:
    explicit Wildcard(std::string pattern);

    const std::string &pattern() const { return m_pattern; }
    /// What each star stands for in \a name, greedy from the left as LiteLLM's regular expressions are; nothing when it does not
    /// match.
    std::optional<std::vector<std::string>> match(std::string_view name) const;
    /// True when this one is tried before \a other: longer first, then the one with more special characters.
    bool isBefore(const Wildcard &other) const;

private:
    std::string m_pattern;
};

/// Fills the stars of \a model with \a captured from left to right. Without stars the model stays; with more captured pieces than
/// stars the caller's own name (\a asked) is sent.
std::string filled(const std::string &model, const std::vector<std::string> &captured, std::string_view asked);

} // namespace gatehouse::routing
