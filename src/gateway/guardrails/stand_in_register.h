// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/guardrails/stand_in.h"

#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::guardrails {

/// What Presidio's anonymizer has put in the place of what, over all texts of one request. It puts the same "<PERSON>" for
/// whoever it finds; here each one is told apart: "<PERSON>", "<PERSON_2>", and the same one has the same everywhere.
class StandInRegister
{
public:
    /// \a texts are all of the request, and outlive this: what stands in one of them by itself stands for nothing.
    explicit StandInRegister(const std::vector<std::string> &texts)
        : m_texts(texts)
    {
    }
    /// \a masked is what the anonymizer made of \a text, by what \a found says; \a items are what it says of that, both JSON. It
    /// gets the stand-ins that tell apart; where it cannot be said what stood there it stays as it is.
    void enter(const std::string &text, std::string &masked, std::string_view found, std::string_view items);
    std::vector<StandIn> take() { return std::move(m_all); }

private:
    std::string standInFor(const std::string &usual, const std::string &original);
    bool isTaken(const std::string &text) const;

    const std::vector<std::string> &m_texts;
    std::vector<StandIn> m_all;
    std::vector<std::string> m_usual; // of each of them, as the anonymizer has it
};

} // namespace gatehouse::guardrails
