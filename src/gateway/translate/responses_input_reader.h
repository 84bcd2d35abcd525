// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/result.h"
#include "gateway/translate/conversation.h"

#include <string_view>
#include <vector>

namespace gatehouse::translate {

/// The input of a Responses request (a string, or a list of items) as messages. Items of one turn become one message. Fails with
/// BadRequest that names the place: "input[2].content[0].image_url must be …".
Result<std::vector<Message>> readResponsesInput(std::string_view input);

/// How the gateway's own reasoning items carry what a provider must get back with its thinking: the text in encrypted_content
/// begins with one of these. Others' encrypted content means nothing to anybody but who made it.
inline constexpr std::string_view signatureMark = "gatehouse.signature.", redactedMark = "gatehouse.redacted.";

} // namespace gatehouse::translate
