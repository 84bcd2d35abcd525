// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/result.h"
#include "gateway/translate/conversation.h"
#include "gateway/translate/params.h"

#include <string>

namespace gatehouse::wire {
class JsonWriter;
}

namespace gatehouse::translate {

/// The messages of a conversation as a JSON array in OpenAI's words. Fails with BadRequest where they hold what chat
/// completions cannot say; with drop_params that is left out.
Result<std::string> writeOpenAiMessages(const Conversation &conversation, const Target &target);

/// The members of a part that shows \a image. Cohere took them over.
void writeImageUrl(wire::JsonWriter &json, const Block &image);

} // namespace gatehouse::translate
