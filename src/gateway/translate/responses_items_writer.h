// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/result.h"
#include "gateway/translate/conversation.h"
#include "gateway/translate/params.h"

#include <string>

namespace gatehouse::translate {

/// A conversation's messages as the Responses API has them.
struct ResponsesInput {
    std::string instructions; ///< the system's text before everything else; empty = none
    std::string items;        ///< JSON: an array
};

/// Fails with BadRequest where a message holds what the API takes in no form.
Result<ResponsesInput> writeResponsesInput(const Conversation &conversation, const Target &target);

} // namespace gatehouse::translate
