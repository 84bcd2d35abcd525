// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/translate/caller_side.h"
#include "gateway/translate/continuation.h"
#include "gateway/translate/continued_call.h"

#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::translate {

/// What is known of an answer that may come from several providers, one after the other.
class ContinuedAnswer
{
public:
    explicit ContinuedAnswer(const wire::Call &call);

    /// Another provider's stream begins.
    void begin(const View &next);
    /// What that provider says of its tokens so far, or, if it is \a isWhole, of all.
    void charge(const Usage &usage, bool isWhole);
    /// The tokens of all.
    Usage total() const;
    std::string_view obstacle() const;
    Result<wire::Call> rest(const Addressee &to);

    CallerSide caller;
    SaidSoFar shown = {}; ///< to the provider that goes on; without its text
    std::string withheld;
    View view = {}; ///< of the last provider's stream
    std::vector<Continuation::Part> parts;

private:
    std::size_t sizeOfLast() const { return caller.size() - m_sizeBefore; }

    const wire::Call &m_call;
    const std::string_view m_callsObstacle;
    std::size_t m_sizeBefore = 0; // of what was given before the last part
    bool m_isJsonTool = false;
};

} // namespace gatehouse::translate
