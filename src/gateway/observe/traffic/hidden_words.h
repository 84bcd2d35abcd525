// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace gatehouse::observe::traffic {

/// What stands where something was said, as LiteLLM writes it.
inline constexpr std::string_view hiddenWords = "redacted-by-litellm";

/// \a body, JSON or server-sent events with JSON in them, with every string hidden but those that say nothing: members at the top
/// that name the model and the like, and the words of the dialects themselves ("user", "text"). Numbers, names of members and the
/// number of items stay. Of what is neither, or breaks off, nothing is left that could not be read.
std::string withoutWords(std::string_view body);

} // namespace gatehouse::observe::traffic
