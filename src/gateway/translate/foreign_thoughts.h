// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/translate/conversation.h"

#include <optional>
#include <string>
#include <string_view>

namespace gatehouse::translate {

/// A thought that Claude would refuse: nobody signed it, or somebody else did.
bool isForeignThought(const Block &block);

/// Anthropic's \a messages (a JSON array) without the thinking that OpenAI's models signed, which Anthropic would refuse; nothing
/// where there is none. A caller who changes models in the middle of a conversation sends it along.
std::optional<std::string> withoutForeignThoughts(std::string_view messages);

} // namespace gatehouse::translate
