// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/usage.h"
#include "gateway/translate/edits.h"
#include "gateway/translate/translate.h"
#include "gateway/wire/json_object.h"

#include <cstdint>
#include <string>
#include <string_view>

/// What chat completions and completions have alike: everything but what a choice says.
namespace gatehouse::translate {

struct OpenAiShape {
    std::string_view idPrefix;
    std::string_view answer, chunk; ///< the word for "object"
};
inline constexpr OpenAiShape chatShape {"chatcmpl-", "chat.completion", "chat.completion.chunk"};
inline constexpr OpenAiShape textShape {"cmpl-", "text_completion", "text_completion"};

/// Names the model as the caller does, and adds what every client reads where the provider left it out.
void completeAnswer(const wire::JsonObject &body, const View &view, const Usage &usage, const OpenAiShape &shape, Edits &edits);

/// How a choice says that it ended; JSON, empty = it does not say.
struct ChoiceEnd {
    std::string_view finishReason, index;
};
/// A whole answer ended somehow, so a missing finish_reason may be filled in (in a stream it may not). \a position is the
/// choice's, \a otherwise the reason where it names none. Returns the reason.
std::string completeEnd(std::string_view choice, const ChoiceEnd &said, int position, std::string_view otherwise, Edits &edits);

/// What every chunk of a stream begins with, up to its choices.
std::string chunkHead(std::string_view idJson, std::string_view object, std::int64_t createdAt, std::string_view modelJson);
/// The model of a stream's chunks as JSON; \a providersJson is the provider's name for it.
std::string chunkModel(const View &view, std::string_view providersJson);
/// The tokens, if the caller asked for them, and [DONE].
void endChunks(std::string_view head, const View &view, const Usage &usage, std::string &out);

} // namespace gatehouse::translate
