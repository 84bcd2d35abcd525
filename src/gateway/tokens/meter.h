// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/tokens/counter.h"
#include "gateway/tokens/encoding.h"
#include "gateway/tokens/model_family.h"

namespace gatehouse::tokens {

/// Adds up the texts and images of one request. Lives as long as one count, on one thread.
class Meter
{
public:
    /// \a encoding is the family's own, or null where it has none that could be shipped.
    Meter(Family family, const Encoding *encoding)
        : m_family(family)
        , m_encoding(encoding)
    {
    }

    void addText(std::string_view text);
    /// What is around the texts and not in them.
    void addTokens(std::int64_t tokens) { m_tokens += tokens; }
    /// Something was added whose tokens nobody can know from outside.
    void guessed() { m_guessed = true; }

    Family family() const { return m_family; }
    bool isOpenAi() const { return m_encoding != nullptr; }
    Count count() const;

private:
    void addBeyondBudget(std::string_view text, const Encoding::Counted &counted);

    Family m_family;
    const Encoding *m_encoding;
    Budget m_budget;
    std::int64_t m_tokens = 0;
    bool m_guessed = false;
};

} // namespace gatehouse::tokens
