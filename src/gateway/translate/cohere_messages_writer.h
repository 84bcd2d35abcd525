// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/result.h"
#include "gateway/translate/conversation.h"
#include "gateway/translate/params.h"

#include <string>
#include <vector>

namespace gatehouse::translate {

/// The messages of a conversation in Cohere's words.
struct CohereMessages {
    std::string messages;               ///< a JSON array
    std::vector<std::string> documents; ///< JSON objects: documents that stood in messages; Cohere is given them beside
};
/// Fails with BadRequest where they hold what Cohere cannot be told; with drop_params that is left out.
Result<CohereMessages> writeCohereMessages(const Conversation &conversation, const Target &target);

} // namespace gatehouse::translate
