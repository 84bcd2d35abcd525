// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/result.h"
#include "gateway/translate/conversation.h"

#include <string_view>
#include <vector>

namespace gatehouse::translate {

/// Reads the messages of a chat completions request. Fails with BadRequest that names the message and its part.
Result<std::vector<Message>> readOpenAiMessages(std::string_view messages);

} // namespace gatehouse::translate
