// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/result.h"
#include "gateway/translate/translate.h"
#include "gateway/wire/call.h"

#include <cstdint>
#include <string>
#include <string_view>

/// A call whose answer broke off, as it is put to the next provider.
namespace gatehouse::translate {

/// Why an answer to \a call could not be gone on with by anybody, whatever it said; empty = it could.
std::string_view obstacleTo(const wire::Call &call);

inline constexpr std::string_view jsonObstacle = "the answer is to be JSON, which a model begins anew";

/// How the next provider is told to go on.
enum class Prompting {
    Instruction, ///< what was said, and a word of the user's to go on
    Prefill,     ///< what was said as the beginning of its own answer
};
Prompting promptingOf(const wire::Call &call, const Addressee &to);

/// What was said of an answer.
struct SaidSoFar {
    std::string_view text;
    std::int64_t tokens = 0; ///< by so much less may still be said
    Prompting prompting = Prompting::Instruction;
};

/// \a call, in its own dialect, with \a said as the assistant's. As a prefill the text stands without the space at its end, which
/// Anthropic refuses there. \a to says in which dialect it will be put.
Result<wire::Call> continuedCall(const wire::Call &call, const SaidSoFar &said, Dialect to);

/// About how many tokens \a bytes of text are, and how many the instruction takes.
constexpr std::int64_t roughTokens(std::size_t bytes)
{
    return static_cast<std::int64_t>((bytes + 3) / 4);
}
std::int64_t instructionTokens();

} // namespace gatehouse::translate
