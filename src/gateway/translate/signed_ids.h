// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/translate/conversation.h"

#include <string>
#include <string_view>

/// Gemini signs what it thought before it called a tool, and wants the signature back with the call. Callers of other dialects
/// have no place for it but the call's id, which they give back unchanged: "call_1__thought__c2ln", as LiteLLM writes it.
namespace gatehouse::translate {

/// \a id with \a signature behind it, if there is one.
std::string signedId(std::string_view id, std::string_view signature);

/// Takes the signature out of the id of a ToolUse or ToolResult. No other provider would take such an id.
void splitSignedId(Block &block);

} // namespace gatehouse::translate
