// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace gatehouse::observe {

/// An answer as a whole JSON object: one that is whole already as it is, and a stream of server-sent events (or of Google's
/// array) as the answer they add up to, with its text, its reasoning and its tool calls. Streams of Responses end with the whole
/// answer, which is given; those of all other dialects become a chat completion. Broken events are passed over. Empty where \a
/// bytes are neither, as of speech.
std::string joinedAnswer(std::string_view bytes);

} // namespace gatehouse::observe
