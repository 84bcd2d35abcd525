// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/translate/answer.h"

#include <string>
#include <string_view>

/// What the readers of answers put into a Completion.
namespace gatehouse::translate {

/// Nothing where \a text is empty.
void addText(Completion &completion, std::string text, Block::Kind kind = Block::Kind::Text);

/// A call of the tool that \a function names. Some servers give their calls no \a id (JSON), and send an object for arguments
/// where OpenAI has the text of one.
void addCall(Completion &completion, std::string_view id, std::string_view function);

} // namespace gatehouse::translate
