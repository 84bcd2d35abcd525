// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/tokens/meter.h"

#include "gateway/tokens/estimate.h"

#include <algorithm>
#include <cmath>

namespace gatehouse::tokens {

void Meter::addText(std::string_view text)
{
    if (!m_encoding) {
        m_tokens += estimateText(m_family, text);
        return;
    }
    const Encoding::Counted counted = m_encoding->count(text, m_budget);
    m_tokens += static_cast<std::int64_t>(counted.tokens);
    if (counted.bytes < text.size())
        addBeyondBudget(text, counted);
}

// The rest is estimated, and the estimate corrected by what the same text came to as far as it was counted.
void Meter::addBeyondBudget(std::string_view text, const Encoding::Counted &counted)
{
    constexpr std::size_t enoughToCompare = 4096;
    const auto rest = static_cast<double>(estimateText(m_family, text.substr(counted.bytes)));
    const auto estimated = static_cast<double>(estimateText(m_family, text.substr(0, counted.bytes)));
    const bool isComparable = counted.bytes >= enoughToCompare && estimated > 0;
    m_tokens += std::llround(isComparable ? rest * static_cast<double>(counted.tokens) / estimated : rest);
    m_guessed = true;
}

Count Meter::count() const
{
    const std::int64_t tokens = std::max<std::int64_t>(m_tokens, 0);
    return m_encoding ? Count {tokens, !m_guessed, openAiTokenizer} : Count {tokens, false, estimate};
}

} // namespace gatehouse::tokens
